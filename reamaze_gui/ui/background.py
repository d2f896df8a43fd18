"""How does one slow call run off the GUI thread?"""

from collections.abc import Callable
from contextlib import suppress
from threading import Lock, Thread
from typing import TypeVar

from PySide6.QtCore import QObject, Signal, Slot

T = TypeVar("T")


class Background(QObject):
    """Runs slow calls one after the other, each on a daemon thread of its own.

    A daemon thread, since one that hangs (a keyring whose prompt nobody answers) must not keep
    the program from ending. What a call returns is handed over on the GUI thread; what it raises
    goes to threading.excepthook.
    """

    _returned = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._turn = Lock()
        self._returned.connect(self._hand_over)

    def run(self, call: Callable[[], T], then: Callable[[T], None]) -> None:
        """Call `call` in the background, then `then` with its outcome, unless abandoned first."""
        Thread(target=self._work, args=(self._turn, call, then), daemon=True).start()

    def abandon(self) -> None:
        """Wait no longer: what still runs is left to itself, and delays no later call."""
        self._turn = Lock()

    def _work(self, turn: Lock, call: Callable[[], T], then: Callable[[T], None]) -> None:
        with turn:
            outcome = call() if turn is self._turn else None
        if turn is self._turn:
            with suppress(RuntimeError):  # the window has gone meanwhile, and this object with it
                self._returned.emit(turn, then, outcome)

    @Slot(object, object, object)
    def _hand_over(self, turn: Lock, then: Callable[[T], None], outcome: T) -> None:
        if turn is self._turn:
            then(outcome)
