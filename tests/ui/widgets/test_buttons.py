"""Flat buttons align by their words, and Return presses whichever button has the focus."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reamaze_gui.ui.build.region_box import RegionBox
from reamaze_gui.ui.widgets import appearance, style
from reamaze_gui.ui.widgets.buttons import Button
from reamaze_gui.ui.widgets.style import Scheme
from tests.parts import button, edit
from tests.windows import NONE, opened, place


def test_the_words_of_flat_buttons_align_with_fields(qtbot: QtBot, tmp_path: Path) -> None:
    appearance.apply(Scheme.LIGHT)
    window = opened(qtbot, tmp_path)
    field = place(window, edit(window, "Customer ID"))
    clear = place(window, button(window, "Clear customer"))
    fold = place(window, button(window, "Attributes"))
    assert clear.right() - style.FLAT == field.right()
    assert fold.left() + style.FLAT == field.left()


def test_return_presses_a_button_once_however_long_it_is_held(qtbot: QtBot) -> None:
    pressed: list[bool] = []
    one = Button("One")
    one.clicked.connect(lambda: pressed.append(True))
    qtbot.add_widget(one)
    for held in (False, True):
        key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, NONE, "", held)
        QApplication.sendEvent(one, key)
    assert len(pressed) == 1


def test_a_list_is_as_wide_as_its_longest_entry(qtbot: QtBot) -> None:
    box = RegionBox("US")
    qtbot.add_widget(box)
    box.fill()
    box.show()
    box.showPopup()
    assert box.view().viewport().width() >= box.view().sizeHintForColumn(0)
    box.hidePopup()
