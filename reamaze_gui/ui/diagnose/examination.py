"""Runs the diagnosis of a page or list, and holds its latest result."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from reamaze_gui.core.diagnosis import Verdict
from reamaze_gui.core.report.search_lines import stopped_line
from reamaze_gui.list_file import ListFile
from reamaze_gui.ui.diagnose.query import (
    ProgressLine,
    Query,
    Result,
    Update,
    is_empty,
    trouble_with,
)
from reamaze_gui.ui.diagnose.search_worker import SearchWorker

_FORGET_AFTER = 300  # ms after which the previous page's report is removed

_EMPTY = "Paste the customer's page on the left first."
_NO_REPORT = "There is no report on this page."
_EARLY = "This is still being examined. Wait a moment, or press Cancel."
_IN_VAIN = "Under More to try, you can enter another ID or email, or an old secret."
_NOT_READ = "A bug prevented examining this page. Try a smaller part of it."


class Examination(QObject):
    """The result of a query, which improves while the search goes on.

    Signals: `changed(is_new)` after `update` changed, `is_new` for another page;
    `progressed(progress)`; `ended(says)` with the reason, or "".
    """

    changed = Signal(bool)
    progressed = Signal(ProgressLine)
    ended = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.query = Query()
        self.update: Update | None = None
        self._is_outdated = False  # whether `update` is what an earlier query found
        self.failure = ""  # why there is no result, if it isn't the page's fault
        self._worker = SearchWorker(self)
        self._slow_answer = QTimer(self, singleShot=True, interval=_FORGET_AFTER)
        self._slow_answer.timeout.connect(self._show_reading)
        self._worker.ended.connect(self._end)

    @property
    def is_searching(self) -> bool:
        """Whether the result may still change."""
        return self._worker.is_searching

    @property
    def is_of_list(self) -> bool:
        """Whether this is a list of customers, as far as is known."""
        if self.update:
            return self.update.is_of_list
        return isinstance(self.query.source, ListFile)

    @property
    def obstacle(self) -> str:
        """Why there is no report."""
        source = self.query.source
        return self.failure or trouble_with(source) or (_EMPTY if is_empty(source) else _NO_REPORT)

    @property
    def obstacle_to_copy(self) -> str:
        """Why there is no reply to copy, or ""."""
        if not self.update:
            return self.obstacle
        return _EARLY if self.update.answer.is_early or self._is_outdated else ""

    def ask(self, query: Query) -> bool:
        """Start a search, unless the query is the same as before; return whether it was started."""
        if query == self.query:
            return False
        is_new = query.source != self.query.source
        self.query, self.failure = query, ""
        self.stop()
        if trouble_with(query.source) or is_empty(query.source):
            self._forget()
            return True
        self._is_outdated = True
        if is_new:
            self._slow_answer.start()
        self._worker.search(query.run, self._receive)
        return True

    def cancel(self) -> None:
        """End the search, and keep what was found."""
        if self.is_of_list:
            self._worker.end_early()  # it still yields a summary
            return
        self.stop()
        self._forget_earlier()
        if self.update:
            self.update = self.query.last(self.update)
            self.changed.emit(False)
        report = self.update.report if self.update else None
        self.ended.emit(stopped_line(report.depth if report else 0))

    def stop(self) -> None:
        """Stop the search."""
        self._worker.stop()
        self._slow_answer.stop()

    def forget_another(self) -> None:
        """Drop a result that belongs to another page."""
        if self.update and self.update.source != self.query.source:
            self._forget()

    def _receive(self, result: Result) -> None:
        if isinstance(result, ProgressLine):
            self.progressed.emit(result)
            return
        self._slow_answer.stop()
        if isinstance(result, str):
            self.failure = result
            self._forget()
            return
        before, self.update, self._is_outdated = self.update, result, False
        self.changed.emit(not before or before.source != result.source)

    @Slot()
    def _end(self) -> None:
        """Emit `ended`; a search without a result has run into a bug."""
        self.stop()
        self._forget_earlier()
        if not self.update and not self.failure:
            self.failure = _NOT_READ
        report = self.update.report if self.update else None
        in_vain = report and report.authkey and report.verdict is Verdict.UNEXPLAINED
        self.ended.emit(self.failure or (_IN_VAIN if in_vain else ""))

    @Slot()
    def _show_reading(self) -> None:
        """Remove the previous page's report if this one takes long."""
        self._forget()
        self.progressed.emit(ProgressLine("Reading the page…", 0))

    def _forget_earlier(self) -> None:
        """Drop what an earlier query found: another page's, or one with other secrets."""
        if self._is_outdated:
            self._forget()

    def _forget(self) -> None:
        self.update = None
        self.changed.emit(True)
