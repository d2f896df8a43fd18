"""Splits a stream of lines into rows, and recovers after a damaged one."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

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
            rows = [*csv.reader(batch, delimiter=delimiter, strict=True)]
        except csv.Error:
            rows = []
        if len(rows) == len(batch):  # each line is a row, so all quotes match
            yield [row for row in rows if any(row)]
        else:
            yield [*_carefully(batch, rest, delimiter, width)]


def _carefully(
    batch: list[str], rest: Iterator[str], delimiter: str, width: int
) -> Iterator[Row | Damaged]:
    """Yield the rows of a batch; the last may continue on the lines after it."""
    lines = _Lines(chain(batch, rest), len(batch))
    reader = csv.reader(lines.fed(), delimiter=delimiter, strict=True)
    while lines.again or lines.left > 0:
        lines.taken.clear()
        try:
            row = next(reader, [])
        except csv.Error:
            row = []
        first, *more = lines.taken
        if row and (not more or len(row) == width):
            if any(row):
                yield row
        elif first.strip():
            lines.again.extend(reversed(more))
            yield Damaged("has a quotation mark that is not closed or is within a value")
            reader = csv.reader(lines.fed(), delimiter=delimiter, strict=True)


class _Lines:
    """Lines that can be pushed back: `left` counts down those of the batch not yet taken."""

    def __init__(self, lines: Iterator[str], left: int) -> None:
        self.left = left
        self.again: list[str] = []  # the next one last
        self.taken: list[str] = []  # by the row in hand
        self._lines = lines

    def fed(self) -> Iterator[str]:
        """Yield the lines. Raises csv.Error when one row takes too many."""
        while True:
            if self.again:
                line = self.again.pop()
            else:
                self.left -= 1
                if (line := next(self._lines, "")) == "":
                    return
            self.taken.append(line)
            if len(self.taken) > _MOST_LINES:
                raise csv.Error
            yield line
