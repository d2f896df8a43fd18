"""The reply to the merchant, which keeps the user's edits when the report changes."""

from collections import deque
from dataclasses import dataclass, field
from functools import partial
from html import escape
from math import ceil

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from reamaze_gui.core.customer import Customer
from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.widgets.line_edit import TextEdit
from reamaze_gui.ui.widgets.mnemonics import FieldLabel
from reamaze_gui.ui.widgets.question import Question
from reamaze_gui.ui.widgets.style import CLOSE, HAIRLINE, REPLY_LINES, ROOMY, SPACE, TIGHT

_BREAK = "\n"
_OLD = "The report has changed since you edited this reply."
_OTHER = "This reply is for another page. The one you edited returns with its own page."
_MOST_ASIDE = 8  # edited replies that are kept for their pages


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A generated reply and its customer, if known."""

    text: str = field(default="", repr=False)
    customer: Customer = field(default_factory=Customer)

    def is_about_the_same(self, other: "Suggestion") -> bool:
        """Whether both have the same customer or, if one is unknown, are equal."""
        ours, theirs = self.customer, other.customer
        if Customer() in (ours, theirs):
            return self == other
        if ours.email and theirs.email:
            return ours.email.lower() == theirs.email.lower()
        return ours.id == theirs.id


class ReplyEdit(TextEdit):
    """The editor of the reply."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Reply")
        self.setPlaceholderText("The reply appears once everything has been checked.")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # it wraps
        self.document().setDocumentMargin(0)
        self.document().setModified(False)  # setting the margin counts as an edit
        self.textChanged.connect(self._fit)

    @property
    def is_edited(self) -> bool:
        """Whether the user has edited the reply."""
        return self.document().isModified()

    @Slot()
    def _fit(self) -> None:
        """Be as tall as the text, since the whole card scrolls."""
        block, tall = self.document().firstBlock(), 0.0
        while block.isValid():
            tall += self.blockBoundingRect(block).height()
            block = block.next()
        lines = max(REPLY_LINES, ceil(tall / self.fontMetrics().lineSpacing()))
        around = 2 * (TIGHT + HAIRLINE)  # in the style sheet
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + around + CLOSE)

    def html(self) -> str:
        """Return the reply as HTML for mail, in which empty lines separate paragraphs."""
        paragraphs = self.toPlainText().split("\n\n")
        return "".join(f"<p>{escape(each).replace(_BREAK, '<br>')}</p>" for each in paragraphs)

    def show_reply(self, text: str) -> None:
        """Show an unedited reply."""
        if text != self.toPlainText():
            self.setPlainText(text)
        self.document().setModified(False)

    def replace(self, text: str) -> None:
        """Replace the text, in a way that can be undone."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Adapt the height to other line breaks."""
        super().resizeEvent(event)
        if self.viewport().isVisible():
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Adapt the height now: earlier, Qt would forget the resizing that it leads to."""
        super().showEvent(event)
        self._fit()


class ReplyPanel(QFrame):
    """The reply with its title and question.

    An edited reply stays when the report changes; `question` then offers the new one, and blocks
    Copy reply until the user has chosen.
    """

    def __init__(self) -> None:
        super().__init__()
        self.edit = ReplyEdit()
        self.question = Question()
        self._suggested = Suggestion()  # the reply as generated, before any edits
        self._offered = Suggestion()  # the new one in the question
        self._aside = deque[tuple[Suggestion, str]](maxlen=_MOST_ASIDE)  # edited, for other pages
        self._is_of_another_page = False
        self._lay_out()

    def suggest(self, new: Suggestion) -> None:
        """Show a reply, or offer it if the current one was edited."""
        if not new.text:  # there is none yet
            if not self.edit.is_edited:
                self._show(new)
            return
        self._restore_edited(new)
        if not self.edit.is_edited:
            self._show(new)
            if self._is_of_another_page:
                self.question.inform(_OTHER)
        elif new.text == self._suggested.text:
            self.question.settle()
            self._suggested = new
        elif new != self._offered or not self.question.obstacle:
            use = ("Use the new reply", partial(self._use, new))
            self.question.ask(_OLD, use, ("Keep mine", partial(self._keep, new)))
            self._offered = new
        self._is_of_another_page = False

    @Slot()
    def put_aside(self) -> None:
        """Put an edited reply aside, since another page is about to replace this one."""
        if self.edit.is_edited:
            self._aside.append((self._suggested, self.edit.toPlainText()))
            self._is_of_another_page = True
            self._show(Suggestion())

    def _restore_edited(self, new: Suggestion) -> None:
        """Restore the edited reply for this customer, if there is one."""
        if self.edit.is_edited and self._suggested.is_about_the_same(new):
            return
        back = next((each for each in self._aside if each[0].is_about_the_same(new)), None)
        if back:
            self._aside.remove(back)
            self.put_aside()
            self._is_of_another_page = False
            self._show(back[0])
            self.edit.replace(back[1])

    def _show(self, new: Suggestion) -> None:
        if new.text != self._suggested.text:
            self.question.settle()
        self._suggested = new
        self.edit.show_reply(new.text)

    def _use(self, new: Suggestion) -> None:
        self._keep(new)
        self.edit.replace(new.text)
        self.edit.document().setModified(False)
        self.edit.setFocus()

    def _keep(self, new: Suggestion) -> None:
        self._suggested = new

    def _lay_out(self) -> None:
        title = FieldLabel("&Reply to the merchant", self.edit)
        title.setFont(style.title(self.font()))
        title.setForegroundRole(self.foregroundRole())
        layout = QVBoxLayout(self)
        edge = ROOMY - TIGHT - HAIRLINE  # aligns title and text with the headline
        layout.setContentsMargins(edge, SPACE, edge, SPACE)
        layout.setSpacing(HAIRLINE)
        title.setContentsMargins(TIGHT + HAIRLINE, 0, 0, 0)
        layout.addWidget(title)
        asks = QHBoxLayout()
        asks.setContentsMargins(TIGHT + HAIRLINE, 0, TIGHT + HAIRLINE, 0)
        asks.addWidget(self.question)
        layout.addLayout(asks)
        layout.addWidget(self.edit, stretch=1)
