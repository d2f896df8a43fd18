"""The line numbers of an editor."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.widgets.style import SPACE

_FEWEST_DIGITS = 2


class LineNumbers(QWidget):
    """Paints what `lines` yields: the number of each visible line, its top and height in pixels."""

    def __init__(
        self, parent: QWidget, lines: Callable[[], Iterator[tuple[int, float, float]]]
    ) -> None:
        super().__init__(parent)
        self.lines = lines
        self._digits = _FEWEST_DIGITS
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_up_to(self, number: int) -> None:
        """Make room for this number."""
        self._digits = max(_FEWEST_DIGITS, len(str(number)))

    def sizeHint(self) -> QSize:
        """Return the width of the widest number."""
        widest = self.fontMetrics().horizontalAdvance("9" * self._digits)
        return QSize(widest + 2 * SPACE, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the number of every visible line."""
        painter = QPainter(self)
        painter.setPen(QColor(style.theme().muted))
        right = Qt.AlignmentFlag.AlignRight
        for number, top, height in self.lines():
            width = self.width() - SPACE
            painter.drawText(0, round(top), width, round(height), right, str(number))
        painter.end()
