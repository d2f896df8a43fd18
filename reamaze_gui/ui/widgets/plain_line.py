"""A line that can be selected, and not typed over, as if it stood on the card itself."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit

from reamaze_gui.ui.widgets.style import TIGHT, Tone


class PlainLine(QLineEdit):
    """Shows its text from the beginning, and ends in an ellipsis where it has no room for it."""

    def __init__(self, tone: Tone | None = None) -> None:
        super().__init__(readOnly=True)
        self.setProperty("plain", True)
        self.setProperty("tone", tone.value if tone else "")

    def show_text(self, text: str) -> None:
        """Show another text."""
        self.setText(text)
        self.setCursorPosition(0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Shorten what Qt would cut off; who enters the line can move through all of it."""
        place = self.rect().adjusted(TIGHT, 0, -TIGHT, 0)
        end = Qt.TextElideMode.ElideRight
        shown = self.fontMetrics().elidedText(self.text(), end, place.width())
        if self.hasFocus() or shown == self.text():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().text().color())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
