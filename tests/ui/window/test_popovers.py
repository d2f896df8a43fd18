"""The popovers of the header are as tall as what is in them, and give the focus back."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from reamaze_gui.ui.account.account_popover import AccountPopover
from reamaze_gui.ui.window.main_window import MainWindow
from tests.event_loop import settle
from tests.parts import name_of
from tests.states import STATES, opened_in, unsaved


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    window = opened_in(STATES["build"], unsaved())
    qtbot.add_widget(window)
    window.account_bar.account.offer(("acme",))
    return window


def of_accounts(window: MainWindow) -> AccountPopover:
    window.account_bar.account.showPopup()
    settle()
    [popover] = window.findChildren(AccountPopover)
    return popover


def test_the_first_time_it_is_as_tall_as_later_whatever_was_opened_before(
    window: MainWindow,
) -> None:
    window.customers.pick()
    settle()
    first = of_accounts(window).height()
    of_accounts(window).close_and_return()
    assert of_accounts(window).height() == first


@pytest.mark.parametrize(
    ("state", "offered"),
    [
        ("build", {"Add account", "Change secret", "Forget secret"}),
        ("keyring-missing", {"Add account"}),
    ],
)
def test_only_what_can_be_done_is_offered(qtbot: QtBot, state: str, offered: set[str]) -> None:
    window = opened_in(STATES[state], unsaved())
    qtbot.add_widget(window)
    buttons = of_accounts(window).findChildren(QAbstractButton)
    assert {name_of(each) for each in buttons if each.isVisible()} == offered


def test_after_save_this_customer_is_cancelled_the_focus_is_where_it_was(
    window: MainWindow,
) -> None:
    window.customers.pick()
    settle()
    [save] = [
        each
        for each in window.findChildren(QAbstractButton)
        if name_of(each) == "Save this customer" and each.isVisible()
    ]
    save.click()
    settle()
    dialog = QApplication.activeModalWidget()
    assert dialog
    dialog.close()
    settle()
    assert name_of(window.focusWidget()) == "Saved customers"
