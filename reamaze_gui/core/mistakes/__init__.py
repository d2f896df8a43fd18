"""The slips that make a wrong authkey, each with the function that makes it again.

An authkey is made in steps: id and email are taken (`values`), joined (`texts`), written as bytes
(`charsets`), and digested (`algorithms`) with a key (`keys`). Each step has a table of slips, each
a function that reproduces the mistake. To add a mistake: one line in its step.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from typing import Any


class Side(Enum):
    """Which is to be changed: the page, that sends something else, or the server, that signs."""

    PAGE = "page"
    SERVER = "server"


# How likely a slip is: as how many common ones it counts.
COMMON, RARE, ODD = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Slip:
    """One mistake: what was done, what to do instead, and the function that does it again.

    `called` is what the explanation calls the outcome: an algorithm, or a key in words. `weight` is
    how many common ones it counts for: RARE if it is rare or really two at once. Where `side` is
    the page's, the function gives what was signed for what the page made of it.
    """

    says: str
    fix: str
    make: Callable[..., Any] = field(repr=False, compare=False)
    called: str = ""
    weight: int = COMMON
    side: Side = Side.SERVER
