"""Says how far a search has come, and how many simultaneous mistakes it has covered."""

from reamaze_gui.core.diagnosis import Progress
from reamaze_gui.core.mistakes.search import DEEPEST
from reamaze_gui.core.mistakes.signed_texts import COMPLETE

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six")


def progress_line(progress: Progress) -> str:
    r"""Return how far the search has come.

    >>> progress_line(Progress(share=0.4, tried=1, depth=4)).split("\N{NO-BREAK SPACE}")
    ['Looking for four mistakes at once… 40', '%']
    """
    percent = f"{int(100 * progress.share)}\N{NO-BREAK SPACE}%"
    rare = ", rare ones too" if progress.rare else ""
    return f"Looking for {_at_once(progress.depth)}{rare}… {percent}"


def stopped_line(depth: int) -> str:
    """Return how many mistakes a stopped search has covered.

    >>> stopped_line(3)
    'Stopped after trying up to three common mistakes at once.'
    """
    return f"Stopped after trying {at_most(depth)}." if depth else "Stopped."


def at_most(depth: int) -> str:
    """Return how many simultaneous mistakes a search has covered."""
    if depth < DEEPEST:
        up_to = "up to " if depth > 1 else ""
        return f"{up_to}{_at_once(depth).replace(' mistake', ' common mistake')}"
    return f"up to {_at_once(COMPLETE)}, or {_NUMBERS[depth]} common ones"


def _at_once(depth: int) -> str:
    """Return a number of simultaneous mistakes in words."""
    return f"{_NUMBERS[depth]} mistake" if depth == 1 else f"{_NUMBERS[depth]} mistakes at once"
