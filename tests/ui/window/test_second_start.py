"""What the window does with what a later start of the program was asked for."""

import os
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reamaze_gui.arguments import Arguments
from reamaze_gui.core.customer import Customer
from reamaze_gui.single_instance import Request
from reamaze_gui.ui.window.main_window import MainWindow
from reamaze_gui.ui.window.pages import BUILD, DIAGNOSE
from reamaze_gui.ui.window.second_start import grant
from tests.windows import ZOE, press, status

BO = Customer("7", "bo@example.org", "Bo")

Ask = Callable[[Request], bool]


@pytest.fixture
def ask(window: MainWindow) -> Ask:
    """Ask the window for something, as a later start does."""
    return lambda request: grant(window, request)


def test_ctrl_z_brings_back_the_customer_with_the_account(window: MainWindow, ask: Ask) -> None:
    window.account_bar.switch_to("acme")
    assert ask(Request(Arguments("globex", BO)))
    assert window.account_bar.account.currentText() == "globex"
    assert window.build_page.form.value() == BO
    press(Qt.Key.Key_Z)
    assert window.account_bar.account.currentText() == "acme"
    assert window.build_page.form.value() == ZOE


def test_the_account_is_turned_to_and_keeps_the_customer(window: MainWindow, ask: Ask) -> None:
    assert ask(Request(Arguments("acme")))
    assert window.account_bar.account.currentText() == "acme"
    assert window.build_page.form.value() == ZOE
    assert status(window) == "Switched to the new start's account."


def test_a_start_that_asks_for_nothing_changes_nothing(window: MainWindow, ask: Ask) -> None:
    window.switch_to(DIAGNOSE)
    window.diagnose_page.input.page.setPlainText("half a page")
    assert ask(Request(Arguments()))
    assert window.tabs.currentIndex() == DIAGNOSE
    assert window.diagnose_page.input.page.toPlainText() == "half a page"
    assert window.build_page.form.value() == ZOE


def test_a_customer_is_shown_and_a_pasted_page_stays(window: MainWindow, ask: Ask) -> None:
    window.switch_to(DIAGNOSE)
    window.diagnose_page.input.page.setPlainText("half a page")
    assert ask(Request(Arguments(customer=BO)))
    assert window.tabs.currentIndex() == BUILD
    assert window.diagnose_page.input.page.toPlainText() == "half a page"


def test_what_no_field_can_hold_is_shortened(window: MainWindow, ask: Ask) -> None:
    long = "x" * 900_000
    assert ask(Request(Arguments(long, Customer(long, long, long, long, long))))
    assert len(window.build_page.form.value().id) < 10_000
    assert len(window.account_bar.account.currentText()) < 10_000


def test_a_typed_secret_is_still_there(window: MainWindow, ask: Ask) -> None:
    assert ask(Request(Arguments(customer=BO)))
    assert window.build_page.preview.authkey


def test_a_closed_window_grants_nothing(window: MainWindow, ask: Ask) -> None:
    window.close()
    assert not ask(Request(Arguments(customer=BO)))
    assert window.build_page.form.value() == ZOE


def test_a_minimised_window_comes_back(qtbot: QtBot, window: MainWindow, ask: Ask) -> None:
    window.showMinimized()
    assert window.isMinimized()
    assert ask(Request(Arguments()))
    assert not window.isMinimized()
    qtbot.wait_until(window.isActiveWindow)


def test_a_maximised_window_stays_maximised(window: MainWindow, ask: Ask) -> None:
    window.showMaximized()
    assert ask(Request(Arguments()))
    assert window.isMaximized()


def test_on_x11_the_token_of_wayland_is_left_alone(ask: Ask) -> None:
    assert ask(Request(Arguments(), "a token"))
    assert "XDG_ACTIVATION_TOKEN" not in os.environ
