"""Times a keystroke, from the key event to the repainted snippet, and prints each in ms.

First the figures of a bare line edit with an HMAC and a setPlainText, then the program's: both
in this process, in turn.
"""

import gc
import hmac
import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from reamaze_gui.core.authkey import Secret
from reamaze_gui.ui.runtime.garbage import GarbageCollector
from reamaze_gui.ui.runtime.secret_session import SecretSession
from reamaze_gui.ui.widgets import appearance
from reamaze_gui.ui.widgets.style import Scheme
from reamaze_gui.ui.window.main_window import MainWindow
from tests.parts import part
from tests.states import unsaved
from tests.windows import ZOE

KEYS = "the quick brown fox jumps over the lazy dog".replace(" ", "")
ROUNDS = 40  # or the 99th percentile would hang on three keystrokes

Stroke = Callable[[str], float]


class _Paints(QObject):
    """Counts how often a widget was painted."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return super().eventFilter(watched, event)


def _stroke(edit: QLineEdit, output: QPlainTextEdit) -> Stroke:
    """Return what types a letter into `edit` and waits, in ms, for `output` to be painted."""
    paints = _Paints(output)
    output.viewport().installEventFilter(paints)

    def stroke(letter: str) -> float:
        before = paints.count
        key = Qt.Key(ord(letter.upper()))
        press = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, letter)
        started = time.perf_counter()
        QCoreApplication.sendEvent(edit, press)
        while paints.count == before:
            QCoreApplication.processEvents()
        return (time.perf_counter() - started) * 1000

    return stroke


def _bare() -> tuple[QWidget, Stroke]:
    window = QWidget()
    edit, output = QLineEdit(), QPlainTextEdit(readOnly=True)
    layout = QVBoxLayout(window)
    layout.addWidget(edit)
    layout.addWidget(output)

    def show(text: str) -> None:
        authkey = hmac.digest(b"secret", f"48151623:{text}".encode(), "sha256").hex()
        output.setPlainText(
            "<script type=\"text/javascript\">\n  _support['user'] = {\n    id: '48151623',\n"
            f"    email: '{text}',\n    name: 'Zoe',\n    authkey: '{authkey}'\n  }}\n</script>\n"
        )

    edit.textChanged.connect(show)
    window.resize(1080, 700)
    window.show()
    return window, _stroke(edit, output)


def _program() -> tuple[QWidget, Stroke]:
    window = MainWindow(SecretSession(demo=Secret("secret")), unsaved())
    window.fill("acme", ZOE)
    window.show()
    email = part(window, QLineEdit, "Email")
    email.setFocus()
    email.setCursorPosition(0)
    return window, _stroke(email, part(window, QPlainTextEdit, "Snippet"))


if __name__ == "__main__":
    gc.disable()  # as the program does, for its GarbageCollector
    application = QApplication([])
    application.setStyle("Fusion")
    GarbageCollector(application)
    appearance.apply(Scheme.LIGHT)
    (bare, type_bare), (program, type_program) = _bare(), _program()
    strokes = (type_bare, type_program)
    for letter in KEYS:  # the first ones load what is loaded late
        for each in strokes:
            each(letter)
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS):
        for window in (bare, program):
            for edit in window.findChildren(QLineEdit):
                if edit.text().startswith("thequick"):
                    edit.setText("zoe@example.org")
                    edit.setCursorPosition(0)
        QCoreApplication.processEvents()
        for each, times in zip(strokes, taken, strict=True):
            times += [each(letter) for letter in KEYS]
    for times in taken:
        print(*(f"{each:.4f}" for each in times))
