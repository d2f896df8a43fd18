"""What stands in the empty field for a customer's page: what can be put there, and how."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from reamaze_gui.ui.widgets import icons, style
from reamaze_gui.ui.widgets.style import SPACE, WIDE

_TITLE = "Paste what the customer sent, or drop a file here"
_TAKEN = (
    "The page’s source or a part of it, the snippet alone,\n"
    "what the browser’s console prints, a copied request (cURL),\n"
    "or a list of customers with their authkeys (CSV)"
)


class DropHint(QWidget):
    """Lets every click and drop through to the field below it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._picture = QLabel()
        title, taken = QLabel(_TITLE), QLabel(_TAKEN)
        title.setFont(style.title(title.font()))
        taken.setForegroundRole(QPalette.ColorRole.PlaceholderText)  # which is the muted colour
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        layout.setSpacing(SPACE)
        layout.addStretch()
        for label in (self._picture, title, taken):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            layout.addWidget(label)
        layout.addStretch()
        self._draw()
        style.COLOURS.changed.connect(self._draw)

    @Slot()
    def _draw(self) -> None:
        times = self.devicePixelRatioF()
        self._picture.setPixmap(icons.picture("upload", style.theme().muted, WIDE, times))
