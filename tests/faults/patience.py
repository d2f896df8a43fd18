"""How long did something take, less what other programs on the machine took meanwhile?"""

import os
import time
from collections.abc import Callable
from pathlib import Path


def seconds_to_end(process: int, ask: Callable[[], object]) -> float:
    """Ask a child process to end, wait for that, and return how long it took.

    Left out is the time in which it could have run, but was given no processor.
    """
    began, kept_waiting = time.monotonic(), _kept_waiting(process)
    ask()
    os.waitid(os.P_PID, process, os.WEXITED | os.WNOWAIT)
    return time.monotonic() - began - (_kept_waiting(process) - kept_waiting)


def _kept_waiting(process: int) -> float:
    """Return for how many seconds it was given no processor, in all its life."""
    _, waited, _ = Path(f"/proc/{process}/schedstat").read_text().split()  # in nanoseconds
    return int(waited) / 1e9
