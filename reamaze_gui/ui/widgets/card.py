"""A card: a panel with a title and what can be done with it, above its content."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.widgets.buttons import flush
from reamaze_gui.ui.widgets.scrolled import Scrolled
from reamaze_gui.ui.widgets.style import FLAT, GAP, SPACE, TIGHT


class Card(QFrame):
    """A panel whose widgets are added to `content`, from top to bottom.

    With a title, `actions` stand at the other end of its row, such as flat buttons.
    """

    def __init__(self, title: str = "", *actions: QWidget) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, GAP, 0, GAP)
        self._column.setSpacing(SPACE)
        self.content = self._section()
        if title:
            row = QHBoxLayout()
            row.setSpacing(TIGHT)
            self._title = QLabel(title)
            self._title.setTextFormat(Qt.TextFormat.PlainText)
            self._title.setFont(style.title(self._title.font()))
            row.addWidget(self._title, stretch=1)
            for action in actions:
                row.addWidget(action)
            if actions:
                flush(row, left=False)
            self.content.addLayout(row)

    def end_with_flat_row(self) -> None:
        """Let the words of what comes last, rather than its edge, end where the margin begins."""
        self._column.setContentsMargins(0, GAP, 0, SPACE)

    def set_title(self, title: str) -> None:
        """Change the title of a card that has one."""
        self._title.setText(title)

    def run_to_the_edge(self, scrolled: Scrolled) -> None:
        """Add what is scrolled: its bar stands in the margin of the card.

        What is added to `content` later stands below it.
        """
        row = QHBoxLayout()
        row.addSpacing(GAP - FLAT)
        row.addWidget(scrolled)
        self._column.addLayout(row, stretch=1)
        self.content = self._section()

    def _section(self) -> QVBoxLayout:
        section = QVBoxLayout()
        section.setContentsMargins(GAP, 0, GAP, 0)
        section.setSpacing(SPACE)
        self._column.addLayout(section)
        return section
