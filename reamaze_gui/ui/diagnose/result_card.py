"""The card with the result: report, reply and buttons."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QWidget,
)

from reamaze_gui.core.report.wording import Answer
from reamaze_gui.ui.diagnose.reply_panel import ReplyPanel
from reamaze_gui.ui.diagnose.report_view import ReportView
from reamaze_gui.ui.diagnose.report_writer import ReportWriter
from reamaze_gui.ui.widgets import layouts
from reamaze_gui.ui.widgets.buttons import Button, FlatButton, outdent, outdented
from reamaze_gui.ui.widgets.card import Card
from reamaze_gui.ui.widgets.copy_button import CopyButton
from reamaze_gui.ui.widgets.fold import Fold
from reamaze_gui.ui.widgets.note import Note
from reamaze_gui.ui.widgets.scrolled import Scrolled
from reamaze_gui.ui.widgets.style import (
    FLAT,
    GAP,
    LEAST_RESULT,
    RING,
    SPACE,
    Tone,
)

_HUNDRED = 100
_PROGRESS_DELAY = 400  # ms before the progress is shown


class ResultCard(Card):
    """Headline and evidence, the reply, details in a fold, and buttons.

    Signals: `line_chosen(number)`, from 1, when a link was clicked.
    """

    line_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.summary = ReportView("Report", ReportWriter.write_summary)
        self.reply = ReplyPanel()
        self._details = ReportView("Details", ReportWriter.write_details)
        self._fold = Fold("", self._details)
        self.note = Note(beside=True)
        self.progress = QProgressBar(textVisible=False, maximum=_HUNDRED)
        self.cancel_button = FlatButton("&Cancel", "Cancel search")
        self.report_button = Button("Techn&ical report", "Copy technical report")
        self.load_button = Button("Load into &Build")
        self.rows_button = Button("Save ro&ws…", "Save failing rows")
        self.copy_button = CopyButton("Copy repl&y")
        self._searching = QWidget()
        self._wait = QTimer(self, singleShot=True, interval=_PROGRESS_DELAY)
        self._wait.timeout.connect(lambda: self._searching.setVisible(True))
        self._lay_out()
        self.show_end()
        self.reply.edit.textChanged.connect(self.copy_button.reset)
        self.summary.line_chosen.connect(self.line_chosen)
        self._details.line_chosen.connect(self.line_chosen)

    def show_answer(self, answer: Answer | None, *, is_new: bool) -> None:
        """Show an answer; `is_new` if it is about another page."""
        self.summary.show_answer(answer)
        self._details.show_answer(answer)
        values, findings = (len(answer.rows), len(answer.findings)) if answer else (0, 0)
        self._fold.setVisible(bool(values or findings))
        sends = f"What the page sends ({values}) and other findin&gs ({findings})"
        self._fold.set_title(sends if values else f"Other findin&gs ({findings})")
        if is_new:
            self._scrolled.verticalScrollBar().setValue(0)

    def show_progress(self, says: str, share: float) -> None:
        """Show the progress: `share` is from 0 to 1."""
        self.note.say(says)
        self.progress.setValue(round(_HUNDRED * share))
        if not self.cancel_button.isEnabled():
            self._offer_cancel(offered=True)
            self._wait.start()

    def show_end(self, says: str = "", tone: Tone = Tone.MUTED) -> None:
        """Show that the search has ended, and why."""
        if self.cancel_button.hasFocus():
            self.summary.setFocus()  # pressing Space again must not press the next button
        self.progress.setValue(0)
        self._offer_cancel(offered=False)
        self._wait.stop()
        self.note.say(says, tone)
        self._searching.setVisible(bool(says))

    def _offer_cancel(self, *, offered: bool) -> None:
        self.cancel_button.setEnabled(offered)
        self.cancel_button.setVisible(offered)

    def _lay_out(self) -> None:
        self.progress.setFixedHeight(RING)
        self.progress.setAccessibleName("Search")
        inside = QWidget()
        column = layouts.column(SPACE, inside)
        column.addWidget(self.summary)
        column.addWidget(self.progress)
        column.addWidget(self.reply)
        column.addLayout(outdented(self._fold))
        column.addStretch(1)
        self._scrolled = Scrolled(inside, at_least=LEAST_RESULT, at_most=LEAST_RESULT, margin=GAP)
        row = QHBoxLayout()
        searching, footer = QHBoxLayout(), QHBoxLayout()
        searching.setContentsMargins(0, 0, FLAT, 0)
        searching.addWidget(self.note, stretch=1)
        searching.addWidget(self.cancel_button)
        outdent(searching, left=False)
        footer.addStretch()
        for button in (
            self.report_button,
            self.load_button,
            self.rows_button,
            self.copy_button,
        ):
            footer.addWidget(button)
        self.add_scrolled(self._scrolled)
        self._searching.setLayout(searching)
        row.addWidget(self._searching)
        row.addSpacing(-FLAT)
        self.content.addLayout(row)
        self.content.addLayout(footer)
