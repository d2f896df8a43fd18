"""What the form needs of the accounts."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Accounts:
    """Which is in use, which are known, and a way to turn to another."""

    current: Callable[[], str]
    known: Callable[[], tuple[str, ...]]
    turn_to: Callable[[str], None]
