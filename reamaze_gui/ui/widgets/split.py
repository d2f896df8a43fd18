"""A splitter that knows how tall its panes must be."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget


class Split(QSplitter):
    """A horizontal splitter with height-for-width, which QSplitter lacks.

    Text that wraps needs more height in a narrow pane.
    """

    def __init__(self, gap: int) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(gap)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.splitterMoved.connect(self.updateGeometry)

    def heightForWidth(self, _width: int) -> int:
        """Return the minimum height at the current widths of the panes."""
        panes = filter(None, map(self.widget, range(self.count())))
        return max((_least_height(pane) for pane in panes if not pane.isHidden()), default=0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Update the minimum height for the new widths."""
        super().resizeEvent(event)
        self.updateGeometry()


def _least_height(pane: QWidget) -> int:
    layout = pane.layout()
    if layout and layout.hasHeightForWidth():
        return layout.totalMinimumHeightForWidth(pane.width())
    return pane.minimumSizeHint().height()
