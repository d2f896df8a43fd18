"""Shows unexpected exceptions in a dialog, and lets the program go on."""

import re
import sys
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from PySide6.QtCore import QObject, Signal, Slot

from reamaze_gui import __version__
from reamaze_gui.terminal import complain

if TYPE_CHECKING:
    from reamaze_gui.ui.runtime.crash_dialog import CrashDialog

# Compiled only when there is a bug to report.
# An authkey in any encoding, or whatever is long enough to be one; an email address.
_CREDENTIAL = r"[0-9A-Fa-f]{32,}|[A-Za-z0-9+/_-]{40,}={0,2}"
_EMAIL = r"[^\s'\"<>:]+@[^\s'\"<>]+"

_FRAME = r'(?m)^( +File "[^"\n]+", line [0-9]+, in .*)$'

_SHORTEST_SECRET = 4  # characters; redacting shorter ones would garble the report


def report(error: BaseException, confidential: Iterable[str]) -> str:
    """Return a report on an error for the developers, without locals.

    Secrets (`confidential` lists those in memory), authkeys and email addresses are redacted.
    """
    import traceback

    from reamaze_gui.ui.runtime.versions import versions

    home = f"{Path.home()}/".replace("//", "/")
    trace = "".join(traceback.TracebackException.from_exception(error).format())
    if home != "/":
        trace = trace.replace(home, "~/")
    hidden = sorted(confidential, key=len, reverse=True)
    parts = re.split(_FRAME, trace)
    parts[::2] = [_redacted(part, hidden) for part in parts[::2]]  # all but the frames
    return f"{', '.join(versions())}\n\n{''.join(parts)}"


def _redacted(text: str, hidden: Iterable[str]) -> str:
    for each in hidden:
        if len(each) >= _SHORTEST_SECRET:
            for written in (each, repr(each)[1:-1], repr(f"'{each}\"")[3:-2]):
                text = text.replace(written, "[confidential]")
    return re.sub(_EMAIL, "[email]", re.sub(_CREDENTIAL, "[authkey]", text))


def _report_in_brief(error: BaseException, second: Exception) -> str:
    """Return a minimal report, for when the full one failed."""
    names = f"{type(error).__name__}; reporting it failed too: {type(second).__name__}"
    return f"Re:amaze SSO {__version__}\n\n{names}\n"


class CrashReporter(QObject):
    """Shows uncaught exceptions from every thread in a dialog; a context manager.

    While the dialog is open, others go to standard error only: a bug in a paint event, say, repeats
    endlessly.
    """

    _crashed = Signal(object)

    def __init__(self, confidential: Callable[[], Iterable[str]]) -> None:
        super().__init__()
        self._confidential = confidential
        self.dialog: CrashDialog | None = None
        self._crashed.connect(self._show)

    def __enter__(self) -> Self:
        self._original = sys.excepthook, threading.excepthook
        sys.excepthook = self._catch
        threading.excepthook = self._catch_in_thread
        return self

    def __exit__(self, *_: object) -> None:
        sys.excepthook, threading.excepthook = self._original

    def _catch(
        self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        # A signal, so that the dialog opens on the GUI thread, whichever thread failed.
        self._crashed.emit(error)

    def _catch_in_thread(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value:
            self._crashed.emit(caught.exc_value)

    @Slot(object)
    def _show(self, error: BaseException) -> None:
        try:
            text = report(error, self._confidential())
        except Exception as second:  # noqa: BLE001 - it would come back here, endlessly
            text = _report_in_brief(error, second)
        complain(text)
        if self.dialog and self.dialog.isVisible():
            return
        try:
            from reamaze_gui.ui.runtime.crash_dialog import CrashDialog

            self.dialog = CrashDialog(text)
            self.dialog.show()
        except Exception as second:  # noqa: BLE001 - as above
            complain(_report_in_brief(error, second))
