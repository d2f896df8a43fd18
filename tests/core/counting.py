"""Work measured in lines of Python that are run: whatever else the machine does changes nothing."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def lines_run(work: Callable[[], object]) -> int:
    """Return how many lines of Python it takes, in this thread."""
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
    """Whether reading a text takes work in proportion to its length, tried at half and a quarter.

    What is quadratic takes four times the work at each doubling; a step that is only worth it from
    some length on makes one doubling dear, but not two.
    """

    def work(length: int) -> int:
        return lines_run(lambda: read(text[:length]))

    half = work(len(text) // 2)
    return half < 2.5 * work(len(text) // 4) or work(len(text)) < 2.5 * half
