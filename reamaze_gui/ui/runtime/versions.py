"""The versions that matter to a bug report; nothing about the user."""

import platform

import PySide6
from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from reamaze_gui import __version__


def runs_on() -> str:
    """Return the versions of Python and Qt, for the technical report.

    >>> runs_on().startswith("Python 3.")
    True
    """
    return ", ".join(versions()[1:3])


def versions() -> tuple[str, ...]:
    """Return the versions of the program and of everything it runs on."""
    return (
        f"Re:amaze SSO {__version__}",
        f"Python {platform.python_version()}",
        f"Qt {qVersion()}",
        f"PySide6 {PySide6.__version__}",
        platform.platform(),
        f"display {QGuiApplication.platformName()}",
    )
