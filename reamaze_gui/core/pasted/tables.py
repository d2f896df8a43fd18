"""Reads customers from tables: of a spreadsheet, an export, Markdown or a web page."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from reamaze_gui.core.headings import meaning
from reamaze_gui.core.pasted.cells import RULE, Row, pieces, split_rows
from reamaze_gui.core.pasted.labelled import read_labelled
from reamaze_gui.core.pasted.looks import ADDRESS, FIT, Look, is_sentence, look_of
from reamaze_gui.core.pasted.paste import Paste, PastedCustomer, Piece, Record
from reamaze_gui.core.pasted.unlabelled import read_rows

_DELIMITERS = "\t|;,"
_GAP = "  "
_PART = re.compile(r"\S+(?: \S+)*")  # of a line with gaps
_WORD = re.compile(r"\S+")
_DASHES = re.compile(r"\s*-+(?:\s+-+)+\s*")  # as wide as the columns above them
_BARS = str.maketrans("│┃║┆", "||||")
# Rows as Python prints them, calls in them such as a date, and their texts.
_TUPLE = re.compile(r"^(?:<QuerySet )?[\[ ]*\(([^,\n]*,.*)\)[,\]> ]*$", re.MULTILINE)
_CALL = re.compile(r"(?<![\w.])[A-Za-z][\w.]*+\([^()\n]*+\)")
_TEXT = re.compile(r"(?:(?<=, )|(?<=^))'([^'\n]*+)'(?=,|$)")
_JIRA_HEADING = re.compile(r"^\|\|.*\|\|[ \t\r]*$", re.MULTILINE)
_NONE = "\x1f"  # stands for no delimiter: a single column
_NO_HEADING = {Look.EMAIL, Look.NUMBER, Look.PHONE}
_FEWEST = 3  # words in a row that can only be headings
_MOST_ABOVE = 3  # rows above a heading, such as a title or a date


def read_delimited(text: str) -> Paste:
    """Return the customers of rows delimited by tab, bar, semicolon, comma or wide gaps.

    The delimiter is the one that isolates most addresses and gives rows of equal length.
    """
    text = _TUPLE.sub(
        lambda row: _TEXT.sub(r'"\1"', _CALL.sub("", row[1])), text.replace("), (", ")\n(")
    )
    text = _JIRA_HEADING.sub(lambda heading: heading[0].replace("||", "|"), text.translate(_BARS))
    delimiters = [each for each in _DELIMITERS if each in text] or [_NONE]
    tables = {each: split_rows(text, each) for each in delimiters}
    if _GAP in text:
        tables[_GAP] = _split_by_gaps(text)
    best = max(tables, key=lambda each: _delimiter_score(tables[each]))
    rows = tables[best]
    if heading_at(rows) is None and (
        best == _NONE or (best != "\t" and any(is_sentence(cell) for row in rows for cell in row))
    ):
        return Paste()
    return read_table(rows)


def _split_by_gaps(text: str) -> list[Row]:
    """Return rows split at gaps or, below a heading, by its columns after one for row numbers."""
    lines = [line for line in text.splitlines() if line.strip()]
    parts = [[*_PART.finditer(line)] for line in lines]
    rows = [[part[0] for part in line] for line in parts]
    at = heading_at(rows)
    if at is None:
        return rows
    is_ruled = at + 1 < len(lines) and _DASHES.fullmatch(lines[at + 1])
    columns = [*_WORD.finditer(lines[at + 1])] if is_ruled else [*_headings(lines[at], parts[at])]
    table = [line for line in lines[at:] if not RULE.fullmatch(line)]
    return [*rows[:at], *(_aligned(line, columns) for line in table)]


def _headings(line: str, parts: Iterable[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Yield the headings in a line; some are only a space apart, such as “email phone”."""
    for part in parts:
        words = [*_WORD.finditer(line, part.start(), part.end())]
        yield from [part] if meaning(part[0]) or not all(meaning(it[0]) for it in words) else words


