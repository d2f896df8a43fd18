"""What Build needs to know of the accounts."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Accounts:
    """The account in use, those that are known, and a way to turn to another."""

    current: Callable[[], str]
    known: Callable[[], tuple[str, ...]]
    switch_to: Callable[[str], None]
