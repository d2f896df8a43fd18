"""A card: a panel with a title row above its content."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reamaze_gui.ui.widgets import layouts, style
from reamaze_gui.ui.widgets.buttons import outdent
from reamaze_gui.ui.widgets.scrolled import Scrolled
from reamaze_gui.ui.widgets.style import FLAT, GAP, SPACE, TIGHT


class Card(QFrame):
    """A panel with a title row and a `content` layout.

    `actions`, usually flat buttons, are at the end of the title row.
    """

    def __init__(self, title: str = "", *actions: QWidget) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, GAP, 0, GAP)
        self._column.setSpacing(SPACE)
        self.content = self._section()
        if title:
            row = layouts.row(TIGHT)
            self._title = QLabel(title)
            self._title.setTextFormat(Qt.TextFormat.PlainText)
            self._title.setFont(style.title(self._title.font()))
            row.addWidget(self._title, stretch=1)
            for action in actions:
                row.addWidget(action)
            if actions:
                outdent(row, left=False)
            self.content.addLayout(row)

    def end_with_flat_row(self) -> None:
        """Reduce the bottom margin by the padding of flat buttons."""
        self._column.setContentsMargins(0, GAP, 0, SPACE)

    def set_title(self, title: str) -> None:
        """Change the title of a card that was created with one."""
        self._title.setText(title)

    def add_scrolled(self, scrolled: Scrolled) -> None:
        """Add a scroll area whose bar is in the card's margin; further `content` goes below it."""
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
