"""Remarks about a value: how serious, in which words, and with which correction."""

from dataclasses import dataclass
from enum import Enum


class Severity(Enum):
    """How serious a remark about a value, or a finding about a page, is."""

    GRAVE = "grave"
    """A secret is exposed: act at once. Only for pages, never for a single value."""
    MISSING = "missing"
    """Not entered yet, which is no mistake; stops the snippet."""
    PROBLEM = "problem"
    """Wrong; stops the snippet."""
    WARNING = "warning"
    """Worth a look; doesn't stop the snippet."""


@dataclass(frozen=True, slots=True)
class Fix:
    """The corrected value, where there is only one, and the label of the button that enters it."""

    label: str
    value: str


def use(value: str) -> Fix:
    """Return a fix that replaces the value by this one."""
    return Fix(f"Use {value}", value)


@dataclass(frozen=True, slots=True)
class Remark:
    """One sentence about one value, in the words of a support person.

    `field` is the name of the field concerned, filled in by `compose`; `row` the index of the
    attribute concerned, from 0.
    """

    severity: Severity
    says: str
    fix: Fix | None = None
    field: str = ""
    row: int | None = None

    @property
    def stops(self) -> bool:
        """Whether this keeps the snippet from being written."""
        return self.severity is not Severity.WARNING


def problem(says: str, fix: Fix | None = None) -> Remark:
    """Return a remark that stops the snippet."""
    return Remark(Severity.PROBLEM, says, fix)


def warning(says: str, fix: Fix | None = None) -> Remark:
    """Return a remark that doesn't stop the snippet."""
    return Remark(Severity.WARNING, says, fix)
