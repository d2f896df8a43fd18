"""A search field with a magnifier."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent

from reamaze_gui.ui.widgets import icons, style
from reamaze_gui.ui.widgets.line_edit import LineEdit
from reamaze_gui.ui.widgets.style import ICON, ROOMY, SPACE, TIGHT

_LONGEST = 100  # characters


class SearchEdit(LineEdit):
    """A line edit with a magnifier before its text and a clear button behind it.

    The magnifier is painted: an action of the field would be a button that does nothing.

    Signals: `left_down` when the Down key is pressed, to go to the list of what was found.
    """

    left_down = Signal()

    def __init__(self, name: str, placeholder: str) -> None:
        super().__init__(placeholderText=placeholder, maxLength=_LONGEST)
        self.setAccessibleName(name)
        self.setClearButtonEnabled(True)
        self.setTextMargins(ICON + SPACE - TIGHT, 0, 0, 0)  # Qt adds a few pixels before the text

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the magnifier before the text."""
        super().paintEvent(event)
        place = QRect(0, 0, ICON, ICON)
        place.moveCenter(QRect(ROOMY, 0, ICON, self.height()).center())
        picture = icons.picture("search", style.theme().muted, times=self.devicePixelRatioF())
        QPainter(self).drawPixmap(place, picture)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the field with the Down key."""
        if event.key() == Qt.Key.Key_Down:
            self.left_down.emit()
        else:
            super().keyPressEvent(event)
