"""Shows unexpected exceptions in a dialog, and lets the program go on."""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from PySide6.QtCore import QObject, Signal, Slot

from reamaze_gui import __version__
from reamaze_gui.terminal import complain

if TYPE_CHECKING:
    from reamaze_gui.ui.runtime.crash_dialog import CrashDialog


def report(error: BaseException) -> str:
    """Return a report for the developers: versions, and where the error and its causes were raised.

    It has neither messages nor locals, which may quote what the user typed or pasted.
    """
    from reamaze_gui.ui.runtime.versions import versions

    home = f"{Path.home()}/".replace("//", "/")
    traces = "".join(_traces(error))
    if home != "/":
        traces = traces.replace(home, "~/")
    return f"{', '.join(versions())}\n\n{traces}"


def _traces(error: BaseException) -> Iterator[str]:
    """Yield the trace of each cause, then that of the error itself."""
    import traceback

    if before := error.__cause__ or error.__context__:
        yield from _traces(before)
    yield from traceback.format_tb(error.__traceback__)
    yield f"{type(error).__qualname__}\n"


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

    def __init__(self) -> None:
        super().__init__()
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
            text = report(error)
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
