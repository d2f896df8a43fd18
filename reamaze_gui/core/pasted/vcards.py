"""Reads customers from vCards, version 2.1 to 4, as address books write them."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reamaze_gui.core.pasted.cells import tidy
from reamaze_gui.core.pasted.labelled import read_labelled
from reamaze_gui.core.pasted.paste import Paste, Piece

if TYPE_CHECKING:
    from vobject.base import ContentLine

_BEGINS = re.compile(r"^(?=BEGIN:VCARD\b)", re.IGNORECASE | re.MULTILINE)
_MECARD = re.compile(r"MECARD:((?:[^;\n\\]|\\.|;(?!;)){1,999}+);;", re.IGNORECASE)
_ENDS = re.compile(r"^END:VCARD\b.*\n?", re.IGNORECASE | re.MULTILINE)
_LABELS = {"fn": "Name", "email": "Email", "tel": "Phone", "photo": "Avatar"}
_ABOUT_THE_CARD = {"version", "prodid", "rev", "x-ablabel", "n", *_LABELS}  # else shown as unused


def read_vcards(text: str) -> Paste:
    """Return the customers of the cards in a text; damaged cards and other text are left over."""
    before, *cards = _BEGINS.split(_MECARD.sub(_as_vcard, text))
    readings, rest = [], [before]
    for card in cards:
        end = _ENDS.search(card)
        at = end.end() if end else len(card)
        reading = read_labelled(tuple(_pieces(card[:at])))
        if reading:
            readings.append(reading)
        rest.append(card[at:] if reading else card)
    return Paste(tuple(readings), tuple(each.strip() for each in rest if each.strip()))


def _as_vcard(code: re.Match[str]) -> str:
    """Return the contact of a QR code, whose name has a comma between its parts, as a vCard."""
    fields = re.sub(r"(?<!\\);", "\n", code[1])
    fields = re.sub(r"^(N:[^,\n]*),", r"\1;", fields, flags=re.MULTILINE)
    return f"\nBEGIN:VCARD\nVERSION:3.0\n{fields}\nEND:VCARD\n"


def _pieces(card: str) -> Iterator[Piece]:
    """Yield the values of a card; of several of one kind, the preferred one first."""
    import vobject  # takes a third of a second, and is rarely needed

    try:
        contents = vobject.readOne(card).contents
    except (vobject.base.VObjectError, ValueError, LookupError):
        return
    for name, label in _LABELS.items():
        lines = [line for line in contents.get(name, ()) if isinstance(line.value, str)]
        faxes = [line for line in lines if "fax" in _types(line)]
        lines = sorted((line for line in lines if line not in faxes), key=_preference)
        for at, line in enumerate((*lines, *faxes)):
            used = label if at == 0 else f"other {label}"
            yield Piece(tidy(line.value), "Fax" if line in faxes else used)
    if not contents.get("fn") and contents.get("n"):
        name = contents["n"][0].value
        yield Piece(" ".join(filter(None, (name.given, name.family))), "Name")
    for name in contents:
        for value in (line.value for line in contents[name]):
            if name not in _ABOUT_THE_CARD and not isinstance(value, bytes):
                text = ", ".join(value) if isinstance(value, list) else str(value)
                yield Piece(tidy(text), f"vCard {name}")


def _types(line: "ContentLine") -> str:
    """Return what kind of value this is, such as “work,fax”; version 2.1 has no “TYPE=”."""
    return ",".join((*line.params.get("TYPE", ()), *line.singletonparams)).lower()


def _preference(line: "ContentLine") -> int:
    """Return a value's preference: 1 is the highest, 100 the lowest, as in version 4."""
    if "pref" in _types(line):
        return 1
    [preference, *_] = line.params.get("PREF", ["100"])
    return int(preference) if preference.isdecimal() else 100
