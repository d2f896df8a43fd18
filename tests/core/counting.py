"""Measures how the work of reading grows, in a way that doesn't depend on the machine's load."""

import sys
from collections.abc import Callable
from time import thread_time
from types import FrameType
from typing import Any


def lines_run(work: Callable[[], object]) -> int:
    """Return how many lines of Python a call executes in this thread."""
    count = 0

    def trace(_frame: FrameType, event: str, _argument: Any) -> Any:  # noqa: ANN401 - sys.settrace's
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()  # coverage's, or a debugger's
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def grows_with_its_length(read: Callable[[str], object], text: str) -> bool:
    """Return whether the work of reading is linear in the length, tried at half and a quarter.

    Quadratic work grows fourfold at each doubling. A threshold in the code can make one doubling
    expensive, but not two.
    """

    def work(length: int) -> int:
        return lines_run(lambda: read(text[:length]))

    half = work(len(text) // 2)
    return half < 2.5 * work(len(text) // 4) or work(len(text)) < 2.5 * half


def takes_time_by_its_length(read: Callable[[str], object], text: str) -> bool:
    """Return whether reading ten times as much takes about ten times as long, patterns included.

    A pattern runs no lines of Python. It would take a hundred times as long if it were quadratic.
    """

    def took(length: int) -> float:
        start = thread_time()
        read(text[:length])
        return thread_time() - start

    return took(len(text)) < 30 * min(took(len(text) // 10) for _ in range(3))
