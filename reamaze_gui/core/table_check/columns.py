"""Finds the delimiter of a list, and the columns of its ids, emails and authkeys."""

import csv
import hmac
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from reamaze_gui.core.authkey import Secret, message
from reamaze_gui.core.headings import ACCOUNT, AUTHKEY, columns_by_meaning
from reamaze_gui.core.mistakes.changes import utf_8
from reamaze_gui.core.mistakes.encodings import readings
from reamaze_gui.core.pasted.looks import ADDRESS, Look, look_of

SAMPLE = 50  # lines by whose content columns are known
_LEAST = 3  # columns: id, email and authkey
_DELIMITERS = "\t;,|"
_NAMED = re.compile(r"sep=(.)\s*", re.IGNORECASE)  # as Excel names it, above all else
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}.*")  # which sorts as text


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the values of a row are, counted from 0; `account` and `date` may not be there.

    `heading` is the first row where that names the columns, else empty; `sure` whether it names
    the id, or an authkey proves it.
    """

    heading: tuple[str, ...]
    width: int
    id: int
    email: int
    authkey: int
    account: int | None = None
    date: int | None = None
    sure: bool = True

    @property
    def last(self) -> int:
        """Where the last of the values is that a row must have."""
        return max(self.id, self.email, self.authkey, self.account or 0, self.date or 0)

    def values(self, row: Sequence[str]) -> tuple[str, str, str]:
        """Return the id, the email and the authkey of a row."""
        return row[self.id], row[self.email], row[self.authkey]

    def named(self) -> tuple[tuple[str, int], ...]:
        """Return what is in which column."""
        return (("id", self.id), ("email", self.email), ("authkey", self.authkey))

    def called(self, at: int) -> str:
        """Return what a column is called in a sentence."""
        return f"“{self.heading[at].strip()}”" if self.heading else f"column {at + 1}"


def width_of(rows: Sequence[Sequence[str]]) -> int:
    """Return how many cells most rows have."""
    return max(Counter(map(len, rows)).items(), key=lambda each: each[1], default=(0, 0))[0]


def made(secret: Secret, id: str, email: str) -> str:
    """Return the right authkey; also where id or email has half a character, which none has."""
    return hmac.digest(utf_8(secret.value), utf_8(message(id, email)), "sha256").hex()


def find_delimiter(lines: Sequence[str], secrets: Mapping[str, Secret]) -> str | None:
    """Return what stands between the cells of a list that begins so; None for no list."""
    if lines and (named := _NAMED.fullmatch(lines[0])):
        return named[1]
    return next(
        (each for each in _DELIMITERS if find_columns(csv_rows(lines, each), secrets)), None
    )


def names_delimiter(line: str) -> bool:
    """Return whether a line only names the delimiter of the others."""
    return _NAMED.fullmatch(line) is not None


def find_columns(rows: Sequence[Sequence[str]], secrets: Mapping[str, Secret]) -> Columns | None:
    """Return what the first rows of a list tell; None where they are none.

    Headings come first. What they leave open is told by what the cells look like: an address, a
    digest, and of several columns that may be the id, the one with which an authkey is right.
    """
    width = width_of(rows)
    if width < _LEAST:
        return None
    has_heading = not any(ADDRESS.fullmatch(cell.strip()) for cell in rows[0])
    heading = tuple(rows[0]) if has_heading else ()
    named = columns_by_meaning(heading)
    table = [row for row in rows[has_heading:] if len(row) == width]
    columns = {at: [row[at].strip() for row in table] for at in range(width)}
    email = named.get("email", _mostly(columns, ADDRESS.fullmatch))
    key = named.get(AUTHKEY, _mostly(columns, readings))
    if email is None or key is None or email == key:
        return None
    open_ = [at for at in columns if at not in {email, key} and any(columns[at])]
    date = next((at for at in open_ if all(map(_DATE.fullmatch, filter(None, columns[at])))), None)
    proven = next((at for at in open_ if _is_right(table, (at, email, key), secrets)), None)
    known = named.get("id", proven)
    looks = [at for at in open_ if at != date and look_of(next(filter(None, columns[at]))) in _IDS]
    at_id = known if known is not None else next(iter(looks), None)
    if at_id is None:
        return None
    account, sure = named.get(ACCOUNT), known is not None
    return Columns(heading, width, at_id, email, key, account, date, sure)


_IDS = {Look.NUMBER, Look.CODE, Look.ROUNDED}


def _mostly(columns: Mapping[int, list[str]], looks: Callable[[str], object]) -> int | None:
    """Return the first column of which at least half of the cells look so."""
    for at, cells in columns.items():
        if cells and 2 * sum(map(bool, map(looks, cells))) >= len(cells):
            return at
    return None


def _is_right(
    table: Iterable[Sequence[str]], at: tuple[int, int, int], secrets: Mapping[str, Secret]
) -> bool:
    """Return whether some authkey is right with the id and the email of these columns."""
    at_id, email, key = at
    return any(
        made(secret, row[at_id], row[email]) == row[key]
        for row in table
        for secret in secrets.values()
    )


def csv_rows(lines: Iterable[str], delimiter: str) -> list[list[str]]:
    """Return the rows of lines that have something in them, as far as they can be read."""
    rows: list[list[str]] = []
    with suppress(csv.Error):
        rows.extend(row for row in csv.reader(lines, delimiter=delimiter) if any(row))
    return rows
