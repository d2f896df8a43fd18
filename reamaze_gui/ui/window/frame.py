"""The header, the page below it, what hangs between them, and the status line."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QSpacerItem,
    QStatusBar,
    QWidget,
)

from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.widgets.scrolled import ScrolledContent
from reamaze_gui.ui.widgets.style import CLOSE, GAP, HAIRLINE, TIGHT

_HEADER, _FOOT, _GAP, _EDGE, _PAGE = range(5)
"""The rows: the header with what is empty at its foot, a gap, the page with the empty edge of its
cards."""


class Frame(ScrolledContent):
    """Nothing moves when something comes to hang there, and no room is kept for it.

    It covers the foot of the header, the gap and the edge of the cards, where nothing stands. Only
    what is taller than that makes the gap wider.
    """

    def __init__(self, header: QWidget, page: QWidget) -> None:
        super().__init__()
        foot = (header.height() - style.room(self)) // 2 - CLOSE
        self._strip = _Strip()
        page.setContentsMargins(GAP, 0, GAP, TIGHT)
        rows, grows = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        for row, tall in ((_HEADER, header.height() - foot), (_FOOT, foot), (_EDGE, GAP)):
            grid.addItem(QSpacerItem(0, tall, grows, rows), row, 0)
        grid.addItem(QSpacerItem(0, GAP, grows, grows), _GAP, 0)
        grid.setRowStretch(_PAGE, 1)
        grid.addWidget(header, _HEADER, 0, 2, 1)
        grid.addWidget(page, _EDGE, 0, 2, 1)
        grid.addWidget(self._strip, _FOOT, 0, 3, 1, Qt.AlignmentFlag.AlignTop)

    def hang(self, widget: QWidget) -> None:
        """Show a widget there."""
        self._strip.row.insertWidget(0, widget)
        self._strip.raise_()


class _Strip(QWidget):
    """Makes the header look taller by what hangs from it; without that, it is hidden."""

    def __init__(self) -> None:
        super().__init__()
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(GAP, 0, GAP, 0)
        self.row.addStretch()
        self.setVisible(False)

    def event(self, event: QEvent) -> bool:
        """Come and go with what stands in it."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.setVisible(not self.row.isEmpty())
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the lower edge of the header, which now ends here."""
        painter, theme = QPainter(self), style.theme()
        painter.fillRect(self.rect(), QColor(theme.card))
        edge = self.rect().adjusted(0, self.height() - HAIRLINE, 0, 0)
        painter.fillRect(edge, QColor(theme.line))


class StatusLine(QStatusBar):
    """A status bar whose sentence begins where the cards do, and ends in an ellipsis."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sentence."""
        place = self.rect().adjusted(GAP, 0, -GAP, 0)
        says, cut = self.currentMessage(), Qt.TextElideMode.ElideRight
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        painter.setPen(self.palette().placeholderText().color())  # which is the muted colour
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(place, flags, self.fontMetrics().elidedText(says, cut, place.width()))
