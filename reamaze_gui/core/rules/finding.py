"""A finding: what was found in a page, and what is to be done."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.page import Page
from reamaze_gui.core.remark import Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to be said about the page: what it means for the customer, and what to do.

    `id` is the rule's name, stable for other programs; `line` counts from 1, 0 for none.
    Neither sentence quotes the page's code, in which a secret may stand.
    """

    id: str
    severity: Severity
    says: str
    fix: str
    line: int = 0


# Takes the page and the known secrets by account.
Rule = Callable[[Page, Mapping[str, Secret]], Iterator[Finding]]


def grave(id: str, says: str, fix: str, line: int = 0) -> Finding:
    """Return a finding that can't wait: everybody can read what nobody may."""
    return Finding(id, Severity.GRAVE, says, fix, line)


def problem(id: str, says: str, fix: str, line: int = 0) -> Finding:
    """Return a finding that keeps the customer from being signed in, or sends what is wrong."""
    return Finding(id, Severity.PROBLEM, says, fix, line)


def warning(id: str, says: str, fix: str, line: int = 0) -> Finding:
    """Return a finding that is worth a look."""
    return Finding(id, Severity.WARNING, says, fix, line)
