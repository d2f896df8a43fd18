"""Times keystrokes in Build while a search runs in Diagnose, and while none does, in ms.

The keys come from a timer, as from a person: in between, the window waits in its event loop.
"""

import gc
import time

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.customer import Customer
from reamaze_gui.ui.runtime.garbage import GarbageCollector
from reamaze_gui.ui.runtime.secret_session import SecretSession
from reamaze_gui.ui.widgets import appearance
from reamaze_gui.ui.widgets.style import Scheme
from reamaze_gui.ui.window.main_window import MainWindow
from tests.parts import part
from tests.states import unsaved

KEYS = 60  # in a row
ROUNDS = 8  # of each kind, in turn
PAUSE = 40  # ms between two keys
HEAD_START = 1_000  # ms for the search, past what is found at once
AUTHKEY = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"  # nobody's
UNKNOWN = f"_support['user'] = {{ id: '7', email: 'Zoe@Example.org', authkey: '{AUTHKEY}' }}"


class Typist(QObject):
    """Types into a field, and takes the time until the snippet is painted."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._email = part(window, QLineEdit, "Email")
        self._snippet = part(window, QPlainTextEdit, "Snippet").viewport()
        self._snippet.installEventFilter(self)
        self._page = window.diagnose_page.input.page
        self._started = 0.0
        self._times: dict[bool, list[float]] = {False: [], True: []}
        self._round = -1
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(self._type)

    def start(self) -> None:
        """Begin the next round, of the kind that is due."""
        self._round += 1
        self._left = KEYS
        self._searches = bool(self._round % 2)
        self._page.setPlainText(
            UNKNOWN.replace("'7'", f"'{self._round}'") if self._searches else ""
        )
        self._email.setText("zoe@example.org")
        QTimer.singleShot(HEAD_START, self._timer.start)

    def _type(self) -> None:
        if not self._left:
            self._timer.stop()
            self._finish_round()
            return
        self._left -= 1
        key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Q, Qt.KeyboardModifier.NoModifier, "q")
        self._started = time.perf_counter()
        QCoreApplication.sendEvent(self._email, key)

    def _finish_round(self) -> None:
        if self._round + 1 < 2 * ROUNDS:
            self.start()
            return
        for searches in (False, True):
            print(*(f"{each:.4f}" for each in self._times[searches]))
        self._window.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and self._started:
            started, self._started = self._started, 0.0
            if self._round > 1:  # the first ones load what is loaded late
                self._times[self._searches].append((time.perf_counter() - started) * 1000)
        return super().eventFilter(watched, event)


if __name__ == "__main__":
    gc.disable()  # as the program does, for its GarbageCollector
    application = QApplication([])
    application.setStyle("Fusion")
    GarbageCollector(application)
    appearance.apply(Scheme.LIGHT)
    window = MainWindow(SecretSession(demo=Secret("secret")), unsaved())
    window.fill("acme", Customer("48151623", "zoe@example.org"))
    window.show()
    typist = Typist(window)
    QTimer.singleShot(0, typist.start)
    application.exec()
