"""A key that is pressed while an account is typed is for that account."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from reamaze_gui import secret_store
from reamaze_gui.core.authkey import Secret
from reamaze_gui.ui.runtime.secret_session import SecretSession
from reamaze_gui.ui.runtime.secret_state import SecretStatus
from tests.account_bars import ON_A_KEYRING, wait_for
from tests.desktop import Desktop
from tests.windows import ALT, CONTROL, SECRET, SHIFT, opened, press, status

pytestmark = [*ON_A_KEYRING, pytest.mark.usefixtures("clean_desktop")]

KEYS = {
    "Copy snippet": (Qt.Key.Key_C, CONTROL | SHIFT),
    "Copy authkey": (Qt.Key.Key_K, CONTROL | SHIFT),
    "Save snippet": (Qt.Key.Key_S, CONTROL),
    "Try in browser": (Qt.Key.Key_B, CONTROL),
    "Try in browser, by its letter": (Qt.Key.Key_B, ALT),
    "Forget secret, by its letter": (Qt.Key.Key_T, ALT),
}


@pytest.mark.parametrize("keys", KEYS.values(), ids=KEYS)
def test_a_key_pressed_while_the_account_is_typed_is_for_that_account(
    qtbot: QtBot, tmp_path: Path, keys: tuple[Qt.Key, Qt.KeyboardModifier]
) -> None:
    secret_store.save("acme", Secret(SECRET))
    session = SecretSession()
    window = opened(qtbot, tmp_path, session=session)
    window.account_bar.switch_to("acme")
    session.ask()
    wait_for(qtbot, session, SecretStatus.SAVED)
    QGuiApplication.clipboard().setText("from before")
    window.account_bar.account.setFocus()
    window.account_bar.account.setEditText("globex")
    assert window.build_page.preview.authkey
    press(*keys)
    window.build_page.finish(20)
    assert not window.build_page.preview.authkey
    assert not window.build_page.trial.copy_button.isEnabled()
    assert QGuiApplication.clipboard().text() == "from before"
    assert not (tmp_path / "saved.html").exists()
    wait_for(qtbot, session, SecretStatus.NONE)
    assert secret_store.load("acme") == Secret(SECRET)
    assert window.account_bar.account.currentText() == "globex"


def test_who_copies_before_the_keyring_has_told_is_told_to_wait(
    qtbot: QtBot, tmp_path: Path, desktop: Desktop
) -> None:
    desktop.stop_keyring()
    session = SecretSession()
    window = opened(qtbot, tmp_path, session=session)
    session.ask()
    press(Qt.Key.Key_C, CONTROL | SHIFT)
    assert status(window).startswith("Still missing: SSO secret. Waiting for the system keyring")
    desktop.continue_keyring()
    wait_for(qtbot, session, SecretStatus.NONE)
    press(Qt.Key.Key_C, CONTROL | SHIFT)
    assert status(window) == "Still missing: SSO secret."
