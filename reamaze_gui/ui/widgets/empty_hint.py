"""The hint in the middle of an empty field."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QVBoxLayout, QWidget

from reamaze_gui.ui.widgets import icons, style
from reamaze_gui.ui.widgets.style import SPACE, WIDE


class EmptyHint(QWidget):
    """An icon, a title and a text over an empty field, transparent for clicks and drops.

    If there is little room, the icon is hidden first, then the text.
    """

    def __init__(self, field: QAbstractScrollArea, icon: str, title: str, says: str) -> None:
        super().__init__(field.viewport())
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._icon = icon
        self._picture, heading, below = QLabel(), QLabel(title), QLabel(says)
        self._parts = (self._picture, below, heading)  # in the order of hiding
        heading.setFont(style.title(heading.font()))
        below.setForegroundRole(QPalette.ColorRole.PlaceholderText)  # the muted colour
        layout = self._column = QVBoxLayout(self)
        layout.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        layout.setSpacing(SPACE)
        layout.addStretch()
        for label in (self._picture, heading, below):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            layout.addWidget(label)
        layout.addStretch()
        whole = QVBoxLayout(field.viewport())
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self)
        self._draw()
        style.COLOURS.changed.connect(self._draw)

    @Slot()
    def _draw(self) -> None:
        times = self.devicePixelRatioF()
        self._picture.setPixmap(icons.picture(self._icon, style.theme().muted, WIDE, times))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as fits."""
        super().resizeEvent(event)
        for part in self._parts:
            part.setVisible(True)
        for part in self._parts:
            self._column.invalidate()
            if self._column.totalHeightForWidth(self.width()) <= self.height():
                return
            part.setVisible(False)
