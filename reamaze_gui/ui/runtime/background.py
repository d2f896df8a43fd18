"""Runs slow calls on worker threads."""

from collections.abc import Callable
from contextlib import suppress
from threading import Lock, Thread, current_thread
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

T = TypeVar("T")


class CurrentJob:
    """The number of the job whose results are still wanted, shared with its worker thread.

    A QObject that starts jobs connects `cancel` to its own `destroyed` signal: a worker must not
    emit a signal of a destroyed object.
    """

    def __init__(self) -> None:
        self.number = 0
        self.writer: Thread | None = None  # the last one that began to write
        self._lock = Lock()

    def begin(self, number: int, *, writes: bool = False) -> bool:
        """Return whether the calling thread may begin; it can't be cancelled meanwhile."""
        with self._lock:
            begins = number == self.number
            if begins and writes:
                self.writer = current_thread()
            return begins

    def cancel(self) -> None:
        """Let the worker notice that its results are no longer wanted."""
        with self._lock:
            self.number += 1

    def emit_if_current(self, number: int, emit: Callable[[], None]) -> None:
        """Emit a signal unless the job was cancelled; its object can't be destroyed meanwhile."""
        with self._lock:
            if number == self.number:
                with suppress(RuntimeError):  # its destruction has begun
                    emit()


class Background(QObject):
    """Runs slow calls one after the other, each on its own daemon thread.

    Daemon threads, since one that hangs (a keyring whose prompt nobody answers) must not keep the
    program from quitting. Results are delivered on the GUI thread; exceptions go to
    threading.excepthook. The parent is required: without one, Python destroys the object wherever
    its last reference is dropped, which may be on a worker thread.
    """

    _returned = Signal(int, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._current = CurrentJob()
        self._last: Thread | None = None  # the next call waits for it
        self._writer: Thread | None = None
        self._calls = 0
        # Not held by the threads, which might drop the last reference to a QObject.
        self._callbacks: dict[int, Callable[[Any], None]] = {}
        self._returned.connect(self._deliver)
        self.destroyed.connect(self._current.cancel)

    def run(
        self, call: Callable[[], T], then: Callable[[T], None], *, writes: bool = False
    ) -> None:
        """Run `call` on a thread, then `then` with its result, unless abandoned first.

        `call` can outlive the window, so it must not refer to its objects. With `writes`, `finish`
        waits for it.
        """
        self._calls += 1
        self._callbacks[self._calls] = then
        arguments = (self._current.number, self._last, self._calls, call, writes)
        self._last = Thread(target=self._work, args=arguments, daemon=True)
        self._last.start()
        if writes:
            self._writer = self._last

    def finish(self, seconds: float) -> None:
        """Wait up to `seconds` for the last call that writes, and deliver its result."""
        if self._writer:
            self._writer.join(seconds)
            QCoreApplication.sendPostedEvents(self)

    def abandon(self) -> None:
        """Drop the results of all calls, and start no more of them.

        Later calls don't wait for one that still runs, unless it writes.
        """
        self._current.cancel()
        self._last = self._writer = self._current.writer
        self._callbacks.clear()

    def _work(
        self,
        number: int,
        previous: Thread | None,
        key: int,
        call: Callable[[], object],
        writes: bool,  # noqa: FBT001 - Thread passes it by position
    ) -> None:
        current = self._current  # outlives self, which may be destroyed while this runs
        if previous:
            previous.join()
        result = call() if current.begin(number, writes=writes) else None
        current.emit_if_current(number, lambda: self._returned.emit(key, result))

    @Slot(int, object)
    def _deliver(self, key: int, result: object) -> None:
        if then := self._callbacks.pop(key, None):  # None if abandoned after the signal was emitted
            then(result)
