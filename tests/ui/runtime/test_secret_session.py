"""At any time there is one answer to where the account's secret is, and none of them loses it."""

import subprocess
import sys

from pytestqt.qtbot import QtBot

from reamaze_gui.core.authkey import Secret
from reamaze_gui.ui.runtime.secret_session import SecretSession
from reamaze_gui.ui.runtime.secret_state import Remedy, SecretStatus
from tests.account_bars import ON_A_KEYRING, save, wait_for
from tests.desktop import Desktop

pytestmark = ON_A_KEYRING

HANG = 120  # seconds, after which a program will not end any more
FIRST, SECOND, THIRD = Secret("the first"), Secret("the second"), Secret("the third")


def test_a_session_asks_once_it_is_told_to_for_every_account(qtbot: QtBot) -> None:
    session = SecretSession()
    session.set_account("acme")
    with qtbot.assert_not_emitted(session.changed, wait=500):
        assert session.state.status is SecretStatus.ASKING
    session.ask()
    wait_for(qtbot, session, SecretStatus.NONE)
    session.set_account("globex")
    assert session.state.status is SecretStatus.ASKING
    wait_for(qtbot, session, SecretStatus.NONE)


def test_where_nothing_is_saved_it_says_where_to_find_the_secret(session: SecretSession) -> None:
    assert session.state.secret is None
    assert "Account Settings" in session.state.says
    assert session.state.remedy is Remedy.NOTHING
    assert not session.can_save


def test_a_typed_secret_is_used_at_once(session: SecretSession, desktop: Desktop) -> None:
    session.type_secret(FIRST.value)
    assert session.state.status is SecretStatus.SESSION
    assert session.state.secret == FIRST
    assert session.state.says == "Used for this session only: not saved yet."
    assert session.can_save
    assert desktop.saved_secret("acme") == ""


def test_a_saved_secret_says_where_and_is_there_at_the_next_start(
    qtbot: QtBot, session: SecretSession, desktop: Desktop
) -> None:
    with qtbot.wait_signal(session.saved) as saved:
        save(qtbot, session, FIRST)
    assert saved.args == ["acme"]
    assert session.state.says == "Saved in GNOME Keyring."
    assert session.typed is None
    assert desktop.saved_secret("acme") == FIRST.value
    again = SecretSession()
    again.set_account("acme")
    again.ask()
    wait_for(qtbot, again, SecretStatus.SAVED)
    assert again.state.secret == FIRST


def test_an_account_s_secret_is_never_used_for_the_next_account(
    qtbot: QtBot, session: SecretSession, desktop: Desktop
) -> None:
    save(qtbot, session, FIRST)
    session.set_account("globex")
    assert (session.state.status, session.state.secret) == (SecretStatus.ASKING, None)
    session.set_account("acme")
    desktop.stop_keyring()
    session.ask()
    session.set_account("globex")
    used: list[Secret | None] = []
    session.changed.connect(lambda: used.append(session.state.secret))
    desktop.continue_keyring()
    wait_for(qtbot, session, SecretStatus.NONE)
    assert set(used) == {None}


def test_a_typed_secret_is_carried_to_the_account_s_corrected_name(session: SecretSession) -> None:
    session.type_secret(FIRST.value)
    session.set_account("acme-shop", carry=True)
    assert session.state.secret == FIRST
    session.set_account("acme")
    assert session.state.secret is None


def test_a_save_that_ends_after_a_switch_belongs_to_the_account_it_began_with(
    qtbot: QtBot, session: SecretSession, desktop: Desktop
) -> None:
    desktop.stop_keyring()
    session.type_secret(FIRST.value)
    session.save()
    session.set_account("globex")
    session.ask()
    with qtbot.wait_signal(session.saved) as saved:
        desktop.continue_keyring()
    assert saved.args == ["acme"]
    wait_for(qtbot, session, SecretStatus.NONE)
    assert session.state.secret is None
    assert (desktop.saved_secret("acme"), desktop.saved_secret("globex")) == (FIRST.value, "")
    session.set_account("acme")
    wait_for(qtbot, session, SecretStatus.SAVED)
    assert session.state.secret == FIRST


def test_what_is_typed_while_another_one_is_saved_stays_typed(
    qtbot: QtBot, session: SecretSession, desktop: Desktop
) -> None:
    desktop.stop_keyring()
    session.type_secret(FIRST.value)
    session.save()
    session.type_secret(SECOND.value)
    desktop.continue_keyring()
    wait_for(qtbot, session, SecretStatus.SESSION)
    assert (session.state.secret, desktop.saved_secret("acme")) == (SECOND, FIRST.value)


def test_every_secret_that_is_held_is_in_memory(qtbot: QtBot, session: SecretSession) -> None:
    session.type_secret(FIRST.value)
    session.set_account("globex")
    session.ask()
    wait_for(qtbot, session, SecretStatus.NONE)
    save(qtbot, session, SECOND)
    session.type_secret(THIRD.value)
    assert set(session.in_memory) == {FIRST.value, SECOND.value, THIRD.value}
    session.type_secret("")
    session.forget()
    wait_for(qtbot, session, SecretStatus.NONE)
    assert set(session.in_memory) == {FIRST.value, SECOND.value}
    assert SecretSession(demo=THIRD).in_memory == (THIRD.value,)


def test_a_demonstration_never_touches_the_keyring() -> None:
    code = """
import sys
from PySide6.QtCore import QCoreApplication
from reamaze_gui.core.authkey import Secret
from reamaze_gui.ui.runtime.secret_session import SecretSession
from reamaze_gui.ui.runtime.secret_state import SecretStatus

application = QCoreApplication([])
session = SecretSession(demo=Secret("made up"))
assert (session.state.status, session.state.secret.value) == (SecretStatus.SESSION, "made up")
session.set_account("acme")
session.type_secret("typed")
assert session.state.secret.value == "typed" and not session.can_save
for call in (session.ask, session.save, session.forget, session.apply_remedy):
    call()
session.set_account("globex")
assert session.state.status is SecretStatus.SESSION
sys.exit("keyring" in sys.modules)
"""
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=HANG).returncode == 0
