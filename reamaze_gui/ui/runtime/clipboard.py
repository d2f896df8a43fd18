"""Puts an authkey on the clipboard, and takes it off again.

Marks ask clipboard histories not to keep it, as password managers do: KDE's hint on Linux, three
registered formats on Windows, the concealed type on macOS.
"""

import re
import sys

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QClipboard, QGuiApplication

_AUTHKEY = re.compile(r"[0-9a-f]{32}")  # or half of one

_NO = bytes(4)  # a DWORD of 0
_MARKS = {
    "linux": {"x-kde-passwordManagerHint": b"secret"},
    "win32": {
        f'application/x-qt-windows-mime;value="{name}"': _NO
        for name in (
            "ExcludeClipboardContentFromMonitorProcessing",
            "CanIncludeInClipboardHistory",
            "CanUploadToCloudClipboard",
        )
    },
    "darwin": {"application/x-nspasteboard-concealed-type": b""},
}


def marked(text: str) -> QMimeData:
    """Return the text as it goes on the clipboard, with the marks of this system."""
    data = QMimeData()
    data.setText(text)
    for name, content in _MARKS.get(sys.platform, {}).items():
        data.setData(name, content)
    return data


def _is_marked(data: QMimeData) -> bool:
    return all(map(data.hasFormat, _MARKS.get(sys.platform, {})))


class Clipboard(QObject):
    """Puts text on the clipboard and clears it, some minutes later or at the end, if still ours.

    An authkey that was selected and copied by hand is treated alike. Signals: `cleared`;
    `adopted(sentence)` when that has happened, with what becomes of it.
    """

    cleared = Signal()
    adopted = Signal(str)

    def __init__(self, minutes: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._minutes = minutes
        self._ours = ""
        self._open = ""  # what may stay, though it may look like an authkey
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._clear_in_time)
        QGuiApplication.clipboard().dataChanged.connect(self._adopt)
        QGuiApplication.clipboard().selectionChanged.connect(self._mark_selected)

    @property
    def holds_ours(self) -> bool:
        """Whether what was copied here last is still there."""
        clipboard = QGuiApplication.clipboard()
        return bool(self._ours) and clipboard.ownsClipboard() and clipboard.text() == self._ours

    @property
    def seconds_left(self) -> int | None:
        """How long that stays, in whole seconds; None where no end is set."""
        return self._timer.remainingTime() // 1_000 if self._timer.isActive() else None

    def copy(self, text: str) -> str:
        """Put the text on the clipboard and return what becomes of it there, in a sentence."""
        self._ours = text
        QGuiApplication.clipboard().setMimeData(marked(text))
        self.set_minutes(self._minutes)
        if not self._minutes:
            return "It stays on the clipboard."
        unit = "minute" if self._minutes == 1 else "minutes"
        return f"Leaves the clipboard in {self._minutes} {unit}, or when you quit."

    def leave(self, text: str, html: str = "") -> None:
        """Put a text on the clipboard that opens nothing, and so may stay there.

        `html` is the same for programs that take markup, such as mail.
        """
        self._ours, self._open = "", text
        self._timer.stop()
        data = QMimeData()
        data.setText(text)
        if html:
            data.setHtml(html)
        QGuiApplication.clipboard().setMimeData(data)

    def set_minutes(self, minutes: int) -> None:
        """Clear what was copied after this many minutes, counted from now; never for 0."""
        self._minutes = minutes
        self._timer.stop()
        if minutes and self._ours:
            self._timer.start(minutes * 60_000)

    def clear_at_exit(self) -> None:
        """Clear our text now, as nobody will be there to do it in time.

        Where it is never to be cleared, it is left to the desktop's clipboard manager.
        """
        if self._minutes:
            self._clear()

    def _adopt(self) -> None:
        clipboard = QGuiApplication.clipboard()
        if not clipboard.ownsClipboard():
            return
        text = clipboard.text()
        if text not in (self._ours, self._open) and _AUTHKEY.search(text):
            self.adopted.emit(f"Copied. {self.copy(text)}")

    def _mark_selected(self) -> None:
        """Mark an authkey that is selected: on X11, every program can have it from then on."""
        clipboard, selection = QGuiApplication.clipboard(), QClipboard.Mode.Selection
        if not clipboard.ownsSelection():
            return
        text = clipboard.text(selection)
        if _AUTHKEY.search(text) and not _is_marked(clipboard.mimeData(selection)):
            clipboard.setMimeData(marked(text), selection)

    def _clear_in_time(self) -> None:
        if self._clear():
            self.cleared.emit()

    def _clear(self) -> bool:
        """Clear the clipboard if it still holds our text; return whether it did."""
        still_ours = self.holds_ours
        if still_ours:
            QGuiApplication.clipboard().clear()
        self._ours = ""
        return still_ours
