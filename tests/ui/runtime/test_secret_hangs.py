"""A keyring that does not answer keeps nobody from going on, or from leaving."""

import subprocess
import sys

import pytest
from pytestqt.qtbot import QtBot

from reamaze_gui.core.authkey import Secret
from reamaze_gui.ui.runtime.secret_session import SecretSession
from reamaze_gui.ui.runtime.secret_state import Remedy, SecretStatus
from tests.account_bars import ON_A_KEYRING, save, wait_for
from tests.desktop import Desktop

pytestmark = ON_A_KEYRING

HANG = 120  # seconds, after which a program will not end any more
FIRST, SECOND = Secret("the first"), Secret("the second")

SILENT_KEYRING = """
import signal
from jeepney import MessageType, message_bus
from jeepney.io.blocking import open_dbus_connection

bus = open_dbus_connection()
bus.send_and_get_reply(message_bus.RequestName("org.freedesktop.secrets"))
print("ready", flush=True)
while bus.receive().header.message_type is not MessageType.method_call:
    pass
print("asked", flush=True)
signal.pause()
"""


def test_while_the_keyring_hangs_a_typed_secret_serves_and_waiting_can_be_cancelled(
    qtbot: QtBot, session: SecretSession, desktop: Desktop
) -> None:
    save(qtbot, session, FIRST)
    desktop.stop_keyring()
    session.ask()
    assert (session.state.status, session.state.remedy) == (SecretStatus.ASKING, Remedy.CANCEL)
    session.type_secret(SECOND.value)
    assert session.state.secret == SECOND
    assert not session.can_save
    session.act()
    assert (session.state.status, session.state.secret) == (SecretStatus.SESSION, SECOND)
    assert session.state.remedy is Remedy.TRY_AGAIN
    session.type_secret("")
    assert session.state.status is SecretStatus.FAILED
    desktop.continue_keyring()
    session.act()
    wait_for(qtbot, session, SecretStatus.SAVED)
    assert session.state.secret == FIRST


def test_a_cancelled_wait_delays_no_later_question(
    qtbot: QtBot, session: SecretSession, desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    desktop.kill_keyring()
    silent = desktop.popen(sys.executable, "-c", SILENT_KEYRING)
    assert silent.stdout
    assert silent.stdout.readline() == "ready\n"
    session.ask()
    assert silent.stdout.readline() == "asked\n"
    session.act()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/where/nothing/listens")
    session.ask()
    wait_for(qtbot, session, SecretStatus.FAILED)
    assert "Install gnome-keyring" in session.state.says


def test_the_program_ends_at_once_although_the_keyring_hangs(desktop: Desktop) -> None:
    code = """
from PySide6.QtCore import QCoreApplication, QTimer
from reamaze_gui.ui.runtime.secret_session import SecretSession
from reamaze_gui.ui.runtime.secret_state import SecretStatus

application = QCoreApplication([])
session = SecretSession()
session.ask()
QTimer.singleShot(0, application.quit)
application.exec()
assert session.state.status is SecretStatus.ASKING
"""
    desktop.stop_keyring()
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=HANG).returncode == 0
