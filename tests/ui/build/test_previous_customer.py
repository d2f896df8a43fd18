"""The form's customer is replaced at a key, and comes back with Ctrl+Z."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from reamaze_gui.core.customer import FIELDS, Customer
from reamaze_gui.core.preview import Mode
from reamaze_gui.ui.window.main_window import MainWindow
from reamaze_gui.ui.window.pages import BUILD, DIAGNOSE
from tests.parts import edit
from tests.windows import CONTROL, NONE, SHIFT, ZOE, press

pytestmark = pytest.mark.usefixtures("clean_desktop")


@pytest.mark.parametrize("tab", [BUILD, DIAGNOSE])
def test_where_nothing_can_be_brought_back_ctrl_z_says_so(window: MainWindow, tab: int) -> None:
    window.switch_to(tab)
    window.undo()
    assert window.statusBar().currentMessage() == "There is nothing to undo."


def test_new_customer_empties_the_form_until_ctrl_z(window: MainWindow) -> None:
    press(Qt.Key.Key_N)
    assert window.build_page.form.value() == Customer()
    press(Qt.Key.Key_9, NONE)
    press(Qt.Key.Key_Z)
    assert window.build_page.form.value() == Customer()
    press(Qt.Key.Key_Z)
    assert window.build_page.form.value() == ZOE


@pytest.mark.parametrize("focus", [*(field.label for field in FIELDS), "Account", "SSO secret"])
def test_paste_customer_fills_the_form_until_ctrl_z(window: MainWindow, focus: str) -> None:
    QGuiApplication.clipboard().setText("7,bo@example.org,Bo")
    press(Qt.Key.Key_V, CONTROL | SHIFT)
    assert window.build_page.form.value() == Customer("7", "bo@example.org", "Bo")
    edit(window, focus).setFocus()
    press(Qt.Key.Key_Z)
    assert window.build_page.form.value() == ZOE


def test_in_weak_sso_the_former_customer_comes_back(window: MainWindow) -> None:
    window.build_page.choose_mode(Mode.WEAK)
    window.account_bar.secret.setFocus()
    window.account_bar.secret.setText("typed")
    press(Qt.Key.Key_N)
    press(Qt.Key.Key_Z)
    assert window.build_page.form.value() == ZOE
    assert window.account_bar.secret.text() == "typed"


def test_emptying_the_form_twice_still_brings_the_customer_back(window: MainWindow) -> None:
    window.build_page.intake.clear()
    window.build_page.intake.clear()
    window.undo()
    assert window.build_page.form.value() == ZOE


def test_undo_changes_two_customers_round_and_loses_neither(window: MainWindow) -> None:
    window.build_page.intake.clear()
    typed = Customer(id="77", email="new@example.org")
    window.build_page.form.fill(typed)
    window.undo()
    assert window.build_page.form.value() == ZOE
    window.undo()
    assert window.build_page.form.value() == typed
