"""A saved secret is changed, kept or brought back; what has left the field is out of reach."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest

from reamaze_gui.core.authkey import Secret
from reamaze_gui.ui.runtime.secret_state import SecretStatus
from tests.account_bars import ON_A_KEYRING, SECRET, Bar
from tests.desktop import Desktop
from tests.windows import CONTROL

pytestmark = ON_A_KEYRING


def test_escape_keeps_the_saved_one_and_wipes_nothing_that_is_not_saved(saved: Bar) -> None:
    saved.bar.window().activateWindow()
    QTest.qWaitForWindowActive(saved.bar.window())
    saved.press("Change secret")
    QTest.keyClicks(saved.secret, "another")
    QTest.keyClick(saved.secret, Qt.Key.Key_Escape)
    assert saved.session.state.secret == Secret(SECRET)
    saved.switch_to("initech")
    saved.wait_for(SecretStatus.NONE)
    QTest.keyClicks(saved.secret, "typed")
    QTest.keyClick(saved.secret, Qt.Key.Key_Escape)
    assert saved.secret.text() == "typed"


@pytest.mark.parametrize("end", ["Save secret", "Keep saved"])
def test_a_secret_that_left_the_field_is_not_brought_back_by_ctrl_z(saved: Bar, end: str) -> None:
    saved.press("Change secret")
    QTest.keyClicks(saved.secret, "another")
    saved.press(end)
    saved.wait_for(SecretStatus.SAVED)
    saved.press("Change secret")
    saved.press("Show secret")
    assert not saved.secret.isUndoAvailable()
    QTest.keyClick(saved.secret, Qt.Key.Key_Z, CONTROL)
    assert saved.secret.text() == ""


def test_the_saved_secret_typed_again_is_told_to_be_that(saved: Bar) -> None:
    saved.press("Change secret")
    QTest.keyClicks(saved.secret, f"{SECRET}x")
    assert "another one is saved" in saved.says
    QTest.keyClick(saved.secret, Qt.Key.Key_Backspace)
    assert "✓ This secret is already saved in GNOME Keyring." in saved.says
    assert {"Save secret", "Keep saved"} <= saved.offers


def test_a_forgotten_secret_is_brought_back_by_undo(saved: Bar, desktop: Desktop) -> None:
    saved.press("Forget secret")
    saved.wait_for(SecretStatus.NONE)
    assert "Removed from GNOME Keyring." in saved.says
    assert desktop.saved_secret("acme") == ""
    saved.press("Undo")
    saved.wait_for(SecretStatus.SAVED)
    assert desktop.saved_secret("acme") == SECRET


def test_a_replaced_secret_is_brought_back_by_undo(saved: Bar, desktop: Desktop) -> None:
    saved.press("Change secret")
    saved.secret.setText("another")
    saved.press("Save secret")
    saved.wait_for(SecretStatus.SAVED)
    assert "It replaced another one." in saved.says
    for brought_back in (SECRET, "another"):
        saved.press("Undo")
        saved.wait_for(SecretStatus.SAVED)
        assert desktop.saved_secret("acme") == brought_back
        assert saved.session.state.secret == Secret(brought_back)


def test_a_secret_is_shown_on_request_and_hidden_again_once_it_is_saved(bar: Bar) -> None:
    bar.secret.setText(SECRET)
    assert SECRET not in bar.secret.displayText()
    bar.press("Show secret")
    assert bar.secret.displayText() == SECRET
    bar.press("Save secret")
    bar.wait_for(SecretStatus.SAVED)
    bar.press("Change secret")
    bar.secret.setText("another")
    assert "another" not in bar.secret.displayText()


def test_a_secret_that_looks_wrong_is_saved_on_purpose_only(bar: Bar, desktop: Desktop) -> None:
    bar.paste(f" {SECRET}\n")
    for _ in range(2):
        QTest.keyClick(bar.secret, Qt.Key.Key_Return)
        assert "Not saved: see the warning." in bar.says
    assert "Remove the white space" in bar.offers
    assert desktop.saved_secret("acme") == ""
    bar.press("Save secret")
    bar.wait_for(SecretStatus.SAVED)
    assert desktop.saved_secret("acme").strip() == SECRET


def test_the_first_press_of_save_stops_at_what_looks_copied_wrong(bar: Bar) -> None:
    for typed in (f"{SECRET} ", f"{SECRET}  "):
        bar.secret.setText(typed)
        bar.press("Save secret")
        assert "Not saved: see the warning." in bar.says
        assert bar.session.state.status is SecretStatus.SESSION
    bar.press("Remove the white space")
    assert "Not saved" not in bar.says
    bar.press("Save secret")
    bar.wait_for(SecretStatus.SAVED)


def test_a_saved_secret_that_looks_wrong_is_corrected(bar: Bar, desktop: Desktop) -> None:
    desktop.save_secret("globex", f"{SECRET} ")
    bar.switch_to("globex")
    bar.wait_for(SecretStatus.SAVED)
    assert "The secret starts or ends with white space." in bar.says
    bar.press("Remove the white space")
    assert bar.secret.text() == SECRET
    bar.press("Save secret")
    bar.wait_for(SecretStatus.SAVED)
    assert desktop.saved_secret("globex") == SECRET
    assert "white space" not in bar.says


def by_time(saved: Bar) -> None:
    [told] = [each for each in saved.session.findChildren(QTimer) if each.isActive()]
    told.start(0)
    QTest.qWait(1)
    assert not told.isActive()


def by_an_edit(saved: Bar) -> None:
    saved.press("Change secret")
    saved.secret.setText("x")
    saved.press("Keep saved")


def by_another_account(saved: Bar) -> None:
    for account, status in (("globex", SecretStatus.NONE), ("acme", SecretStatus.SAVED)):
        saved.switch_to(account)
        saved.wait_for(status)


@pytest.mark.parametrize("go_on", [by_time, by_an_edit, by_another_account])
def test_that_a_secret_was_replaced_is_not_said_for_ever_and_can_be_undone_all_the_same(
    saved: Bar, desktop: Desktop, go_on: Callable[[Bar], None]
) -> None:
    saved.press("Change secret")
    saved.secret.setText("another")
    saved.press("Save secret")
    saved.wait_for(SecretStatus.SAVED)
    assert "It replaced another one." in saved.says
    go_on(saved)
    assert saved.says == "✓ Secret in GNOME Keyring"
    assert "Undo" not in saved.offers
    assert saved.session.can_undo
    saved.session.undo()
    saved.wait_for(SecretStatus.SAVED)
    assert desktop.saved_secret("acme") == SECRET
