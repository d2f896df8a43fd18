"""A card: a panel with a title and what can be done with it, above its content."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.widgets.style import GAP, SPACE, TIGHT


class Card(QFrame):
    """A panel whose widgets are added to `content`, from top to bottom.

    With a title, `actions` stand at the other end of its row, such as flat buttons.
    """

    def __init__(self, title: str = "", *actions: QWidget) -> None:
        super().__init__()
        self.content = QVBoxLayout(self)
        self.content.setContentsMargins(GAP, GAP, GAP, GAP)
        self.content.setSpacing(SPACE)
        if title:
            row = QHBoxLayout()
            row.setSpacing(TIGHT)
            label = QLabel(title)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setFont(style.title(label.font()))
            row.addWidget(label, stretch=1)
            for action in actions:
                row.addWidget(action)
            self.content.addLayout(row)
