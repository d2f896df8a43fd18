"""How does slow work run off the GUI thread?"""

import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from threading import Event, Lock, Thread, current_thread
from typing import Any, TypeVar

from PySide6.QtCore import (
    QAbstractEventDispatcher,
    QCoreApplication,
    QEvent,
    QObject,
    Signal,
    Slot,
)

T = TypeVar("T")

# Seconds for which a thread may keep Python to itself while the GUI thread waits for it: a tenth
# of Python's own, since one keystroke asks for it many times.
_PYTHON_TURN = 0.0005


class _Errand:
    """Which errand of a thread somebody waits for: both threads look at it.

    A QObject that sends threads on errands connects `end` to its own `destroyed`.
    """

    def __init__(self) -> None:
        self.number = 0
        self._telling = Lock()

    def end(self) -> None:
        """Let whoever is on an errand notice that nobody waits for it, and tell no more."""
        with self._telling:
            self.number += 1

    def tell(self, number: int, emit: Callable[[], None]) -> None:
        """Emit a signal while the errand counts: its object can't be destroyed meanwhile."""
        with self._telling:
            if number == self.number:
                with suppress(RuntimeError):  # it is about to be destroyed
                    emit()


class _Calls(_Errand):
    """The calls of a Background, which may begin only as long as somebody waits for them."""

    def __init__(self) -> None:
        super().__init__()
        self.writer: Thread | None = None  # the last that began to write

    def begin(self, number: int, *, writes: bool) -> bool:
        """Return whether the thread may begin; it can't be abandoned meanwhile."""
        with self._telling:
            begins = number == self.number
            if begins and writes:
                self.writer = current_thread()
            return begins


class Background(QObject):
    """Runs slow calls one after the other, each on a daemon thread of its own.

    A daemon thread, since one that hangs (a keyring whose prompt nobody answers) must not keep
    the program from ending. What a call returns is handed over on the GUI thread; what it raises
    goes to threading.excepthook.
    """

    _returned = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._errand = _Calls()
        self._last: Thread | None = None  # the next call comes after it
        self._writer: Thread | None = None
        self._calls = 0
        # Kept here and not by the threads: the last to hold a QObject destroys it, on the spot.
        self._awaited: dict[int, Callable[[Any], None]] = {}
        self._returned.connect(self._hand_over)
        self.destroyed.connect(self._errand.end)

    def run(
        self, call: Callable[[], T], then: Callable[[T], None], *, writes: bool = False
    ) -> None:
        """Call `call` in the background, then `then` with its outcome, unless abandoned first.

        `call` may outlive the window, so it should hold nothing of it. With `writes`, `finish`
        waits for it.
        """
        self._calls += 1
        self._awaited[self._calls] = then
        arguments = (self._errand.number, self._last, self._calls, call, writes)
        self._last = Thread(target=self._work, args=arguments, daemon=True)
        self._last.start()
        if writes:
            self._writer = self._last

    def finish(self, seconds: float) -> None:
        """Let what writes come to its end, if that takes no longer, and hand its outcome over."""
        if self._writer:
            self._writer.join(seconds)
            QCoreApplication.sendPostedEvents(self)

    def abandon(self) -> None:
        """Wait no longer: what still runs is left to itself, and its outcome dropped.

        It delays no later call, unless it writes: what is written later must come after it.
        """
        self._errand.end()
        self._last = self._writer = self._errand.writer
        self._awaited.clear()

    def _work(
        self,
        number: int,
        before: Thread | None,
        key: int,
        call: Callable[[], object],
        writes: bool,  # noqa: FBT001 - Thread passes it by position
    ) -> None:
        errand = self._errand  # which outlives the window, as this thread may
        if before:
            before.join()
        outcome = call() if errand.begin(number, writes=writes) else None
        errand.tell(number, lambda: self._returned.emit(key, outcome))

    @Slot(int, object)
    def _hand_over(self, key: int, outcome: object) -> None:
        if then := self._awaited.pop(key, None):  # None where it was abandoned on its way
            then(outcome)


class _Leave(_Errand):
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

    def __init__(self, parent: QObject | None = None) -> None:
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
