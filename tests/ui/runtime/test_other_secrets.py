"""Diagnose has the secret of every account that the keyring gives, and no other."""

import threading

import pytest
from pytestqt.qtbot import QtBot

from reamaze_gui.core.authkey import Secret
from reamaze_gui.ui.runtime.secret_session import SecretSession
from reamaze_gui.ui.runtime.secret_state import Keyring, KeyringReply, SecretStatus
from tests.account_bars import ON_A_KEYRING
from tests.desktop import PASSWORD, Desktop

pytestmark = ON_A_KEYRING

ACCOUNTS = ("acme", "globex", "initech")
SAVED = {"acme": Secret("the first"), "globex": Secret("the second")}


@pytest.fixture(autouse=True)
def _saved(desktop: Desktop) -> None:
    for account, secret in SAVED.items():
        desktop.save_secret(account, secret.value)


def session_at(qtbot: QtBot, account: str) -> SecretSession:
    session = SecretSession()
    session.set_account(account)
    session.ask()
    qtbot.wait_until(lambda: session.state.status is not SecretStatus.ASKING)
    return session


def test_the_current_account_comes_first_and_the_others_follow(qtbot: QtBot) -> None:
    session = session_at(qtbot, "globex")
    assert list(session.secrets) == ["globex"]
    session.ask_for_others(ACCOUNTS)
    qtbot.wait_until(lambda: session.unread == ())
    assert session.secrets == SAVED
    assert list(session.secrets) == ["globex", "acme"]
    assert {secret.value for secret in SAVED.values()} <= set(session.in_memory)


def test_what_is_typed_counts_before_what_is_saved(qtbot: QtBot) -> None:
    session = session_at(qtbot, "acme")
    session.ask_for_others(ACCOUNTS)
    qtbot.wait_until(lambda: session.unread == ())
    session.type_secret("typed")
    assert session.secrets["acme"] == Secret("typed")
    session.type_secret("broken \ud800")
    assert "broken" not in repr([secret.value for secret in session.secrets.values()])


def test_an_account_that_was_removed_from_the_list_is_forgotten(qtbot: QtBot) -> None:
    session = session_at(qtbot, "acme")
    session.ask_for_others(ACCOUNTS)
    qtbot.wait_until(lambda: session.unread == ())
    session.drop("globex")
    session.ask_for_others(("acme", "initech"))
    assert list(session.secrets) == ["acme"]
    assert SAVED["globex"].value not in session.in_memory


def test_an_account_that_was_turned_to_is_tried_until_it_is_dropped(qtbot: QtBot) -> None:
    session = session_at(qtbot, "globex")
    session.set_account("acme")
    qtbot.wait_until(lambda: session.state.status is not SecretStatus.ASKING)
    session.ask_for_others(())
    assert session.secrets == SAVED
    assert SAVED["globex"].value in session.in_memory
    session.drop("globex")
    assert list(session.secrets) == ["acme"]
    assert SAVED["globex"].value not in session.in_memory


class SlowKeyring(Keyring):
    """It opens when it is told to."""

    def __init__(self) -> None:
        self.opens = threading.Event()

    def load(self, account: str) -> KeyringReply:
        self.opens.wait()
        return super().load(account)


def test_an_account_that_is_dropped_while_it_loads_is_not_tried(qtbot: QtBot) -> None:
    keyring = SlowKeyring()
    session = SecretSession(keyring=keyring)
    session.set_account("acme")
    session.ask()
    session.set_account("globex")
    session.drop("acme")
    keyring.opens.set()
    qtbot.wait_until(lambda: session.state.status is SecretStatus.SAVED)
    assert list(session.secrets) == ["globex"]
    session.set_account("acme")
    qtbot.wait_until(lambda: session.state.status is SecretStatus.SAVED)
    assert session.secrets == SAVED


def test_what_was_removed_from_an_account_that_was_left_is_tried_no_more(qtbot: QtBot) -> None:
    session = session_at(qtbot, "globex")
    session.forget()
    session.set_account("acme")
    qtbot.wait_until(lambda: list(session.secrets) == ["acme"])


def test_who_turns_fast_is_told_of_the_last_account_and_no_thread_is_left(qtbot: QtBot) -> None:
    session = session_at(qtbot, "initech")
    before = threading.active_count()
    for _ in range(50):
        session.set_account("globex")
        session.set_account("acme")
    assert threading.active_count() <= before + 1
    qtbot.wait_until(lambda: session.state.status is SecretStatus.SAVED)
    assert session.state.secret == SAVED["acme"]


def test_a_secret_that_is_removed_from_the_keyring_is_tried_no_more(qtbot: QtBot) -> None:
    session = session_at(qtbot, "acme")
    session.ask_for_others(ACCOUNTS)
    qtbot.wait_until(lambda: session.unread == ())
    session.forget()
    qtbot.wait_until(lambda: session.state.status is SecretStatus.NONE)
    assert list(session.secrets) == ["globex"]


def test_a_locked_keyring_is_not_asked_for_every_account(qtbot: QtBot, desktop: Desktop) -> None:
    desktop.kill_keyring()
    desktop.start_keyring(None)
    session = session_at(qtbot, "acme")
    assert session.state.status is SecretStatus.LOCKED
    session.ask_for_others(ACCOUNTS)
    assert (session.secrets, session.unread) == ({}, ACCOUNTS)
    desktop.kill_keyring()
    desktop.start_keyring(PASSWORD)
    session.apply_remedy()  # Try again
    qtbot.wait_until(lambda: session.unread == ())
    assert session.secrets == SAVED
