"""Gives the program its own button in the Windows task bar, instead of Python's.

Other systems go by the name of the .desktop file.
"""

import sys

from reamaze_gui import APPLICATION_ID


def claim_task_bar() -> None:
    """Set the process's application ID: call it before creating a window."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(APPLICATION_ID)
