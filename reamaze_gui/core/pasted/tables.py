"""Reads the customers of tables: from a spreadsheet, an export, Markdown, a page."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from reamaze_gui.core.headings import meaning
from reamaze_gui.core.pasted.cells import Row, html_tables, pieces, split_rows
from reamaze_gui.core.pasted.labelled import read_labelled
from reamaze_gui.core.pasted.looks import ADDRESS, Look, bears_out, is_sentence, look_of
from reamaze_gui.core.pasted.paste import Paste, PastedCustomer, Piece, Record
from reamaze_gui.core.pasted.unlabelled import read_rows

_DELIMITERS = "\t|;,"
_GAP, _GAPS = "  ", re.compile(r"(?<=\S) {2,}(?=\S)")
_OF_JIRA = re.compile(r"^\|\|.*\|\|[ \t\r]*$", re.MULTILINE)
_NONE = "\x1f"  # where none of them is in a text: a column
_HTML = re.compile(r"<t(?:able|r|d|h)\b", re.IGNORECASE)
_VALUES = {Look.EMAIL, Look.NUMBER, Look.PHONE}  # which no heading is
_MOST_ABOVE = 3  # rows above a heading: a title, a date


def read_html(text: str) -> Paste:
    """Return the customers of the tables in a page."""
    pastes = map(read_table, html_tables(text) if _HTML.search(text) else ())
    return next((paste for paste in pastes if paste.readings), Paste())


def read_delimited(text: str, *, alone: bool = False) -> Paste:
    """Return the customers of rows with tab, bar, semicolon, comma or gaps between the cells.

    The delimiter is the one that sets most addresses free, and leaves rows of one length. Rows in
    which each address stands `alone` may be parts of something else.
    """
    text = _OF_JIRA.sub(lambda heading: heading[0].replace("||", "|"), text)
    delimiters = [each for each in _DELIMITERS if each in text] or [_NONE]
    tables = {each: split_rows(text, each) for each in delimiters}
    if _GAPS.search(text):
        tables[_GAP] = split_rows(_GAPS.sub("\t", text), "\t")
    best = max(tables, key=lambda each: _freed(tables[each]))
    rows = tables[best]
    if not alone and heading_at(rows) is None and not any(map(_is_beside, rows)):
        return Paste()
    if heading_at(rows) is None and (best == _NONE or (best != "\t" and _is_prose(rows))):
        return Paste()
    return read_table(rows)


def read_table(rows: Sequence[Row]) -> Paste:
    """Return the customers of rows, with or without a heading, or with one in each row's place."""
    at = heading_at(rows)
    turned = [list(column) for column in zip_longest(*rows, fillvalue="")]
    if at is None and len(turned) > 1 and heading_at(turned) == 0 and len(turned[0]) > 1:
        rows, at = turned, 0
    if at is None:
        return _without_heading(rows)
    return _with_heading(rows[at], rows[at + 1 :], rows[:at])


def heading_at(rows: Sequence[Row]) -> int | None:
    """Return which of the first rows is a heading: it names columns, and holds no address."""
    for at, row in enumerate(rows[:_MOST_ABOVE]):
        meant = {found[0] for cell in row if (found := meaning(cell))}
        if any(look_of(cell) in _VALUES for cell in row):
            return None
        if meant & {"email", "id"} or len(meant) > 1:
            return at
    return None


def _with_heading(heading: Row, rows: Sequence[Row], above: Sequence[Row]) -> Paste:
    readings, left_over = list[PastedCustomer](), [_line(row) for row in above]
    for row in rows:
        record = tuple(
            piece
            for label, cell in zip_longest(heading, row, fillvalue="")
            if cell
            for piece in pieces(cell, label)
        )
        reading = read_labelled(record)
        if reading and any(row[len(heading) :]):
            more = "This row has more cells than the heading: are they shifted?"
            reading = replace(reading, doubts=(*reading.doubts, more))
        if reading:
            readings.append(reading)
        elif row != heading:
            left_over.append(_line(row))
    return Paste(tuple(readings), tuple(left_over))


def _without_heading(rows: Sequence[Row]) -> Paste:
    found = [(row, tuple(piece for cell in row for piece in pieces(cell))) for row in rows]
    named = [(row, record) for row, record in found if _has_address(record)]
    width = max((len(record) for _, record in named), default=0)
    even = [(*record, *[Piece("")] * (width - len(record))) for _, record in named]
    readings = [reading for reading in read_rows(even) if reading] if even else []
    left_over = [_line(row) for row, record in found if not _has_address(record)]
    return Paste(tuple(readings), tuple(left_over))


def _has_address(record: Record) -> bool:
    return any(ADDRESS.fullmatch(piece.text) for piece in record)


def _freed(rows: Sequence[Row]) -> tuple[bool, int, bool]:
    """Return what tells a delimiter: a heading, the addresses alone in a cell, and even rows."""
    found = [piece for row in rows for cell in row for piece in pieces(cell)]
    even = len({len(row) for row in rows}) == 1
    several = any(len(row) > 1 for row in rows)
    return several and heading_at(rows) is not None, _count_addresses(found), even and several


def _count_addresses(found: Sequence[Piece]) -> int:
    return sum(ADDRESS.fullmatch(piece.text) is not None for piece in found)


def _is_prose(rows: Sequence[Row]) -> bool:
    """Return whether a delimiter has split sentences rather than values."""
    return any(
        is_sentence(cell)
        or (
            look_of(cell) is Look.WORD
            and " " in cell
            and cell.islower()
            and not _borne_out(cell, row)
        )
        for row in rows
        for cell in row
    )


def _borne_out(cell: str, row: Row) -> bool:
    return any(bears_out(cell, each) for each in row if ADDRESS.fullmatch(each))


def _is_beside(row: Row) -> bool:
    """Return whether an address stands in a row with something else."""
    found = [piece for cell in row for piece in pieces(cell)]
    return len(found) > 1 and _has_address(tuple(found))


def _line(row: Row) -> str:
    return " ".join(filter(None, row))
