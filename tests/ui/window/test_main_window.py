"""The window can be read, reached and used whole, by hand and by key, and keeps no customer."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reamaze_gui.core.customer import FIELDS, Customer
from reamaze_gui.core.preview import Mode
from reamaze_gui.ui.widgets.buttons import Button
from reamaze_gui.ui.widgets.note import Note
from reamaze_gui.ui.window.main_window import MainWindow
from reamaze_gui.ui.window.pages import BUILD, DIAGNOSE
from tests.windows import (
    SIZES,
    ZOE,
    actions,
    name_of,
    opened,
    press,
    resize,
    said,
    settle,
    visible,
)

ODD = Customer(" 7", "ZOE @example.org", "\x07\x07", "0170 1234567", "example.org/zoe.png")

pytestmark = pytest.mark.usefixtures("clean_desktop")


def leave_every_field(window: MainWindow) -> None:
    for edit in window.build_page.form.findChildren(QLineEdit):
        edit.setFocus()
    window.account_bar.secret.setFocus()
    settle(window)


def place(window: MainWindow, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(window, widget.rect().topLeft()), widget.size())


# What it looks like


@pytest.mark.parametrize("size", SIZES)
def test_nothing_moves_when_messages_come_and_go(qtbot: QtBot, tmp_path: Path, size: str) -> None:
    window = opened(qtbot, tmp_path, Customer())
    resize(qtbot, window, size)
    form = window.build_page.form  # within its card, a sentence takes its room when it comes
    parts = visible(window, QLineEdit, QAbstractButton, QComboBox)
    solid = [each for each in parts if form not in ancestors(each)]
    before = [place(window, each) for each in solid]

    def nothing_moved() -> None:
        settle(window)
        moved = [
            each for each, was in zip(solid, before, strict=True) if place(window, each) != was
        ]
        assert [(name_of(each), place(window, each)) for each in moved] == []

    for customer in (ODD, ZOE, Customer(), Customer(email="ZOE@localhost", avatar="http://[::1]/")):
        window.build_page.form.fill(customer)
        leave_every_field(window)
        window.say("Something was said.")
        nothing_moved()
    for button in window.findChildren(QRadioButton):
        button.click()
        nothing_moved()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("customer", [ZOE, ODD, Customer()], ids=["fine", "odd", "empty"])
def test_no_text_is_cut_off(qtbot: QtBot, tmp_path: Path, customer: Customer, size: str) -> None:
    window = opened(qtbot, tmp_path, customer)
    resize(qtbot, window, size)
    leave_every_field(window)
    for each in visible(window, QLabel, QAbstractButton):
        assert each.width() >= each.minimumSizeHint().width(), name_of(each)
        assert each.height() >= each.minimumSizeHint().height(), name_of(each)
    for note in window.findChildren(Note):
        assert note.height() >= note.heightForWidth(note.width()), note.text()
    for area in window.findChildren(QScrollArea):
        within = area.widget()
        assert within
        assert within.width() <= area.viewport().width()


@pytest.mark.parametrize("minutes", ["Never", "After 1 minute", "After 5 minutes"])
def test_what_the_status_line_says_fits_in_a_small_window(
    qtbot: QtBot, window: MainWindow, minutes: str
) -> None:
    resize(qtbot, window, "small")
    actions(window)[f"Edit/Clear the clipboard/{minutes}"].trigger()
    bar = window.statusBar()
    for say in (
        window.build_page.copy_snippet,
        window.build_page.intake.clear,
        window.build_page.intake.paste,
    ):
        say()
        assert bar.fontMetrics().horizontalAdvance(said(window)) < bar.width() - 30, said(window)


# How it is reached


def test_every_letter_pressed_with_alt_reaches_one_thing_alone(window: MainWindow) -> None:
    texts = [action.text() for action in window.menuBar().actions()]
    texts += [label.text() for label in window.findChildren(QLabel)]
    texts += [button.text() for button in window.findChildren(QAbstractButton)]
    letters = [letter for text in texts if (letter := QKeySequence.mnemonic(text).toString())]
    assert len(letters) > 8
    assert sorted(letters) == sorted(set(letters))


def test_every_label_of_a_field_has_a_letter(window: MainWindow) -> None:
    labels = [each for each in window.findChildren(QLabel) if isinstance(each.buddy(), QWidget)]
    assert len(labels) > len(FIELDS)
    unmarked = [each.text() for each in labels if QKeySequence.mnemonic(each.text()).isEmpty()]
    assert unmarked == []


def test_a_letter_in_a_label_leads_to_a_field(window: MainWindow) -> None:
    marked = [
        label
        for label in window.findChildren(QLabel)
        if QKeySequence.mnemonic(label.text()).toString()
    ]
    assert len(marked) >= len(FIELDS)
    for label in marked:
        assert isinstance(label.buddy(), QLineEdit | QComboBox | QWidget)
        assert not isinstance(label.buddy(), QLabel)


@pytest.mark.parametrize("customer", [ZOE, ODD], ids=["fine", "odd"])
def test_whatever_takes_the_focus_has_a_name(
    qtbot: QtBot, tmp_path: Path, customer: Customer
) -> None:
    window = opened(qtbot, tmp_path, customer)
    reachable = [
        each
        for each in visible(window, QWidget)
        if each.focusPolicy() is not Qt.FocusPolicy.NoFocus and not each.focusProxy()
    ]
    assert len(reachable) > 15
    assert [each for each in reachable if not name_of(each)] == []


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
        press(Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
    assert [name_of(each) for each in reached if each] == [name_of(each) for each in expected]
    assert QApplication.focusWidget() is expected[0]


def test_tab_goes_through_diagnose_in_reading_order_and_is_trapped_nowhere(
    window: MainWindow,
) -> None:
    window.turn_to(1)
    settle(window)
    expected = sorted(tab_stops(window), key=lambda each: reading_place(window, each))
    assert {"Customer's page", "Paste"} <= {name_of(each) for each in expected}
    expected[0].setFocus()
    reached = []
    for _ in expected:
        reached.append(QApplication.focusWidget())
        press(Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
    assert [name_of(each) for each in reached if each] == [name_of(each) for each in expected]
    assert QApplication.focusWidget() is expected[0]
    press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is expected[-1]


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


def ancestors(widget: QWidget) -> Iterator[QWidget]:
    while parent := widget.parentWidget():
        yield parent
        widget = parent


def reading_place(window: MainWindow, widget: QWidget) -> tuple[int, int, int]:
    """Return the part of the window, then how far down it is, then how far to the right."""
    page = window.diagnose_page if window.tabs.currentIndex() else window.build_page
    [customers] = (each for each in visible(window, Button) if "Saved" in each.accessibleName())
    header = (window.account_bar, window.tabs, customers, window.account_bar.messages)
    parts = (*header, page.widget(0), page.widget(1))
    [part] = [at for at, each in enumerate(parts) if each in (widget, *ancestors(widget))]
    centre = place(window, widget).center()
    return part, centre.y() // 12, centre.x()


# What it does


def test_what_was_said_goes_when_it_is_no_longer_about_what_stands_there(
    window: MainWindow,
) -> None:
    changes: list[Callable[[], object]] = [
        lambda: window.build_page.form.fill(Customer(email="zoe@example.org")),
        lambda: window.turn_to(DIAGNOSE),
        lambda: window.diagnose_page.input.page.setPlainText("another page"),
    ]
    for change in changes:
        window.say("Something is missing.")
        change()
        assert window.statusBar().currentMessage() == ""


def test_nothing_of_diagnose_or_of_another_window_is_loaded_before_it_is_shown() -> None:
    code = """
