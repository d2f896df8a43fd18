"""Starts the program, or a bare form of six fields, and tells when its window is painted.

Prints the memory in MB at that moment; whoever started it takes the time.
"""

import sys
from pathlib import Path

if sys.argv[-1] == "program":
    import reamaze_gui.app  # noqa: F401 - before Qt, as when the program starts

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication, QFormLayout, QLineEdit, QWidget


class _FirstPaint(QObject):
    """Ends the process as soon as a window is painted, with all that is in it.

    It watches the window of the system alone. A filter of the application would have PySide make
    a class for each kind of object that gets an event, which a program without one doesn't pay.
    """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.Expose:
            return super().eventFilter(watched, event)
        watched.removeEventFilter(self)
        watched.event(event)
        status = Path("/proc/self/status").read_text()
        print(int(status.split("VmRSS:")[1].split()[0]) // 1024, flush=True)
        QCoreApplication.exit()
        return True


def _run_until_painted(application: QApplication) -> int:
    (window,) = application.topLevelWindows()
    watch = _FirstPaint(window)
    window.installEventFilter(watch)
    return QApplication.exec()


def _bare_form() -> int:
    application = QApplication([])
    window = QWidget()
    layout = QFormLayout(window)
    for name in ("Account", "Customer ID", "Email", "Name", "Phone", "Avatar URL"):
        layout.addRow(name, QLineEdit())
    window.resize(1080, 700)
    window.show()
    return _run_until_painted(application)


def _program() -> int:
    class Watched(QApplication):
        def exec(self) -> int:  # type: ignore[override]
            return _run_until_painted(self)

    import PySide6.QtWidgets

    from reamaze_gui.app import main

    PySide6.QtWidgets.QApplication = Watched  # type: ignore[misc]
    return main()


if __name__ == "__main__":
    what = sys.argv.pop()
    sys.exit(_bare_form() if what == "bare" else _program())
