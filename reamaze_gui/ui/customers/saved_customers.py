"""The saved customers: read from their file, changed in the background, and changes undone."""

import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reamaze_gui.core.customer_label import abridged
from reamaze_gui.core.saved import Saved, plan_import, put, renamed_apart
from reamaze_gui.customer_file import CustomerFile, Edit, FileResult
from reamaze_gui.ui.runtime.background import Background

# Seconds for the disk, to show a list that is not replaced under the user's eyes.
_GLANCE = 0.1

UNDOES = "Undo in Saved customers takes it back."
READING = "Reading the saved customers…"
_NOBODY = "No saved customers yet. Ctrl+Shift+S in the main window saves the one in the form."


class SavedCustomers(QObject):
    """The list in the file, and every change of it.

    Signals: `changed` after the list changed; `status_message(sentence)` on the outcome;
    `picked(saved)`.
    """

    changed = Signal()
    status_message = Signal(str)
    picked = Signal(Saved)

    def __init__(self, path: Path | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.all: tuple[Saved, ...] = ()
        self.trouble = ""
        self.unread = ""  # why the file could not be read
        self._file = CustomerFile(path)
        self.is_read = False
        self._is_looking = False
        self._before: tuple[Saved, ...] | None = None  # the last change
        self._background = Background(self)

    @property
    def path(self) -> Path | None:
        """Where the file is; None where the list lasts for this session only."""
        return self._file.path

    @property
    def can_undo(self) -> bool:
        """Whether the last change can be taken back."""
        return self._before is not None

    @property
    def why_empty(self) -> str:
        """Why there may be nobody in the list, in a sentence."""
        return self.unread or (_NOBODY if self.is_read else READING)

    def refresh(self) -> None:
        """Read the file, as somebody may have mended it.

        Most disks have answered on return. What a slow one says comes later, with `changed`.
        """
        if not self._is_looking:
            self._is_looking = True
            self._background.run(self._file.read, self._see, writes=True)  # or set it aside
            self._background.finish(_GLANCE)

    def change(self, edit: Edit, says: str, then: Callable[[bool], None] | None = None) -> None:
        """Change the list and say so; `then` is told whether it could be written."""

        def finish(result: FileResult) -> None:
            self._take(result, says)
            if then:
                then(result.before is not None)

        self._background.run(partial(self._file.change, edit), finish, writes=True)

    def save_all(self, people: Iterable[Saved], account: str) -> None:
        """Save these, who are of one account; who is saved for another one keeps their name."""
        found = [each for each in people if each.customer.id or each.customer.email]

        def new(saved: tuple[Saved, ...]) -> tuple[Saved, ...]:
            return tuple(renamed_apart((e for e in saved if e.account != account), found))

        def finish(result: FileResult) -> None:
            before = result.before or ()  # as it really was in the file
            plan = plan_import(before, new(before))
            at = f", {abridged(account)}" if account else ""
            says = f"{plan.added:,} saved as customers{at}, {plan.replaced:,} replaced. {UNDOES}"
            self._take(result, says)

        edit = partial(self._file.change, lambda saved: put(saved, new(saved)))
        self._background.run(edit, finish, writes=True)

    def pick(self, saved: Saved) -> None:
        """Tell who was chosen, and note when, so that the last used can be listed first."""
        self.picked.emit(saved)
        used = int(time.time())

        def note(everybody: tuple[Saved, ...]) -> tuple[Saved, ...]:
            return tuple(
                replace(each, used=used) if each.key == saved.key else each for each in everybody
            )

        self._background.run(partial(self._file.change, note), self._take_note, writes=True)

    def undo(self) -> None:
        """Take back the last change."""
        if self._before is None:
            self.status_message.emit("There is nothing to undo in the saved customers.")
            return
        before, self._before = self._before, None

        def finish(result: FileResult) -> None:
            if result.before is None:
                self._before = before
            self._tell(result, "Undone: the saved customers are as they were before.")

        self._background.run(partial(self._file.change, lambda _: before), finish, writes=True)

    def finish(self, seconds: float) -> None:
        """Wait until what is being written is written, or the disk takes too long."""
        self._background.finish(seconds)

    def confidential(self) -> tuple[str, ...]:
        """Return what no report may contain."""
        return tuple(text for each in self.all for text in (each.saved_as, *each.texts))

    def _see(self, result: FileResult) -> None:
        self._is_looking, self.is_read = False, True
        self.trouble = result.trouble
        # In the place of a damaged file that was set aside there is none: that stays the reason.
        self.unread = result.trouble or ("" if result.saved else self.unread)
        self.all = result.saved
        self.changed.emit()
        if result.trouble:
            self.status_message.emit(result.trouble)

    def _take_note(self, result: FileResult) -> None:
        """Show the list anew; where it could not be written, it is no more than not noted."""
        if result.before is not None:
            self.all = result.saved
            self.changed.emit()

    def _take(self, result: FileResult, says: str) -> None:
        """Take a change, which can be undone."""
        if result.before is not None:
            self._before = result.before
        self._tell(result, says)

    def _tell(self, result: FileResult, says: str) -> None:
        """Show the list as it was written, and say so, or why it was not."""
        self.trouble = result.trouble
        if result.before is not None:
            self.all = result.saved
        self.changed.emit()
        outcome = "" if result.before is None else says
        self.status_message.emit(f"{result.trouble} {outcome}".strip())
