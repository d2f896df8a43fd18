"""Counts traits that rows have in common: capitals, plus signs, the length of ids, dates."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

_FEW = 0.2  # the largest share of right rows with a trait that is worth reporting
_DAY = len("2026-11-30")

# By what they are called in a sentence, of an id and an email.
_TRAITS: dict[str, Callable[[str, str], bool]] = {
    "capitals in the email": lambda _, email: email != email.lower(),
    "a plus sign in the email": lambda _, email: "+" in email,
    "letters outside ASCII": lambda id, email: not (id + email).isascii(),
    "an ID that begins with a zero": lambda id, _: id[:1] == "0",
    "capitals in the ID": lambda id, _: id != id.lower(),
    "white space around the ID or the email": (
        lambda id, email: id != id.strip() or email != email.strip()
    ),
}
_TESTS = tuple(_TRAITS.values())


@dataclass(slots=True)
class Traits:
    """The number of rows by their traits and the length of the id; their first and last date."""

    counts: Counter[tuple[tuple[bool, ...], int]] = field(default_factory=Counter)
    first: str = ""
    last: str = ""

    def add(self, id: str, email: str) -> None:
        """Count one row."""
        self.counts[tuple([test(id, email) for test in _TESTS]), len(id)] += 1

    def add_dates(self, dates: Iterable[str]) -> None:
        """Extend the range of dates, which must sort as text."""
        known = [*filter(None, (self.first, self.last, *dates))]
        self.first, self.last = min(known, default=""), max(known, default="")

    @property
    def rows(self) -> int:
        """The number of rows."""
        return self.counts.total()

    def share(self, at: int) -> float:
        """Return the share of rows with the trait at this index."""
        return sum(n for (traits, _), n in self.counts.items() if traits[at]) / self.rows


def in_common(failing: Traits, right: Traits) -> Iterator[str]:
    """Yield sentences on what all failing rows have in common, unlike most right ones."""
    if not right.rows:
        return
    for at, what in enumerate(_TRAITS):
        if failing.share(at) == 1 and right.share(at) <= _FEW:
            yield _sentence(f"have {what}", right.share(at), right.rows)
    [length, *others] = {length for _, length in failing.counts}
    same = sum(n for (_, each), n in right.counts.items() if each == length) / right.rows
    if not others and same <= _FEW:
        characters = "1 character" if length == 1 else f"{length} characters"
        yield _sentence(f"have an ID of {characters}", same, right.rows)
    if failing.first and right.first:
        if failing.first > right.last:
            day = failing.first[:_DAY]
            yield f"All of them are dated {day} or later; all the right ones are earlier."
        elif failing.last < right.first:
            day = failing.last[:_DAY]
            yield f"All of them are dated {day} or earlier; all the right ones are later."


def _sentence(what: str, share: float, rows: int) -> str:
    if not share:
        return f"All of them {what}; none of the right rows does."
    return f"All of them {what}, but only {round(share * rows):,} of the {rows:,} right rows."
