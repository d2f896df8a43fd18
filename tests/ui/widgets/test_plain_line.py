"""A line that reads like a label says that it goes on, and can be read and copied as a whole."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reamaze_gui.ui.widgets.plain_line import PlainLine
from tests.windows import CONTROL

LONG = "0123456789" * 8


def shown(qtbot: QtBot, text: str) -> PlainLine:
    line = PlainLine()
    qtbot.add_widget(line)
    line.show_text(text)
    line.resize(200, line.sizeHint().height())
    return line


def picture(line: PlainLine) -> QImage:
    return line.grab().toImage()


def test_what_has_no_room_ends_in_an_ellipsis(qtbot: QtBot) -> None:
    line = shown(qtbot, LONG)
    cut = line.fontMetrics().elidedText(LONG, Qt.TextElideMode.ElideRight, line.width() - 8)
    assert cut.endswith("…")
    assert picture(line) == picture(shown(qtbot, cut))


def test_it_is_copied_whole(qtbot: QtBot) -> None:
    line = shown(qtbot, LONG)
    with qtbot.wait_active(line):
        line.show()
        line.activateWindow()
    elided = picture(line)
    line.setFocus()
    line.selectAll()
    assert picture(line) != elided
    QTest.keyClick(line, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == LONG
    QGuiApplication.clipboard().clear()


def test_it_has_the_background_of_what_it_is_on(qtbot: QtBot) -> None:
    ground = QWidget()
    ground.setObjectName("ground")
    ground.setStyleSheet("#ground { background: #ff00ff; }")
    qtbot.add_widget(ground)
    line = PlainLine()
    line.setParent(ground)
    line.resize(200, line.sizeHint().height())
    drawn = ground.grab(line.geometry()).toImage()
    assert {drawn.pixelColor(x, drawn.height() // 2).name() for x in range(200)} == {"#ff00ff"}
