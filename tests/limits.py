"""Limits the process's resources."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest


@contextmanager
def files_left(number: int) -> Iterator[None]:
    """Limit how many more files and sockets this process can open."""
    resource = _resource()
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    with ExitStack() as stack:
        nothing = Path(os.devnull)
        taken = [stack.enter_context(nothing.open()).fileno() for _ in range(number + 1)]
    resource.setrlimit(resource.RLIMIT_NOFILE, (taken[-1], hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


@contextmanager
def full_disk() -> Iterator[None]:
    """Limit the size of files to a few bytes."""
    resource = _resource()
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def _resource() -> Any:  # noqa: ANN401 - a module that is not everywhere
    return pytest.importorskip("resource", reason="Windows has no such limits")
