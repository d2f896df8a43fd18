"""Where people write from right to left the window is mirrored, and what is code stays as it is."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from reamaze_gui.ui.widgets.plain_line import PlainLine
from reamaze_gui.ui.window.main_window import MainWindow
from tests.parts import name_of
from tests.states import STATES, ZOE, opened_in, unsaved
from tests.ui.fitting import cut_off
from tests.windows import visible


@pytest.fixture
def mirrored(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def opened(qtbot: QtBot, name: str) -> MainWindow:
    window = opened_in(STATES[name], unsaved())
    qtbot.add_widget(window)
    return window


def place(window: MainWindow, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint()), widget.size())


def left_to_right(window: MainWindow, *names: str) -> list[str]:
    """Return the names of widgets as they stand from the left to the right."""
    named = {name_of(each): each for each in visible(window, QWidget)}
    return sorted(names, key=lambda name: place(window, named[name]).center().x())


@pytest.mark.usefixtures("mirrored")
@pytest.mark.parametrize("name", ["build", "build-problems", "diagnose-explained", "list-opened"])
def test_labels_stand_above_their_fields_and_nothing_is_cut_off(qtbot: QtBot, name: str) -> None:
    window = opened(qtbot, name)
    pairs = [
        (place(window, label), place(window, field))
        for label in window.findChildren(QLabel)
        if label.isVisible() and isinstance(field := label.buddy(), QWidget)
        if not isinstance(field, QLineEdit) or not isinstance(field, PlainLine)
    ]
    assert pairs
    for above, below in pairs:
        assert above.bottom() < below.top()
        assert (above.left(), above.right()) == (below.left(), below.right())
    assert list(cut_off(window)) == []


@pytest.mark.usefixtures("mirrored")
def test_what_is_first_stands_on_the_right(qtbot: QtBot) -> None:
    build = opened(qtbot, "build")
    assert left_to_right(build, "Phone", "Phone region") == ["Phone region", "Phone"]
    order = ["Saved customers", "Pages", "Account"]
    assert left_to_right(build, *order) == order
    assert left_to_right(build, "Email", "Snippet") == ["Snippet", "Email"]
    diagnose = opened(qtbot, "diagnose-explained")
    both = ["Report", "Customer's page"]
    assert left_to_right(diagnose, *both) == both


@pytest.mark.usefixtures("mirrored")
@pytest.mark.parametrize("name", ["build", "diagnose-explained"])
def test_code_and_the_english_reply_begin_on_the_left(qtbot: QtBot, name: str) -> None:
    window = opened(qtbot, name)
    texts = [each for each in window.findChildren(QPlainTextEdit) if each.isVisible()]
    for text in texts:
        first = text.cursorRect(text.textCursor())
        assert 0 <= first.x() < text.viewport().width() // 2
    [code] = [each for each in texts if each.accessibleName() != "Reply"]
    assert code.layoutDirection() is Qt.LayoutDirection.LeftToRight


@pytest.mark.usefixtures("mirrored")
def test_what_is_typed_and_signed_is_the_same(qtbot: QtBot) -> None:
    mirrored = opened(qtbot, "build")
    assert mirrored.build_page.form.value() == ZOE
    assert ZOE.phone in mirrored.build_page.preview.snippet
