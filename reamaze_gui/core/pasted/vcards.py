"""Reads customers from vCards, version 2.1 to 4, as address books write them."""

import re
from collections.abc import Iterator, Mapping

from reamaze_gui.core.pasted.cells import tidy
from reamaze_gui.core.pasted.labelled import read_labelled
from reamaze_gui.core.pasted.paste import Paste, Piece

_BEGINS = re.compile(r"^(?=BEGIN:VCARD\b)", re.IGNORECASE | re.MULTILINE)
_ENDS = re.compile(r"^END:VCARD\b.*\n?", re.IGNORECASE | re.MULTILINE)
_LABELS = {"fn": "Name", "email": "Email", "tel": "Phone", "photo": "Avatar"}
_UNUSED = ("uid", "org", "title", "note")  # shown as left over


def read_vcards(text: str) -> Paste:
    """Return the customers of the cards in a text; damaged cards and other text are left over."""
    before, *cards = _BEGINS.split(text)
    readings, rest = [], [before]
    for card in cards:
        end = _ENDS.search(card)
        at = end.end() if end else len(card)
        reading = read_labelled(tuple(_pieces(card[:at])))
        if reading:
            readings.append(reading)
        rest.append(card[at:] if reading else card)
    return Paste(tuple(readings), tuple(each.strip() for each in rest if each.strip()))


def _pieces(card: str) -> Iterator[Piece]:
    """Yield the values of a card; of several of one kind, the preferred one first."""
    import vobject  # takes a third of a second, and is rarely needed

    try:
        contents = vobject.readOne(card).contents
    except (vobject.base.VObjectError, ValueError, LookupError):
        return
    for name, label in _LABELS.items():
        lines = [line for line in contents.get(name, ()) if isinstance(line.value, str)]
        for at, line in enumerate(sorted(lines, key=lambda each: _preference(each.params))):
            yield Piece(tidy(line.value), label if at == 0 else f"other {label}")
    if not contents.get("fn") and contents.get("n"):
        name = contents["n"][0].value
        yield Piece(" ".join(filter(None, (name.given, name.family))), "Name")
    for name in _UNUSED:
        for line in contents.get(name, ()):
            text = line.value if isinstance(line.value, str) else ", ".join(line.value)
            yield Piece(tidy(text), f"vCard {name}")


def _preference(parameters: Mapping[str, list[str]]) -> int:
    """Return a value's preference: 1 is the highest, 100 the lowest, as in version 4."""
    if "pref" in ",".join(parameters.get("TYPE", ())).lower():
        return 1
    [preference, *_] = parameters.get("PREF", ["100"])
    return int(preference) if preference.isdecimal() else 100
