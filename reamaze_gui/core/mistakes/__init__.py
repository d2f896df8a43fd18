"""The mistakes that lead to a wrong authkey, each with a function that reproduces it.

An authkey is made in steps: id and email are taken (`values`), joined (`texts`), encoded
(`charsets`), and digested (`algorithms`) with a key (`keys`). Each step has a table of slips. To
add a mistake: one line in the table of its step.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from typing import Any


class Side(Enum):
    """What must be changed: the page, which sends the values, or the server, which signs them."""

    PAGE = "page"
    SERVER = "server"


# How likely a slip is, as the number of common slips it counts for.
COMMON, RARE, ODD = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Slip:
    """One mistake: what was done, what to do instead, and a function that reproduces it.

    `result` names what it leads to: the algorithm, or a description of the key. `weight` is the
    number of common slips it counts for: RARE if it is rare, or really two at once. If `side` is
    the page, the function turns the value that the page sends into the one that was signed.
    """

    says: str
    fix: str
    make: Callable[..., Any] = field(repr=False, compare=False)
    result: str = ""
    weight: int = COMMON
    side: Side = Side.SERVER
