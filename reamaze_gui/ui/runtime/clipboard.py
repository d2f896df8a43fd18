"""Puts an authkey on the clipboard, and clears it after a while.

Like a password manager, it asks clipboard histories not to keep the text: by KDE's hint on Linux,
three registered formats on Windows and the concealed type on macOS.

GNOME on Wayland copies whatever is put on the clipboard, without those marks, and offers its copy
once the owner clears the clipboard or quits. It takes the copy at once, before anybody can paste,
so it is made to copy an empty text.
"""

import ctypes
import re
import sys
from functools import partial

from PySide6.QtCore import QMimeData, QObject, QSignalBlocker, QTimer, Signal, Slot
from PySide6.QtGui import QClipboard, QGuiApplication

_AUTHKEY = re.compile(r"[0-9a-f]{32}")  # half an authkey is enough

MINUTE = 60_000  # milliseconds
_TICK = 1_000  # milliseconds
_SETTLING_TIME = 500  # milliseconds within which a desktop puts back what was cleared

_NO = bytes(4)  # a DWORD of 0
_STAYS = "It stays on the clipboard."
_PUT_BACK = "The desktop put back what was cleared from the clipboard: copy something else."
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


def clipboard_data() -> QMimeData:
    """Return the clipboard's content, or an empty one if the program that owns it hangs.

    On X11, Qt waits five seconds for such a program, each time it is asked.
    """
    data = QGuiApplication.clipboard().mimeData()
    return data if data.formats() else QMimeData()


def marked(text: str) -> QMimeData:
    """Return the text with this system's marks for clipboard histories."""
    data = QMimeData()
    data.setText(text)
    for name, content in _MARKS.get(sys.platform, {}).items():
        data.setData(name, content)
    return data


def _is_marked(data: QMimeData) -> bool:
    return all(map(data.hasFormat, _MARKS.get(sys.platform, {})))


def _wayland_display() -> int | None:
    """Return Qt's `wl_display` pointer; None if this isn't Wayland."""
    application = QGuiApplication.instance()
    on_wayland = QGuiApplication.platformName().startswith("wayland")
    if not (on_wayland and isinstance(application, QGuiApplication)):
        return None
    from PySide6.QtGui import QNativeInterface

    native = application.nativeInterface()
    return native.display() if isinstance(native, QNativeInterface.QWaylandApplication) else None


def _copy_marked(text: str) -> None:
    """Put a marked text on the clipboard; on Wayland, the compositor copies an empty one first."""
    clipboard = QGuiApplication.clipboard()
    display = _wayland_display()
    if display is None:
        clipboard.setMimeData(marked(text))
        return
    data = marked("")
    with QSignalBlocker(clipboard):  # our own slots must not see the empty text
        clipboard.setMimeData(data)
    wayland = ctypes.CDLL("libwayland-client.so.0")
    wayland.wl_display_roundtrip(ctypes.c_void_p(display))  # lets the compositor copy it
    data.setText(text)
    data.setData("text/plain;charset=utf-8", text.encode())  # Qt added this format, still empty
    clipboard.dataChanged.emit()


class Clipboard(QObject):
    """Copies text, and clears it minutes later or at exit if it is still on the clipboard.

    An authkey that the user selected and copied is treated the same.

    Signals: `status_message(sentence)` after such a copy, and once the text was cleared; `changed`
    after `line` changed, which counts down the seconds.
    """

    status_message = Signal(str)
    changed = Signal()

    def __init__(self, minutes: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._minutes = minutes
        self._ours = self._whose = ""
        self._harmless = ""  # may stay on the clipboard, even if it looks like an authkey
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._expire)
        self._tick = QTimer(self, interval=_TICK)
        self._tick.timeout.connect(self.changed)
        QGuiApplication.clipboard().dataChanged.connect(self._follow)
        QGuiApplication.clipboard().selectionChanged.connect(self._mark_selection)

    @property
    def ours(self) -> str:
        """The text copied last, if it is still on the clipboard; else empty."""
        clipboard = QGuiApplication.clipboard()
        return self._ours if clipboard.ownsClipboard() and clipboard.text() == self._ours else ""

    @property
    def line(self) -> str:
        """Whose the last copy is and, below, when it leaves the clipboard; "" once it is gone."""
        if not self._whose or not self.ours:
            return ""
        minutes, milliseconds = divmod(self._timer.remainingTime(), MINUTE)
        left = f"\nLeaves the clipboard in {minutes}:{milliseconds // 1_000:02}."
        return f"Copied: {self._whose}.{left if self._timer.isActive() else ''}"

    def copy(self, text: str, whose: str = "") -> str:
        """Copy the text; return a sentence saying when it will be cleared."""
        self._ours, self._whose = text, whose
        for timer in (self._timer, self._tick):
            timer.stop()
        if not self._minutes:
            QGuiApplication.clipboard().setMimeData(marked(text))
            return _STAYS
        _copy_marked(text)
        self._timer.start(self._minutes * MINUTE)
        self._tick.start()
        self.changed.emit()
        unit = "minute" if self._minutes == 1 else "minutes"
        return f"Leaves the clipboard in {self._minutes} {unit}, or when you quit."

    def copy_harmless(self, text: str, html: str = "") -> str:
        """Copy a text without credentials, which may stay on the clipboard; return a sentence.

        `html` is the same text for programs that accept markup, such as mail.
        """
        self._ours, self._harmless = "", text
        self._timer.stop()
        data = QMimeData()
        data.setText(text)
        if html:
            data.setHtml(html)
        QGuiApplication.clipboard().setMimeData(data)
        return _STAYS

    def set_minutes(self, minutes: int) -> None:
        """Clear the copied text this many minutes from now; 0 for never."""
        self._minutes = minutes
        self._timer.stop()
        if ours := self.ours:
            # Again, since the compositor may keep only what is never cleared.
            self.copy(ours, self._whose)

    def clear_at_exit(self) -> None:
        """Clear our text now, unless it is never to be cleared."""
        if self._minutes:
            self._clear()

    def _follow(self) -> None:
        """Treat an authkey that the user selected and copied like one copied by its button."""
        clipboard = QGuiApplication.clipboard()
        text = clipboard.text() if clipboard.ownsClipboard() else ""
        if text not in (self._ours, self._harmless) and _AUTHKEY.search(text):
            self.status_message.emit(f"Copied. {self.copy(text)}")
        elif not self.ours:
            self._tick.stop()
        self.changed.emit()

    def _mark_selection(self) -> None:
        """Mark a selected authkey, since on X11 a selection is available to every program."""
        clipboard, selection = QGuiApplication.clipboard(), QClipboard.Mode.Selection
        if not clipboard.ownsSelection():
            return
        text = clipboard.text(selection)
        if _AUTHKEY.search(text) and not _is_marked(clipboard.mimeData(selection)):
            clipboard.setMimeData(marked(text), selection)

    @Slot()
    def _expire(self) -> None:
        if text := self._clear():
            report = partial(self._report_cleared, text)
            QTimer.singleShot(_SETTLING_TIME, self, report)

    def _clear(self) -> str:
        """Clear the clipboard if it still has our text; return that text."""
        text = self.ours
        if text:
            QGuiApplication.clipboard().clear()
        self._ours = ""
        return text

    def _report_cleared(self, text: str) -> None:
        is_back = QGuiApplication.clipboard().text() == text
        self.status_message.emit(_PUT_BACK if is_back else "The clipboard was cleared.")
