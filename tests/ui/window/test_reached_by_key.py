"""Everything in the window can be reached by key: by Tab, in reading order, and by a letter."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reamaze_gui.core.customer import FIELDS, Customer
from reamaze_gui.ui.widgets.buttons import Button
from reamaze_gui.ui.window.main_window import MainWindow
from reamaze_gui.ui.window.pages import BUILD, DIAGNOSE
from tests.event_loop import settle
from tests.parts import name_of
from tests.states import leave_every_field, open_folds, wait_for_report
from tests.windows import NONE, SHIFT, ZOE, ancestors, opened, place, press, visible

ODD = Customer(" 7", "ZOE @example.org", "\x07\x07", "0170 1234567", "example.org/zoe.png")
PAGE = "_support['user'] = { id: '7', email: 'zoe@example.org' };"

pytestmark = pytest.mark.usefixtures("clean_desktop")


@pytest.mark.parametrize("page", [BUILD, DIAGNOSE])
def test_every_letter_with_alt_reaches_one_thing_alone(window: MainWindow, page: int) -> None:
    if page == DIAGNOSE:
        examine(window)
    texts = [action.text() for action in window.menuBar().actions()]
    texts += [window.tabs.tabText(tab) for tab in range(2)]
    labelled = (QLabel, QAbstractButton)
    texts += [each.text() for each in visible(window, *labelled) if isinstance(each, labelled)]
    letters = [letter for text in texts if (letter := QKeySequence.mnemonic(text).toString())]
    assert len(letters) > 10
    assert sorted(letters) == sorted(set(letters))


def test_every_label_of_a_field_has_a_letter_and_every_letter_a_field(window: MainWindow) -> None:
    window.switch_to(1)
    labels = [each for each in window.findChildren(QLabel) if not each.isHidden()]
    of_a_field = [each.text() for each in labels if isinstance(each.buddy(), QWidget)]
    lettered = [each.text() for each in labels if QKeySequence.mnemonic(each.text()).toString()]
    assert len(of_a_field) > len(FIELDS) + 3
    assert of_a_field == lettered


@pytest.mark.parametrize("customer", [ZOE, ODD], ids=["fine", "odd"])
def test_tab_goes_through_everything_in_reading_order(
    qtbot: QtBot, tmp_path: Path, customer: Customer
) -> None:
    window = opened(qtbot, tmp_path, customer)
    leave_every_field(window)
    expected = sorted(tab_stops(window), key=lambda each: reading_place(window, each))
    expected[0].setFocus()
    reached = []
    for _ in expected:
        reached.append(QApplication.focusWidget())
        press(Qt.Key.Key_Tab, NONE)
    assert [name_of(each) for each in reached if each] == [name_of(each) for each in expected]
    assert QApplication.focusWidget() is expected[0]


def test_tab_goes_through_diagnose_in_reading_order(window: MainWindow) -> None:
    examine(window)
    expected = sorted(tab_stops(window), key=lambda each: reading_place(window, each))
    more = next(each for each in expected if name_of(each) == "More to try")
    expected.remove(more)  # it opens above itself, and is gone into from there
    also = next(each for each in expected if name_of(each) == "Also try")
    expected.insert(expected.index(also), more)
    parts = {"Customer's page", "Also try", "Old secret", "Report", "Reply", "Copy reply"}
    assert parts <= {name_of(each) for each in expected}
    expected[0].setFocus()
    reached = []
    for _ in expected:
        reached.append(QApplication.focusWidget())
        leave_by(Qt.Key.Key_Tab, NONE)
    assert [name_of(each) for each in reached if each] == [name_of(each) for each in expected]
    assert QApplication.focusWidget() is expected[0]
    leave_by(Qt.Key.Key_Backtab, SHIFT)
    assert QApplication.focusWidget() is expected[-1]


def examine(window: MainWindow) -> None:
    """Have a page examined, and unfold all that there is about it."""
    window.switch_to(1)
    window.diagnose_page.input.page.setPlainText(PAGE)
    wait_for_report(window)
    open_folds(window)
    settle()


def leave_by(key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    """Press a key until something else has the focus: a report has links to go through first."""
    before = QApplication.focusWidget()
    for _ in range(20):
        press(key, modifier)
        if QApplication.focusWidget() is not before:
            return


def tab_stops(window: MainWindow) -> list[QWidget]:
    """Return what Tab must reach: of the radio buttons, the chosen one."""
    return [
        each
        for each in visible(window, QWidget)
        if each.isEnabled()
        and not each.focusProxy()
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(each.parent(), QComboBox)
        and not (isinstance(each, QRadioButton) and not each.isChecked())
    ]


def reading_place(window: MainWindow, widget: QWidget) -> tuple[int, int, int]:
    """Return the part of the window, then how far down it is, then how far to the right."""
    page = window.diagnose_page if window.tabs.currentIndex() else window.build_page
    [customers] = (each for each in visible(window, Button) if "Saved" in each.accessibleName())
    header = (window.account_bar, window.tabs, customers, window.account_bar.messages)
    parts = (*header, page.widget(0), page.widget(1))
    [part] = [at for at, each in enumerate(parts) if each in (widget, *ancestors(widget))]
    centre = place(window, widget).center()
    return part, centre.y() // 12, centre.x()
