"""What stands in the middle of an empty field or list: what is to come there, and how."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QVBoxLayout, QWidget

from reamaze_gui.ui.widgets import icons, style
from reamaze_gui.ui.widgets.style import SPACE, WIDE


class EmptyHint(QWidget):
    """Lets every click and drop through to the field below it."""

    def __init__(self, field: QAbstractScrollArea, icon: str, title: str, says: str) -> None:
        super().__init__(field.viewport())
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._icon = icon
        self._picture = QLabel()
        heading, below = QLabel(title), QLabel(says)
        heading.setFont(style.title(heading.font()))
        below.setForegroundRole(QPalette.ColorRole.PlaceholderText)  # which is the muted colour
        layout = QVBoxLayout(self)
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
