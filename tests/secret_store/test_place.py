"""Every keyring is called by the name that its user knows."""

import os
import sys
import textwrap
from importlib.metadata import version
from pathlib import Path

import pytest

from reamaze_gui.secret_store import SecretStoreError
from tests.secret_store.process import Choose, MoveInto, Store


def test_the_keyring_is_called_by_the_name_that_its_user_knows(store: Store) -> None:
    assert store.ask("place") == "GNOME Keyring"


@pytest.mark.parametrize(
    ("program", "name"),
    [
        ("ksecretd", "KWallet"),
        ("kwalletd5", "KWallet"),
        ("kwalletd6", "KWallet"),
        ("keepassxc", "KeePassXC"),
        ("a-stranger", "the system keyring"),
    ],
)
def test_another_secret_service_is_called_by_its_own_name(
    move_into: MoveInto, tmp_path: Path, program: str, name: str
) -> None:
    desktop = move_into(keyring="none")
    service = """
        from jeepney.bus_messages import message_bus
        from jeepney.io.blocking import open_dbus_connection
        bus = open_dbus_connection()
        bus.send_and_get_reply(message_bus.RequestName("org.freedesktop.secrets"))
        print("ready", flush=True)
        bus.receive(timeout=None)
    """
    (tmp_path / program).symlink_to(sys.executable)
    running = desktop.popen(
        tmp_path / program, "-c", textwrap.dedent(service), PYTHONPATH=os.pathsep.join(sys.path)
    )
    assert running.stdout
    assert running.stdout.readline() == "ready\n"
    with Store() as store:
        assert store.ask("place") == name


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("keyring.backends.kwallet", "KWallet"),
        ("keyring.backends.macOS", "macOS Keychain"),
        ("keyring.backends.Windows", "Windows Credential Locker"),
        ("a.plug.in", "the system keyring"),
    ],
)
def test_every_system_s_keyring_is_called_by_its_name(
    choose: Choose, module: str, name: str
) -> None:
    assert choose(module=module).ask("place") == name


# What a bug report says of it


def test_the_library_and_the_keyring_in_use_are_described(store: Store) -> None:
    assert store.ask("description") == (
        f"keyring {version('keyring')}: GNOME Keyring (reamaze_gui.secret_service)"
    )


def test_why_no_keyring_can_be_used_is_described(move_into: MoveInto, tmp_path: Path) -> None:
    move_into(keyring="none")
    with Store() as store:
        described = store.ask("description")
        with pytest.raises(SecretStoreError) as reason:
            store.ask("load", "acme")
    assert described == f"keyring {version('keyring')}: {reason.value}"
    assert str(tmp_path) not in str(described)
