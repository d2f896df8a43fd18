"""Defines a finding: what is wrong in a page, and what to do about it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.customer import FIELDS
from reamaze_gui.core.page import Page
from reamaze_gui.core.remark import Severity

_FIELDS = {field.name for field in FIELDS}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong with the page: what it means for the customer, and how to fix it.

    `id` is the rule's name, stable for other programs; `line` counts from 1, 0 for none.
    Neither sentence quotes the page's code, which may contain a secret.
    """

    id: str
    severity: Severity
    says: str
    fix: str
    line: int = 0

    @property
    def is_of_field(self) -> bool:
        """Whether this is what the form on the Build page would say about one value."""
        return self.id in _FIELDS


# Takes the page and the known secrets by account.
Rule = Callable[[Page, Mapping[str, Secret]], Iterator[Finding]]


def grave(id: str, says: str, fix: str, line: int = 0) -> Finding:
    """Return a finding that can't wait: a secret is exposed."""
    return Finding(id, Severity.GRAVE, says, fix, line)


def problem(id: str, says: str, fix: str, line: int = 0) -> Finding:
    """Return a finding that prevents sign-in, or sends a wrong value."""
    return Finding(id, Severity.PROBLEM, says, fix, line)


def warning(id: str, says: str, fix: str, line: int = 0) -> Finding:
    """Return a finding that is worth a look."""
    return Finding(id, Severity.WARNING, says, fix, line)
