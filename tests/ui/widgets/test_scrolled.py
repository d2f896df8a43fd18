"""What is cut off in a card fades, at each end where there is more."""

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.widgets.scrolled import Scrolled
from tests.event_loop import settle

INK = QColor("black")


def test_what_is_cut_off_fades_at_the_ends_where_there_is_more(qtbot: QtBot) -> None:
    inside = QWidget()
    column = QVBoxLayout(inside)
    black = QWidget(autoFillBackground=True)
    palette = black.palette()
    palette.setColor(palette.ColorRole.Window, INK)
    black.setPalette(palette)
    black.setMinimumHeight(500)
    column.addWidget(black)
    area = Scrolled(inside, (50, 50), (100, 100), margin=style.GAP)
    qtbot.add_widget(area)
    area.resize(200, 200)
    area.show()
    settle()
    bar, card = area.verticalScrollBar(), QColor(style.theme().card)
    looks = []
    for place in (0, bar.maximum() // 2, bar.maximum()):
        bar.setValue(place)
        settle()
        picture = area.grab().toImage()
        looks.append([near(picture.pixelColor(100, row), card) for row in (0, 199)])
    assert looks == [[False, True], [True, True], [True, False]]


def near(one: QColor, other: QColor) -> bool:
    return abs(one.lightness() - other.lightness()) < 16
