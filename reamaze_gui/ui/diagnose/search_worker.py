"""Runs a long search on a worker thread, beside a window that is typed into."""

import sys
from collections.abc import Callable, Iterator
from functools import partial
from threading import Event, Lock, Thread
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from reamaze_gui.ui.runtime.background import CurrentJob

# Seconds for which the search may keep Python to itself while the window waits for it: a fiftieth
# of Python's own, since a keystroke asks for it many times. With less, asking takes too long.
_PYTHON_TURN = 0.0001
_USUAL_TURN = sys.getswitchinterval()

IsStopped = Callable[[], bool]
"""Tells a search that nobody waits for it any more."""


class SearchWorker(QObject):
    """Runs one search at a time, and hands each item over on the GUI thread.

    The thread is a daemon: a search must not keep the program from ending. What it raises goes to
    threading.excepthook.

    Signals: `ended` after the last item, or what was raised; not where it was stopped.
    """

    ended = Signal()
    _arrived = Signal(int, object, object)
    _ended = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._current = CurrentJob()
        self._one_at_a_time = Lock()
        self._enough = Event()
        self.is_searching = False
        self._arrived.connect(self._hand_over)
        self._ended.connect(self._finish)
        self.destroyed.connect(self._current.cancel)

    def search(
        self, items: Callable[[IsStopped], Iterator[Any]], each: Callable[[Any], None]
    ) -> None:
        """Call `each` with what `items` yields, until stopped, by the next search at the latest.

        `items` is called on the thread, once the search before has ended; it should yield, or ask
        whether it is stopped, every few milliseconds. None is handed to nobody.
        """
        self.stop()
        self.is_searching = True
        sys.setswitchinterval(_PYTHON_TURN)
        self._enough = Event()
        arguments = (self._current.number, self._enough, items, each)
        Thread(target=self._work, args=arguments, name="Search", daemon=True).start()

    def end_early(self) -> None:
        """Have the search come to its end now, and tell what it has found by then."""
        self._enough.set()

    def stop(self) -> None:
        """Wait for no further item; the thread ends soon."""
        self._current.cancel()
        self.is_searching = False
        sys.setswitchinterval(_USUAL_TURN)

    def _work(
        self,
        number: int,
        enough: Event,
        items: Callable[[IsStopped], Iterator[Any]],
        each: Callable[[Any], None],
    ) -> None:
        current = self._current  # which outlives the window, as this thread may

        def is_stopped() -> bool:
            return number != current.number or enough.is_set()

        try:
            with self._one_at_a_time:
                for item in () if number != current.number else items(is_stopped):
                    if item is not None:
                        current.emit_if_current(number, partial(self._tell, number, each, item))
                    if number != current.number:
                        return
        finally:
            current.emit_if_current(number, partial(self._tell_end, number))

    def _tell(self, number: int, each: Callable[[Any], None], item: object) -> None:
        self._arrived.emit(number, each, item)

    def _tell_end(self, number: int) -> None:
        self._ended.emit(number)

    @Slot(int, object, object)
    def _hand_over(self, number: int, each: Callable[[Any], None], item: object) -> None:
        if number == self._current.number:
            each(item)

    @Slot(int)
    def _finish(self, number: int) -> None:
        if number == self._current.number:
            self.stop()
            self.ended.emit()
