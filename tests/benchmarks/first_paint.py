"""Starts the program, or a bare form of six fields, and tells when its window is painted.

Prints the memory in MB at that moment; whoever started it takes the time.
"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

# Each imports Qt in its own way, the bare form as anybody would: that is part of the start.


def _run_until_painted(application: "QApplication") -> int:
    """Run until the window is painted with all that is in it, and no longer.

    The window of the system is watched alone. A filter of the application would have PySide make
    a class for each kind of object that gets an event, which a program without one doesn't pay.
    """
    from PySide6.QtCore import QCoreApplication, QEvent, QObject

    class FirstPaint(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() is not QEvent.Type.Expose:
                return super().eventFilter(watched, event)
            watched.removeEventFilter(self)
            watched.event(event)
            status = Path("/proc/self/status").read_text()
            print(int(status.split("VmRSS:")[1].split()[0]) // 1024, flush=True)
            QCoreApplication.exit()
            return True

    (window,) = application.topLevelWindows()
    watch = FirstPaint(window)
    window.installEventFilter(watch)
    return QCoreApplication.exec()


def _bare_form() -> int:
    from PySide6.QtWidgets import QApplication, QFormLayout, QLineEdit, QWidget

    application = QApplication([])
    window = QWidget()
    layout = QFormLayout(window)
    for name in ("Account", "Customer ID", "Email", "Name", "Phone", "Avatar URL"):
        layout.addRow(name, QLineEdit())
    window.resize(1080, 700)
    window.show()
    return _run_until_painted(application)


def _program() -> int:
    import reamaze_gui.app

    claim_task_bar = reamaze_gui.app.claim_task_bar  # type: ignore[attr-defined]

    def watch() -> None:
        """Stand in for what the program calls once Qt is imported, before its QApplication."""
        from PySide6.QtWidgets import QApplication

        QApplication.exec = _run_until_painted  # type: ignore[method-assign, assignment]
        claim_task_bar()

    reamaze_gui.app.claim_task_bar = watch  # type: ignore[attr-defined]
    return reamaze_gui.app.main()


if __name__ == "__main__":
    what = sys.argv.pop()
    sys.exit(_bare_form() if what == "bare" else _program())