def _aligned(line: str, columns: Sequence[re.Match[str]]) -> Row:
    """Return the cells of a line: each word is in the column above it, or beside such a word.

    Where that would cut as many parts as there are columns, the parts are the cells.
    """
    words = [*_WORD.finditer(line)]
    at = [bisect_left(columns, word.end(), key=re.Match.start) for word in words]
    above = [
        column if column and columns[column - 1].end() > word.start() else 0
        for column, word in zip(at, words, strict=True)
    ]
    beside = [a.end() + 1 == b.start() for a, b in pairwise(words)]
    for after, is_beside in enumerate(beside, 1):
        above[after] = above[after] or is_beside * above[after - 1]
    for before, is_beside in reversed([*enumerate(beside)]):
        above[before] = above[before] or is_beside * above[before + 1]
    cells = [""] * (len(columns) + 1)
    for column, word in zip(above, words, strict=True):
        cells[column] = f"{cells[column]} {word[0]}".strip()
    parts = [part[0] for part in _PART.finditer(line)]
    return ["", *parts] if len(parts) == len(columns) and not {*parts} <= {*cells} else cells


def read_table(rows: Sequence[Row]) -> Paste:
    """Return the customers of rows; the heading may be a row, the first column, or missing."""
    at = heading_at(rows)
    transposed = [list(column) for column in zip_longest(*rows, fillvalue="")]
    is_column = len(transposed) > 1 and len(transposed[0]) > 1 and heading_at(transposed) == 0
    if at is None and is_column:
        rows, at = transposed, 0
    if at is None:
        labels = rows[0] if is_below_words(rows) else []
        return _without_heading(rows[bool(labels) :], labels)
    return _with_heading(rows[at], rows[at + 1 :])


def heading_at(rows: Sequence[Row]) -> int | None:
    """Return the index of the heading among the first rows; it names columns and has no values."""
    for at, row in enumerate(rows[:_MOST_ABOVE]):
        meant = {found[0] for cell in row if (found := meaning(cell))}
        if any(look_of(cell) in _NO_HEADING for cell in row):
            return None
        if meant & {"email", "id"} or len(meant) > 1:
            return at
    return None


def _with_heading(heading: Row, rows: Sequence[Row]) -> Paste:
    readings = list[PastedCustomer]()
    for row in rows:
        record = tuple(
            piece
            for label, cell in zip_longest(heading, row, fillvalue="")
            for piece in pieces(cell, label)
        )
        reading = read_labelled(record)
        if any(row[len(heading) :]):
            [reading] = read_rows([tuple(Piece(piece.text) for piece in record)])
            more = "This row has more cells than the heading. Are the cells shifted?"
            reading = reading and replace(reading, doubts=(*reading.doubts, more))
        if reading:
            readings.append(reading)
    return Paste(tuple(readings))


def is_below_words(rows: Sequence[Row]) -> bool:
    """Return whether all rows but the first have an address, so that its words are headings."""
    first, *rest = rows or [[]]
    return (
        len(first) >= _FEWEST
        and all(look_of(cell) in FIT["name"] for cell in first)
        and {*map(len, rest)} == {len(first)}
        and all(any(map(ADDRESS.fullmatch, row)) for row in rest)
    )


def _without_heading(rows: Sequence[Row], labels: Row) -> Paste:
    cells = (zip_longest(labels, row, fillvalue="") for row in rows)
    found = (tuple(piece for label, cell in row for piece in pieces(cell, label)) for row in cells)
    named = [record for record in found if _has_address(record)]
    width = max(map(len, named), default=0)
    even = [(*record, *[Piece("")] * (width - len(record))) for record in named]
    readings = [reading for reading in read_rows(even) if reading] if even else []
    return Paste(tuple(readings))


def _has_address(record: Record) -> bool:
    return any(ADDRESS.fullmatch(piece.text) for piece in record)


def _delimiter_score(rows: Sequence[Row]) -> tuple[bool, int, bool]:
    """Return how well a delimiter fits: a heading, addresses alone in a cell, even rows."""
    found = [piece for row in rows for cell in row for piece in pieces(cell)]
    even = len({len(row) for row in rows}) == 1
    several = any(len(row) > 1 for row in rows)
    addresses = sum(ADDRESS.fullmatch(piece.text) is not None for piece in found)
    return several and heading_at(rows) is not None, addresses, even and several
