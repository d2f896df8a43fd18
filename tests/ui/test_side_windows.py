"""Help, Settings, About and the saved customers are used by key and by ear, in every state."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QTextBrowser,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reamaze_gui.ui.widgets.note import Note
from reamaze_gui.ui.window.main_window import MainWindow
from tests.parts import name_of
from tests.side_states import SIDE_STATES, opened_beside
from tests.windows import focus_widget


@pytest.fixture(params=SIDE_STATES)
def shown(qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[QWidget]:
    with opened_beside(str(request.param)) as window:
        qtbot.wait_until(window.isActiveWindow)
        yield window


def visible(window: QWidget) -> list[QWidget]:
    return [each for each in window.findChildren(QWidget) if each.isVisibleTo(window)]


def reached(window: QWidget) -> list[QWidget]:
    """Return what Tab comes to, from the first to the last, each pressed for real."""
    first = QApplication.focusWidget()
    assert first
    found = [first]
    while True:
        QTest.keyClick(found[-1], Qt.Key.Key_Tab)
        focused = focus_widget()
        assert focused.window() is window
        if focused is found[-1] and isinstance(focused, QTextBrowser):
            continue  # it goes from link to link first
        if focused is first:
            return found
        assert focused not in found, name_of(focused)
        found.append(focused)


def in_reading_order(window: QWidget, widgets: list[QWidget]) -> list[QWidget]:
    """Return widgets by rows, where what overlaps in height by more than half is one row."""
    rows: list[list[QWidget]] = []
    for each in sorted(widgets, key=lambda each: middle(window, each).y()):
        if rows and abs(middle(window, rows[-1][0]).y() - middle(window, each).y()) < ROW:
            rows[-1].append(each)
        else:
            rows.append([each])
    return [each for row in rows for each in sorted(row, key=lambda it: middle(window, it).x())]


ROW = 8  # pixels: what is in one row has its middle that near to the others'


def middle(window: QWidget, widget: QWidget) -> QPoint:
    return widget.mapTo(window, widget.rect().center())


def description_of(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Description)


def test_it_is_gone_through_by_tab_and_left_by_escape(qtbot: QtBot, shown: QWidget) -> None:
    found = reached(shown)
    comes_to_everything_in_reading_order(shown, found)
    has_names_and_each_letter_once(shown, found)
    is_described_where_it_is_hinted_or_wrong(shown, found)
    goes_at_escape_and_leaves_the_main_window_as_it_was(qtbot, shown)


def comes_to_everything_in_reading_order(shown: QWidget, found: list[QWidget]) -> None:
    takers = [
        each
        for each in visible(shown)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isEnabled()
        if not isinstance(each.parent(), QComboBox | QLineEdit)
    ]
    assert {name_of(each) for each in takers} == {name_of(each) for each in found}
    ordered = in_reading_order(shown, found)
    at = found.index(ordered[0])
    assert [*map(name_of, found[at:] + found[:at])] == [*map(name_of, ordered)]


def has_names_and_each_letter_once(shown: QWidget, found: list[QWidget]) -> None:
    assert [each for each in found if not name_of(each)] == []
    kinds = (QLabel, QAbstractButton)
    texts = [each.text() for each in visible(shown) if isinstance(each, kinds)]
    letters = [letter for text in texts if (letter := QKeySequence.mnemonic(text).toString())]
    assert letters or "Help" in shown.windowTitle()  # whose words all are on menus or keys
    assert sorted(letters) == sorted(set(letters))


def is_described_where_it_is_hinted_or_wrong(shown: QWidget, found: list[QWidget]) -> None:
    fields = [each for each in found if isinstance(each, QLineEdit | QComboBox | QTextEdit)]
    hinted = [each for each in fields if isinstance(each, QLineEdit) and each.placeholderText()]
    assert [name_of(each) for each in hinted if not description_of(each)] == []
    notes = [each for each in visible(shown) if isinstance(each, Note)]
    wrong = [each.text() for each in notes if each.text()[:1] in {"⚠", "✗"}]
    described = " ".join(map(description_of, found))
    assert [each for each in wrong if each[2:] not in described] == []


def goes_at_escape_and_leaves_the_main_window_as_it_was(qtbot: QtBot, shown: QWidget) -> None:
    windows = QApplication.topLevelWidgets()
    [main] = [each for each in windows if isinstance(each, MainWindow)]
    before = main.focusWidget()
    focused = focus_widget()
    QTest.keyClick(focused, Qt.Key.Key_Escape)
    assert not shown.isVisible()
    main.activateWindow()
    qtbot.wait_until(main.isActiveWindow)
    assert QApplication.focusWidget() is before


WAYS: dict[str, Callable[[MainWindow], None]] = {
    "Re:amaze SSO Help": lambda main: main.beside.show_help("privacy"),
    "Settings": lambda main: main.beside.show_settings(),
    "Saved customers": lambda main: main.customers.manage(),
}


@pytest.mark.parametrize("title", WAYS)
def test_what_was_minimised_comes_back_as_large_as_it_was(window: MainWindow, title: str) -> None:
    WAYS[title](window)
    open_now = (each for each in QApplication.topLevelWidgets() if each.isVisible())
    [shown] = [each for each in open_now if each.windowTitle() == title]
    shown.setWindowState(Qt.WindowState.WindowMaximized | Qt.WindowState.WindowMinimized)
    assert shown.isMinimized()
    WAYS[title](window)
    assert not shown.isMinimized()
    assert shown.isMaximized()
    shown.close()
