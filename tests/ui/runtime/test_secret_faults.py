"""However saving and removing go wrong, no secret is lost, and none is overwritten by an older."""

from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from reamaze_gui import secret_store
from reamaze_gui.core.authkey import Secret
from reamaze_gui.ui.runtime.secret_session import SecretSession
from reamaze_gui.ui.runtime.secret_state import Remedy, SecretStatus
from tests.account_bars import ON_A_KEYRING, wait_for
from tests.desktop import Desktop

pytestmark = ON_A_KEYRING

HANG = 120  # seconds
OLDER, NEWER = Secret("the older"), Secret("the newer")


@pytest.fixture
def session(qtbot: QtBot) -> SecretSession:
    """Return a session at the account acme, of which the older secret is saved."""
    secret_store.save("acme", OLDER)
    session = SecretSession()
    session.set_account("acme")
    session.ask()
    wait_for(qtbot, session, SecretStatus.SAVED)
    return session


def test_a_cancelled_save_never_overwrites_a_newer_one(
    qtbot: QtBot, session: SecretSession, desktop: Desktop
) -> None:
    desktop.stop_keyring()
    session.type_secret("cancelled")
    session.save()
    session.cancel()
    session.type_secret(NEWER.value)
    session.save()
    desktop.continue_keyring()
    wait_for(qtbot, session, SecretStatus.SAVED)
    assert session.state.secret == secret_store.load("acme") == NEWER


@pytest.mark.parametrize("leave", ["cancelled", "switched"])
def test_a_removal_that_nobody_waited_for_can_be_undone(
    qtbot: QtBot,
    session: SecretSession,
    desktop: Desktop,
    leave: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begun, forget = Event(), secret_store.forget

    def begin_to_forget(account: str) -> None:
        begun.set()
        forget(account)

    monkeypatch.setattr(secret_store, "forget", begin_to_forget)
    desktop.stop_keyring()
    session.forget()
    assert OLDER.value in session.in_memory
    assert begun.wait(HANG)  # or else Cancel is in time, and nothing is removed
    if leave == "cancelled":
        session.cancel()
        assert session.state.secret == OLDER
        session.apply_remedy()  # Try again
    else:
        session.set_account("globex")
        session.set_account("acme")
    desktop.continue_keyring()
    wait_for(qtbot, session, SecretStatus.NONE)
    assert session.state.remedy is Remedy.UNDO
    assert OLDER.value in session.in_memory
    session.apply_remedy()
    wait_for(qtbot, session, SecretStatus.SAVED)
    assert secret_store.load("acme") == OLDER


@pytest.mark.parametrize("fault", ["cancelled", "killed"])
def test_a_save_in_vain_leaves_the_saved_secret_in_use(
    qtbot: QtBot, session: SecretSession, desktop: Desktop, fault: str
) -> None:
    (desktop.kill_keyring if fault == "killed" else desktop.stop_keyring)()
    session.type_secret(NEWER.value)
    session.save()
    if fault == "cancelled":
        session.cancel()
    wait_for(qtbot, session, SecretStatus.SESSION)
    session.type_secret("")
    assert (session.state.status, session.state.secret) == (SecretStatus.FAILED, OLDER)


def test_a_save_that_fails_after_a_switch_is_told(
    qtbot: QtBot, session: SecretSession, desktop: Desktop
) -> None:
    desktop.stop_keyring()
    session.type_secret(NEWER.value)
    session.save()
    session.set_account("globex")
    with qtbot.wait_signal(session.failed) as failed:
        desktop.kill_keyring()
    assert failed.args == ["The secret of acme was not saved. Switch to it to try again."]
    session.set_account("acme")
    assert session.typed == NEWER


def test_only_what_was_saved_or_typed_is_told_as_saved(
    qtbot: QtBot, session: SecretSession
) -> None:
    with qtbot.assert_not_emitted(session.saved):
        session.ask()
        wait_for(qtbot, session, SecretStatus.SAVED)
    session.type_secret(OLDER.value)
    with qtbot.wait_signal(session.saved):
        session.ask()


def test_cancel_does_nothing_unless_the_keyring_is_asked(session: SecretSession) -> None:
    before = session.state
    session.cancel()
    assert session.state == before
