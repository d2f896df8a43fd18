"""How does a long search run beside a window that is typed into?"""

import sys
from collections.abc import Callable, Iterator
from functools import partial
from threading import Event, Lock, Thread
from typing import TypeVar

from PySide6.QtCore import (
    QAbstractEventDispatcher,
    QCoreApplication,
    QEvent,
    QObject,
    Signal,
    Slot,
)

from reamaze_gui.ui.runtime.background import Job

T = TypeVar("T")

# Seconds for which a thread may keep Python to itself while the GUI thread waits for it: a tenth
# of Python's own, since one keystroke asks for it many times.
_PYTHON_TURN = 0.0005


class _Leave(Job):
    """An errand on which a thread may work only now and then."""

    def __init__(self) -> None:
        super().__init__()
        self.work = Event()

    def end(self) -> None:
        """Wake the thread, too, should it rest."""
        super().end()
        self.work.set()

    def goes_on(self, number: int) -> bool:
        """Wait until the GUI thread has nothing to do; return whether the errand still counts."""
        self.work.wait()
        return number == self.number


class Follower(QObject):
    """Follows an iterator on a daemon thread, and hands each item over on the GUI thread.

    It works only while the GUI thread waits for events, as both can't run Python at once: from
    the moment at which something happens until that is done with, it rests after the item in hand.
    So an iterator should yield every few milliseconds; None is handed to nobody.
    What it raises goes to threading.excepthook.

    Signals: `ended` after the last item, or what was raised; not where it was abandoned.
    """

    ended = Signal()
    _arrived = Signal(int, object, object)
    _ended = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._leave = _Leave()
        self._one_at_a_time = Lock()
        self._is_watching = False
        self._application: QObject = QCoreApplication.instance() or self  # there always is one
        self._arrived.connect(self._hand_over)
        self._ended.connect(self._finish)
        self.destroyed.connect(self._leave.end)

    def follow(self, items: Callable[[], Iterator[T | None]], each: Callable[[T], None]) -> None:
        """Call `each` with what `items()` yields, until abandoned, by the next call at the latest.

        `items` itself is called on the thread, once the one before has stopped.
        """
        self.abandon()
        sys.setswitchinterval(_PYTHON_TURN)
        # The dispatcher itself does not tell on every system when events begin to be handled.
        self._application.installEventFilter(self)
        QAbstractEventDispatcher.instance().aboutToBlock.connect(self._let_work)
        self._is_watching = True
        arguments = (self._leave.number, items, each)
        Thread(target=self._work, args=arguments, daemon=True).start()

    def abandon(self) -> None:
        """Wait for no further item; the thread ends after the one in hand."""
        self._leave.end()
        if self._is_watching:
            QAbstractEventDispatcher.instance().aboutToBlock.disconnect(self._let_work)
            self._application.removeEventFilter(self)
        self._is_watching = False

    def _work(
        self, number: int, items: Callable[[], Iterator[T | None]], each: Callable[[T], None]
    ) -> None:
        leave = self._leave  # which outlives the window, as this thread may
        try:
            with self._one_at_a_time:
                for item in items() if leave.goes_on(number) else ():
                    if item is not None:
                        leave.tell(number, partial(self._tell, number, each, item))
                    if not leave.goes_on(number):
                        return
        finally:
            leave.tell(number, partial(self._tell_end, number))

    def _tell(self, number: int, each: Callable[[T], None], item: T) -> None:
        self._arrived.emit(number, each, item)

    def _tell_end(self, number: int) -> None:
        self._ended.emit(number)

    @Slot()
    def _let_work(self) -> None:
        self._leave.work.set()

    @Slot(int, object, object)
    def _hand_over(self, number: int, each: Callable[[T], None], item: T) -> None:
        if number == self._leave.number:
            each(item)

    @Slot(int)
    def _finish(self, number: int) -> None:
        if number == self._leave.number:
            self.abandon()
            self.ended.emit()

    def eventFilter(self, _watched: QObject, _event: QEvent) -> bool:
        """Let the thread rest while something happens."""
        self._leave.work.clear()
        return False
