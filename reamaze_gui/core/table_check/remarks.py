"""Collects what is strange about rows, and says it in a few sentences."""

import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field

_OF_SEVERAL = {"has": "have", "is": "are", "was": "were"}
_NAMED = 5  # rows that a sentence names


@dataclass(slots=True)
class RowRemarks:
    """What is strange about which rows, and which ids were seen with which authkeys."""

    rows: dict[str, list[int]] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    repeated: dict[str, list[int]] = field(default_factory=dict)
    first: dict[str, int] = field(default_factory=dict)  # row of each id
    keys: "array[int]" = field(default_factory=lambda: array("q", [0]))  # of each row, hashed

    def skip(self, row: int, what: str) -> None:
        """Note of a row why its authkey was not looked at, as a sentence goes on."""
        self.keys.append(0)
        self.add(row, what)

    def add(self, row: int, what: str) -> None:
        """Note of a row what is wrong with it, as a sentence goes on."""
        self.counts[what] = self.counts.get(what, 0) + 1
        rows = self.rows.setdefault(what, [])
        if len(rows) < _NAMED:
            rows.append(row)

    def repeat(self, row: int, id: str) -> None:
        """Note that an id was seen before, which is strange with another authkey."""
        first = self.first[id]
        if self.keys[first] != self.keys[row]:
            self.repeated.setdefault(id, [first]).append(row)

    def sentences(self) -> tuple[str, ...]:
        """Return all of it."""
        return (*self._noted(), *self._repeated())

    def _noted(self) -> Iterator[str]:
        for what, rows in self.rows.items():
            count = self.counts[what]
            several = re.sub(r"^(has|is|was)\b", lambda verb: _OF_SEVERAL[verb[0]], what)
            yield f"{listed(rows, count)} {what if count == 1 else several}."

    def _repeated(self) -> Iterator[str]:
        for user_id, rows in [*self.repeated.items()][:_NAMED]:
            whose = listed(rows, len(rows))
            yield f"{whose} have the same ID, “{user_id}”, and different authkeys."
        if len(self.repeated) > _NAMED:
            yield f"So it is with {len(self.repeated) - _NAMED:,} more IDs."


def listed(rows: list[int], count: int) -> str:
    """Return rows by their numbers, the first few of so many.

    >>> listed([3], 1), listed([3, 8], 2), listed([3, 8, 9, 10, 11], 41)
    ('Row 3', 'Rows 3 and 8', 'Rows 3, 8, 9, 10, 11 and 36 more')
    """
    numbers = [f"{row:,}" for row in rows[:_NAMED]]
    if count > len(numbers):
        numbers.append(f"{count - len(numbers):,} more")
    *most, last = numbers
    return f"Row {last}" if not most else f"Rows {', '.join(most)} and {last}"
