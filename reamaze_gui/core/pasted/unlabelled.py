"""Makes customers of rows without a heading, by what their values look like."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reamaze_gui.core.customer import FIELDS, Customer
from reamaze_gui.core.pasted.looks import Look, bears_out, look_of, spoilt
from reamaze_gui.core.pasted.paste import Candidate, PastedCustomer, Record
from reamaze_gui.core.phone import may_be_phone

_FIT = {
    "id": {Look.NUMBER, Look.CODE, Look.SPOILT},
    "email": {Look.EMAIL},
    "name": {Look.NAME, Look.WORD},
    "phone": {Look.PHONE},
    "avatar": {Look.AVATAR},
}
_LABELS = {field.name: field.label for field in FIELDS}
_DIALLED = re.compile(r"0[0-9]{8,14}")  # digits alone, as they are dialled within a country


def read_rows(records: Sequence[Record]) -> Iterator[PastedCustomer | None]:
    """Yield the customer of each record, or None; all records are of one length.

    A field has the same column in all of them, the only one in which every value looks like it.
    Where the rows are not alike, each is read by itself, and in doubt.
    """
    table = _Rows(records)
    for record in records:
        reading = table.reading(record)
        if not reading and (alone := _Rows([record]).reading(record)):
            mixed = "The rows are not alike: check what stands in which field."
            reading = replace(alone, doubts=(mixed, *alone.doubts))
        yield reading


class _Rows:
    """Rows of one length, and which of their columns fits which field."""

    def __init__(self, records: Sequence[Record]) -> None:
        self._records = records
        kinds = [[look_of(piece.text) if piece.text else None for piece in row] for row in records]
        columns = [set(column) - {None} for column in zip(*kinds, strict=True)]
        self.fit = {
            field: [at for at, found in enumerate(columns) if found and found <= fits]
            for field, fits in _FIT.items()
        }
        self._names = [at for at, found in enumerate(columns) if found == {Look.NAME}]
        self._settle_numbers()
        self._settle_names()

    def reading(self, record: Record) -> PastedCustomer | None:
        """Return the customer of one of the rows, or None without an address."""
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
                doubts.append(f"{_listed(texts)}: which of them is the {_LABELS[field]}?")
                candidates += (Candidate(doubts[-1], field, each) for each in dict.fromkeys(texts))
            elif field == "id" and texts and self._may_be_phone(record, texts[0]):
                doubts.append(f"{_listed(texts)}: is that the Customer ID, or the Phone?")
                candidates += (Candidate(doubts[-1], each, texts[0]) for each in ("id", "phone"))
            elif texts:
                values[field] = texts[0]
                taken |= dict.fromkeys(found, field)
        doubts += self._doubts_on_name(record, values)
        pieces = tuple(replace(piece, field=taken.get(at, "")) for at, piece in enumerate(record))
        return PastedCustomer(
            Customer(**values), pieces, tuple(doubts), spoilt(pieces), tuple(candidates)
        )

    def _may_be_phone(self, record: Record, number: str) -> bool:
        """Return whether a number is as likely the phone's as the ID, where no other is."""
        has_phone = any(record[at].text for at in self.fit["phone"])
        bare = number.isdigit() and not has_phone and may_be_phone(number)
        return bare or _DIALLED.fullmatch(number) is not None

    def _settle_numbers(self) -> None:
        """Take a number as it is dialled for a phone's, where another number is the ID."""
        dialled = [
            at
            for at in self.fit["id"]
            if all(_DIALLED.fullmatch(row[at].text) for row in self._records if row[at].text)
        ]
        if not self.fit["phone"] and 0 < len(dialled) < len(self.fit["id"]):
            self.fit["phone"] = dialled
            self.fit["id"] = [at for at in self.fit["id"] if at not in dialled]

    def _settle_names(self) -> None:
        """Keep of the columns of words those in which the names are, most likely.

        These are the columns that addresses bear out; else those of several words; else of one.
        What is in capitals, or has none, is a note unless an address bears it out.
        """
        borne = [at for at in self.fit["name"] if any(_is_borne(row, at) for row in self._records)]
        several = [at for at in self._names if any(" " in row[at].text for row in self._records)]
        self.fit["name"] = borne or several or self._names

    def _doubts_on_name(self, record: Record, values: dict[str, str]) -> Iterator[str]:
        """Yield what makes a single word a doubtful name: nothing bears it out, or it is half."""
        columns, name = self.fit["name"], values.get("name", "")
        if not name or " " in name:
            return
        if not any(_is_borne(row, at) for row in self._records for at in columns):
            yield f"Is “{name}” the customer's name?"
        for at in {columns[0] - 1, columns[0] + 1}.intersection(self._names):
            if record[at].text not in {"", name} and " " not in record[at].text:
                yield f"Is “{record[at].text}” the other half of the name “{name}”?"

    def _in_parts(self, record: Record, found: Sequence[int]) -> bool:
        """Return whether two words side by side are both in the address."""
        return (
            len(found) == 2  # noqa: PLR2004 - a first and a last name
            and found[0] + 1 == found[1]
            and all(" " not in record[at].text and _is_borne(record, at) for at in found)
        )


def _is_borne(record: Record, at: int) -> bool:
    """Return whether an address of the record has a word of this piece in it."""
    return any(bears_out(record[at].text, each.text) for each in record if "@" in each.text)


def _listed(texts: Sequence[str]) -> str:
    return " and ".join(f"“{text}”" for text in texts)
