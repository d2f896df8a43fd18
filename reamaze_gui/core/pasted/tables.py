"""Reads customers from tables: of a spreadsheet, an export, Markdown or a web page."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from reamaze_gui.core.headings import meaning
from reamaze_gui.core.pasted.cells import Row, html_tables, pieces, split_rows
from reamaze_gui.core.pasted.labelled import read_labelled
from reamaze_gui.core.pasted.looks import ADDRESS, Look, confirms_name, is_sentence, look_of
from reamaze_gui.core.pasted.paste import Paste, PastedCustomer, Piece, Record
from reamaze_gui.core.pasted.unlabelled import read_rows

_DELIMITERS = "\t|;,"
_GAP, _GAPS = "  ", re.compile(r"(?<=\S) {2,}(?=\S)")
_JIRA_HEADING = re.compile(r"^\|\|.*\|\|[ \t\r]*$", re.MULTILINE)
_NONE = "\x1f"  # stands for no delimiter: a single column
_HTML = re.compile(r"<t(?:able|r|d|h)\b", re.IGNORECASE)
_NO_HEADING = {Look.EMAIL, Look.NUMBER, Look.PHONE}
_MOST_ABOVE = 3  # rows above a heading, such as a title or a date


def read_html(text: str) -> Paste:
    """Return the customers of the first table in HTML that has any."""
    pastes = map(read_table, html_tables(text) if _HTML.search(text) else ())
    return next((paste for paste in pastes if paste.readings), Paste())


def read_delimited(text: str, *, alone: bool = False) -> Paste:
    """Return the customers of rows delimited by tab, bar, semicolon, comma or wide gaps.

    The delimiter is the one that isolates most addresses and gives rows of equal length. Rows that
    each have only an address are read if `alone` is true; they may be part of something else.
    """
    text = _JIRA_HEADING.sub(lambda heading: heading[0].replace("||", "|"), text)
    delimiters = [each for each in _DELIMITERS if each in text] or [_NONE]
    tables = {each: split_rows(text, each) for each in delimiters}
    if _GAPS.search(text):
        tables[_GAP] = split_rows(_GAPS.sub("\t", text), "\t")
    best = max(tables, key=lambda each: _delimiter_score(tables[each]))
    rows = tables[best]
    if not alone and heading_at(rows) is None and not any(map(_is_beside, rows)):
        return Paste()
    if heading_at(rows) is None and (best == _NONE or (best != "\t" and _is_prose(rows))):
        return Paste()
    return read_table(rows)


def read_table(rows: Sequence[Row]) -> Paste:
    """Return the customers of rows; the heading may be a row, the first column, or missing."""
    at = heading_at(rows)
    transposed = [list(column) for column in zip_longest(*rows, fillvalue="")]
    is_column = len(transposed) > 1 and len(transposed[0]) > 1 and heading_at(transposed) == 0
    if at is None and is_column:
        rows, at = transposed, 0
    if at is None:
        return _without_heading(rows)
    return _with_heading(rows[at], rows[at + 1 :], rows[:at])


def heading_at(rows: Sequence[Row]) -> int | None:
    """Return the index of the heading among the first rows; it names columns and has no values."""
    for at, row in enumerate(rows[:_MOST_ABOVE]):
        meant = {found[0] for cell in row if (found := meaning(cell))}
        if any(look_of(cell) in _NO_HEADING for cell in row):
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
            more = "This row has more cells than the heading. Are the cells shifted?"
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


def _delimiter_score(rows: Sequence[Row]) -> tuple[bool, int, bool]:
    """Return how well a delimiter fits: a heading, addresses alone in a cell, even rows."""
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
            and not _is_confirmed(cell, row)
        )
        for row in rows
        for cell in row
    )


def _is_confirmed(cell: str, row: Row) -> bool:
    return any(confirms_name(cell, each) for each in row if ADDRESS.fullmatch(each))


def _is_beside(row: Row) -> bool:
    """Return whether a row has an address and something else."""
    found = [piece for cell in row for piece in pieces(cell)]
    return len(found) > 1 and _has_address(tuple(found))


def _line(row: Row) -> str:
    return " ".join(filter(None, row))
