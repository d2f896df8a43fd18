"""Tells the task bar of Windows that a window is ours, and not that of Python.

Elsewhere the name of the .desktop file says so.
"""

import sys

from reamaze_gui import APPLICATION_ID


def claim_task_bar() -> None:
    """Give this process a button of its own: call it before the first window is made."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(APPLICATION_ID)
