"""Waits while the event loop runs, without `qtbot`."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

_TIMEOUT = 120.0  # seconds for a search, the disk or the keyring on a busy machine
_PAUSE = 10  # milliseconds between polls


def wait_until(is_so: Callable[[], bool]) -> None:
    """Wait until a condition is true."""
    deadline = time.monotonic() + _TIMEOUT
    while not is_so():
        assert time.monotonic() < deadline, "Waited in vain."
        loop = QEventLoop()
        QTimer.singleShot(_PAUSE, loop.quit)
        loop.exec()


def settle() -> None:
    """Let the layout settle, which may take several rounds."""
    for _ in range(6):
        QApplication.sendPostedEvents()
        QApplication.processEvents()
