"""A read-only line without a border, whose text can be selected."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit

from reamaze_gui.ui.widgets.style import TIGHT, Tone


class PlainLine(QLineEdit):
    """Shows the beginning of its text, elided if it is too long."""

    def __init__(self, tone: Tone | None = None) -> None:
        super().__init__(readOnly=True)
        self.setProperty("tone", tone.value if tone else "")

    def show_text(self, text: str) -> None:
        """Set the text, and scroll to its beginning."""
        self.setText(text)
        self.setCursorPosition(0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Elide what Qt would cut off, unless the line has the focus and can be scrolled."""
        place = self.rect().adjusted(TIGHT, 0, -TIGHT, 0)
        end = Qt.TextElideMode.ElideRight
        shown = self.fontMetrics().elidedText(self.text(), end, place.width())
        if self.hasFocus() or shown == self.text():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().text().color())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
