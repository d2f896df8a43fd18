"""Diagnose: why the customer of a page is not signed in."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSplitter

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.customer import Customer
from reamaze_gui.core.diagnosis import OLD_SECRET, Report
from reamaze_gui.core.report.wording import stopped_line
from reamaze_gui.page_file import refusal
from reamaze_gui.ui.account.secret_session import SecretSession
from reamaze_gui.ui.diagnose.page_input import AskFile, PageInput
from reamaze_gui.ui.diagnose.query import Progress, Query, Update, failing_rows_file, values_in
from reamaze_gui.ui.diagnose.report_writer import TONES
from reamaze_gui.ui.diagnose.result_card import ResultCard, allow
from reamaze_gui.ui.diagnose.search_worker import SearchWorker
from reamaze_gui.ui.runtime.clipboard import Clipboard
from reamaze_gui.ui.runtime.saving import AskPath, Saving, ask_path
from reamaze_gui.ui.runtime.settings import Settings
from reamaze_gui.ui.widgets.note import announce
from reamaze_gui.ui.widgets.style import ROOMY, SHARES, WINDOW, Tone

_TYPING_PAUSE = 100  # ms for which the page stands still before it is looked at
_PATIENCE = 300  # ms after which the report on a former page is taken away

_EMPTY = "Paste the customer's page on the left first."
_NO_REPORT = "There is no report on this page."
_EARLY = "The page is still being examined. Wait a moment."
_NOT_READ = "This page could not be examined, because of a bug. Try a smaller part of it."
_NO_ROWS = "There is no list here of which rows fail."
_NOBODY = "There is no customer in this page who could be loaded."


class DiagnosePage(QSplitter):
    """What the customer sent on the left; once there is something, what is wrong on the right.

    Signals: `said(sentence)` for the status line; `customer_found(customer, account)` for Build,
    the account as the page names it.
    """

    said = Signal(str)
    customer_found = Signal(Customer, str)

    def __init__(
        self,
        session: SecretSession,
        settings: Settings,
        clipboard: Clipboard,
        ask_file: AskFile | None = None,
        ask_path: AskPath = ask_path,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._session = session
        self._settings = settings
        self._clipboard = clipboard
        self._saving = Saving(self, ask_path)
        self._query = Query()
        self._update: Update | None = None  # what is shown
        self._announced: tuple[object, ...] = ()
        self._worker = SearchWorker(self)
        self._pause = QTimer(self, singleShot=True, interval=_TYPING_PAUSE)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self.input = PageInput(ask_file)
        self.result = ResultCard()
        self._lay_out()
        self._connect()
        self._render()

    @property
    def report(self) -> Report | None:
        """What is known of the page in sight, so far."""
        return self._update.report if self._update else None

    @property
    def is_searching(self) -> bool:
        """Whether more may become known."""
        return self._pause.isActive() or self._worker.is_searching

    def confidential(self) -> tuple[str, ...]:
        """Return what of the page no crash report may contain: all values, as far as known."""
        also = tuple(each.id or each.email for each in self.input.also)
        old = (self.input.old_secret.value,) if self.input.old_secret else ()
        page = self.report.page if self.report else None
        return (*also, *old, *values_in(page, self.input.page.text()))

    def copy_reply(self) -> None:
        """Put the reply to the merchant on the clipboard, as it stands in its field."""
        self._catch_up()
        if not self._update or self._obstacle_to_copy:
            self.said.emit(self._obstacle_to_copy)
            return
        written = self.result.reply
        self._clipboard.leave(written.toPlainText(), written.html())
        self.said.emit(f"Reply copied: {self._update.whom}.")

    def copy_report(self) -> None:
        """Put the technical report on the clipboard, for a developer."""
        self._catch_up()
        if not self._update or self._obstacle_to_copy:
            self.said.emit(self._obstacle_to_copy)
            return
        self._clipboard.leave(self._update.details)
        self.said.emit(f"Technical report copied: {self._update.whom}. It holds no secret.")

    def load(self) -> None:
        """Give the customer to Build, and the account that the page names."""
        self._catch_up()
        if self._update and self._update.customer != Customer():
            self.customer_found.emit(self._update.customer, self._update.account)
        else:
            self.said.emit(_NOBODY if self._update else self._obstacle)

    def save_failing_rows(self) -> None:
        """Ask for a file, and write the rows of a list into it that fail, and why."""
        self._catch_up()
        check = self._update.check if self._update else None
        if check and check.wrong:
            write = partial(failing_rows_file, self._query.text, check)
            self._saving.save(write, "failing-rows.csv", "Save failing rows", "Saved: these rows")
        else:
            self.said.emit(_NO_ROWS)

    def cancel(self) -> None:
        """Search no deeper; what was found stays."""
        if not self.result.cancel_button.isEnabled():
            return
        self.stop()
        self._forget_another_page()
        if self._update:
            self._update = self._query.last(self._update)
            self._render(is_new=False)
        self.result.note.say(stopped_line(self.report.depth if self.report else 0))
        announce(self.result.summary, self.result.note.text())

    def stop(self) -> None:
        """End the search that is under way."""
        self._worker.stop()
        self._patience.stop()
        self.result.offer_cancel(offered=False)
        self.result.note.say("")

    @Slot()
    def _end(self) -> None:
        """Show that the search is over; one that ended without an answer has run into a bug."""
        self.stop()
        self._forget_another_page()
        if not self._update:
            self.result.note.say(_NOT_READ, Tone.PROBLEM)

    @property
    def _obstacle(self) -> str:
        """Why there is no report."""
        text = self._query.text
        return refusal(text) or (_NO_REPORT if text.strip() else _EMPTY)

    @property
    def _obstacle_to_copy(self) -> str:
        """Why there is no reply to copy; empty where there is one."""
        if not self._update:
            return self._obstacle
        return _EARLY if self._update.answer.is_early else ""

    def _catch_up(self) -> None:
        """Show what is known of the page in sight, and of no other, before anything is done."""
        if self._pause.isActive():
            self._ask()
        self._forget_another_page()

    def _secrets(self) -> Mapping[str, Secret]:
        old = self.input.old_secret
        return {**self._session.secrets, **({OLD_SECRET: old} if old else {})}

    @Slot()
    def _ask(self) -> None:
        """Ask anew, if anything that the answer depends on has changed."""
        self._pause.stop()
        text = self.input.page.text()
        settings, unread = self._settings, self._session.unread
        framed = settings.reply_greeting, settings.reply_signature
        known = frozenset(map(Secret, self._session.in_memory))
        query = Query(text, self._secrets(), self.input.also, unread, *framed, known)
        if query == self._query:
            return
        is_new = text != self._query.text
        self._query = query
        self.stop()
        self.input.page.setAccessibleDescription("")
        self.result.setVisible(bool(text.strip()))
        trouble = refusal(text)
        if trouble or not text.strip():
            self._forget()
            self._refuse(trouble)
            return
        if is_new:
            self._patience.start()
        self._worker.search(query.run, self._receive)

    def _refuse(self, problem: str) -> None:
        """Say why the page is not looked at, if there is a reason."""
        self.result.note.say(problem, Tone.PROBLEM)
        self.input.page.setAccessibleDescription(problem)
        announce(self.input.page, problem)

    def _receive(self, update: Update | Progress) -> None:
        if isinstance(update, Progress):
            self.result.show_progress(update.says, update.share)
            return
        self._patience.stop()
        before, self._update = self._update, update
        self._render(is_new=not before or before.source != update.source)
        self._announce(update)

    def _announce(self, update: Update) -> None:
        """Have a screen reader say the verdict, once, when it stands."""
        said = (update.answer.headline, update.answer.mistakes)
        if said != self._announced and not update.answer.is_early:
            self._announced = said
            sentences = (update.answer.headline, *update.answer.below[:1])
            announce(self.result.summary, ". ".join(sentences))

    @Slot()
    def _lose_patience(self) -> None:
        """Take the report on another page away, while this one takes its time."""
        self._forget()
        self.result.show_progress("Reading the page…", 0)

    def _forget(self) -> None:
        self._update = None
        self._announced = ()
        self._render()

    def _forget_another_page(self) -> None:
        """Take the report away, if it is not the answer to what is asked."""
        if self._update and self._update.source != self._query.text:
            self._forget()

    def _render(self, *, is_new: bool = True) -> None:
        update = self._update
        answer, written = (update.answer, update.reply) if update else (None, "")
        self.result.show_answer(answer, written, afresh=is_new)
        self._tint_lines()
        check = update.check if update else None
        self.result.load_button.setVisible(not check)
        self.result.rows_button.setVisible(bool(check))
        why = "" if update else self._obstacle
        nobody = "" if update and update.customer != Customer() else _NOBODY
        for button, obstacle in (
            (self.result.copy_button, self._obstacle_to_copy),
            (self.result.report_button, self._obstacle_to_copy),
            (self.result.load_button, why or nobody),
            (self.result.rows_button, "" if check and check.wrong else _NO_ROWS),
        ):
            if obstacle and button.hasFocus():
                self.result.summary.setFocus()  # or a second press would do something else
            allow(button, obstacle)

    def _tint_lines(self) -> None:
        """Tint the lines of the page that the report names."""
        answer = self._update.answer if self._update else None
        advice = (*answer.findings, *answer.mistakes) if answer else ()
        self.input.page.tint({each.line: TONES[each.grade] for each in advice if each.line})

    def _lay_out(self) -> None:
        for part in (self.input, self.result):
            self.addWidget(part)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(ROOMY)
        for at, share in enumerate(SHARES):
            self.setStretchFactor(at, share)
        self.setSizes([share * WINDOW[0] for share in SHARES])  # before there is a size to share
        self.result.setVisible(False)

    def _connect(self) -> None:
        self._pause.timeout.connect(self._ask)
        self._patience.timeout.connect(self._lose_patience)
        self._worker.ended.connect(self._end)
        self.input.changed.connect(self._pause.start)
        self.input.said.connect(self.said)
        self._saving.said.connect(self.said)
        self._session.changed.connect(self._pause.start)
        self.result.line_chosen.connect(self.input.page.choose_line)
        self.result.cancel_button.clicked.connect(self.cancel)
        self.result.copy_button.clicked.connect(self.copy_reply)
        self.result.report_button.clicked.connect(self.copy_report)
        self.result.load_button.clicked.connect(self.load)
        self.result.rows_button.clicked.connect(self.save_failing_rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Cancel the search with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
        else:
            super().keyPressEvent(event)
