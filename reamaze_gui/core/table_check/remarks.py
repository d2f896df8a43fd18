"""Collects remarks on rows, and sums them up in a few sentences."""

import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field

_PLURAL_VERBS = {"has": "have", "is": "are", "was": "were"}
_MOST_NAMED = 5  # rows that a sentence names


@dataclass(slots=True)
class RowRemarks:
    """Remarks on rows, and the authkeys with which each id was seen.

    `rows` holds the first few rows of each remark, and `counts` the number of all. `repeated` holds
    the rows of each id that comes with different authkeys.
    """

    rows: dict[str, list[int]] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    repeated: dict[str, list[int]] = field(default_factory=dict)
    first: dict[str, int] = field(default_factory=dict)  # the first row of each id
    keys: "array[int]" = field(default_factory=lambda: array("q", [0]))  # hash of each authkey

    def skip(self, row: int, what: str) -> None:
        """Note why a row was not checked, as the rest of a sentence."""
        self.keys.append(0)
        self.add(row, what)

    def add(self, row: int, what: str) -> None:
        """Note what is wrong with a row, as the rest of a sentence."""
        self.counts[what] = self.counts.get(what, 0) + 1
        rows = self.rows.setdefault(what, [])
        if len(rows) < _MOST_NAMED:
            rows.append(row)

    def repeat(self, row: int, id: str) -> None:
        """Note that an id was seen before, if it had another authkey."""
        first = self.first[id]
        if self.keys[first] != self.keys[row]:
            self.repeated.setdefault(id, [first]).append(row)

    def sentences(self) -> tuple[str, ...]:
        """Return all remarks as sentences."""
        return (*self._noted(), *self._repeated())

    def _noted(self) -> Iterator[str]:
        for what, rows in self.rows.items():
            count = self.counts[what]
            several = re.sub(r"^(has|is|was)\b", lambda verb: _PLURAL_VERBS[verb[0]], what)
            yield f"{listed(rows, count)} {what if count == 1 else several}."

    def _repeated(self) -> Iterator[str]:
        for user_id, rows in [*self.repeated.items()][:_MOST_NAMED]:
            named = listed(rows, len(rows))
            yield f"{named} have the same ID, “{user_id}”, but different authkeys."
        if (more := len(self.repeated) - _MOST_NAMED) > 0:
            ids = "1 more ID" if more == 1 else f"{more:,} more IDs"
            yield f"The same goes for {ids}."


def listed(rows: list[int], count: int) -> str:
    """Return the first few of `count` rows by number, for a sentence.

    >>> listed([3], 1), listed([3, 8], 2), listed([3, 8, 9, 10, 11], 41)
    ('Row 3', 'Rows 3 and 8', 'Rows 3, 8, 9, 10, 11 and 36 more')
    """
    numbers = [f"{row:,}" for row in rows[:_MOST_NAMED]]
    if count > len(numbers):
        numbers.append(f"{count - len(numbers):,} more")
    *most, last = numbers
    return f"Row {last}" if not most else f"Rows {', '.join(most)} and {last}"
