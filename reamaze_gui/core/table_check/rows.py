"""Splits a stream of lines into rows, and recovers after a damaged one."""

import csv
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import islice

from reamaze_gui.core.pasted.cells import Row

BATCH = 500  # lines: a few milliseconds, and too few to trigger the garbage collector
_MOST_LINES = 30  # in one row; more mean that a quotation mark is never closed


class Damaged(str):
    """What is wrong with a line that can't be read, as the rest of a sentence about it."""

    __slots__ = ()


Batch = Sequence[Row | Damaged]


def batches(lines: Iterable[str], delimiter: str, width: int) -> Iterator[Batch]:
    """Yield batches of rows, without empty ones; a damaged line is replaced by what is wrong.

    A quoted cell may extend over several lines. If its quotes don't match, only its first line is
    damaged, and reading goes on with the next line. `width` is the number of cells in a row.
    """
    rest = iter(lines)
    while batch := [*islice(rest, BATCH)]:
        try:
            rows: Batch = [*csv.reader(batch, delimiter=delimiter, strict=True)]
        except csv.Error:
            rows = []
        if len(rows) != len(batch):  # not each line is a row, as it is if all quotes match
            rows = [*_one_by_one(deque(batch), rest, delimiter, width)]
        yield [row for row in rows if any(row)]


def _one_by_one(lines: deque[str], rest: Iterator[str], delimiter: str, width: int) -> Batch:
    """Return the rows of a batch, the last of which may go on in the rest."""
    rows: list[Row | Damaged] = []
    while lines:
        row, size = _first_row(lines, rest, delimiter, width)
        rows.append(row)
        for _ in range(size):
            lines.popleft()
    return rows


def _first_row(
    lines: deque[str], rest: Iterator[str], delimiter: str, width: int
) -> tuple[Row | Damaged, int]:
    for size in range(1, _MOST_LINES + 1):
        if size > len(lines):
            lines.extend(islice(rest, 1))
        taken = [*islice(lines, size)]
        with suppress(csv.Error):
            row = next(csv.reader(taken, delimiter=delimiter, strict=True))
            if size == 1 or len(row) == width:
                return row, size
        if "".join(taken).count('"') % 2 == 0:
            break  # no cell goes on in the next line
    return Damaged("has a quotation mark that is not closed or is within a value"), 1