import sys
import reamaze_gui.ui.window.main_window
late = ["tree_sitter", "selectolax", "reamaze_gui.core.diagnosis"]
windows = ("report_view", "help_window", "help_topics", "settings_window", "about")
sys.exit(any(name in sys.modules for name in late + [f"reamaze_gui.ui.{each}" for each in windows]))
"""
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("size", SIZES)
def test_no_text_of_diagnose_is_cut_off_and_each_letter_is_there_once(
    qtbot: QtBot, window: MainWindow, size: str
) -> None:
    window.turn_to(1)
    resize(qtbot, window, size)
    shown = visible(window, QLabel, QAbstractButton)
    for each in shown:
        assert each.width() >= each.minimumSizeHint().width(), name_of(each)
    texts = [action.text() for action in window.menuBar().actions()]
    texts += [window.tabs.tabText(tab) for tab in range(2)]
    texts += [each.text() for each in shown if isinstance(each, QLabel | QAbstractButton)]
    letters = [letter for text in texts if (letter := QKeySequence.mnemonic(text).toString())]
    assert len(letters) > 8
    assert sorted(letters) == sorted(set(letters))


@pytest.mark.parametrize(
    ("mode", "first"), [(Mode.AUTHENTICATED, "Customer ID"), (Mode.WEAK, "Email")]
)
def test_who_turns_to_build_or_empties_the_form_can_type_at_once(
    window: MainWindow, mode: Mode, first: str
) -> None:
    window.build_page.choose_mode(mode)
    for go in (partial(window.turn_to, BUILD), window.build_page.intake.clear):
        window.turn_to(DIAGNOSE)
        go()
        focused = QApplication.focusWidget()
        assert focused
        assert name_of(focused) == first
