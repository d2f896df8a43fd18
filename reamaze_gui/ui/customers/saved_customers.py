"""Which customers are saved, and what becomes of them when the user changes one?"""

from collections.abc import Callable
from dataclasses import astuple
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reamaze_gui.core.saved import Change, Saved, said_of
from reamaze_gui.customer_file import CustomerFile, Kept
from reamaze_gui.ui.runtime.background import Background

# Seconds for the disk, to show a list that is not replaced under the user's eyes.
_GLANCE = 0.1

UNDOES = "Undo in Manage customers takes it back."  # true in the main window too
READING = "Reading the saved customers…"
_NOBODY = "Nobody is saved yet. In the main window, Ctrl+Shift+S saves who is in the form."

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
        self.unread = ""  # why the file could not be read
        self._file = CustomerFile(path)
        self._stamp: object = self  # differs from any that the file may have
        self._is_looking = False
        self._past: list[tuple[Change, ...]] = []
        self._background = Background(self)

    @property
    def path(self) -> Path | None:
        """Where the file is; None where the list lasts for this session only."""
        return self._file.path

    @property
    def can_undo(self) -> bool:
        """Whether something was changed here."""
        return bool(self._past)

    @property
    def is_read(self) -> bool:
        """Whether the file was read by now."""
        return self._stamp is not self

    @property
    def why_empty(self) -> str:
        """Why there may be nobody in the list, in a sentence."""
        return self.unread or (_NOBODY if self.is_read else READING)

    def refresh(self) -> None:
        """Read the file if it is another than last time, as another window may have written it.

        Most disks have answered on return. What a slow one says comes later, with `changed`.
        """
        if not self._is_looking:
            self._is_looking = True
            look = partial(_look, self._file, self._stamp)
            self._background.run(look, self._see, writes=True)  # a damaged file is set aside
            self._background.finish(_GLANCE)

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
            self._tell(kept, changes, f"Undone: {said_of(changes)}")

        self._write(changes, finish)

    def finish(self, seconds: float) -> None:
        """Wait until what is being written is written, or the disk takes too long."""
        self._background.finish(seconds)

    def confidential(self) -> tuple[str, ...]:
        """Return what no report may contain."""
        return tuple(text for each in self.all for text in (each.saved_as, *astuple(each.customer)))

    def _write(self, changes: tuple[Change, ...], then: Callable[[Kept], None]) -> None:
        """Make the changes in the background, then hand over what came of it."""

        def take(kept: Kept) -> None:
            self._take(kept)
            then(kept)

        self._background.run(partial(self._file.change, changes), take, writes=True)

    def _see(self, seen: tuple[object, Kept | None]) -> None:
        self._is_looking = False
        self._stamp, kept = seen
        if kept:
            self.unread = kept.trouble
            self._take(kept)
            self.changed.emit()
            if kept.trouble:
                self.said.emit(kept.trouble)

    def _take(self, kept: Kept) -> None:
        self.trouble = kept.trouble
        if kept.made is not None or not kept.trouble:
            self.all = kept.saved

    def _tell(self, kept: Kept, wanted: tuple[Change, ...], says: str) -> None:
        outcome = says if kept.made == wanted else _MOVED_ON
        self.said.emit(kept.trouble if kept.made is None else f"{kept.trouble} {outcome}".strip())


def _look(file: CustomerFile, former: object) -> tuple[object, Kept | None]:
    """Return the file's stamp and, where it is not the former one, what the file holds."""
    stamp = file.stamp
    if stamp == former:
        return stamp, None
    kept = file.read()
    # In the place of a damaged file that was set aside there is an empty one, which is no news.
    return (file.stamp if kept.trouble else stamp), kept
