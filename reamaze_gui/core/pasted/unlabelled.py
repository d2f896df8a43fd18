"""Makes customers from rows without a heading, by what their values look like."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from reamaze_gui.core.customer import LABELS, Customer
from reamaze_gui.core.headings import meaning
from reamaze_gui.core.pasted.looks import (
    FIT,
    Look,
    confirms_name,
    field_of,
    look_of,
    rounding_warnings,
)
from reamaze_gui.core.pasted.paste import Candidate, PastedCustomer, Piece, Record, shown
from reamaze_gui.core.phone import may_be_phone

_MOST = 8  # values of a customer; among more, a number may be anything
_MOST_ADDRESSES = 8  # of a customer; a row of more is a list of people
_NATIONAL = re.compile(r"0[0-9]{8,14}")  # a phone number with its national prefix


def read_rows(records: Sequence[Record]) -> Iterator[PastedCustomer | None]:
    """Yield the customer of each record, or None; all records have the same length.

    A field is the only column in which every value looks like it. If the rows differ, each is read
    by itself, and is in doubt.
    """
    table = _Rows(records)
    for record in records:
        reading = table.reading(record)
        if not reading and (alone := _Rows([record]).reading(record)):
            mixed = "The rows differ. Check that each value is in the right field."
            reading = replace(alone, doubts=(mixed, *alone.doubts))
        yield reading


class _Rows:
    """Rows of one length, and the columns that fit each field."""

    def __init__(self, records: Sequence[Record]) -> None:
        self._records = records
        kinds = [[_look(piece) if piece.text else None for piece in row] for row in records]
        columns = [set(column) - {None} for column in zip(*kinds, strict=True)]
        self.fit = {
            field: [at for at, found in enumerate(columns) if found and found <= fits]
            for field, fits in FIT.items()
        }
        self._names = [at for at, found in enumerate(columns) if found == {Look.NAME}]
        self._settle_numbers()
        self._settle_names()

    def reading(self, record: Record) -> PastedCustomer | None:
        """Return the customer of one of the rows, or None if it has no address."""
        if not any(record[at].text for at in self.fit["email"]):
            return None
        values: dict[str, str] = {}
        taken: dict[int, str] = {}
        doubts: list[str] = []
        candidates: list[Candidate] = []
        for field, columns in self.fit.items():
            found = [at for at in columns if record[at].text]
            texts = [record[at].text for at in found]
            if len(set(texts)) > 1 and field == "name" and self._in_parts(record, found):
                doubts.append(f"{_listed(texts)} were read as first and last name. Are they?")
                texts = [" ".join(texts)]
            if len(set(texts)) > 1:
                doubts.append(f"{_listed(texts)}: which of them is the {LABELS[field]}?")
                candidates += (Candidate(doubts[-1], field, each) for each in dict.fromkeys(texts))
            elif field == "id" and texts and self._may_be_anything(record, record[found[0]].label):
                named = f"{record[found[0]].label} {_listed(texts)}".lstrip()
                doubts.append(f"{named}: is that the Customer ID?")
                candidates.append(Candidate(doubts[-1], field, texts[0]))
            elif field == "id" and texts and self._may_be_phone(record, texts[0]):
                doubts.append(f"{_listed(texts)}: is that the Customer ID, or the Phone?")
                candidates += (Candidate(doubts[-1], each, texts[0]) for each in ("id", "phone"))
            elif texts:
                values[field] = texts[0]
                taken |= dict.fromkeys(found, field)
        doubts += self._doubts_on_name(record, values)
        pieces = tuple(replace(piece, field=taken.get(at, "")) for at, piece in enumerate(record))
        return PastedCustomer(
            Customer(**values), pieces, tuple(doubts), rounding_warnings(pieces), tuple(candidates)
        )

    @staticmethod
    def _may_be_anything(record: Record, label: str) -> bool:
        """Return whether a number is one among many values, or below a heading that isn't ours."""
        return not meaning(label) if label else len(record) > _MOST

    def _may_be_phone(self, record: Record, number: str) -> bool:
        """Return whether a number may be the phone or the ID, if there is no other phone."""
        has_phone = any(record[at].text for at in self.fit["phone"])
        is_unclear = number.isdigit() and not has_phone and may_be_phone(number)
        return is_unclear or _NATIONAL.fullmatch(number) is not None

    def _settle_numbers(self) -> None:
        """Take national phone numbers for the phone, if there is another number for the ID."""
        national = [
            at
            for at in self.fit["id"]
            if all(_NATIONAL.fullmatch(row[at].text) for row in self._records if row[at].text)
        ]
        if not self.fit["phone"] and 0 < len(national) < len(self.fit["id"]):
            self.fit["phone"] = national
            self.fit["id"] = [at for at in self.fit["id"] if at not in national]

    def _settle_names(self) -> None:
        """Keep the columns of words that most likely hold the names.

        These are columns confirmed by the addresses; else those of several words; else of one word.
        Words all in capitals or all in lower case are a note unless an address confirms them.
        """
        confirmed = [
            at for at in self.fit["name"] if any(_is_confirmed(row, at) for row in self._records)
        ]
        several = [at for at in self._names if any(" " in row[at].text for row in self._records)]
        both = [at for at in confirmed if at in several]
        self._has_confirmed = bool(confirmed)
        self.fit["name"] = both or confirmed or several or self._names

    def _doubts_on_name(self, record: Record, values: dict[str, str]) -> Iterator[str]:
        """Yield doubts about a name of one word: no address confirms it, or it is half a name."""
        columns, name = self.fit["name"], values.get("name", "")
        others = (at for at, each in enumerate(record) if _look(each) is Look.OTHER)
        is_another = not self._has_confirmed and any(_is_confirmed(record, at) for at in others)
        if not name or (" " in name and not is_another):
            return
        if not self._has_confirmed:
            yield f"Is “{name}” the customer's name?"
        for at in {columns[0] - 1, columns[0] + 1}.intersection(self._names):
            if record[at].text not in {"", name} and " " not in record[at].text:
                yield f"Is “{record[at].text}” the other half of the name “{name}”?"

    def _in_parts(self, record: Record, found: Sequence[int]) -> bool:
        """Return whether the address contains two adjacent words, a first and a last name."""
        return (
            len(found) == 2  # noqa: PLR2004 - a first and a last name
            and found[0] + 1 == found[1]
            and all(" " not in record[at].text and _is_confirmed(record, at) for at in found)
        )


def _look(piece: Piece) -> Look:
    """Return what a piece looks like; with a label, only as that allows."""
    field = field_of(piece.label, piece.text)
    look = Look.PHONE if field == "phone" else look_of(piece.text)
    is_secret = piece.label and shown(piece.text, piece.label) != piece.text
    return look if field or not (is_secret or meaning(piece.label)) else Look.OTHER


def _is_confirmed(record: Record, at: int) -> bool:
    """Return whether an address in the record contains a word of this piece."""
    addresses = islice((each.text for each in record if "@" in each.text), _MOST_ADDRESSES)
    return any(confirms_name(record[at].text, each) for each in addresses)


def _listed(texts: Sequence[str]) -> str:
    return " and ".join(f"“{text}”" for text in texts)
