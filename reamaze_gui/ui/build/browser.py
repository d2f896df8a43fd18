"""Opens an address in the system's browser."""

import subprocess
import sys
from threading import Thread

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

IS_SLOW = sys.platform == "linux"
"""Whether asking for an address may take long."""

_TIMEOUT = 5.0  # seconds after which xdg-open has become the browser, and fails no more


def open_address(address: str) -> bool:
    """Ask the system's browser for an address; false where it is known that none will come.

    On Linux it may take some seconds: call it off the GUI thread. Elsewhere only on that, where
    Qt's own way works.
    """
    if not IS_SLOW:
        return QDesktopServices.openUrl(QUrl(address))
    # Qt does not tell when xdg-open fails, and writes the address into the session's log.
    quiet = subprocess.DEVNULL
    try:
        opener = subprocess.Popen(  # noqa: S603 - the address is our own server's
            ["xdg-open", address],  # noqa: S607 - wherever the system keeps it
            stdin=quiet,
            stdout=quiet,
            stderr=quiet,
            start_new_session=True,
        )
    except OSError:
        return False
    try:
        return opener.wait(_TIMEOUT) == 0
    except subprocess.TimeoutExpired:
        Thread(target=opener.wait, daemon=True).start()  # until its user closes it
        return True
