"""The welcome card of the first start: account and secret, or how to go on without them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reamaze_gui.core.preview import SECRET_LABEL
from reamaze_gui.ui.account.account_bar import AccountBar
from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.widgets.buttons import FlatButton, outdent
from reamaze_gui.ui.widgets.card import Card
from reamaze_gui.ui.widgets.mnemonics import FieldLabel
from reamaze_gui.ui.widgets.style import FIRST_START, FLAT, ROOMY, TIGHT

_LETTERS = 60  # that must fit, however large the text is

_TITLE = "Sign customers in to Re:amaze chat"
_SAYS = "The secret is stored in your system's keyring and nowhere else."


class FirstStart(QWidget):
    """Borrows the fields of the account bar until the user goes on.

    Signals: `help_asked`; `skipped` to go on without the secret; `sample_asked` for a sample
    customer.
    """

    help_asked = Signal()
    skipped = Signal()
    sample_asked = Signal()

    def __init__(self, bar: AccountBar) -> None:
        super().__init__()
        card = Card(_TITLE)
        card.setFixedWidth(max(FIRST_START, style.wide(card, _LETTERS)))
        says = QLabel(_SAYS)
        says.setWordWrap(True)
        card.content.addWidget(says)
        card.content.addSpacing(TIGHT)
        helps = FlatButton("Where do &I find the secret?")
        helps.setFont(style.small(helps.font()))
        above_secret, messages = QHBoxLayout(), QHBoxLayout()
        above_secret.addWidget(FieldLabel(SECRET_LABEL, bar.secret), stretch=1)
        card.content.addWidget(FieldLabel(f"A&ccount: {bar.hint}", bar.account))
        card.content.addWidget(bar.account)
        card.content.addLayout(above_secret)
        card.content.addSpacing(-TIGHT)  # the button beside the label is taller
        card.content.addWidget(bar.secret)
        above_secret.addWidget(helps)  # added after the field, for the tab order
        outdent(above_secret, left=False)
        bar.messages.stack(is_stacked=True)
        messages.addSpacing(-FLAT)  # its buttons are flat
        messages.addWidget(bar.messages)
        card.content.addLayout(messages)
        card.content.addWidget(bar.save)
        weak = FlatButton("Without the secret: &Weak SSO")
        sample = FlatButton("&Look around with a sample customer")
        helps.clicked.connect(self.help_asked)
        weak.clicked.connect(self.skipped)
        sample.clicked.connect(self.sample_asked)
        column = QVBoxLayout()
        column.setSpacing(TIGHT)
        column.addWidget(card)
        for way in (weak, sample):
            column.addWidget(way, alignment=Qt.AlignmentFlag.AlignHCenter)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, ROOMY, 0, ROOMY)
        grid.addLayout(column, 1, 1)
        for edge in (0, 2):
            grid.setRowStretch(edge, 1)
            grid.setColumnStretch(edge, 1)
