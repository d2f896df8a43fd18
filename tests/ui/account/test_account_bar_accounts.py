"""A typed secret stays with the account that it was typed for, however one turns to another."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reamaze_gui.core.authkey import Secret
from reamaze_gui.ui.account.account_list import AccountList
from tests.account_bars import ON_A_KEYRING, SECRET, Bar
from tests.windows import settings_in, wheel

pytestmark = ON_A_KEYRING


def test_an_account_counts_once_its_name_stands_still(qtbot: QtBot, bar: Bar) -> None:
    QTest.keyClick(bar.account, Qt.Key.Key_End)
    QTest.keyClicks(bar.account, "-shop")
    assert bar.session.account == "acme"

    def counts() -> None:
        assert bar.session.account == "acme-shop"

    qtbot.wait_until(counts)


def test_an_account_that_was_marked_wrong_counts_at_once_when_it_is_corrected(bar: Bar) -> None:
    bar.switch_to("not an account")
    bar.account.setEditText("acme-shop")
    assert bar.session.account == "acme-shop"


def test_a_secret_typed_before_any_account_goes_to_the_one_named_then(bar: Bar) -> None:
    bar.switch_to("")
    bar.secret.setText(SECRET)
    for so_far in ("ac", "acme-", "acme-shop"):
        bar.account.setEditText(so_far)
        bar.bar.findChildren(QTimer)[0].timeout.emit()  # it stood still
        assert bar.session.account == so_far
        assert bar.session.state.secret == Secret(bar.secret.text()) == Secret(SECRET)


def test_one_accounts_typed_secret_never_signs_for_another(bar: Bar) -> None:
    bar.switch_to("alpha")
    bar.secret.setText("of alpha")
    bar.account.setEditText("b")
    bar.bar.findChildren(QTimer)[0].timeout.emit()
    bar.switch_to("beta")
    assert bar.session.state.secret is None
    assert bar.secret.text() == ""
    bar.switch_to("alpha")
    assert bar.secret.text() == "of alpha"


def test_half_a_name_is_not_completed_to_a_known_account(bar: Bar) -> None:
    bar.bar.account.offer(("acme", "globex"))
    bar.account.setEditText("")
    QTest.keyClicks(bar.account, "glo")
    assert bar.account.currentText() == "glo"


def test_a_new_entry_of_the_list_leaves_the_name_being_typed_alone(bar: Bar) -> None:
    QTest.keyClick(bar.account, Qt.Key.Key_Home)
    QTest.keyClick(bar.account, Qt.Key.Key_Right)
    bar.bar.account.offer(("globex",))
    QTest.keyClicks(bar.account, "x")
    assert bar.account.currentText() == "axcme"


def test_the_wheel_changes_no_account(bar: Bar) -> None:
    bar.bar.account.offer(("acme", "globex"))
    bar.account.setFocus()
    QCoreApplication.sendEvent(bar.account, wheel(bar.account.rect().center(), -120))
    assert bar.account.currentText() == "acme"


def test_an_account_whose_secret_is_saved_is_remembered(saved: Bar, tmp_path: Path) -> None:
    AccountList(saved.session, settings_in(tmp_path), saved.bar).remember()
    assert settings_in(tmp_path).account == "acme"
