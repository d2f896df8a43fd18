"""After every action of the account bar the focus is where its user goes on."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reamaze_gui import secret_store
from reamaze_gui.core.authkey import Secret
from reamaze_gui.ui.account.account_bar import AccountBar
from reamaze_gui.ui.runtime.secret_session import SecretSession
from reamaze_gui.ui.runtime.secret_state import Remedy, SecretStatus
from tests.account_bars import ON_A_KEYRING, SECRET, wait_for
from tests.desktop import Desktop
from tests.parts import button, in_sight

pytestmark = ON_A_KEYRING


@pytest.fixture
def session() -> SecretSession:
    return SecretSession()


@pytest.fixture
def bar(qtbot: QtBot, session: SecretSession) -> Iterator[AccountBar]:
    """Return a bar at the account acme, of which nothing is saved; below it there is a field."""
    bar, window = AccountBar(session), QWidget()
    layout = QVBoxLayout(window)
    after = QLineEdit("next")
    for each in (bar, bar.messages, after):
        layout.addWidget(each)
    bar.settled.connect(after.setFocus)
    qtbot.add_widget(window)
    bar.switch_to("acme")
    session.ask()
    with qtbot.wait_active(window):
        window.show()
        window.activateWindow()
    wait_for(qtbot, session, SecretStatus.NONE)
    yield bar
    window.close()  # which would have gone without this


def is_at_next() -> bool:
    """Whether who was at the secret has gone on to what comes after it."""
    focused = QApplication.focusWidget()
    return isinstance(focused, QLineEdit) and focused.text() == "next"


@pytest.fixture
def saved(qtbot: QtBot, bar: AccountBar, session: SecretSession) -> AccountBar:
    """Return that bar once a secret was typed, and saved with Return."""
    bar.secret.setFocus()
    QTest.keyClicks(bar.secret, SECRET)
    QTest.keyClick(bar.secret, Qt.Key.Key_Return)
    wait_for(qtbot, session, SecretStatus.SAVED)
    return bar


def choose(bar: AccountBar, widget: QWidget) -> QWidget | None:
    """Open the list of accounts, press a button in it, and return what has the focus at once."""
    bar.account.showPopup()
    return press(widget)


def press(widget: QWidget) -> QWidget | None:
    """Press a button by key, and return what has the focus at once."""
    widget.setFocus()
    assert QApplication.focusWidget() is widget
    QTest.keyClick(widget, Qt.Key.Key_Space)
    return QApplication.focusWidget()


@pytest.mark.usefixtures("saved")
def test_once_a_secret_is_saved_its_user_goes_on_to_what_is_next() -> None:
    assert is_at_next()


def test_change_and_keep_lead_to_the_field_and_back(saved: AccountBar) -> None:
    assert choose(saved, saved.change) is saved.secret
    QTest.keyClicks(saved.secret, "another")
    press(saved.keep)
    assert is_at_next()
    assert (saved.secret.text(), saved.keep.isVisible()) == ("", False)


def test_forget_and_undo_lead_to_the_field_and_a_second_press_does_nothing_else(
    qtbot: QtBot, saved: AccountBar, session: SecretSession, desktop: Desktop
) -> None:
    desktop.stop_keyring()
    assert choose(saved, saved.forget) is saved.secret
    desktop.continue_keyring()
    wait_for(qtbot, session, SecretStatus.NONE)
    assert QApplication.focusWidget() is saved.secret
    desktop.stop_keyring()
    assert press(saved.remedy_button) is saved.secret
    assert session.state.remedy is Remedy.CANCEL
    assert saved.secret.text() == SECRET
    desktop.continue_keyring()
    wait_for(qtbot, session, SecretStatus.SAVED)
    assert is_at_next()
    assert saved.secret.text() == ""


def test_an_undo_that_fails_leaves_the_secret_in_the_field(
    qtbot: QtBot, saved: AccountBar, session: SecretSession, desktop: Desktop
) -> None:
    choose(saved, saved.forget)
    wait_for(qtbot, session, SecretStatus.NONE)
    desktop.lock_keyring()
    press(saved.remedy_button)
    wait_for(qtbot, session, SecretStatus.SESSION)
    assert saved.secret.text() == SECRET


def test_a_correction_leads_to_the_corrected_field(bar: AccountBar, desktop: Desktop) -> None:
    desktop.stop_keyring()
    bar.secret.setText(f" {SECRET}")
    assert press(button(bar.window(), "Remove the white space")) is bar.secret
    bar.switch_to("https://acme.reamaze.com")
    assert press(button(bar.window(), "Use acme")) is bar.account


def test_what_is_typed_while_the_keyring_is_asked_goes_into_the_field_to_its_end(
    qtbot: QtBot, bar: AccountBar, session: SecretSession, desktop: Desktop
) -> None:
    secret_store.save("acme", Secret("another"))
    desktop.stop_keyring()
    session.ask()
    bar.secret.setFocus()
    QTest.keyClicks(bar.secret, "x")
    desktop.continue_keyring()
    wait_for(qtbot, session, SecretStatus.SESSION)
    QTest.keyClick(bar.secret, Qt.Key.Key_Backspace)
    assert QApplication.focusWidget() is bar.secret
    QTest.keyClicks(bar.secret, SECRET)
    assert bar.secret.text() == SECRET
    assert bar.keep.isVisible()


def test_a_long_name_shows_its_beginning_once_it_is_left(bar: AccountBar) -> None:
    name = bar.account.lineEdit()
    assert name
    bar.account.setFocus()
    name.setText("acme-" * 20)
    assert name.cursorPosition() == len(name.text())
    bar.secret.setFocus()
    assert name.cursorPosition() == 0


def test_the_arrow_keys_go_on_from_the_account_that_is_chosen(bar: AccountBar) -> None:
    bar.account.offer(("initech", "acme", "globex"))
    QTest.keyClick(bar.account, Qt.Key.Key_Down)
    assert bar.account.currentText() == "globex"
    bar.switch_to("acme")
    QTest.keyClick(bar.account, Qt.Key.Key_Up)
    assert bar.account.currentText() == "initech"


def test_an_account_is_asked_for_only_where_none_is(bar: AccountBar) -> None:
    bar.secret.setFocus()
    bar.ask_for_account()
    assert QApplication.focusWidget() is bar.secret
    bar.switch_to("")
    assert "Enter the account" not in " ".join(in_sight(bar.window()))
    bar.ask_for_account()
    assert "Enter the account" in " ".join(in_sight(bar.window()))
    assert QApplication.focusWidget() in (bar.account, bar.account.lineEdit())
    bar.switch_to("acme")
    bar.switch_to("")
    assert "Enter the account" not in " ".join(in_sight(bar.window()))
