"""A scroll area that asks for the height of its content."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QScrollArea, QWidget

from reamaze_gui.ui.widgets.style import BAR, FLAT

Size = tuple[int, int]  # pixels


class ScrolledContent(QWidget):
    """As tall as the minimum heights of its parts, not as their preferred heights.

    So a scrollable part shrinks first, and there is one scroll bar rather than two.
    """

    def heightForWidth(self, width: int) -> int:
        """Return the layout's minimum height."""
        layout = self.layout()
        return layout.totalMinimumHeightForWidth(width) if layout else -1


class Scrolled(QScrollArea):
    """Shows all of its content if there is room, and scrolls it otherwise.

    Its minimum size is that of the content, within `at_least` and `at_most`. With a `margin`, as in
    a card, the content gets margins: the scroll bar takes its room from the right one, so that
    nothing becomes narrower, and the left one has room for outdented rows.
    """

    def __init__(self, content: QWidget, at_least: Size, at_most: Size, margin: int = 0) -> None:
        super().__init__(widgetResizable=True)
        self._content = content
        self._at_least = QSize(*at_least)
        self._at_most = QSize(*at_most)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes to its content
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setViewport(QWidget())  # the default one isn't transparent
        self.setWidget(content)
        content.setAutoFillBackground(False)  # setWidget turned it on
        self._margin = margin
        self.verticalScrollBar().rangeChanged.connect(self._make_margin)
        self._make_margin(0, 0)

    @Slot(int, int)
    def _make_margin(self, _least: int, most: int) -> None:
        if self._margin and (layout := self._content.layout()):
            layout.setContentsMargins(FLAT, 0, self._margin - BAR if most else self._margin, 0)

    def minimumSizeHint(self) -> QSize:
        """Return the content's minimum size plus a scroll bar, within the bounds."""
        bar = self.verticalScrollBar().sizeHint().width()  # importing QStyle's enums is slow
        needed = self._content.minimumSizeHint() + QSize(bar, 0)
        return needed.expandedTo(self._at_least).boundedTo(self._at_most)
