"""What happens when the program itself has a bug? It says so once, and goes on."""

import re
import sys
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from types import TracebackType
from typing import Self

from PySide6.QtCore import QObject, Qt, Signal, Slot, qVersion
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout

from reamaze_gui import __version__

# An authkey, however it is written, and anything as long that might be one; an email address.
_CREDENTIAL = re.compile(r"[0-9A-Fa-f]{32,}|[A-Za-z0-9+/_-]{40,}={0,2}")
_EMAIL = re.compile(r"[^\s'\"<>:]+@[^\s'\"<>]+")

_SHORTEST_SECRET = 4  # characters; shorter ones would blot out the report itself


def report(error: BaseException, confidential: Iterable[str]) -> str:
    """Return a report on an error for the developers: no locals, and nothing confidential.

    Secrets (`confidential` lists those in memory), authkeys and e-mail addresses are blotted out.
    """
    import traceback

    trace = "".join(traceback.TracebackException.from_exception(error).format())
    for text in sorted(confidential, key=len, reverse=True):
        if len(text) >= _SHORTEST_SECRET:
            for written in (text, repr(text)[1:-1], repr(f"'{text}\"")[3:-2]):
                trace = trace.replace(written, "[confidential]")
    trace = _EMAIL.sub("[email]", _CREDENTIAL.sub("[authkey]", trace))
    return f"Re:amaze SSO {__version__}, {versions()}\n\n{trace}"


def versions() -> str:
    """Return what the program runs on."""
    import platform

    return f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"


class CrashReporter(QObject):
    """Catches what nobody caught, on every thread, and shows it in one dialog.

    Use it as a context manager: the hooks that were there before come back at the end. `reports`
    counts what came while the dialog was open (Qt calls some of our functions again and again).
    """

    _crashed = Signal(str)

    def __init__(self, confidential: Callable[[], Iterable[str]]) -> None:
        super().__init__()
        self._confidential = confidential
        self.dialog: CrashDialog | None = None
        self._crashed.connect(self._show)

    def __enter__(self) -> Self:
        self._before = sys.excepthook, threading.excepthook
        sys.excepthook = self._catch
        threading.excepthook = self._catch_in_thread
        return self

    def __exit__(self, *_: object) -> None:
        sys.excepthook, threading.excepthook = self._before

    def _catch(
        self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        # A signal: dialogs belong to the GUI thread, whatever thread it happened on.
        self._crashed.emit(report(error, self._confidential()))

    def _catch_in_thread(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value:
            self._crashed.emit(report(caught.exc_value, self._confidential()))

    @Slot(str)
    def _show(self, text: str) -> None:
        with suppress(AttributeError, OSError, ValueError):  # none under pythonw, or closed
            sys.stderr.write(text)
        if self.dialog and self.dialog.isVisible():
            return
        self.dialog = CrashDialog(text)
        self.dialog.show()


class CrashDialog(QDialog):
    """Says that something went wrong, and holds the report to copy."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setWindowTitle("Something went wrong")
        says = QLabel(
            "Re:amaze SSO has a bug, and has just run into it. What you typed is still there, "
            "and you can go on.\nPlease send this report to the developers: secrets, authkeys "
            "and e-mail addresses are taken out."
        )
        says.setTextFormat(Qt.TextFormat.PlainText)
        says.setWordWrap(True)
        details = QPlainTextEdit(text, readOnly=True)
        details.setAccessibleName("Report")
        details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton("Copy report", QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(details.selectAll)
        copy.clicked.connect(details.copy)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.addWidget(says)
        layout.addWidget(details)
        layout.addWidget(buttons)
        self.resize(640, 400)
