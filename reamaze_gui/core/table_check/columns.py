"""Finds the delimiter of a list, and the columns of its ids, emails and authkeys."""

import csv
import hmac
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from reamaze_gui.core.authkey import Secret, message
from reamaze_gui.core.headings import ACCOUNT, AUTHKEY, columns_by_meaning
from reamaze_gui.core.mistakes.changes import utf_8
from reamaze_gui.core.mistakes.encodings import readings
from reamaze_gui.core.pasted.cells import RULE
from reamaze_gui.core.pasted.looks import ADDRESS, FIT, look_of

SAMPLE = 50  # lines from which the columns are recognised
_LEAST = 3  # columns: id, email and authkey
_RULES = "|+-=\u2500\u250c\u251c\u2514(N"  # what RULE begins with
_DELIMITERS = "\t;,|"
SEPARATOR_LINE = re.compile(r"sep=(.)\s*", re.IGNORECASE)  # Excel's first line
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}.*")  # sorts as text


@dataclass(frozen=True, slots=True)
class Columns:
    """The index of each value in a row; `account` and `date` are optional.

    `heading` is the first row if it names the columns, else empty.
    """

    heading: tuple[str, ...]
    width: int
    id: int
    email: int
    authkey: int
    account: int | None = None
    date: int | None = None

    @property
    def last(self) -> int:
        """The index of the last value that a row must have."""
        return max(self.id, self.email, self.authkey, self.account or 0, self.date or 0)

    def values(self, row: Sequence[str]) -> tuple[str, str, str]:
        """Return the id, the email and the authkey of a row."""
        return row[self.id], row[self.email], row[self.authkey]

    def named(self) -> tuple[tuple[str, int], ...]:
        """Return the name and index of each required value."""
        return (("id", self.id), ("email", self.email), ("authkey", self.authkey))

    def title(self, at: int) -> str:
        """Return what to call a column in a sentence."""
        name = self.heading[at].strip() if at < len(self.heading) else ""
        return f"“{name}”" if name else f"column {at + 1}"


def width_of(rows: Sequence[Sequence[str]]) -> int:
    """Return the most frequent number of cells in a row."""
    return max(Counter(map(len, rows)).items(), key=lambda each: each[1], default=(0, 0))[0]


def right_authkey(secret: Secret, id: str, email: str) -> str:
    """Return the right authkey, even if id or email contains a lone surrogate."""
    return hmac.digest(utf_8(secret.value), utf_8(message(id, email)), "sha256").hex()


def is_drawn(lines: Sequence[str], delimiter: str) -> bool:
    """Return whether a list is drawn for people: with rules, or spaces after its delimiters."""
    return f"{delimiter} " in "".join(lines[:1]) or any(_is_rule(line) for line in lines)


def undrawn(lines: Iterable[str], delimiter: str) -> Iterator[str]:
    """Yield the lines of a drawn list without its rules, and the spaces around its delimiters."""
    around = re.compile(rf" *{re.escape(delimiter)} *")
    bare = (line.strip(" \r\n") for line in lines if not _is_rule(line))  # a tab is a delimiter
    return (around.sub(delimiter, line) for line in bare)


def _is_rule(line: str) -> bool:
    return line[:1] in _RULES and RULE.fullmatch(line.strip()) is not None


def find_delimiter(lines: Sequence[str], secrets: Mapping[str, Secret]) -> str | None:
    """Return the delimiter of a list, from its first lines; None if they are not a list."""
    if lines and (named := SEPARATOR_LINE.fullmatch(lines[0])):
        return named[1]
    lines = [line for line in lines if not _is_rule(line)]
    return next(
        (each for each in _DELIMITERS if find_columns(csv_rows(lines, each), secrets)), None
    )


def find_columns(rows: Sequence[Sequence[str]], secrets: Mapping[str, Secret]) -> Columns | None:
    """Return the columns of a list, from its first rows; None if they are not a list.

    Headings decide first, then what the cells look like: an address, a digest. Of several columns
    that may be the id, the one with which an authkey is right is chosen.
    """
    width = width_of(rows)
    if width < _LEAST:
        return None
    has_heading = not any(ADDRESS.fullmatch(cell.strip()) for cell in rows[0])
    heading = tuple(rows[0]) if has_heading else ()
    named = columns_by_meaning(heading)
    table = [row for row in rows[has_heading:] if len(row) == width]
    columns = {at: [row[at].strip() for row in table] for at in range(width)}
    addresses = columns.get(named.get("email", width), [])
    if len(heading) not in {0, width}:  # it may be a title, or for more or fewer cells than these
        fits = any(map(ADDRESS.fullmatch, addresses)) and named.get(AUTHKEY, 0) < width
        named = {what: at for what, at in named.items() if fits and at < width}
        heading = heading if fits else ("",) * width
    email = named.get("email", _mostly(columns, ADDRESS.fullmatch))
    key = named.get(AUTHKEY, _mostly(columns, readings))
    if email is None or key is None or email == key:
        return None
    rest = [at for at in columns if at not in {email, key} and any(columns[at])]
    date = next((at for at in rest if all(map(_DATE.fullmatch, filter(None, columns[at])))), None)
    proven = next((at for at in rest if _is_right(table, (at, email, key), secrets)), None)
    known = named.get("id", proven)
    firsts = {at: next((cell for cell in columns[at] if cell.strip("0")), "") for at in rest}
    likely = [at for at, first in firsts.items() if at != date and look_of(first) in FIT["id"]]
    at_id = known if known is not None else next(iter(likely), None)
    if at_id is None:
        return None
    return Columns(heading, width, at_id, email, key, named.get(ACCOUNT), date)


def _mostly(columns: Mapping[int, list[str]], looks: Callable[[str], object]) -> int | None:
    """Return the first column in which at least half of the cells look like this."""
    for at, cells in columns.items():
        if cells and 2 * sum(map(bool, map(looks, cells))) >= len(cells):
            return at
    return None


def _is_right(
    table: Iterable[Sequence[str]], at: tuple[int, int, int], secrets: Mapping[str, Secret]
) -> bool:
    """Return whether any authkey is right for the id and email in these columns."""
    at_id, email, key = at
    return any(
        right_authkey(secret, row[at_id], row[email]) == row[key]
        for row in table
        for secret in secrets.values()
    )


def csv_rows(lines: Iterable[str], delimiter: str) -> list[list[str]]:
    """Return the rows that are not empty, up to the first that can't be read."""
    rows: list[list[str]] = []
    with suppress(csv.Error):
        rows.extend(row for row in csv.reader(lines, delimiter=delimiter) if any(row))
    return rows
