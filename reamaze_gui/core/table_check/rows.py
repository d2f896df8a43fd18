"""Splits a stream of lines into rows, and goes on after one that is damaged."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from reamaze_gui.core.pasted.cells import Row

BATCH = 500  # lines at once: some milliseconds, and too few to set off the garbage collector
_MOST_LINES = 30  # of one row: a quotation mark that is never closed takes in all that follows


class Damaged(str):
    """What is wrong with a line that is no row, as a sentence about it goes on."""

    __slots__ = ()


Batch = Sequence[Row | Damaged]


def batches(lines: Iterable[str], delimiter: str, width: int) -> Iterator[Batch]:
    """Yield some rows at a time, those that have something in them, or what is wrong with one.

    A row may go over several lines within quotation marks. Where the marks don't match, its first
    line alone is damaged, and the next is read by itself. `width` is how many cells a row has.
    """
    rest = iter(lines)
    while batch := [*islice(rest, BATCH)]:
        try:
            rows = [*csv.reader(batch, delimiter=delimiter, strict=True)]
        except csv.Error:
            rows = []
        if len(rows) == len(batch):  # each row is a line, so that no mark is without its other
            yield [row for row in rows if any(row)]
        else:
            yield [*_carefully(batch, rest, delimiter, width)]


def _carefully(
    batch: list[str], rest: Iterator[str], delimiter: str, width: int
) -> Iterator[Row | Damaged]:
    """Yield the rows of a batch, of which the last may go on in the lines that follow."""
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
            yield Damaged("has a quotation mark that is not closed, or is within a value")
            reader = csv.reader(lines.fed(), delimiter=delimiter, strict=True)


class _Lines:
    """Lines that can be given back: `left` counts down those that were never taken."""

    def __init__(self, lines: Iterator[str], left: int) -> None:
        self.left = left
        self.again: list[str] = []  # the next one last
        self.taken: list[str] = []  # by the row in hand
        self._lines = lines

    def fed(self) -> Iterator[str]:
        """Yield the lines. Raises csv.Error where one row takes too many."""
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
