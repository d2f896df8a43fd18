"""How Build accesses the accounts."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Accounts:
    """The account in use, the known ones, and a function to switch."""

    current: Callable[[], str]
    known: Callable[[], tuple[str, ...]]
    switch_to: Callable[[str], None]
