"""Copies what Build hands out, and tells whose it is for as long as it is on the clipboard."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

from reamaze_gui.ui.runtime.clipboard import Clipboard

_TICK = 1_000  # milliseconds
_MINUTE = 60  # seconds


class Copied(QObject):
    """What was copied last. Signals: `changed` after `line`, at most once a second."""

    changed = Signal()

    def __init__(self, clipboard: Clipboard, parent: QObject) -> None:
        super().__init__(parent)
        self._clipboard = clipboard
        self._text = self._whose = ""
        self._tick = QTimer(self, interval=_TICK)
        self._tick.timeout.connect(self._follow)
        QGuiApplication.clipboard().dataChanged.connect(self._follow)

    @property
    def line(self) -> str:
        """Whose it is and when it leaves the clipboard; empty where it is not there any more."""
        if not self._whose:
            return ""
        seconds = self._clipboard.seconds_left
        if seconds is None:
            return f"Copied: {self._whose}."
        left = f"{seconds // _MINUTE}:{seconds % _MINUTE:02}"
        return f"Copied: {self._whose}. Leaves the clipboard in {left}."

    def copy(self, text: str, whose: str, *, stays: bool = False) -> str:
        """Put a text on the clipboard and return what becomes of it there, in a sentence.

        What opens nothing `stays`: it is not cleared.
        """
        if stays:
            self._clipboard.copy_harmless(text)
            return "It stays on the clipboard."
        becomes = self._clipboard.copy(text)
        self._text, self._whose = text, whose
        self._tick.start()
        self.changed.emit()
        return becomes

    @Slot()
    def _follow(self) -> None:
        """Tell the time that is left, or nothing once something else is on the clipboard."""
        if not self._whose:
            return
        if self._clipboard.ours != self._text:
            self._text = self._whose = ""
            self._tick.stop()
        self.changed.emit()
