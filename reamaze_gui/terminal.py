"""Speaks without a window: in the terminal, if there is one."""

import sys
from contextlib import suppress
from typing import TextIO


def tell(sentence: str) -> None:
    """Say on standard output what came of a start."""
    _write(sys.stdout, sentence)


def complain(sentence: str) -> None:
    """Say on standard error what went wrong."""
    _write(sys.stderr, sentence)


def _write(stream: TextIO | None, sentence: str) -> None:
    with suppress(AttributeError, OSError, ValueError):  # none under pythonw, or it was closed
        stream.write(f"{sentence}\n")  # type: ignore[union-attr]
