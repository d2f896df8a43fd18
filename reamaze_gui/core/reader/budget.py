"""Limits the time and memory that reading one paste may take."""

from collections.abc import Callable
from dataclasses import dataclass

LONGEST_VALUE = 100_000  # characters of a value that a script builds; a longer one is not computed

_CHARACTERS = 100  # that cost as much as a step
_CHECKED = 200  # steps between two calls of `stopped`
_SCRIPT = 5  # steps that it costs the parser to begin a script


class Exhausted(Exception):  # noqa: N818 - not an error: no real page needs as much
    """Raised when reading on would take too long."""


class Stopped(Exception):  # noqa: N818 - not an error: the caller asked for it
    """Raised when nobody is waiting for the result any more."""


def never() -> bool:
    """Return False: nobody wants to stop."""
    return False


@dataclass(slots=True)
class Budget:
    """The work still allowed for one paste; an ordinary page takes a hundredth of it.

    `parsing` counts reads of the parser, a few per 1,000 bytes. `running` counts a script's nodes,
    members that are copied or visited, and every 100 characters of text that is built.
    """

    parsing: int = 8_000
    running: int = 60_000
    stopped: Callable[[], bool] = never

    @property
    def is_spent(self) -> bool:
        """Whether the budget is used up."""
        return self.parsing < 0 or self.running < 0

    def parse(self, offset: int, _has_error: bool = False) -> bool:  # noqa: FBT001, FBT002
        """Count a read of the parser; return whether it must stop."""
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
        """Count a text that is built."""
        self.spend(1 + count // _CHARACTERS)

    def check(self) -> None:
        """Raise `Stopped` when told to stop."""
        if self.stopped():
            raise Stopped
