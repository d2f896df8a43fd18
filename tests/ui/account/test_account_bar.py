"""The account bar keeps, changes and forgets the secret of an account, and says what it did."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reamaze_gui.core.authkey import Secret
from reamaze_gui.ui.runtime.secret_session import SecretSession
from reamaze_gui.ui.runtime.secret_state import SecretStatus
from tests.account_bars import ON_A_KEYRING, SECRET, Bar
from tests.desktop import PASSWORD, Desktop

pytestmark = ON_A_KEYRING


def test_a_saved_secret_leaves_the_field_for_a_sentence(saved: Bar, desktop: Desktop) -> None:
    assert saved.says == "✓ Secret in GNOME Keyring"
    assert saved.secret.text() == ""
    assert not saved.secret.isVisible()
    assert desktop.saved_secret("acme") == SECRET


def test_a_locked_keyring_is_said_and_tried_again(saved: Bar, desktop: Desktop) -> None:
    desktop.lock_keyring()
    saved.session.ask()
    saved.wait_for(SecretStatus.LOCKED)
    assert saved.says.startswith("⚠ The keyring is locked.")
    saved.secret.setText("another")
    assert saved.session.state.secret == Secret("another")
    assert "The keyring is locked." in saved.says
    saved.secret.clear()
    desktop.start_keyring(PASSWORD)
    saved.press("Try again")
    saved.wait_for(SecretStatus.SAVED)
    assert "Try again" not in saved.offers


def test_what_a_locked_keyring_refused_is_saved_later(bar: Bar, desktop: Desktop) -> None:
    desktop.lock_keyring()
    bar.secret.setText(SECRET)
    bar.press("Save secret")
    bar.wait_for(SecretStatus.SESSION)
    assert bar.says.startswith("⚠ Not saved: ")
    desktop.start_keyring(PASSWORD)
    bar.press("Try again")
    bar.wait_for(SecretStatus.SAVED)
    assert desktop.saved_secret("acme") == SECRET


def test_after_cancel_a_keyring_that_hangs_is_not_waited_for(bar: Bar, desktop: Desktop) -> None:
    desktop.stop_keyring()
    bar.session.ask()
    bar.secret.setText(SECRET)
    assert bar.says.startswith("Waiting for the system keyring…")
    assert bar.session.state.secret == Secret(SECRET)
    bar.press("Cancel")
    assert bar.says.startswith("⚠ Used for this session only:")
    assert bar.secret.text() == SECRET


def test_a_save_that_fails_leaves_the_secret_in_the_field(bar: Bar, desktop: Desktop) -> None:
    desktop.kill_keyring()
    bar.secret.setText(SECRET)
    bar.press("Save secret")
    bar.wait_for(SecretStatus.SESSION)
    assert bar.says.startswith("⚠ Not saved: ")
    assert "Install gnome-keyring" in bar.says
    assert "used for this session only" in bar.says
    assert bar.secret.text() == SECRET


ALWAYS = {"Show secret"}


def is_locked(bar: Bar, desktop: Desktop) -> None:
    desktop.lock_keyring()
    bar.session.ask()
    bar.wait_for(SecretStatus.LOCKED)


def is_asked(bar: Bar, desktop: Desktop) -> None:
    desktop.stop_keyring()
    bar.session.ask()


@pytest.mark.parametrize(
    ("prepare", "empty", "typed"),
    [
        (lambda *_: None, set(), {"Save secret"}),
        (is_asked, {"Cancel"}, {"Cancel"}),
        (is_locked, {"Try again"}, {"Try again", "Save secret"}),
    ],
    ids=["none saved", "asking", "locked"],
)
def test_before_a_secret_is_saved_each_button_is_enabled_when_it_can_do_something(
    bar: Bar,
    desktop: Desktop,
    prepare: Callable[[Bar, Desktop], None],
    empty: set[str],
    typed: set[str],
) -> None:
    prepare(bar, desktop)
    assert bar.offers == ALWAYS | empty
    bar.secret.setText(SECRET)
    assert bar.offers == ALWAYS | typed
    bar.secret.clear()
    assert bar.offers == ALWAYS | empty


def test_after_a_secret_is_saved_it_can_be_changed_or_forgotten(saved: Bar) -> None:
    assert saved.offers == {"Change secret", "Forget secret"}
    saved.press("Change secret")
    assert saved.offers == {"Show secret", "Keep saved"}
    saved.secret.setText("another")
    assert saved.offers == {"Show secret", "Keep saved", "Save secret"}


def test_a_demonstration_offers_nothing_of_the_keyring(qtbot: QtBot) -> None:
    bar = Bar(qtbot, SecretSession(demo=Secret("made up")))
    bar.account.setEditText("demo-shop")
    bar.secret.setText(SECRET)
    assert bar.offers == {"Show secret"}


@pytest.mark.parametrize(
    ("pasted", "offer", "cleaned"),
    [
        ("  s3cret ", "Remove the white space", "s3cret"),
        ("s3cret\r\n", "Remove the white space", "s3cret"),
        ('"s3cret"', "Remove the quotes", "s3cret"),
        ("‘s3 cret’\n", "Remove the quotes", "s3 cret"),
    ],
)
def test_white_space_and_quotes_are_removed_at_a_click_and_not_before(
    bar: Bar, pasted: str, offer: str, cleaned: str
) -> None:
    bar.paste(pasted)
    assert bar.secret.text().split() == pasted.split()
    assert len(bar.secret.text()) > len(cleaned)
    assert bar.session.state.secret == Secret(bar.secret.text())
    bar.press(offer)
    assert bar.secret.text() == cleaned
    assert bar.session.state.secret == Secret(cleaned)
    assert offer not in bar.offers


def test_an_account_s_address_is_replaced_by_its_name_at_a_click(bar: Bar) -> None:
    bar.switch_to("https://Acme.reamaze.com/admin")
    bar.secret.setText(f"{SECRET} ")
    assert bar.session.account == "https://Acme.reamaze.com/admin"
    assert bar.offers & {"Use acme", "Remove the white space", "Save secret"} == {"Use acme"}
    bar.press("Use acme")
    assert bar.account.currentText() == bar.session.account == "acme"
    assert bar.secret.text() == f"{SECRET} "
    bar.press("Remove the white space")
    assert bar.secret.text() == SECRET
    bar.wait_for(SecretStatus.SESSION)
    assert "Save secret" in bar.offers


REFUSALS = {
    "no secret": ("acme", "", "enter the secret first"),
    "wrong secret": ("acme", "''", "correct the secret"),
    "wrong account": ("https://acme.reamaze.com", SECRET, "correct the account"),
}


@pytest.mark.parametrize(("account", "secret", "why"), REFUSALS.values(), ids=REFUSALS)
def test_return_says_why_nothing_is_saved_until_that_changes(
    bar: Bar, desktop: Desktop, account: str, secret: str, why: str
) -> None:
    bar.switch_to(account)
    bar.secret.setText(secret)
    QTest.keyClick(bar.secret, Qt.Key.Key_Return)
    assert f"Not saved: {why}" in bar.says
    assert f"Not saved: {why}" in bar.secret.accessibleDescription()
    assert desktop.saved_secret(account) == ""
    bar.switch_to("acme")
    bar.secret.setText("another")
    assert "Not saved" not in bar.says


def test_the_keyrings_answer_hides_no_reason(bar: Bar, desktop: Desktop) -> None:
    desktop.save_secret("globex", SECRET)
    for account, is_said in (("nobody", True), ("globex", False)):
        bar.switch_to("acme")
        bar.wait_for(SecretStatus.NONE)
        bar.account.setEditText(account)
        QTest.keyClick(bar.secret, Qt.Key.Key_Return)
        assert "Not saved: enter the secret first." in bar.says
        bar.wait_for(SecretStatus.NONE if is_said else SecretStatus.SAVED)
        assert ("Not saved: enter the secret first." in bar.says) is is_said


def test_return_in_a_demonstration_says_that_nothing_is_saved(qtbot: QtBot) -> None:
    bar = Bar(qtbot, SecretSession(demo=Secret("made up")))
    bar.secret.setText(SECRET)
    QTest.keyClick(bar.secret, Qt.Key.Key_Return)
    assert "Not saved: this is a demonstration." in bar.says
