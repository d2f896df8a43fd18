"""Where people write from right to left the window is mirrored, and what is code stays as it is."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from reamaze_gui.ui.window.main_window import MainWindow
from tests.states import STATES, ZOE, opened_in, unsaved
from tests.ui.fitting import cut_off


@pytest.fixture
def mirrored(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def opened(qtbot: QtBot, name: str) -> MainWindow:
    window = opened_in(STATES[name], unsaved())
    qtbot.add_widget(window)
    return window


def centre(window: MainWindow, widget: QWidget) -> int:
    return widget.mapTo(window, widget.rect().center()).x()


@pytest.mark.usefixtures("mirrored")
@pytest.mark.parametrize("name", ["build", "build-problems", "diagnose-explained"])
def test_labels_stand_on_the_right_of_their_fields_and_nothing_is_cut_off(
    qtbot: QtBot, name: str
) -> None:
    window = opened(qtbot, name)
    beside = [
        (label, field)
        for label in window.findChildren(QLabel)
        if label.isVisible() and isinstance(field := label.buddy(), QWidget)
        if abs(label.geometry().center().y() - field.geometry().center().y()) < label.height() // 2
    ]
    assert len(beside) > 2
    for label, field in beside:
        assert centre(window, label) > centre(window, field), label.text()
    assert list(cut_off(window)) == []


@pytest.mark.usefixtures("mirrored")
@pytest.mark.parametrize("name", ["build", "diagnose-explained"])
def test_code_begins_on_the_left(qtbot: QtBot, name: str) -> None:
    window = opened(qtbot, name)
    codes = [each for each in window.findChildren(QPlainTextEdit) if each.isVisible()]
    assert codes
    for code in codes:
        assert code.layoutDirection() is Qt.LayoutDirection.LeftToRight
        first = code.cursorRect(code.textCursor())
        assert 0 <= first.x() < code.viewport().width() // 2


@pytest.mark.usefixtures("mirrored")
def test_what_is_typed_and_signed_is_the_same(qtbot: QtBot) -> None:
    mirrored = opened(qtbot, "build")
    assert mirrored.build_page.form.value() == ZOE
    assert ZOE.phone in mirrored.build_page.preview.snippet
