"""Why is the customer of this page not signed in?"""

import re

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from reamaze_gui.core.customer import Customer
from reamaze_gui.core.diagnosis import Report
from reamaze_gui.core.reader import LONGEST
from reamaze_gui.core.report.overview import certain
from reamaze_gui.core.report.technical_report import markdown
from reamaze_gui.core.report.wording import stopped_line
from reamaze_gui.page_file import TOO_LONG
from reamaze_gui.ui.account.secret_session import SecretSession
from reamaze_gui.ui.diagnose.page_input import AskFile, PageInput
from reamaze_gui.ui.diagnose.query import Progress, Query, Update
from reamaze_gui.ui.diagnose.report_view import ReportView
from reamaze_gui.ui.diagnose.search_worker import SearchWorker
from reamaze_gui.ui.runtime.clipboard import Clipboard
from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.widgets.buttons import PrimaryButton
from reamaze_gui.ui.widgets.mnemonics import Mnemonics
from reamaze_gui.ui.widgets.note import Note, announce
from reamaze_gui.ui.widgets.style import GAP, SHARES, WINDOW, Tone

_TYPING_PAUSE = 100  # ms for which the page stands still before it is looked at
_PATIENCE = 300  # ms after which the report on a former page is taken away

_EMPTY = "Paste the customer's page on the left first."
_NO_REPORT = "There is no report on this page."
_NOT_READ = "This page could not be examined, because of a bug. Try a smaller part of it."
_NOBODY = "There is no customer in this page who could be loaded."

_QUOTED = re.compile(r"""["'`]([^"'`\n]{4,200})["'`]""")


