"""Brings a window before the user."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def bring(window: QWidget) -> None:
    """Show a window where the user sees it, also if it is open already, and as large as it was."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
