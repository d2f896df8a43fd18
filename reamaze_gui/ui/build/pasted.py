"""Reads a paste: who is in it, for which account, and what of it was not used."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reamaze_gui.core.attributes import Attribute
from reamaze_gui.core.customer import FIELDS, Customer

if TYPE_CHECKING:
    from reamaze_gui.core.pasted import Paste, PastedCustomer
    from reamaze_gui.core.pasted.paste import Candidate

_EMPTY_CLIPBOARD = "There is no text on the clipboard."
_NOT_FOUND = "No customer found in what you pasted."
_LEAK = "It holds an SSO secret: who sees that can sign in as any customer, so it must be changed."
_LABELS = {field.name: field.label for field in FIELDS}
_MOST_CHOICES = 5  # values between which a doubt is
_MOST_NAMED = 5  # pieces of a paste that are named as not used


@dataclass(frozen=True, slots=True)
class Pasted:
    """A paste, the account that it names, and why nobody is in it; each empty where there is none.

    A page's code names an account.
    """

    paste: "Paste"
    account: str = ""
    trouble: str = ""

    def unused(self, reading: "PastedCustomer") -> str:
        """Return what was not used beside a customer, in a sentence; nothing where all was."""
        pieces = (f"{piece.label} “{piece.text}”".lstrip() for piece in reading.unused)
        left = [*pieces, *(f"“{text}”" for text in self.paste.left_over)]
        if not left:
            return ""
        more = f" and {len(left) - _MOST_NAMED:,} more" if len(left) > _MOST_NAMED else ""
        return f"Not used: {', '.join(left[:_MOST_NAMED])}{more}."


@dataclass(frozen=True, slots=True)
class PastedRow:
    """One of those in a paste; `readings` are all of them, as they were edited since."""

    pasted: Pasted
    readings: "list[PastedCustomer]"
    at: int

    @property
    def reading(self) -> "PastedCustomer":
        """What is known of this one by now."""
        return self.readings[self.at]

    def edit(self, customer: Customer, attributes: Iterable[Attribute]) -> None:
        """Keep what a person has made of this one."""
        self.readings[self.at] = self.reading.edited(customer, attributes)

    @property
    def choices(self) -> "dict[str, Candidate]":
        """What settles the first doubt that is one between values, by the words on its button."""
        doubted = self.reading.candidates
        first = [each for each in doubted if each.doubt == doubted[0].doubt]
        return {f"{_LABELS[each.field]}: {each.text}": each for each in first[:_MOST_CHOICES]}

    def choose(self, label: str) -> None:
        """Settle a doubt by one of the choices."""
        self.readings[self.at] = self.reading.chosen(self.choices[label])


def read_pasted(texts: Iterable[str], secrets: Collection[str] = ()) -> Pasted:
    """Read the first of these texts that has a customer in it; else say what the last lacks.

    None of `secrets` is in it. A long text takes seconds: read it off the GUI thread.
    """
    from reamaze_gui.core.authkey import Secret
    from reamaze_gui.core.pasted import Paste, read_paste
    from reamaze_gui.core.pasted.known_secrets import without_secrets

    pasted = Pasted(Paste(), trouble=_EMPTY_CLIPBOARD)
    for text in texts:
        paste = read_paste(text)
        if paste.readings:
            hidden = without_secrets(paste, map(Secret, secrets))
            return Pasted(hidden, _account_in(text))
        why = paste.trouble or (_NOT_FOUND if text.strip() else _EMPTY_CLIPBOARD)
        leak = "" if paste.trouble or not _holds_secret(text, secrets) else _LEAK
        pasted = Pasted(paste, trouble=f"{why} {leak}".strip())
    return pasted


def _holds_secret(text: str, secrets: Collection[str]) -> bool:
    """Return whether a known secret stands in a text, or what it calls an SSO secret."""
    from reamaze_gui.core.authkey import Secret
    from reamaze_gui.core.masking import mask_of
    from reamaze_gui.core.reader import read
    from reamaze_gui.core.rules.named_secrets import named_secrets

    return mask_of(map(Secret, secrets)).holds(text) or any(named_secrets(read(text)))


def _account_in(text: str) -> str:
    """Return the account that a page's code names, empty where it names none."""
    if "_support" not in text:
        return ""
    from reamaze_gui.core.reader import read

    account = read(text).account
    return account.text if account else ""
