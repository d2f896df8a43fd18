"""Brings a window to the front."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def bring(window: QWidget) -> None:
    """Show a window in front of others, also if it is open or minimised already."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
