"""Waits for the window while its events go on coming, also where there is no `qtbot`."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

_TIMEOUT = 120.0  # seconds for a search, the disk or the keyring, on a machine that is busy
_PAUSE = 10  # milliseconds between two looks


def wait_until(is_so: Callable[[], bool]) -> None:
    """Wait until something is so."""
    deadline = time.monotonic() + _TIMEOUT
    while not is_so():
        assert time.monotonic() < deadline, "Waited in vain."
        loop = QEventLoop()
        QTimer.singleShot(_PAUSE, loop.quit)
        loop.exec()


def settle() -> None:
    """Let everything find its place: what is laid out anew may ask for more of it."""
    for _ in range(6):
        QApplication.sendPostedEvents()
        QApplication.processEvents()
