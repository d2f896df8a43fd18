"""Says what the attributes of a customer are, and what may stand in them.

They are the `data` of the snippet: one level of label and value, which Re:amaze shows beside the
conversation (the vendor's page on customer data attributes). They are not signed.
"""

import math
import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.characters import LONGEST, check_length, check_unseen
from reamaze_gui.core.remark import Remark, problem, warning

if TYPE_CHECKING:
    from reamaze_gui.core.masking import Mask

IN_TABLES = "data."  # before the label of an attribute, in a heading
MOST = 50  # that anybody would look through beside a conversation

Scalar = str | int | float | bool

_WORDS = "Cc Cs Zl Zp"  # the categories of characters that no line of text has
_SHORT = 40  # characters of a label, in a sentence
_SAFE = 2**53 - 1  # the largest whole number that JavaScript doesn't round
_CARD = re.compile(r"(?<![0-9])[3-6][0-9]{3}(?:[ -]?[0-9]){9,15}(?![0-9])")
_CREDENTIAL = re.compile(
    r"pass ?(?:word|phrase|code)|passwor[dt]|secret|api.?key|access.?token|\bcvv?2?\b|\bpin\b",
    re.IGNORECASE,
)
_LOST = "__proto__"  # which is no name of a member in JavaScript's own objects


@dataclass(frozen=True, slots=True)
class Attribute:
    """A label and its value: a text, unless it was chosen to be a number or a truth value."""

    label: str
    value: Scalar


def data_of(attributes: Iterable[Attribute]) -> dict[str, Scalar]:
    """Return what is sent: the attributes that have a value, in their order.

    >>> data_of([Attribute("Total spent", "€ 412"), Attribute("Orders", 7), Attribute("Town", "")])
    {'Total spent': '€ 412', 'Orders': 7}
    """
    return {each.label: each.value for each in attributes if each.value != ""}


def text_of(value: Scalar) -> str:
    """Return a value as JavaScript writes it.

    >>> text_of("€ 412"), text_of(7), text_of(True)
    ('€ 412', '7', 'true')
    """
    return str(value).lower() if isinstance(value, bool) else str(value)


def is_exact(number: float) -> bool:
    """Return whether JavaScript has a number as it is, rather than the next one.

    >>> is_exact(412.5), is_exact(2**53 + 1)
    (True, False)
    """
    return math.isfinite(number) and abs(number) <= _SAFE


def sounds_confidential(label: str) -> bool:
    """Return whether a label names what nobody should read.

    >>> sounds_confidential("userPassword"), sounds_confidential("Town")
    (True, False)
    """
    return _CREDENTIAL.search(label) is not None


def check_attributes(attributes: Iterable[Attribute], secret: Secret | None) -> Iterator[Remark]:
    """Yield what is wrong with attributes that were typed; each sentence names the label."""
    sent = [(row, each) for row, each in enumerate(attributes) if each.value != ""]
    if not sent:
        return
    from reamaze_gui.core.masking import mask_of  # a big one, and most customers have no attributes

    mask = mask_of([secret] if secret else [])
    seen: set[str] = set()
    for row, each in sent:
        for remark in _check_typed(each, mask, seen):
            yield replace(remark, row=row)
        seen.add(each.label)
    yield from _check_number(len(sent))


def check_data(data: Mapping[str, object]) -> Iterator[Remark]:
    """Yield what is wrong with the `data` of a page, which may hold anything that JSON can."""
    for label, value in data.items():
        if isinstance(value, dict | list):
            says = "Holds other values. Re:amaze shows one level: a label and its value."
            yield from _named(label, [warning(says)])
        else:
            yield from _named(label, _check_contents(label, str(value)))
    yield from _check_number(len(data))


def _check_typed(typed: Attribute, mask: "Mask", seen: Container[str]) -> Iterator[Remark]:
    if not typed.label.strip():
        yield problem(f"“{mask.value(str(typed.value))}” needs a label.")
    elif any(map(mask.holds, (typed.label, str(typed.value)))):
        yield problem(f"“{mask.value(typed.label)}” holds the SSO secret. No page may have it.")
    elif typed.label in seen:
        yield from _named(typed.label, [problem("Stands there twice. One of them would be lost.")])
    elif typed.label == _LOST:
        yield problem(f"“{_LOST}” can't be a label: browsers drop it.")
    else:
        yield from _named(typed.label, _check(typed))


def _check(attribute: Attribute) -> Iterator[Remark]:
    label, value = attribute.label, attribute.value
    if isinstance(value, float) and not math.isfinite(value):
        yield problem("Not a number that can be sent.")
    elif not isinstance(value, str) and abs(value) > _SAFE:
        yield problem("Browsers round so long a number. Send it as text.")
    for text in (label, str(value)):
        yield from check_length(text) if len(text) > LONGEST else check_unseen(text, _WORDS)
    yield from _check_contents(label, str(value))


def _check_contents(label: str, value: str) -> Iterator[Remark]:
    from reamaze_gui.core.template_tags import holds_tag  # no value has to be checked at the start

    if any(_passes_luhn(found[0]) for found in _CARD.finditer(value)):
        yield warning("Looks like a card's number. Everybody who reads the page would have it.")
    if sounds_confidential(label):
        yield warning("Sounds confidential. Everybody who reads the page would have it.")
    if holds_tag(label) or holds_tag(value):
        yield warning(
            "Looks like a template's tag, which nothing fills in. Enter the value itself."
        )


def _check_number(count: int) -> Iterator[Remark]:
    if count > MOST:
        yield warning(f"{count} attributes are more than anybody reads: at most {MOST} are useful.")


def _named(label: str, remarks: Iterable[Remark]) -> Iterator[Remark]:
    shown = "".join(each if each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in label)
    short = shown if len(shown) <= _SHORT else f"{shown[: _SHORT - 1]}…"
    for remark in remarks:
        yield replace(remark, says=f"“{short}”: {remark.says}")


def _passes_luhn(number: str) -> bool:
    """Whether the last digit is the check digit of ISO/IEC 7812."""
    digits = [int(each) for each in reversed(number) if each.isdigit()]
    doubled = (sum(divmod(2 * each, 10)) for each in digits[1::2])
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0
