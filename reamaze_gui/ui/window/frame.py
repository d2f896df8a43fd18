"""The layout of the main window, and its status line."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QSpacerItem,
    QStatusBar,
    QWidget,
)

from reamaze_gui.ui.widgets.scrolled import ScrolledContent
from reamaze_gui.ui.widgets.style import GAP, TIGHT

_HEADER, _FOOT, _GAP, _PAGE = range(4)
"""The grid's rows: the header and its empty foot, a gap, and the page."""


class Frame(ScrolledContent):
    """Header and page, and messages that appear between them without moving anything.

    They cover the header's empty foot, of so many pixels, and most of the gap. Only messages that
    are taller than that widen the gap.
    """

    def __init__(self, header: QWidget, page: QWidget, foot: int) -> None:
        super().__init__()
        self._strip = Strip()
        page.setContentsMargins(GAP, 0, GAP, TIGHT)
        rows, grows = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        for row, tall in ((_HEADER, header.height() - foot), (_FOOT, foot)):
            grid.addItem(QSpacerItem(0, tall, grows, rows), row, 0)
        grid.addItem(QSpacerItem(0, GAP, grows, grows), _GAP, 0)
        grid.setRowStretch(_PAGE, 1)
        grid.addWidget(header, _HEADER, 0, 2, 1)
        grid.addWidget(page, _PAGE, 0)
        grid.addWidget(self._strip, _FOOT, 0, 2, 1, Qt.AlignmentFlag.AlignTop)

    def add_messages(self, widget: QWidget) -> None:
        """Show a widget between header and page."""
        self._strip.row.insertWidget(0, widget)
        self._strip.raise_()


class Strip(QWidget):
    """Extends the header by the messages, with a gap below; without any, its height is 0."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(GAP, 0, GAP, 0)
        self.row.addStretch()


class StatusLine(QStatusBar):
    """A status bar whose message is aligned with the cards and elided."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the message."""
        place = self.rect().adjusted(GAP, 0, -GAP, 0)
        says, cut = self.currentMessage(), Qt.TextElideMode.ElideRight
        painter = QPainter(self)
        painter.setPen(self.palette().placeholderText().color())  # the muted colour
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(place, flags, self.fontMetrics().elidedText(says, cut, place.width()))
