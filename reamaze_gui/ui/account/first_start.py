"""The welcome card of the first start: account and secret, or how to go on without them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from reamaze_gui.core.preview import SECRET_LABEL
from reamaze_gui.resources import resource
from reamaze_gui.ui.account.account_bar import AccountBar
from reamaze_gui.ui.widgets import layouts, style
from reamaze_gui.ui.widgets.buttons import FlatButton
from reamaze_gui.ui.widgets.card import Card
from reamaze_gui.ui.widgets.mnemonics import FieldLabel
from reamaze_gui.ui.widgets.note import Note
from reamaze_gui.ui.widgets.style import EMBLEM, FIRST_START, FLAT, ROOMY, SPACE, TIGHT

_LETTERS = 60  # that must fit, however large the text is

_TITLE = "Sign customers in to Re:amaze chat"
_SAYS = "The secret is stored only in your system's keyring."


class FirstStart(QWidget):
    """Borrows the fields of the account bar until the user goes on."""

    def __init__(self, bar: AccountBar) -> None:
        super().__init__()
        card = Card()
        card.setFixedWidth(max(FIRST_START, style.wide(card, _LETTERS)))
        card.content.addLayout(_title())
        card.content.addSpacing(SPACE)
        self.help_button = FlatButton("Where do &I find the secret?")
        self.weak_button = FlatButton("Without the secret: &Weak SSO")
        self.sample_button = FlatButton("&Look around with a sample customer")
        messages, below = QHBoxLayout(), QHBoxLayout()
        fields = {f"A&ccount: {bar.hint}": bar.account, SECRET_LABEL: bar.secret}
        for label, field in fields.items():
            group = layouts.column(TIGHT)
            group.addWidget(FieldLabel(label, field))
            group.addWidget(field)
            card.content.addLayout(group)
            card.content.addSpacing(TIGHT)
        below.addWidget(self.help_button)
        below.addStretch()
        below.addWidget(bar.save)
        below.insertSpacing(0, -FLAT)
        for edit in (bar.account.name, bar.secret):
            edit.setPlaceholderText("")  # their labels are above them
        messages.addWidget(bar.messages)
        messages.addStretch()
        card.content.addLayout(messages)
        card.content.addLayout(below)
        column = layouts.column(0)
        column.addWidget(card)
        column.addSpacing(SPACE)
        for way in (self.weak_button, self.sample_button):
            column.addWidget(way, alignment=Qt.AlignmentFlag.AlignHCenter)
        self._column = column
        self._above = QSpacerItem(0, 0)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, SPACE, 0, SPACE)
        grid.addItem(self._above, 0, 1)
        grid.addLayout(column, 1, 1)
        grid.setRowStretch(2, 1)
        for edge in (0, 2):
            grid.setColumnStretch(edge, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Centre the card; a message that comes later makes it taller, but doesn't move it."""
        super().resizeEvent(event)
        room, policy = self.height() - self._column.sizeHint().height(), QSizePolicy.Policy
        self._above.changeSize(0, max(0, room // 2 - SPACE), policy.Minimum, policy.Preferred)
        self._column.invalidate()


def _title() -> QHBoxLayout:
    """Return the top row: the program's icon, and what it is for."""
    row, column, emblem, says = QHBoxLayout(), QVBoxLayout(), QLabel(), Note()
    emblem.setPixmap(QIcon(str(resource("icon.svg"))).pixmap(EMBLEM))
    title = QLabel(_TITLE)
    title.setFont(style.title(title.font()))
    title.setWordWrap(True)
    says.say(_SAYS)
    column.setSpacing(TIGHT)
    column.addStretch()
    column.addWidget(title)
    column.addWidget(says)
    column.addStretch()
    row.setSpacing(ROOMY)
    row.addWidget(emblem)
    row.addLayout(column, stretch=1)
    return row
