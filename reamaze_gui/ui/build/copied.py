"""Copies snippets and authkeys, and says whose is on the clipboard."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

from reamaze_gui.ui.runtime.clipboard import Clipboard

_TICK = 1_000  # milliseconds
_MINUTE = 60  # seconds


class Copied(QObject):
    """The last copy. Signals: `changed` after `line` changed, which counts down the seconds."""

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
        """Whose the copy is and when it leaves the clipboard; empty once it is gone."""
        if not self._whose:
            return ""
        seconds = self._clipboard.seconds_left
        if seconds is None:
            return f"Copied: {self._whose}."
        left = f"{seconds // _MINUTE}:{seconds % _MINUTE:02}"
        return f"Copied: {self._whose}. Leaves the clipboard in {left}."

    def copy(self, text: str, whose: str, *, harmless: bool = False) -> str:
        """Copy a text and return a sentence saying when it will be cleared.

        A `harmless` text, without credentials, is not cleared.
        """
        if harmless:
            self._clipboard.copy_harmless(text)
            return "It stays on the clipboard."
        becomes = self._clipboard.copy(text)
        self._text, self._whose = text, whose
        self._tick.start()
        self.changed.emit()
        return becomes

    @Slot()
    def _follow(self) -> None:
        """Update the countdown, or end it once something else is on the clipboard."""
        if not self._whose:
            return
        if self._clipboard.ours != self._text:
            self._text = self._whose = ""
            self._tick.stop()
        self.changed.emit()
