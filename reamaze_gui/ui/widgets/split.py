"""Two panes side by side, between which the user can move the border."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget


class Split(QSplitter):
    """Panes that ask for the height in which all that stands in them can be seen.

    Qt's own splitter doesn't know that a sentence needs more lines where it is narrow.
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
        """Return the least height, in pixels, at the present widths of the panes."""
        panes = filter(None, map(self.widget, range(self.count())))
        return max((_least_height(pane) for pane in panes if not pane.isHidden()), default=0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask anew, as the panes have other widths now."""
        super().resizeEvent(event)
        self.updateGeometry()


def _least_height(pane: QWidget) -> int:
    layout = pane.layout()
    if layout and layout.hasHeightForWidth():
        return layout.totalMinimumHeightForWidth(pane.width())
    return pane.minimumSizeHint().height()
