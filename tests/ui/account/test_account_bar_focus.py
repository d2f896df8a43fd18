"""After every action of the account bar the keyboard is where its user goes on."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reamaze_gui import secret_store
from reamaze_gui.core.authkey import Secret
from reamaze_gui.ui.account.account_bar import AccountBar
from reamaze_gui.ui.account.secret_session import SecretSession
from reamaze_gui.ui.account.secret_state import Action, Standing
from reamaze_gui.ui.widgets.mnemonics import Mnemonics
from reamaze_gui.ui.widgets.note import Note
from tests.account_bars import ON_A_KEYRING, SECRET, wait_for
from tests.desktop import Desktop

pytestmark = ON_A_KEYRING


@pytest.fixture
def session() -> SecretSession:
    return SecretSession()


@pytest.fixture
def bar(qtbot: QtBot, session: SecretSession) -> AccountBar:
    """Return a bar at the account acme, of which nothing is saved."""
    bar = AccountBar(session, Mnemonics())
    qtbot.add_widget(bar)
    bar.turn_to("acme")
    session.ask()
    with qtbot.wait_active(bar):
        bar.show()
        bar.activateWindow()
    wait_for(qtbot, session, Standing.NONE)
    return bar


@pytest.fixture
def saved(qtbot: QtBot, bar: AccountBar, session: SecretSession) -> AccountBar:
    """Return that bar once a secret was typed, and saved with Return."""
    bar.secret.setFocus()
    QTest.keyClicks(bar.secret, SECRET)
    QTest.keyClick(bar.secret, Qt.Key.Key_Return)
    wait_for(qtbot, session, Standing.SAVED)
    return bar


def press(button: QWidget) -> QWidget | None:
    """Press a button by key, and return what has the focus at once."""
    button.setFocus()
    assert QApplication.focusWidget() is button
    QTest.keyClick(button, Qt.Key.Key_Space)
    return QApplication.focusWidget()


def test_once_a_secret_is_saved_it_can_be_changed(saved: AccountBar) -> None:
    assert QApplication.focusWidget() is saved.change


def test_change_and_keep_lead_to_the_field_and_back(saved: AccountBar) -> None:
    assert press(saved.change) is saved.secret
    QTest.keyClicks(saved.secret, "another")
    assert press(saved.keep) is saved.change
    assert (saved.secret.text(), saved.keep.isVisible()) == ("", False)


def test_forget_and_undo_lead_to_the_field_and_a_second_press_does_nothing_else(
    qtbot: QtBot, saved: AccountBar, session: SecretSession, desktop: Desktop
) -> None:
    desktop.stop_keyring()
    assert press(saved.forget) is saved.secret
    desktop.continue_keyring()
    wait_for(qtbot, session, Standing.NONE)
    assert QApplication.focusWidget() is saved.secret
    desktop.stop_keyring()
    assert press(saved.act) is saved.secret
    assert session.state.action is Action.CANCEL
    assert saved.secret.text() == SECRET
    desktop.continue_keyring()
    wait_for(qtbot, session, Standing.SAVED)
    assert QApplication.focusWidget() is saved.change
    assert saved.secret.text() == ""


def test_an_undo_that_fails_leaves_the_secret_in_the_field(
    qtbot: QtBot, saved: AccountBar, session: SecretSession, desktop: Desktop
) -> None:
    press(saved.forget)
    wait_for(qtbot, session, Standing.NONE)
    desktop.lock_keyring()
    press(saved.act)
    wait_for(qtbot, session, Standing.SESSION)
    assert saved.secret.text() == SECRET


def offered(bar: AccountBar, text: str) -> QWidget:
    [button] = [each for each in bar.findChildren(QPushButton) if each.text() == text]
    return button


def said(bar: AccountBar) -> str:
    return " ".join(note.text() for note in bar.findChildren(Note) if note.isVisible())


def test_a_correction_leads_to_the_corrected_field(bar: AccountBar, desktop: Desktop) -> None:
    desktop.stop_keyring()
    bar.secret.setText(f" {SECRET}")
    assert press(offered(bar, "Remove the white space")) is bar.secret
    bar.turn_to("https://acme.reamaze.com")
    assert press(offered(bar, "Use acme")) is bar.account


def test_tab_comes_to_the_corrections_from_left_to_right(bar: AccountBar, desktop: Desktop) -> None:
    desktop.stop_keyring()
    bar.turn_to("https://acme.reamaze.com")
    bar.secret.setText(f" {SECRET}")
    bar.act.setFocus()
    for text in ("Use acme", "Remove the white space"):
        focused = QApplication.focusWidget()
        assert focused
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is offered(bar, text)


def test_what_is_typed_while_the_keyring_is_asked_goes_into_the_field_to_its_end(
    qtbot: QtBot, bar: AccountBar, session: SecretSession, desktop: Desktop
) -> None:
    secret_store.save("acme", Secret("another"))
    desktop.stop_keyring()
    session.ask()
    bar.secret.setFocus()
    QTest.keyClicks(bar.secret, "x")
    desktop.continue_keyring()
    wait_for(qtbot, session, Standing.SESSION)
    QTest.keyClick(bar.secret, Qt.Key.Key_Backspace)
    assert QApplication.focusWidget() is bar.secret
    QTest.keyClicks(bar.secret, SECRET)
    assert bar.secret.text() == SECRET
    assert bar.keep.isVisible()


def test_the_arrow_keys_go_on_from_the_account_that_is_chosen(bar: AccountBar) -> None:
    bar.set_accounts(("initech", "acme", "globex"))
    QTest.keyClick(bar.account, Qt.Key.Key_Down)
    assert bar.account.currentText() == "globex"
    bar.turn_to("acme")
    QTest.keyClick(bar.account, Qt.Key.Key_Up)
    assert bar.account.currentText() == "initech"


def test_an_account_is_asked_for_only_where_none_stands_there_and_only_this_once(
    bar: AccountBar,
) -> None:
    bar.secret.setFocus()
    bar.ask_for_account()
    assert QApplication.focusWidget() is bar.secret
    bar.turn_to("")
    assert "Enter the account" not in said(bar)
    bar.ask_for_account()
    assert "Enter the account" in said(bar)
    assert QApplication.focusWidget() in (bar.account, bar.account.lineEdit())
    bar.turn_to("acme")
    bar.turn_to("")
    assert "Enter the account" not in said(bar)
