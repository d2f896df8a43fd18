"""Opens an address in the system's browser."""

import subprocess
import sys
from threading import Thread

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

IS_SLOW = sys.platform == "linux"
"""Whether `open_address` may block."""

_TIMEOUT = 5.0  # seconds after which xdg-open has become the browser itself


def open_address(address: str) -> bool:
    """Open an address; return False if that is known to have failed.

    On Linux it can block for seconds: call it off the GUI thread. Elsewhere it uses
    QDesktopServices: call it on the GUI thread.
    """
    if not IS_SLOW:
        return QDesktopServices.openUrl(QUrl(address))
    # QDesktopServices ignores it when xdg-open fails, and lets it log the address.
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
        Thread(target=opener.wait, daemon=True).start()  # reaps it when the user closes it
        return True
