"""Bounds the time and the memory that reading one paste may take."""

from collections.abc import Callable
from dataclasses import dataclass

LONGEST_VALUE = 100_000  # characters that a script may make of a value; more are left to a browser

_CHARACTERS = 100  # that cost as much as a step
_CHECKED = 200  # steps from one look at whether to stop to the next
_SCRIPT = 5  # steps, as many as it costs the parser to begin


class Exhausted(Exception):  # noqa: N818 - not an error: there is more than a page ever has
    """Raised where reading on would take too long."""


class Stopped(Exception):  # noqa: N818 - not an error: somebody wants it so
    """Raised where nobody waits for the answer any more."""


def never() -> bool:
    """Return that nobody wants to stop."""
    return False


@dataclass(slots=True)
class Budget:
    """How much may still be done for one paste; an ordinary page takes a hundredth of it.

    `parsing` counts calls of the parser, a few for each 1,000 bytes; `running` nodes of a script,
    members that are copied or visited, and each 100 characters of a text that is made.
    """

    parsing: int = 8_000
    running: int = 60_000
    stopped: Callable[[], bool] = never

    @property
    def is_spent(self) -> bool:
        """Whether nothing more can be done."""
        return self.parsing < 0 or self.running < 0

    def parse(self, offset: int, _has_error: bool = False) -> bool:  # noqa: FBT001, FBT002
        """Count a call of the parser; return whether it must stop."""
        self.parsing -= 1 if offset else _SCRIPT
        return self.parsing < 0 or (self.parsing % _CHECKED == 0 and self.stopped())

    def spend(self, steps: int = 1) -> None:
        """Count steps; raise `Exhausted` at the end, and `Stopped` when told to stop."""
        before = self.running
        self.running -= steps
        if self.running < 0:
            raise Exhausted
        if before // _CHECKED != self.running // _CHECKED:
            self.check()

    def characters(self, count: int) -> None:
        """Count a text that is made."""
        self.spend(1 + count // _CHARACTERS)

    def check(self) -> None:
        """Raise `Stopped` when told to stop."""
        if self.stopped():
            raise Stopped
