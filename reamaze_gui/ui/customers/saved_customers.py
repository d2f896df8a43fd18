"""The list of saved customers: loads it, changes it in the background, and undoes a change."""

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

# Seconds to wait for the disk, so as not to show an old list first.
_READ_TIMEOUT = 0.1

UNDOES = "To undo, choose Undo in Saved customers."
READING = "Reading the saved customers…"
_NOBODY = "No saved customers yet."


class SavedCustomers(QObject):
    """The list in the file.

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
        self._before: tuple[Saved, ...] | None = None  # the list before the last change
        self._background = Background(self)

    @property
    def path(self) -> Path | None:
        """The file's path; None if the list lasts for this session only."""
        return self._file.path

    @property
    def can_undo(self) -> bool:
        """Whether the last change can be undone."""
        return self._before is not None

    @property
    def why_empty(self) -> str:
        """A sentence saying why the list may be empty."""
        return self.unread or (_NOBODY if self.is_read else READING)

    def refresh(self) -> None:
        """Read the file again, as something else may have changed it.

        Waits only briefly: a slow disk's answer comes later, with `changed`.
        """
        # It counts as writing, since it may set a damaged file aside.
        self._background.run(self._file.read, self._receive, writes=True)
        self._background.finish(_READ_TIMEOUT)

    def change(
        self,
        edit: Edit,
        says: Callable[[tuple[Saved, ...]], str],
        then: Callable[[bool], None] | None = None,
    ) -> None:
        """Change the list in a way that can be undone, and report the outcome.

        `says` returns the sentence for success, given the list before. `then` receives whether the
        list was written.
        """

        def finish(result: FileResult) -> None:
            before = result.before
            if before not in (None, result.saved):
                self._before = before
            self._report(result, "" if before is None else says(before))
            if then:
                then(before is not None)

        self._run(edit, finish)

    def save_all(self, people: Iterable[Saved], account: str) -> None:
        """Save an account's customers, renaming those whose names another account uses."""
        found = [each for each in people if each.customer.id or each.customer.email]

        def new(saved: tuple[Saved, ...]) -> tuple[Saved, ...]:
            return tuple(renamed_apart((e for e in saved if e.account != account), found))

        def says(before: tuple[Saved, ...]) -> str:
            plan = plan_import(before, new(before))
            at = f", {abridged(account)}" if account else ""
            return f"{plan.added:,} saved as customers{at}, {plan.replaced:,} replaced. {UNDOES}"

        self.change(lambda saved: put(saved, new(saved)), says)

    def pick(self, saved: Saved) -> None:
        """Emit `picked`, and record the time, to list the last used first."""
        self.picked.emit(saved)
        used = int(time.time())

        def mark(everybody: tuple[Saved, ...]) -> tuple[Saved, ...]:
            return tuple(
                replace(each, used=used) if each.key == saved.key else each for each in everybody
            )

        self._run(mark, self._finish_marking)

    def undo(self) -> None:
        """Undo the last change."""
        if self._before is None:
            self.status_message.emit("There is nothing to undo in the saved customers.")
            return
        before, self._before = self._before, None

        def finish(result: FileResult) -> None:
            if result.before is None:
                self._before = before
            self._report(result, "Last change to the saved customers undone.")

        self._run(lambda _: before, finish)

    def finish(self, seconds: float) -> None:
        """Wait up to `seconds` for changes to be written."""
        self._background.finish(seconds)

    def _run(self, edit: Edit, then: Callable[[FileResult], None]) -> None:
        self._background.run(partial(self._file.change, edit), then, writes=True)

    def _receive(self, result: FileResult) -> None:
        self.is_read = True
        self.trouble = result.trouble
        # After a damaged file was set aside, the list is empty, and that remains the reason.
        self.unread = result.trouble or ("" if result.saved else self.unread)
        self.all = result.saved
        self.changed.emit()
        if result.trouble:
            self.status_message.emit(result.trouble)

    def _finish_marking(self, result: FileResult) -> None:
        """Show the new order; a failure to write it doesn't matter."""
        if result.before is not None:
            self.all = result.saved
            self.changed.emit()

    def _report(self, result: FileResult, says: str) -> None:
        """Update the list, and report success or what went wrong."""
        self.trouble = result.trouble
        if result.before is not None:
            self.all = result.saved
        self.changed.emit()
        outcome = "" if result.before is None else says
        self.status_message.emit(f"{result.trouble} {outcome}".strip())
