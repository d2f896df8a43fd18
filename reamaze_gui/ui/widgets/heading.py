"""The title at the top of a window beside the main one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from reamaze_gui.ui.widgets import style


class Heading(QLabel):
    """Says what the window is for, as its title bar does where there is one."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(style.sized(style.title(self.font()), style.HEADING))
