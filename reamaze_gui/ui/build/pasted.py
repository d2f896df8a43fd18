"""Reads a paste: its customers, their account, and what was not used."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reamaze_gui.core.attributes import Attribute
from reamaze_gui.core.customer import LABELS, Customer
from reamaze_gui.core.customer_label import customer_label

if TYPE_CHECKING:
    from reamaze_gui.core.pasted import Paste, PastedCustomer
    from reamaze_gui.core.pasted.paste import Candidate

_EMPTY_CLIPBOARD = "There is no text on the clipboard."
_NOT_FOUND = "No customer found in what you pasted."
_LEAK = (
    "It contains an SSO secret. Change it: whoever sees it can sign in as any of your customers."
)
_MOST_CHOICES = 5  # values to choose from
_MOST_NAMED = 5  # unused pieces of a paste that are named


@dataclass(frozen=True, slots=True)
class Pasted:
    """A paste, the account in a page's code, and why there is no customer; each may be empty."""

    paste: "Paste"
    account: str = ""
    trouble: str = ""

    def unused(self, reading: "PastedCustomer") -> str:
        """Return a sentence naming what was not used for a customer, or ""."""
        pieces = (f"{piece.label} “{piece.text}”".lstrip() for piece in reading.unused)
        return not_used([*pieces, *(f"“{text}”" for text in self.paste.left_over)])


@dataclass(frozen=True, slots=True)
class PastedRow:
    """One of a paste's customers; `readings` are all of them, with the user's edits."""

    pasted: Pasted
    readings: "list[PastedCustomer]"
    at: int

    @property
    def reading(self) -> "PastedCustomer":
        """The current state of this customer."""
        return self.readings[self.at]

    @property
    def whose(self) -> tuple[str, ...]:
        """Which of several customers this is, as a sentence; nothing for the only one."""
        which = f"{self.at + 1} of {len(self.readings):,}"
        is_one = len(self.readings) == 1
        return () if is_one else (f"{which}: {customer_label(self.reading.customer)}.",)

    def edit(self, customer: Customer, attributes: Iterable[Attribute]) -> None:
        """Store the user's edits."""
        self.readings[self.at] = self.reading.edited(customer, attributes)

    @property
    def choices(self) -> "dict[str, Candidate]":
        """The values that settle the first doubt, by the labels of their buttons."""
        doubted = self.reading.candidates
        first = [each for each in doubted if each.doubt == doubted[0].doubt]
        return {f"{LABELS[each.field]}: {each.text}": each for each in first[:_MOST_CHOICES]}

    def choose(self, label: str) -> None:
        """Settle the doubt with one of the choices."""
        self.readings[self.at] = self.reading.chosen(self.choices[label])


def not_used(pieces: Sequence[str]) -> str:
    """Return a sentence naming the pieces of a paste that were not used, or ""."""
    if not pieces:
        return ""
    more = f" and {len(pieces) - _MOST_NAMED:,} more" if len(pieces) > _MOST_NAMED else ""
    return f"Not used: {', '.join(pieces[:_MOST_NAMED])}{more}."


def read_pasted(texts: Iterable[str], secrets: Collection[str] = ()) -> Pasted:
    """Read the first text that contains a customer; else say why the last doesn't.

    The result contains none of `secrets`, and nothing that a text calls an SSO secret. A long text
    takes seconds: call it off the GUI thread.
    """
    from reamaze_gui.core.authkey import Secret
    from reamaze_gui.core.masking import mask_of
    from reamaze_gui.core.page import Page
    from reamaze_gui.core.pasted import Paste, read_paste
    from reamaze_gui.core.pasted.known_secrets import without_secrets
    from reamaze_gui.core.reader import read
    from reamaze_gui.core.rules.named_secrets import named_secrets

    known = [*map(Secret, secrets)]
    pasted = Pasted(Paste(), trouble=_EMPTY_CLIPBOARD)
    for text in texts:
        paste = read_paste(text)
        if paste.trouble:
            pasted = Pasted(paste, trouble=paste.trouble)
            continue
        # Reading code takes long; beside a customer, only the account in a page's code is needed.
        page = Page(text) if paste.readings and "_support" not in text else read(text)
        named = [Secret(each.value) for each in named_secrets(page)]
        if paste.readings:
            account = page.account.text if page.account else ""
            return Pasted(without_secrets(paste, known, named), account)
        why = _NOT_FOUND if text.strip() else _EMPTY_CLIPBOARD
        leak = _LEAK if named or mask_of(known).holds(text) else ""
        pasted = Pasted(paste, trouble=f"{why} {leak}".strip())
    return pasted
