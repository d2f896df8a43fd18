"""What is said about a value: how bad it is, what to do, and what would be right."""

from dataclasses import dataclass
from enum import Enum


class Severity(Enum):
    """What a remark means for the snippet, or a finding for the page."""

    GRAVE = "grave"
    """Everybody can read what nobody may: act at once. Of a page, never of a value."""
    MISSING = "missing"
    """Nothing is there yet; stops the snippet, and nobody has done anything wrong."""
    PROBLEM = "problem"
    """Wrong; stops the snippet."""
    WARNING = "warning"
    """Worth a look; the snippet is written all the same."""


@dataclass(frozen=True, slots=True)
class Fix:
    """The corrected value, where only one can be meant, and the words on the button for it."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Remark:
    """One sentence about one value, in the words of a support person.

    `field` is the name of the field that it is about, filled in by `compose`; `row` the place of
    the attribute among those that were given, from 0.
    """

    severity: Severity
    says: str
    fix: Fix | None = None
    field: str = ""
    row: int | None = None

    @property
    def stops(self) -> bool:
        """Whether no snippet can be written while this stands."""
        return self.severity is not Severity.WARNING


def problem(says: str, fix: Fix | None = None) -> Remark:
    """Return a remark that stops the snippet."""
    return Remark(Severity.PROBLEM, says, fix)


def warning(says: str, fix: Fix | None = None) -> Remark:
    """Return a remark that lets the snippet pass."""
    return Remark(Severity.WARNING, says, fix)
