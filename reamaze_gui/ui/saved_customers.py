"""Which customers are saved, and what becomes of them when the user changes one?"""

from collections import deque
from collections.abc import Callable
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal

from reamaze_gui.core.saved import Change, Saved
from reamaze_gui.customer_file import CustomerFile, Kept
from reamaze_gui.ui.background import Background

_PATIENCE = 2.0  # seconds that leaving the program waits for the disk

_MOVED_ON = "It was changed in another window meanwhile, and stays as it is there. Look again."


class SavedCustomers(QObject):
    """The list in the file, and every change of it: written in the background, and undoable.

    Signals: `changed` after the list; `said(sentence)`, of what came of a change; `picked(saved)`.
    """

    changed = Signal()
    said = Signal(str)
    picked = Signal(Saved)

    def __init__(self, path: Path | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.all: tuple[Saved, ...] = ()
        self.trouble = ""
        self._file = CustomerFile(path)
        self._stamp: object = self  # differs from any that the file may have
        self._past: list[tuple[Change, ...]] = []
        self._waiting: deque[tuple[Change, ...]] = deque()
        self._last = Event()
        self._last.set()
        self._background = Background(self)

    @property
    def path(self) -> Path | None:
        """Where the file is; None where the list lasts for this session only."""
        return self._file.path

    @property
    def can_undo(self) -> bool:
        """Whether something was changed here."""
        return bool(self._past)

    def refresh(self) -> None:
        """Read the file if it is another than last time, as another window may have written it."""
        stamp = self._file.stamp
        if stamp != self._stamp:
            self._stamp = stamp
            kept = self._file.read()
            self._take(kept)
            self.changed.emit()
            if kept.trouble:
                self.said.emit(kept.trouble)

    def make(
        self, changes: tuple[Change, ...], says: str, then: Callable[[bool], None] | None = None
    ) -> None:
        """Make changes and say so; `then` is told whether all of them could be made."""

        def finish(kept: Kept) -> None:
            if kept.made:
                self._past.append(kept.made)
            self.changed.emit()
            self._tell(kept, changes, says)
            if then:
                then(kept.made == changes)

        self._write(changes, finish)

    def undo(self) -> None:
        """Take back what was changed last, as far as it still is as it was then."""
        if not self._past:
            self.said.emit("There is nothing to undo in the saved customers.")
            return
        past = self._past.pop()
        changes = tuple(each.undone for each in reversed(past))

        def finish(kept: Kept) -> None:
            if kept.made is None:
                self._past.append(past)
            self.changed.emit()
            self._tell(kept, changes, "Undone.")

        self._write(changes, finish)

    def finish(self) -> None:
        """Wait until what is being written is written, or the disk takes too long."""
        self._last.wait(_PATIENCE)

    def confidential(self) -> tuple[str, ...]:
        """Return what no report may contain."""
        customers = [each.customer for each in self.all]
        names = (each.saved_as for each in self.all)
        return (*names, *(text for each in customers for text in (each.id, each.email, each.name)))

    def _write(self, changes: tuple[Change, ...], then: Callable[[Kept], None]) -> None:
        """Make the changes in the background, then hand over what came of it."""
        self._waiting.append(changes)
        written = self._last = Event()

        def work() -> Kept:
            try:
                return self._file.change(self._waiting.popleft())  # in the order they were made
            finally:
                written.set()

        def take(kept: Kept) -> None:
            self._take(kept)
            then(kept)

        self._background.run(work, take)

    def _take(self, kept: Kept) -> None:
        self.trouble = kept.trouble
        if kept.made is not None or not kept.trouble:
            self.all = kept.saved

    def _tell(self, kept: Kept, wanted: tuple[Change, ...], says: str) -> None:
        outcome = says if kept.made == wanted else _MOVED_ON
        self.said.emit(kept.trouble if kept.made is None else f"{kept.trouble} {outcome}".strip())