class DiagnosePage(QSplitter):
    """What the customer sent on the left, what is wrong with it on the right.

    Signals: `said(sentence)` for the status line; `customer_found(customer, account)` for Build,
    the account as the page names it.
    """

    said = Signal(str)
    customer_found = Signal(Customer, str)

    def __init__(
        self,
        session: SecretSession,
        clipboard: Clipboard,
        mnemonics: Mnemonics,
        ask_file: AskFile | None = None,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._session = session
        self._clipboard = clipboard
        self._query = Query()
        self._update: Update | None = None  # what is shown
        self._announced: tuple[object, ...] = ()
        self._worker = SearchWorker(self)
        self._pause = QTimer(self, singleShot=True, interval=_TYPING_PAUSE)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self.input = PageInput(mnemonics, ask_file)
        self._view = ReportView()
        self._note = Note(lines=2)
        self.cancel_button = mnemonics.button("Cancel", "Cancel search")
        self.copy_button = mnemonics.button("Copy report", kind=PrimaryButton)
        self.load_button = mnemonics.button("Load into Build")
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
        page, text = self._update.report.page if self._update else None, self.input.page.text()
        values = [each.id or each.email for each in self.input.also]
        if page:
            users = filter(None, (page.user, *page.overwritten))
            values += [entry.text for user in users for entry in user.entries]
        if not page or page.source != text:  # not read to its end, perhaps for what is reported
            values += [quoted[1] for quoted in _QUOTED.finditer(text[:LONGEST])]
        return tuple(values)

    def copy_report(self) -> None:
        """Put the report on the clipboard, for a reply to a ticket."""
        self._catch_up()
        if self._update:
            self._clipboard.leave(markdown(self._update.answer))  # which hides every authkey
            self.said.emit("Report copied. Your secrets and whole authkeys are not in it.")
        else:
            self.said.emit(self._obstacle)

    def load(self) -> None:
        """Give the customer to Build, and the account that the page names."""
        self._catch_up()
        if self._update and self._found() != Customer():
            account = self._update.report.page.account
            self.customer_found.emit(self._found(), account.text if account else "")
        else:
            self.said.emit(_NOBODY if self._update else self._obstacle)

    def cancel(self) -> None:
        """Search no deeper; what was found stays."""
        if not self.cancel_button.isEnabled():
            return
        self.stop()
        self._forget_another_page()
        if self._update:
            self._update = self._query.last(self._update.report)
            self._render(is_new=False)
        self._note.say(stopped_line(self._update.report.depth if self._update else 0))
        announce(self._view, self._note.text())

    def stop(self) -> None:
        """End the search that is under way."""
        self._worker.stop()
        self._patience.stop()
        self._offer_cancel(offered=False)
        self._note.say("")

    def _end(self) -> None:
        """Show that the search is over; one that ended without an answer has run into a bug."""
        self.stop()
        self._forget_another_page()
        if not self._update:
            self._note.say(_NOT_READ, Tone.PROBLEM)

    @property
    def _obstacle(self) -> str:
        """Why there is no report."""
        text = self._query.text
        if len(text) > LONGEST:
            return TOO_LONG
        return _NO_REPORT if text.strip() else _EMPTY

    def _found(self) -> Customer:
        report = self._update.report if self._update else None
        return certain(report.page, report.customer) if report is not None else Customer()

    def _catch_up(self) -> None:
        """Show what is known of the page in sight, and of no other, before anything is done."""
        if self._pause.isActive():
            self._ask()
        self._forget_another_page()

    def _ask(self) -> None:
        """Ask anew, if anything that the answer depends on has changed."""
        self._pause.stop()
        session, text = self._session, self.input.page.text()
        query = Query(text, session.secrets, self.input.also, session.unread)
        if query == self._query:
            return
        is_new = text != self._query.text
        self._query = query
        self.stop()
        self.input.page.setAccessibleDescription("")
        if not text.strip() or len(text) > LONGEST:
            self._forget()
            self._refuse(TOO_LONG if text.strip() else "")
            return
        if is_new:
            self._patience.start()
        self._worker.search(query.run, self._receive)

    def _refuse(self, problem: str) -> None:
        """Say why the page is not looked at, if there is one."""
        self._note.say(problem, Tone.PROBLEM)
        self.input.page.setAccessibleDescription(problem)
        announce(self.input.page, problem)

    def _receive(self, update: Update | Progress) -> None:
        if isinstance(update, Progress):
            self._note.say(update.says)
            self._offer_cancel(offered=True)
        else:
            self._patience.stop()
            before, self._update = self._update, update
            source = update.report.page.source
            self._render(is_new=not before or before.report.page.source != source)
            self._announce(update)

    def _announce(self, update: Update) -> None:
        """Have a screen reader say the verdict, once, when it stands."""
        said = (update.answer.headline, update.answer.mistakes)
        if said != self._announced and not update.answer.is_early:
            self._announced = said
            announce(self._view, ". ".join((update.answer.headline, *update.answer.below[:1])))

    def _lose_patience(self) -> None:
        """Take the report on another page away, while this one takes its time."""
        self._forget()
        self._note.say("Reading the page…")
        self._offer_cancel(offered=True)

    def _forget(self) -> None:
        self._update = None
        self._announced = ()
        self._render()

    def _forget_another_page(self) -> None:
        """Take the report away, if it is not the answer to what is asked."""
        if self._update and self._update.report.page.source != self._query.text:
            self._forget()

    def _render(self, *, is_new: bool = True) -> None:
        self._view.show_answer(self._update.answer if self._update else None, afresh=is_new)
        why = "" if self._update else self._obstacle
        nobody = _NOBODY if self._found() == Customer() else ""
        for button, obstacle in ((self.copy_button, why), (self.load_button, why or nobody)):
            if obstacle and button.hasFocus():
                self._view.setFocus()  # or a second press would do something else
            _allow(button, obstacle)

    def _offer_cancel(self, *, offered: bool) -> None:
        if not offered and self.cancel_button.hasFocus():
            self._view.setFocus()  # the next in line would be a button, which Space would press
        self.cancel_button.setEnabled(offered)
        self.cancel_button.setVisible(offered)

    def _lay_out(self) -> None:
        stays = self.cancel_button.sizePolicy()
        stays.setRetainSizeWhenHidden(True)
        self.cancel_button.setSizePolicy(stays)
        self._offer_cancel(offered=False)
        progress, buttons = QHBoxLayout(), QHBoxLayout()
        progress.addWidget(self._note, stretch=1)
        progress.addWidget(self.cancel_button)
        buttons.addWidget(self.copy_button)
        buttons.addWidget(self.load_button)
        buttons.addStretch()
        column = QWidget()
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._view, stretch=1)
        layout.addLayout(progress)
        layout.addLayout(buttons)
        for part in (self.input, column):
            style.give_room(part)
            self.addWidget(part)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(GAP)
        for at, share in enumerate(SHARES):
            self.setStretchFactor(at, share)
        self.setSizes([share * WINDOW[0] for share in SHARES])  # before there is a size to share

    def _connect(self) -> None:
        self._pause.timeout.connect(self._ask)
        self._patience.timeout.connect(self._lose_patience)
        self._worker.ended.connect(self._end)
        self.input.changed.connect(self._pause.start)
        self.input.said.connect(self.said)
        self._session.changed.connect(self._pause.start)
        self._view.line_chosen.connect(self.input.page.choose_line)
        self.cancel_button.clicked.connect(self.cancel)
        self.copy_button.clicked.connect(self.copy_report)
        self.load_button.clicked.connect(self.load)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Cancel the search with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
        else:
            super().keyPressEvent(event)


def _allow(button: QPushButton, obstacle: str) -> None:
    """Let a button be pressed, or say why not."""
    button.setEnabled(not obstacle)
    button.setAccessibleDescription(obstacle)
    button.setToolTip(obstacle)
