"""The letters for Alt are underlined while it is held, and never otherwise."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reamaze_gui.ui.widgets.buttons import Button
from reamaze_gui.ui.widgets.mnemonics import FieldLabel, with_mnemonic
from reamaze_gui.ui.widgets.segmented import Segment
from reamaze_gui.ui.window.main_window import MainWindow
from tests.windows import ALT, opened

Find = Callable[[MainWindow], QWidget]


def field_label(window: MainWindow) -> QWidget:
    return next(each for each in window.findChildren(FieldLabel) if each.text() == "&Name")


def try_button(window: MainWindow) -> QWidget:
    return next(each for each in window.findChildren(Button) if each.text() == "Try in &browser")


def segment(window: MainWindow) -> QWidget:
    return next(each for each in window.findChildren(Segment) if each.text() == "&Weak SSO")


def menu_bar(window: MainWindow) -> QWidget:
    return window.menuBar()


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


@pytest.mark.parametrize("find", [field_label, try_button, segment, menu_bar])
def test_a_letter_is_underlined_while_alt_is_held(qtbot: QtBot, tmp_path: Path, find: Find) -> None:
    window = opened(qtbot, tmp_path)
    widget, handle = find(window), window.windowHandle()
    usual = picture(widget)
    QTest.keyPress(handle, Qt.Key.Key_Alt)
    assert picture(widget) != usual
    QTest.keyClick(handle, Qt.Key.Key_F12, ALT)  # or a menu is chosen
    QTest.keyRelease(handle, Qt.Key.Key_Alt)
    assert picture(widget) == usual


def test_no_letter_stays_underlined_once_the_window_is_left(qtbot: QtBot, tmp_path: Path) -> None:
    window, other = opened(qtbot, tmp_path), QWidget()
    qtbot.add_widget(other)
    label = field_label(window)
    usual = picture(label)
    QTest.keyPress(window.windowHandle(), Qt.Key.Key_Alt)  # as in Alt+Tab
    with qtbot.wait_active(other):
        other.show()
        other.activateWindow()
    assert picture(label) == usual


@pytest.mark.parametrize(
    ("text", "shown"), [("&Keep", "Keep"), ("Kee&p", "Keep"), ("K&&R", "K&&R")]
)
def test_an_ampersand_that_is_meant_stays(text: str, shown: str) -> None:
    assert with_mnemonic(text) == shown
