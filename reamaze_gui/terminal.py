"""Prints to the terminal, if there is one."""

import sys
from contextlib import suppress
from typing import TextIO


def tell(sentence: str) -> None:
    """Print a sentence to standard output."""
    _write(sys.stdout, sentence)


def complain(sentence: str) -> None:
    """Print a sentence to standard error."""
    _write(sys.stderr, sentence)


def _write(stream: TextIO | None, sentence: str) -> None:
    with suppress(AttributeError, OSError, ValueError):  # under pythonw, or after it was closed
        stream.write(f"{sentence}\n")  # type: ignore[union-attr]
