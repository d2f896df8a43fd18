"""The hint in the middle of an empty field or list."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from reamaze_gui.ui.widgets import icons, layouts, style
from reamaze_gui.ui.widgets.style import SPACE, WIDE

_CENTRED = Qt.AlignmentFlag.AlignHCenter.value | Qt.TextFlag.TextWordWrap.value


class EmptyHint(QWidget):
    """An icon, a title and a text, which lie over a field and let the mouse through.

    If there is little room, the icon goes first, then the text.
    """

    def __init__(self, field: QWidget, icon: str, title: str = "", says: str = "") -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layouts.column(0, field, margin=SPACE).addWidget(self)
        self._icon = icon
        self.say(title, says)

    def say(self, title: str, says: str) -> None:
        """Change the title and the text."""
        self._title, self._says = title, says
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what there is room for."""
        room, theme, font = self.rect(), style.theme(), QApplication.font()
        painter = QPainter(self)

        def height(text: str, font: QFont) -> int:
            painter.setFont(font)
            within = QRect(0, 0, room.width(), 0)
            return painter.boundingRect(within, _CENTRED, text).height() + SPACE if text else 0

        texts = ((self._title, style.title(font), theme.text), (self._says, font, theme.muted))
        tall = [height(text, font) for text, font, _ in texts]
        icon = WIDE + SPACE if sum(tall) + WIDE <= room.height() else 0
        if sum(tall) - SPACE > room.height():
            tall[1] = 0
        place = QRect(0, 0, room.width(), icon + sum(tall) - SPACE)
        place.moveCenter(room.center())
        if icon:
            picture = icons.picture(self._icon, theme.muted, WIDE, self.devicePixelRatioF())
            painter.drawPixmap(place.center().x() - WIDE // 2, place.top(), picture)
            place.setTop(place.top() + icon)
        for (text, font, ink), height_of_text in zip(texts, tall, strict=True):
            if height_of_text:
                painter.setFont(font)
                painter.setPen(ink)
                painter.drawText(place, _CENTRED, text)
                place.setTop(place.top() + height_of_text)
