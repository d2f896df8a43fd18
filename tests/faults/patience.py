"""How long something took, less what other programs on the machine took meanwhile."""

import os
import time
from collections.abc import Callable
from pathlib import Path


def seconds_to_end(process: int, ask: Callable[[], object]) -> float:
    """Ask a child process to end, wait for that, and return how long it worked or waited.

    It is the longer of both, as a slow machine makes the work longer, and not what it waits for.
    Left out is the time in which it could have run, but was given no processor.
    """
    began, (had_worked, was_kept) = time.monotonic(), _times(process)
    ask()
    os.waitid(os.P_PID, process, os.WEXITED | os.WNOWAIT)
    took, (has_worked, is_kept) = time.monotonic() - began, _times(process)
    worked, kept = has_worked - had_worked, is_kept - was_kept
    return max(worked, took - worked - kept)


def effort() -> float:
    """Return the seconds of work that a fixed task takes: more where a core is shared."""
    began = time.thread_time()
    for _ in range(20_000):
        pass
    # Never none, though the clock of Windows stands still for longer than this takes.
    return max(time.thread_time() - began, time.get_clock_info("thread_time").resolution)


def _times(process: int) -> tuple[float, float]:
    """Return for how many seconds it worked, and was given no processor, in all its life."""
    worked, kept, _ = Path(f"/proc/{process}/schedstat").read_text().split()  # in nanoseconds
    return int(worked) / 1e9, int(kept) / 1e9
