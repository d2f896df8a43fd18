"""The reply to the merchant: what the user has changed stays, also where the report changes."""

from collections import deque
from dataclasses import dataclass, field
from functools import partial
from html import escape
from math import ceil

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout

from reamaze_gui.core.customer import Customer
from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.widgets.mnemonics import FieldLabel
from reamaze_gui.ui.widgets.question import Option, Question
from reamaze_gui.ui.widgets.style import HAIRLINE, REPLY_LINES, ROOMY, SPACE, TIGHT

_BREAK = "\n"
_OLD = "The report has changed since you edited this reply."
_OTHER = "Another page, so another reply. The one you edited comes back with its own page."
_MOST_ASIDE = 8  # edited replies that are held for their pages


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A reply as it was written, and the customer whom it is about, as far as that is known."""

    text: str = field(default="", repr=False)
    customer: Customer = field(default_factory=Customer)

    def is_about_the_same(self, other: "Suggestion") -> bool:
        """Tell whether both are about one customer, or else are the same reply."""
        ours, theirs = self.customer, other.customer
        if Customer() in (ours, theirs):
            return self == other
        if ours.email and theirs.email:
            return ours.email.lower() == theirs.email.lower()
        return ours.id == theirs.id


class ReplyEdit(QPlainTextEdit):
    """The reply to the merchant, which the user may change."""

    def __init__(self) -> None:
        super().__init__(tabChangesFocus=True)
        self.setAccessibleName("Reply")
        self.setPlaceholderText("The reply is written once all has been checked.")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # it wraps
        self.document().setDocumentMargin(0)
        self.document().setModified(False)  # which even that counts as
        self.textChanged.connect(self._fit)

    @property
    def is_edited(self) -> bool:
        """Whether the user has changed the reply."""
        return self.document().isModified()

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
        """Return the reply for a mail: an empty line ends a paragraph, and no markup acts."""
        paragraphs = self.toPlainText().split("\n\n")
        return "".join(f"<p>{escape(each).replace(_BREAK, '<br>')}</p>" for each in paragraphs)

    def show_reply(self, text: str) -> None:
        """Put a reply in that the user has not changed yet."""
        if text != self.toPlainText():
            self.setPlainText(text)
        self.document().setModified(False)

    def exchange(self, text: str) -> None:
        """Put a text in the place of this one, in a way that undo takes back."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break elsewhere."""
        super().resizeEvent(event)
        self._fit()


class ReplyPanel(QFrame):
    """What stands round the reply, in the soft colour of the accent.

    A reply that was edited stays where the report changes; `question` then offers the new one, and
    holds Copy reply until the user has chosen.
    """

    def __init__(self) -> None:
        super().__init__()
        self.edit = ReplyEdit()
        self.question = Question()
        self._suggested = Suggestion()  # what the user has changed, or has left as it is
        self._offered = Suggestion()  # instead of it
        self._aside = deque[tuple[Suggestion, str]](maxlen=_MOST_ASIDE)  # edited, of other pages
        self._is_of_another_page = False
        self._lay_out()

    def suggest(self, new: Suggestion) -> None:
        """Show a reply; beside one that was edited, offer it."""
        if not new.text:  # there is none yet, and none can be copied
            if not self.edit.is_edited:
                self._show(new)
            return
        self._bring_back(new)
        if not self.edit.is_edited:
            self._show(new)
            if self._is_of_another_page:
                self.question.inform(_OTHER)
        elif new.text == self._suggested.text:
            self.question.settle()
            self._suggested = new
        elif new != self._offered or not self.question.obstacle:
            use = Option("Use the new reply", partial(self._use, new))
            self.question.ask(_OLD, use, Option("Keep mine", partial(self._keep, new)))
            self._offered = new
        self._is_of_another_page = False

    @Slot()
    def make_place(self) -> None:
        """Put a reply that was edited aside: another page comes, of whoever that may be."""
        if self.edit.is_edited:
            self._aside.append((self._suggested, self.edit.toPlainText()))
            self._is_of_another_page = True
            self._show(Suggestion())

    def _bring_back(self, new: Suggestion) -> None:
        """Put an edited reply back where its customer is; the one that is here goes aside."""
        if self.edit.is_edited and self._suggested.is_about_the_same(new):
            return
        back = next((each for each in self._aside if each[0].is_about_the_same(new)), None)
        if back:
            self._aside.remove(back)
            self.make_place()
            self._is_of_another_page = False
            self._show(back[0])
            self.edit.exchange(back[1])

    def _show(self, new: Suggestion) -> None:
        if new.text != self._suggested.text:
            self.question.settle()
        self._suggested = new
        self.edit.show_reply(new.text)

    def _use(self, new: Suggestion) -> None:
        self._keep(new)
        self.edit.exchange(new.text)
        self.edit.document().setModified(False)
        self.edit.setFocus()

    def _keep(self, new: Suggestion) -> None:
        self._suggested = new

    def _lay_out(self) -> None:
        title = FieldLabel("&Reply to the merchant", self.edit)
        title.setFont(style.title(self.font()))
        title.setForegroundRole(self.foregroundRole())
        layout = QVBoxLayout(self)
        edge = ROOMY - TIGHT - HAIRLINE  # so that title and text begin where the headline does
        layout.setContentsMargins(edge, SPACE, edge, SPACE)
        layout.setSpacing(HAIRLINE)
        title.setContentsMargins(TIGHT + HAIRLINE, 0, 0, 0)
        layout.addWidget(title)
        asks = QHBoxLayout()
        asks.setContentsMargins(TIGHT + HAIRLINE, 0, TIGHT + HAIRLINE, 0)
        asks.addWidget(self.question)
        layout.addLayout(asks)
        layout.addWidget(self.edit, stretch=1)
