"""Customer attributes, and checks of their labels and values.

They are the snippet's `data`: one level of label and value, which Re:amaze shows beside the
conversation (see the vendor's page on customer data attributes). They are not signed.
"""

import math
import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.characters import LONGEST, check_invisible, check_length
from reamaze_gui.core.customer_label import abridged
from reamaze_gui.core.remark import Remark, problem, warning

if TYPE_CHECKING:
    from reamaze_gui.core.masking import Mask

IN_TABLES = "data."  # precedes an attribute's label in a table heading
MOST = 50  # as many as anyone would read beside a conversation

Scalar = str | int | float | bool

_NOT_IN_LINES = "Cc Cs Zl Zp"  # Unicode categories that no line of text has
_LONGEST_SHOWN = 40  # characters of a label that a sentence quotes
_MAX_SAFE_INTEGER = 2**53 - 1  # the largest whole number that JavaScript doesn't round
_CARD = re.compile(r"(?<![0-9])[3-6][0-9]{3}(?:[ -]?[0-9]){9,15}(?![0-9])")
_CREDENTIAL = re.compile(
    r"pass ?(?:word|phrase|code)|passwor[dt]|secret|api.?key|access.?token|\bcvv?2?\b|\bpin\b",
    re.IGNORECASE,
)
_PROTO = "__proto__"  # a JavaScript object literal can't have a key of this name


@dataclass(frozen=True, slots=True)
class Attribute:
    """A label and its value: text, unless the user chose a number or a boolean."""

    label: str
    value: Scalar


def data_of(attributes: Iterable[Attribute]) -> dict[str, Scalar]:
    """Return what is sent: the attributes that have a value, in order.

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
    """Return whether JavaScript keeps a number exactly, rather than rounding it.

    >>> is_exact(412.5), is_exact(2**53 + 1)
    (True, False)
    """
    return math.isfinite(number) and abs(number) <= _MAX_SAFE_INTEGER


def sounds_confidential(label: str) -> bool:
    """Return whether a label names a password or the like, which nobody should read.

    >>> sounds_confidential("userPassword"), sounds_confidential("Town")
    (True, False)
    """
    return _CREDENTIAL.search(label) is not None


def check_attributes(attributes: Iterable[Attribute], secret: Secret | None) -> Iterator[Remark]:
    """Yield what is wrong with typed attributes; each sentence names the label."""
    sent = [(row, each) for row, each in enumerate(attributes) if each.value != ""]
    if not sent:
        return
    from reamaze_gui.core.masking import mask_of  # slow to import; most customers have none

    mask = mask_of([secret] if secret else [])
    seen: set[str] = set()
    for row, each in sent:
        for remark in _check_typed(each, mask, seen):
            yield replace(remark, row=row)
        seen.add(each.label)
    yield from _check_number(len(sent))


def check_data(data: Mapping[str, object]) -> Iterator[Remark]:
    """Yield what is wrong with the `data` of a page, whose values may be any JSON."""
    for label, value in data.items():
        if isinstance(value, dict | list):
            says = "Contains nested values. Re:amaze shows only a label and its value."
            yield from _named(label, [warning(says)])
        else:
            yield from _named(label, _check_contents(label, str(value)))
    yield from _check_number(len(data))


def _check_typed(typed: Attribute, mask: "Mask", seen: Container[str]) -> Iterator[Remark]:
    if not typed.label.strip():
        yield problem(f"“{mask.value(str(typed.value))}” needs a label.")
    elif any(map(mask.holds, (typed.label, str(typed.value)))):
        yield problem(
            f"“{mask.value(typed.label)}” contains the SSO secret, which must not be in any page."
        )
    elif typed.label in seen:
        yield from _named(typed.label, [problem("Used twice. One of the values would be lost.")])
    elif typed.label == _PROTO:
        yield problem(f"“{_PROTO}” can't be a label: browsers drop it.")
    else:
        yield from _named(typed.label, _check(typed))


def _check(attribute: Attribute) -> Iterator[Remark]:
    label, value = attribute.label, attribute.value
    if isinstance(value, float) and not math.isfinite(value):
        yield problem("This number can't be sent.")
    elif not isinstance(value, str) and abs(value) > _MAX_SAFE_INTEGER:
        yield problem("Browsers round a number this long. Send it as text.")
    for text in (label, str(value)):
        is_long = len(text) > LONGEST
        yield from check_length(text) if is_long else check_invisible(text, _NOT_IN_LINES)
    yield from _check_contents(label, str(value))


def _check_contents(label: str, value: str) -> Iterator[Remark]:
    from reamaze_gui.core.template_tags import check_tag  # not needed at the start

    if any(_passes_luhn(found[0]) for found in _CARD.finditer(value)):
        yield warning("Looks like a card number. Anyone who opens the page could read it.")
    if sounds_confidential(label):
        yield warning("Sounds confidential. Anyone who opens the page could read it.")
    yield from [*check_tag(label)] or check_tag(value)


def _check_number(count: int) -> Iterator[Remark]:
    if count > MOST:
        yield warning(f"{count} attributes are more than anyone reads. Send {MOST} at most.")


def _named(label: str, remarks: Iterable[Remark]) -> Iterator[Remark]:
    for remark in remarks:
        yield replace(remark, says=f"“{abridged(label, _LONGEST_SHOWN)}”: {remark.says}")


def _passes_luhn(number: str) -> bool:
    """Return whether the last digit is the check digit of ISO/IEC 7812."""
    digits = [int(each) for each in reversed(number) if each.isdigit()]
    doubled = (sum(divmod(2 * each, 10)) for each in digits[1::2])
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0
