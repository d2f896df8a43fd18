"""The Diagnose page: why the customers of a page or list are not signed in."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.customer import Customer
from reamaze_gui.core.diagnosis import OLD_SECRET, Report
from reamaze_gui.core.saved import Saved
from reamaze_gui.ui.diagnose.examination import Examination
from reamaze_gui.ui.diagnose.page_input import PageInput
from reamaze_gui.ui.diagnose.query import (
    ProgressLine,
    Query,
    Update,
    failing_rows_of,
    is_empty,
    trouble_with,
)
from reamaze_gui.ui.diagnose.reply_panel import Suggestion
from reamaze_gui.ui.diagnose.report_writer import TONES
from reamaze_gui.ui.diagnose.result_card import ResultCard
from reamaze_gui.ui.runtime.clipboard import Clipboard
from reamaze_gui.ui.runtime.file_dialogs import FileDialogs
from reamaze_gui.ui.runtime.file_saving import FileContent, FileSaving
from reamaze_gui.ui.runtime.secret_session import SecretSession
from reamaze_gui.ui.runtime.settings import Settings
from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.widgets.buttons import Button
from reamaze_gui.ui.widgets.note import announce
from reamaze_gui.ui.widgets.split import Split
from reamaze_gui.ui.widgets.style import GAP, SHARES, WINDOW, Tone

_DEBOUNCE_TIME = 100  # ms without typing until the page is examined

_QUARTERS = 4

_NO_ROWS = "There are no failing rows to save."
_NOBODY = "This page has no customer to load."


class DiagnosePage(Split):
    """The page on the left and, once there is one, the result on the right.

    Signals: `status_message(sentence)`; `customer_found(saved)` for Build, with the account as the
    page has it.
    """

    status_message = Signal(str)
    customer_found = Signal(Saved)

    def __init__(
        self,
        session: SecretSession,
        settings: Settings,
        clipboard: Clipboard,
        files: FileDialogs,
    ) -> None:
        super().__init__(GAP)
        self._session = session
        self._settings = settings
        self._clipboard = clipboard
        self._saving = FileSaving(self, files)
        self._found = Examination(self)
        self._announced: tuple[object, ...] = ()
        self._quarter = -1  # the last quarter of a list that was announced
        self._debounce = QTimer(self, singleShot=True, interval=_DEBOUNCE_TIME)
        self.input = PageInput(lambda: session.in_memory, files)
        self.result = ResultCard()
        self._lay_out()
        self._connect()
        self._render()

    @property
    def report(self) -> Report | None:
        """What is known about the page so far."""
        return self._found.update.report if self._found.update else None

    @property
    def is_searching(self) -> bool:
        """Whether the report may still change."""
        return self._debounce.isActive() or self._found.is_searching

    def copy_reply(self) -> None:
        """Copy the reply to the merchant."""
        if update := self._usable_for(self.result.copy_button):
            written = self.result.reply.edit
            self._clipboard.copy_harmless(written.toPlainText(), written.html())
            self.result.copy_button.confirm()
            self.status_message.emit(f"Reply copied: {update.whom}.")

    def copy_report(self) -> None:
        """Copy the technical report."""
        if update := self._usable_for(self.result.report_button):
            self._clipboard.copy_harmless(update.details)
            says = f"Technical report copied: {update.whom}. It contains no secret."
            self.status_message.emit(says)

    def load(self) -> None:
        """Load the page's customer and account into Build."""
        if update := self._usable_for(self.result.load_button):
            self.customer_found.emit(update.found)

    def save_failing_rows(self) -> None:
        """Ask for a file and save a list's failing rows to it, with the reasons."""
        update, source = self._usable_for(self.result.rows_button), self._found.query.source
        if update and (check := update.check):
            self._saving.save(
                lambda: FileContent.of_table(failing_rows_of(source, check), "these rows"),
                "failing-rows.csv",
                "Save failing rows",
                private=True,
            )

    def cancel(self) -> None:
        """Cancel the search, and keep what was found."""
        if self.result.cancel_button.isEnabled():
            self._found.cancel()

    def finish(self, seconds: float) -> None:
        """Stop searching, and wait up to `seconds` for files to be saved."""
        self._debounce.stop()
        self._found.stop()
        self._show_end()
        self._saving.finish(seconds)

    @Slot(str)
    def _show_end(self, says: str = "") -> None:
        """Show that the search has ended, and why."""
        self.result.show_end(says, Tone.PROBLEM if self._found.failure else Tone.MUTED)
        announce(self.result.summary, says)

    @property
    def _obstacles(self) -> dict[Button, str]:
        """Why what each button does can't be done, or ""."""
        found, update, held = self._found, self._found.update, self.input.obstacle
        copying = held or found.obstacle_to_copy
        nobody = _NOBODY if update and update.customer == Customer() else ""
        check = update.check if update else None
        return {
            self.result.copy_button: copying or self.result.reply.question.obstacle,
            self.result.report_button: copying,
            self.result.load_button: held or ("" if update else found.obstacle) or nobody,
            self.result.rows_button: held or ("" if check and check.wrong else _NO_ROWS),
        }

    def _usable_for(self, button: Button) -> Update | None:
        """Return the result of the page that is shown; say why if this button can't use it."""
        self._catch_up()
        if obstacle := self._obstacles[button]:
            self.status_message.emit(obstacle)
        return None if obstacle else self._found.update

    def _catch_up(self) -> None:
        """Make sure that the result belongs to the page that is shown."""
        if self._debounce.isActive():
            self._ask()
        self._found.forget_another()

    def _secrets(self) -> Mapping[str, Secret]:
        old = self.input.old_secret
        return {**self._session.secrets, **({OLD_SECRET: old} if old else {})}

    @Slot()
    def _ask(self) -> None:
        """Start another search if anything that its result depends on has changed."""
        self._debounce.stop()
        source = self.input.source
        settings, unread = self._settings, self._session.unread
        framed = settings.reply_greeting, settings.reply_signature
        known = frozenset(map(Secret, self._session.in_memory))
        query = Query(source, self._secrets(), self.input.also, unread, *framed, known)
        if self._found.ask(query):
            self._quarter = -1
            self.result.setVisible(not is_empty(source))
            trouble = trouble_with(source)
            self.result.show_end(trouble, Tone.PROBLEM)
            self.input.page.setAccessibleDescription(trouble)
            announce(self.input.page, trouble)
            self._update_buttons()

    @Slot(str)
    def _follow_setting(self, name: str) -> None:
        """Load the secrets of new accounts, or update the reply's greeting and signature."""
        if name == "accounts":
            self._session.ask_for_others(self._settings.accounts)
        elif name in {"reply_greeting", "reply_signature"}:
            self._debounce.start()

    @Slot(ProgressLine)
    def _show_progress(self, progress: ProgressLine) -> None:
        """Show the progress; announce every quarter of a list."""
        self.result.show_progress(progress.says, progress.share)
        quarter = int(_QUARTERS * progress.share)
        if self._found.is_of_list and quarter > self._quarter:
            self._quarter = quarter
            found = self._found.update.answer.headline if self._found.update else ""
            announce(self.result.summary, f"{progress.says} {found}".rstrip())

    def _announce(self, update: Update) -> None:
        """Announce the verdict once, when it is final."""
        verdict = (update.answer.headline, update.answer.mistakes)
        if verdict != self._announced and not update.answer.is_early:
            self._announced = verdict
            sentences = (update.answer.headline, *update.answer.below[:1])
            announce(self.result.summary, ". ".join(sentences))

    @Slot(bool)
    def _render(self, is_new: bool = True) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        found, update = self._found, self._found.update
        self.result.show_answer(update.answer if update else None, is_new=is_new)
        reply = Suggestion(update.reply, update.customer) if update else Suggestion()
        self.result.reply.suggest(reply)
        self._tint_lines()
        self.result.load_button.setVisible(not found.is_of_list)
        self.result.rows_button.setVisible(found.is_of_list)
        self._update_buttons()
        if update:
            self._announce(update)
        else:
            self._announced = ()

    @Slot()
    def _update_buttons(self) -> None:
        """Enable what can be done."""
        for button, obstacle in self._obstacles.items():
            if obstacle and button.hasFocus():
                self.result.summary.setFocus()  # pressing again must not do something else
            button.set_obstacle(obstacle)

    @Slot()
    def _tint_lines(self) -> None:
        """Highlight the lines of the page that the report names."""
        answer = self._found.update.answer if self._found.update else None
        advice = (*answer.findings, *answer.mistakes) if answer else ()
        self.input.page.tint({each.line: TONES[each.grade] for each in advice if each.line})

    def _lay_out(self) -> None:
        for part in (self.input, self.result):
            self.addWidget(part)
        for at, share in enumerate(SHARES):
            self.setStretchFactor(at, share)
        self.setSizes([share * WINDOW[0] for share in SHARES])  # scaled to the actual size
        self.result.setVisible(False)

    def _connect(self) -> None:
        style.COLOURS.changed.connect(self._tint_lines)
        self._debounce.timeout.connect(self._ask)
        self._found.changed.connect(self._render)
        self._found.progressed.connect(self._show_progress)
        self._found.ended.connect(self._show_end)
        self.input.changed.connect(self._debounce.start)
        self.input.obstacle_changed.connect(self._update_buttons)
        self.input.replaced.connect(self.result.reply.put_aside)
        self.result.reply.question.changed.connect(self._update_buttons)
        self.input.status_message.connect(self.status_message)
        self._saving.status_message.connect(self.status_message)
        self._session.changed.connect(self._debounce.start)
        self._settings.changed.connect(self._follow_setting)
        self.result.line_chosen.connect(self.input.page.choose_line)
        self.result.cancel_button.clicked.connect(self.cancel)
        self.result.copy_button.clicked.connect(self.copy_reply)
        self.result.report_button.clicked.connect(self.copy_report)
        self.result.load_button.clicked.connect(self.load)
        self.result.rows_button.clicked.connect(self.save_failing_rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Cancel the search on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
        else:
            super().keyPressEvent(event)
