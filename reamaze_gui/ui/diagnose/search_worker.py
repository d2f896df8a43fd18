"""Runs a long search on a worker thread, while the window stays responsive."""

import sys
from collections.abc import Callable, Iterator
from threading import Event, Lock, Thread
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from reamaze_gui.ui.runtime.background import CurrentJob

# Seconds for which the search may hold the GIL while the window wants it. Python's default is fifty
# times as long, and a keystroke takes the GIL many times. An even shorter one costs too much.
_SWITCH_INTERVAL = 0.0001
_DEFAULT_INTERVAL = sys.getswitchinterval()

IsStopped = Callable[[], bool]
"""Whether a search should end, since its results are no longer wanted."""


class SearchWorker(QObject):
    """Runs one search at a time, and delivers its items on the GUI thread.

    Daemon threads, since a search must not keep the program from quitting; exceptions go to
    threading.excepthook.

    Signals: `ended` after the last item or an exception, but not after `stop`.
    """

    ended = Signal()
    _arrived = Signal(int, object)  # None at the end

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._current = CurrentJob()
        self._one_at_a_time = Lock()
        self._enough = Event()
        self._each: Callable[[Any], None] | None = None
        self.is_searching = False
        self._arrived.connect(self._deliver)
        self.destroyed.connect(self._current.cancel)

    def search(
        self, items: Callable[[IsStopped], Iterator[Any]], each: Callable[[Any], None]
    ) -> None:
        """Call `each` with every item but None, until `stop` or the next search.

        `items` is called on the thread, after the previous search has ended. It should yield or
        check whether it is stopped every few milliseconds.
        """
        self.stop()
        self.is_searching, self._each = True, each
        sys.setswitchinterval(_SWITCH_INTERVAL)
        self._enough = Event()
        arguments = (self._current.number, self._enough, items)
        Thread(target=self._work, args=arguments, name="Search", daemon=True).start()

    def end_early(self) -> None:
        """Ask the search to finish now, with what it has found."""
        self._enough.set()

    def stop(self) -> None:
        """Deliver no more items; the thread ends soon."""
        self._current.cancel()
        self.is_searching = False
        sys.setswitchinterval(_DEFAULT_INTERVAL)

    def _work(
        self, number: int, enough: Event, items: Callable[[IsStopped], Iterator[Any]]
    ) -> None:
        current = self._current  # outlives self, which may be destroyed while this runs

        def is_stopped() -> bool:
            return number != current.number or enough.is_set()

        def emit(item: object) -> None:
            current.emit_if_current(number, lambda: self._arrived.emit(number, item))

        try:
            with self._one_at_a_time:
                for item in items(is_stopped) if current.begin(number) else ():
                    if item is not None:
                        emit(item)
                    if number != current.number:
                        return
        finally:
            emit(None)

    @Slot(int, object)
    def _deliver(self, number: int, item: object) -> None:
        if number != self._current.number or not self._each:
            return
        if item is None:
            self.stop()
            self.ended.emit()
        else:
            self._each(item)
