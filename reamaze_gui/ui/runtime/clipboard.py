"""Puts an authkey on the clipboard, and takes it off again.

Marks ask clipboard histories not to keep it, as password managers do: KDE's hint on Linux, three
registered formats on Windows, the concealed type on macOS.

GNOME's Wayland takes a copy of whatever gets on the clipboard, without the marks, and offers that
again when its owner lets go or ends. It asks for its copy at once, before anybody can paste: so it
is given an empty one.
"""

import ctypes
import re
import sys

from PySide6.QtCore import QMimeData, QObject, QSignalBlocker, QTimer, Signal, Slot
from PySide6.QtGui import QClipboard, QGuiApplication

_AUTHKEY = re.compile(r"[0-9a-f]{32}")  # or half of one

MINUTE = 60_000  # milliseconds
_MOMENT = 500  # milliseconds in which a desktop puts back what was cleared

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


def offered() -> QMimeData:
    """Return what the clipboard has: nothing where the program that offers it hangs.

    On X11, Qt would wait five seconds for it at each question.
    """
    data = QGuiApplication.clipboard().mimeData()
    return data if data.formats() else QMimeData()


def marked(text: str) -> QMimeData:
    """Return the text as it goes on the clipboard, with the marks of this system."""
    data = QMimeData()
    data.setText(text)
    for name, content in _MARKS.get(sys.platform, {}).items():
        data.setData(name, content)
    return data


def _is_marked(data: QMimeData) -> bool:
    return all(map(data.hasFormat, _MARKS.get(sys.platform, {})))


def _wayland_display() -> int | None:
    """Return the pointer to Qt's connection with the compositor; None where there is none."""
    application = QGuiApplication.instance()
    is_there = QGuiApplication.platformName().startswith("wayland")
    if not (is_there and isinstance(application, QGuiApplication)):
        return None
    from PySide6.QtGui import QNativeInterface

    native = application.nativeInterface()
    return native.display() if isinstance(native, QNativeInterface.QWaylandApplication) else None


def _lend(text: str) -> None:
    """Put a marked text on the clipboard so that no Wayland desktop has a copy of it."""
    clipboard = QGuiApplication.clipboard()
    display = _wayland_display()
    if display is None:
        clipboard.setMimeData(marked(text))
        return
    data = marked("")
    with QSignalBlocker(clipboard):  # nobody here need hear of the empty one
        clipboard.setMimeData(data)
    wayland = ctypes.CDLL("libwayland-client.so.0")
    wayland.wl_display_roundtrip(ctypes.c_void_p(display))  # hands out what was asked for
    data.setText(text)
    data.setData("text/plain;charset=utf-8", text.encode())  # which Qt has put beside it
    clipboard.dataChanged.emit()


class Clipboard(QObject):
    """Puts text on the clipboard and clears it, some minutes later or at the end, if still ours.

    An authkey that was selected and copied by hand is treated alike. Signals: `said(sentence)`
    where one was, and once the time is over.
    """

    said = Signal(str)

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
    def ours(self) -> str:
        """What was copied here last, if it is still there; else empty."""
        clipboard = QGuiApplication.clipboard()
        return self._ours if clipboard.ownsClipboard() and clipboard.text() == self._ours else ""

    @property
    def seconds_left(self) -> int | None:
        """How long that stays, in whole seconds; None where no end is set."""
        return self._timer.remainingTime() // 1_000 if self._timer.isActive() else None

    def copy(self, text: str) -> str:
        """Put the text on the clipboard and return what becomes of it there, in a sentence."""
        self._ours = text
        self._timer.stop()
        _lend(text) if self._minutes else QGuiApplication.clipboard().setMimeData(marked(text))
        if not self._minutes:
            return "It stays on the clipboard."
        self._timer.start(self._minutes * MINUTE)
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
        if ours := self.ours:
            self.copy(ours)  # anew, as what may stay is left to the desktop to keep

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
            self.said.emit(f"Copied. {self.copy(text)}")

    def _mark_selected(self) -> None:
        """Mark an authkey that is selected: on X11, every program can have it from then on."""
        clipboard, selection = QGuiApplication.clipboard(), QClipboard.Mode.Selection
        if not clipboard.ownsSelection():
            return
        text = clipboard.text(selection)
        if _AUTHKEY.search(text) and not _is_marked(clipboard.mimeData(selection)):
            clipboard.setMimeData(marked(text), selection)

    @Slot()
    def _clear_in_time(self) -> None:
        if text := self._clear():
            QTimer.singleShot(_MOMENT, self, lambda: self.said.emit(_outcome(text)))

    def _clear(self) -> str:
        """Clear the clipboard if it still holds our text; return that."""
        text = self.ours
        if text:
            QGuiApplication.clipboard().clear()
        self._ours = ""
        return text


def _outcome(text: str) -> str:
    if QGuiApplication.clipboard().text() == text:
        return "The desktop has put back what was cleared from the clipboard: copy something else."
    return "The clipboard was cleared."
