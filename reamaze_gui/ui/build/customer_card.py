"""The card with the customer: a question, the pasted rows, and the form."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from reamaze_gui.ui.build.customer_form import CustomerForm
from reamaze_gui.ui.build.pasted_rows import PastedRows
from reamaze_gui.ui.widgets.buttons import FlatButton, outdented
from reamaze_gui.ui.widgets.card import Card
from reamaze_gui.ui.widgets.note import Note
from reamaze_gui.ui.widgets.question import Question
from reamaze_gui.ui.widgets.scrolled import Scrolled
from reamaze_gui.ui.widgets.style import FORM, GAP, SPACE

_LEAST = (FORM * 2 // 3, GAP)  # independent of the content, so that nothing outside moves


class CustomerCard(Card):
    """The form in a card; only the form scrolls if there is little room."""

    def __init__(self, form: CustomerForm, question: Question, rows: PastedRows) -> None:
        self.paste_button = FlatButton("Paste", "Paste customer")
        self.clear_button = FlatButton("Clear", "Clear customer")
        super().__init__("Customer", self.paste_button, self.clear_button)
        note = Note()
        note.say("Nothing here is stored unless you save the customer.")
        within = QWidget()
        layout = QVBoxLayout(within)
        # Before anything is in it, or Qt would measure all of that once more than needed.
        scrolled = Scrolled(within, at_least=_LEAST, at_most=_LEAST, margin=GAP)
        layout.setSpacing(SPACE)
        layout.addWidget(question)
        layout.addLayout(outdented(form))
        layout.addStretch()
        layout.addWidget(note)
        self.content.addLayout(outdented(rows))
        self.add_scrolled(scrolled)
