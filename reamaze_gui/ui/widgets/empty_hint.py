"""The hint in the middle of an empty field or list."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from reamaze_gui.ui.widgets import icons, style
from reamaze_gui.ui.widgets.style import SPACE, WIDE

_CENTRED = Qt.AlignmentFlag.AlignHCenter.value | Qt.TextFlag.TextWordWrap.value


@dataclass(frozen=True, slots=True)
class EmptyHint:
    """An icon, a title and a text; if there is little room, the icon goes first, then the text.

    Painted, as widgets for it would make the start 3 % slower.
    """

    icon: str
    title: str
    says: str = ""

    def paint(self, field: QAbstractScrollArea) -> None:
        """Paint it into the field, at the end of its paint event."""
        view, theme, font = field.viewport(), style.theme(), QApplication.font()
        room = view.rect().adjusted(SPACE, SPACE, -SPACE, -SPACE)
        painter = QPainter(view)

        def height(text: str, font: QFont) -> int:
            painter.setFont(font)
            within = QRect(0, 0, room.width(), 0)
            return painter.boundingRect(within, _CENTRED, text).height() + SPACE if text else 0

        texts = ((self.title, style.title(font), theme.text), (self.says, font, theme.muted))
        tall = [height(text, font) for text, font, _ in texts]
        icon = WIDE + SPACE if sum(tall) + WIDE <= room.height() else 0
        if sum(tall) - SPACE > room.height():
            tall[1] = 0
        place = QRect(0, 0, room.width(), icon + sum(tall) - SPACE)
        place.moveCenter(room.center())
        if icon:
            picture = icons.picture(self.icon, theme.muted, WIDE, view.devicePixelRatioF())
            painter.drawPixmap(place.center().x() - WIDE // 2, place.top(), picture)
            place.setTop(place.top() + icon)
        for (text, font, ink), height_of_text in zip(texts, tall, strict=True):
            if height_of_text:
                painter.setFont(font)
                painter.setPen(ink)
                painter.drawText(place, _CENTRED, text)
                place.setTop(place.top() + height_of_text)
