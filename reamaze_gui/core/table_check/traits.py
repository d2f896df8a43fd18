"""Counts traits that rows have in common: capitals, plus signs, the length of ids, dates."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

_FEW = 0.2  # the largest share of right rows with a trait that is worth reporting

# By bit.
_TRAITS = {
    1: "capitals in the email",
    2: "a plus sign in the email",
    4: "letters outside ASCII",
    8: "an ID that begins with a zero",
    16: "capitals in the ID",
    32: "white space around the ID or the email",
}


@dataclass(slots=True)
class Traits:
    """The number of rows by set of traits and length of id, and their first and last date."""

    counts: Counter[tuple[int, int]] = field(default_factory=Counter)
    first: str = ""
    last: str = ""

    def add(self, id: str, email: str) -> None:
        """Count one row."""
        self.counts[traits(id, email)] += 1

    def add_dates(self, dates: Iterable[str]) -> None:
        """Extend the range of dates, which must sort as text."""
        known = sorted(filter(None, (self.first, self.last, *dates)))
        self.first, self.last = (known[0], known[-1]) if known else ("", "")

    @property
    def rows(self) -> int:
        """The number of rows."""
        return self.counts.total()

    def share(self, bit: int) -> float:
        """Return the share of rows with a trait."""
        return sum(n for (mask, _), n in self.counts.items() if mask & bit) / self.rows


def traits(id: str, email: str) -> tuple[int, int]:
    """Return the traits of a row as bits, and the length of its id.

    >>> traits("007", "Zoe+shop@example.org")
    (11, 3)
    """
    return (
        (email != email.lower())
        | ("+" in email) << 1
        | (not (id.isascii() and email.isascii())) << 2
        | (id[:1] == "0") << 3
        | (id != id.lower()) << 4
        | (id != id.strip() or email != email.strip()) << 5,
        len(id),
    )


def in_common(failing: Traits, right: Traits) -> Iterator[str]:
    """Yield sentences on what all failing rows have in common, unlike most right ones."""
    if not right.rows:
        return
    for bit, what in _TRAITS.items():
        if failing.share(bit) == 1 and right.share(bit) <= _FEW:
            yield _sentence(f"have {what}", right.share(bit), right.rows)
    [length, *others] = {length for _, length in failing.counts}
    same = sum(n for (_, each), n in right.counts.items() if each == length) / right.rows
    if not others and same <= _FEW:
        characters = "1 character" if length == 1 else f"{length} characters"
        yield _sentence(f"have an ID of {characters}", same, right.rows)
    if failing.first and right.first:
        if failing.first > right.last:
            day = _day(failing.first)
            yield f"All of them are dated {day} or later; all the right ones are earlier."
        elif failing.last < right.first:
            day = _day(failing.last)
            yield f"All of them are dated {day} or earlier; all the right ones are later."


def _sentence(what: str, share: float, rows: int) -> str:
    if not share:
        return f"All of them {what}; none of the right rows does."
    return f"All of them {what}, but only {round(share * rows):,} of the {rows:,} right rows."


def _day(date: str) -> str:
    return date[:10]
