"""A combo box that isn't changed by scrolling the page under the pointer."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox

from reamaze_gui.ui.widgets import icons, style
from reamaze_gui.ui.widgets.style import BAR, CONTROL, HAIRLINE, ICON


class ChoiceBox(QComboBox):
    """A combo box that the wheel doesn't change."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        """Be tall enough to hit with ease."""
        return style.roomy(self, super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        """Be tall enough to hit with ease."""
        return style.roomy(self, super().minimumSizeHint())

    def showPopup(self) -> None:
        """Make the list as wide as its longest entry."""
        around = BAR + 2 * HAIRLINE
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + around)
        super().showPopup()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the arrow: a style sheet can only take it from a file, whose colour is fixed."""
        super().paintEvent(event)
        arrow = QRect(0, 0, ICON, ICON)
        arrow.moveCenter(self.rect().center())
        arrow.moveLeft(self.width() - (CONTROL + ICON) // 2)
        times = self.devicePixelRatioF()
        picture = icons.picture("chevron-down", style.theme().muted, times=times)
        QPainter(self).drawPixmap(arrow, picture)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: after a choice, the pointer is still here."""
        event.ignore()
