"""Runs slow work off the GUI thread."""

from collections.abc import Callable
from contextlib import suppress
from threading import Lock, Thread, current_thread
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

T = TypeVar("T")


class Job:
    """The number of the job that somebody waits for, which the thread that works on it looks at.

    A QObject that gives jobs to threads connects `end` to its own `destroyed`.
    """

    def __init__(self) -> None:
        self.number = 0
        self._telling = Lock()

    def end(self) -> None:
        """Let the thread notice that nobody waits for its job any more, and tell nothing."""
        with self._telling:
            self.number += 1

    def tell(self, number: int, emit: Callable[[], None]) -> None:
        """Emit a signal while this job counts: its object can't be destroyed meanwhile."""
        with self._telling:
            if number == self.number:
                with suppress(RuntimeError):  # it is about to be destroyed
                    emit()


class _Calls(Job):
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
    goes to threading.excepthook. It has a parent, or else the last to hold it would destroy it:
    a thread, perhaps.
    """

    _returned = Signal(int, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._job = _Calls()
        self._last: Thread | None = None  # the next call comes after it
        self._writer: Thread | None = None
        self._calls = 0
        # Kept here and not by the threads: the last to hold a QObject destroys it, on the spot.
        self._awaited: dict[int, Callable[[Any], None]] = {}
        self._returned.connect(self._hand_over)
        self.destroyed.connect(self._job.end)

    def run(
        self, call: Callable[[], T], then: Callable[[T], None], *, writes: bool = False
    ) -> None:
        """Call `call` in the background, then `then` with what it returns, unless abandoned first.

        `call` may outlive the window, so it should hold nothing of it. With `writes`, `finish`
        waits for it.
        """
        self._calls += 1
        self._awaited[self._calls] = then
        arguments = (self._job.number, self._last, self._calls, call, writes)
        self._last = Thread(target=self._work, args=arguments, daemon=True)
        self._last.start()
        if writes:
            self._writer = self._last

    def finish(self, seconds: float) -> None:
        """Let what writes come to its end, if that takes no longer, and hand its result over."""
        if self._writer:
            self._writer.join(seconds)
            QCoreApplication.sendPostedEvents(self)

    def abandon(self) -> None:
        """Wait no longer: what still runs is left to itself, and its result dropped.

        It delays no later call, unless it writes: what is written later must come after it.
        """
        self._job.end()
        self._last = self._writer = self._job.writer
        self._awaited.clear()

    def _work(
        self,
        number: int,
        before: Thread | None,
        key: int,
        call: Callable[[], object],
        writes: bool,  # noqa: FBT001 - Thread passes it by position
    ) -> None:
        job = self._job  # which outlives the window, as this thread may
        if before:
            before.join()
        result = call() if job.begin(number, writes=writes) else None
        job.tell(number, lambda: self._returned.emit(key, result))

    @Slot(int, object)
    def _hand_over(self, key: int, result: object) -> None:
        if then := self._awaited.pop(key, None):  # None where it was abandoned on its way
            then(result)
