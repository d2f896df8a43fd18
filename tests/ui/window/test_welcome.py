"""Who starts for the first time sees what comes first, and gets from there to everything."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from reamaze_gui.core.customer import Customer
from reamaze_gui.core.preview import Mode
from reamaze_gui.ui.account.first_start import FirstStart
from reamaze_gui.ui.runtime.secret_session import SecretSession
from reamaze_gui.ui.window.main_window import MainWindow
from reamaze_gui.ui.window.pages import DIAGNOSE
from tests.help import chosen, helps
from tests.parts import edit, name_of
from tests.states import State, opened_in, unsaved
from tests.told_keyring import MISSING
from tests.windows import focus_widget, opened


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    return opened(qtbot, tmp_path, Customer(), SecretSession())


def press(window: MainWindow, text: str) -> None:
    shown = (each for each in window.findChildren(QAbstractButton) if each.isVisible())
    [button] = [each for each in shown if text in each.text().replace("&", "")]
    button.click()


def scolded(window: MainWindow) -> bool:
    """Whether anything in the customer's form is said to be wrong."""
    labels = window.build_page.form.findChildren(QLabel)
    return any("✗" in each.text() for each in labels if each.isVisible())


def test_account_and_secret_are_in_sight_and_the_form_is_not(window: MainWindow) -> None:
    assert edit(window, "SSO secret").isVisible()
    assert window.account_bar.save.isVisible()
    assert not window.build_page.isVisible()
    assert name_of(focus_widget()) == "Account"


def test_the_card_shows_the_icon_which_the_window_gets_only_later(window: MainWindow) -> None:
    assert window.windowIcon().isNull()
    pictures = (each.pixmap() for each in window.findChildren(QLabel) if each.isVisible())
    assert [each for each in pictures if not each.isNull()]


def test_the_fields_stay_where_they_are_when_messages_come_and_go(window: MainWindow) -> None:
    def place() -> QPoint:
        QApplication.processEvents()
        return edit(window, "SSO secret").mapTo(window, QPoint())

    window.resize(1080, 700)
    before = place()
    for account, secret in (("https://acme.reamaze.com/", " a "), ("acme", "abc"), ("acme", "")):
        window.account_bar.switch_to(account)
        edit(window, "SSO secret").setText(secret)
        assert place() == before


def test_without_the_secret_weak_sso_can_be_used_at_once(window: MainWindow) -> None:
    press(window, "Without the secret")
    assert window.build_page.mode is Mode.WEAK
    assert name_of(focus_widget()) == "Email"
    assert edit(window, "SSO secret").isVisible()


def test_a_sample_customer_is_signed_in_with_a_secret_that_is_not_saved(window: MainWindow) -> None:
    press(window, "Look around")
    assert window.build_page.isVisible()
    assert len(window.build_page.preview.authkey) == 64


def test_help_says_where_the_secret_is(qtbot: QtBot, window: MainWindow) -> None:
    press(window, "Where do I find")
    [shown] = helps()
    qtbot.wait_until(shown.isActiveWindow)
    assert "find" in chosen(shown).lower()


def test_a_typed_customer_or_another_page_leaves_it(window: MainWindow) -> None:
    edit(window, "Customer ID").setText("7")
    assert window.build_page.isVisible()
    window.switch_to(DIAGNOSE)
    assert window.diagnose_page.isVisible()


def test_a_click_on_the_tab_that_is_chosen_leaves_it(window: MainWindow) -> None:
    middle = window.tabs.tabRect(0).center()
    QTest.mouseClick(window.tabs, Qt.MouseButton.LeftButton, pos=middle)
    assert window.build_page.isVisible()
    assert edit(window, "SSO secret").isVisible()


def test_a_click_on_diagnose_goes_to_the_field_to_paste_into(window: MainWindow) -> None:
    middle = window.tabs.tabRect(DIAGNOSE).center()
    QTest.mouseClick(window.tabs, Qt.MouseButton.LeftButton, pos=middle)
    assert name_of(window.focusWidget()) == "Customer's page"


def test_who_has_no_keyring_goes_on_with_the_secret_and_is_told_so(qtbot: QtBot) -> None:
    window = opened_in(State(Customer(), MISSING, account=""), unsaved())
    qtbot.add_widget(window)
    window.account_bar.switch_to("acme")
    edit(window, "SSO secret").setText("typed at the first start 0451")
    qtbot.wait_until(window.account_bar.save.isEnabled)
    assert not window.build_page.isVisible()
    window.account_bar.save.click()
    qtbot.wait_until(window.build_page.isVisible)
    assert edit(window, "SSO secret").text() == "typed at the first start 0451"
    assert "Not saved: No system keyring" in window.account_bar.messages.note.text()


def test_tab_goes_from_the_account_to_the_secret(window: MainWindow) -> None:
    QTest.keyClick(window.account_bar.account, Qt.Key.Key_Tab)
    assert name_of(focus_widget()) == "SSO secret"


def test_to_save_the_secret_scolds_no_field_of_the_customer(qtbot: QtBot, tmp_path: Path) -> None:
    session = SecretSession()
    window = opened(qtbot, tmp_path, Customer(), session)
    session.ask()
    window.account_bar.switch_to("acme")
    edit(window, "SSO secret").setText("saved at the first start 0451")
    qtbot.wait_until(window.account_bar.save.isEnabled)
    window.account_bar.save.click()
    qtbot.wait_until(lambda: session.is_saved)
    qtbot.wait_until(window.build_page.isVisible)
    focused = focus_widget()
    assert name_of(focused) == "Customer ID"
    assert not scolded(window)
    QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert scolded(window)
    session.forget()
    qtbot.wait_until(lambda: not session.is_saved)


def test_after_the_welcome_a_saved_secret_leaves_the_page_as_it_is(
    qtbot: QtBot, tmp_path: Path
) -> None:
    session = SecretSession()
    window = opened(qtbot, tmp_path, Customer(), session)
    [card] = window.findChildren(FirstStart)
    with qtbot.wait_signal(card.destroyed):
        window.switch_to(DIAGNOSE)
    session.saved.emit("acme")
    assert window.tabs.currentIndex() == DIAGNOSE
