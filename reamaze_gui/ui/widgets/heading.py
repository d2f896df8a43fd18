"""The title inside a secondary window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from reamaze_gui.ui.widgets import style


class Heading(QLabel):
    """Repeats the window's title, since not every desktop shows title bars."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(style.sized(style.title(self.font()), style.HEADING))
