"""The card with what is wrong with a customer's page, and the reply to the merchant."""

from html import escape
from math import ceil

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reamaze_gui.core.report.wording import Answer
from reamaze_gui.ui.diagnose.report_view import ReportView
from reamaze_gui.ui.diagnose.report_writer import ReportWriter
from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.widgets.buttons import Button, FlatButton, PrimaryButton
from reamaze_gui.ui.widgets.card import Card
from reamaze_gui.ui.widgets.fold import Fold
from reamaze_gui.ui.widgets.note import Note
from reamaze_gui.ui.widgets.scrolled import Scrolled
from reamaze_gui.ui.widgets.style import (
    GAP,
    HAIRLINE,
    LEAST_RESULT,
    REPLY_LINES,
    RING,
    ROOMY,
    SPACE,
    TIGHT,
)

_HUNDRED = 100
_BREAK = "\n"


class ReplyEdit(QPlainTextEdit):
    """The reply to the merchant: what is typed into it stays until another page is examined."""

    def __init__(self) -> None:
        super().__init__(tabChangesFocus=True)
        self.setAccessibleName("Reply")
        self.setPlaceholderText("The reply is written once the page has been examined.")
        self.document().setDocumentMargin(0)
        self.document().setModified(False)  # which even that counts as
        self.textChanged.connect(self._fit)

    @Slot()
    def _fit(self) -> None:
        """Be as tall as the reply: it is scrolled with what stands above it."""
        block, tall = self.document().firstBlock(), 0.0
        while block.isValid():
            tall += self.blockBoundingRect(block).height()
            block = block.next()
        lines = max(REPLY_LINES, ceil(tall / self.fontMetrics().lineSpacing()))
        self.setMinimumHeight(style.height_of_lines(self, lines))

    def html(self) -> str:
        """Return the reply for a mail: a paragraph where an empty line parts, no markup acts."""
        paragraphs = self.toPlainText().split("\n\n")
        return "".join(f"<p>{escape(each).replace(_BREAK, '<br>')}</p>" for each in paragraphs)

    def suggest(self, text: str, *, afresh: bool) -> None:
        """Put a reply in, unless the user has changed the one that is there; `afresh` always."""
        if (afresh or not self.document().isModified()) and text != self.toPlainText():
            self.setPlainText(text)
            self.document().setModified(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break elsewhere."""
        super().resizeEvent(event)
        self._fit()


class ResultCard(Card):
    """Headline and evidence, the reply, what else there is, and what can be done with it.

    Signals: `line_chosen(number)`, from 1, by a link into the page.
    """

    line_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.summary = ReportView("Report", ReportWriter.write_summary)
        self.reply = ReplyEdit()
        self._details = ReportView("Details", ReportWriter.write_details)
        self._fold = Fold("", self._details)
        self.note = Note()
        self.progress = QProgressBar(textVisible=False, maximum=_HUNDRED)
        self.cancel_button = FlatButton("&Cancel", "Cancel search")
        self.report_button = Button("Techn&ical report", "Copy technical report")
        self.load_button = Button("Load into &Build")
        self.rows_button = Button("Save ro&ws…", "Save failing rows")
        self.copy_button = PrimaryButton("Copy repl&y")
        self._lay_out()
        self.offer_cancel(offered=False)
        self.summary.line_chosen.connect(self.line_chosen)
        self._details.line_chosen.connect(self.line_chosen)

    def show_answer(self, answer: Answer | None, reply: str, *, afresh: bool) -> None:
        """Show an answer and the reply to it; `afresh` for another page than before."""
        self.summary.show_answer(answer)
        self.reply.suggest(reply, afresh=afresh)
        self._details.show_answer(answer)
        values, findings = (len(answer.rows), len(answer.findings)) if answer else (0, 0)
        self._fold.setVisible(bool(values or findings))
        sends = f"What the page sends ({values}) and other findin&gs ({findings})"
        self._fold.set_title(sends if values else f"Other findin&gs ({findings})")
        if afresh:
            self._scrolled.verticalScrollBar().setValue(0)

    def show_progress(self, says: str, share: float) -> None:
        """Show how far the search has come: `share` from 0 to 1."""
        self.note.say(says)
        self.progress.setValue(round(_HUNDRED * share))
        self.offer_cancel(offered=True)

    def offer_cancel(self, *, offered: bool) -> None:
        """Show the hairline and the button, while there is something to cancel."""
        if not offered and self.cancel_button.hasFocus():
            self.summary.setFocus()  # the next in line would be a button, which Space would press
        if not offered:
            self.progress.setValue(0)
        self.cancel_button.setEnabled(offered)
        self.cancel_button.setVisible(offered)

    def _lay_out(self) -> None:
        self.progress.setFixedHeight(RING)
        self.progress.setAccessibleName("Search")
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self.summary)
        column.addWidget(self.progress)
        column.addWidget(self._titled_reply(), stretch=1)
        column.addWidget(self._fold)
        self._scrolled = Scrolled(inside, at_least=LEAST_RESULT, at_most=LEAST_RESULT, margin=GAP)
        searching, footer = QHBoxLayout(), QHBoxLayout()
        searching.addWidget(self.note, stretch=1)
        searching.addWidget(self.cancel_button)
        footer.addStretch()
        for button in (
            self.report_button,
            self.load_button,
            self.rows_button,
            self.copy_button,
        ):
            footer.addWidget(button)
        self.run_to_the_edge(self._scrolled)
        self.content.addLayout(searching)
        self.content.addLayout(footer)

    def _titled_reply(self) -> QWidget:
        panel = ReplyPanel()
        title = QLabel("&Reply to the merchant")
        title.setFont(style.title(title.font()))
        title.setBuddy(self.reply)
        layout = QVBoxLayout(panel)
        edge = ROOMY - TIGHT - HAIRLINE  # so that title and text begin where the headline does
        layout.setContentsMargins(edge, SPACE, edge, SPACE)
        layout.setSpacing(HAIRLINE)
        title.setIndent(TIGHT + HAIRLINE)
        layout.addWidget(title)
        layout.addWidget(self.reply, stretch=1)
        return panel


class ReplyPanel(QFrame):
    """What stands round the reply, in the soft colour of the accent."""


def allow(button: QPushButton, obstacle: str) -> None:
    """Let a button be pressed, or say why not."""
    button.setEnabled(not obstacle)
    button.setAccessibleDescription(obstacle)
    button.setToolTip(obstacle)
