"""KeePassXC, which asks its user for every item, asks once, also to forget it."""

import base64
import subprocess
import uuid
from pathlib import Path

import pytest
from jeepney import DBusAddress

from reamaze_gui.secret_store import SecretStoreError
from tests.children import wait_until
from tests.desktop import Desktop
from tests.faults.watched import keys, letters
from tests.message_bus import Bus
from tests.secret_store.process import SECRET, MoveInto, Store

pytestmark = pytest.mark.slow

PASSWORD = "of the database"
ASKS = "KeePassXC -  Access Request"
SETTINGS = """\
[General]
ConfigVersion=2
SingleInstance=false
UpdateCheckMessageShown=true
[FdoSecrets]
Enabled=true
ConfirmAccessItem=true
ShowNotification=false
ConfirmDeleteItem=false
[GUI]
CheckForUpdates=false
"""
DATABASE = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<KeePassFile><Meta><DatabaseName>Passwords</DatabaseName><CustomData><Item>
<Key>FDO_SECRETS_EXPOSED_GROUP</Key><Value>{{{name}}}</Value></Item></CustomData></Meta>
<Root><Group><UUID>{identity}</UUID><Name>Root</Name></Group></Root></KeePassFile>
"""


@pytest.fixture
def desktop(move_into: MoveInto, tmp_path: Path) -> Desktop:
    """Return a desktop whose keyring is an open database of KeePassXC."""
    settings = tmp_path / "home/.config/keepassxc"
    settings.mkdir(parents=True)
    (settings / "keepassxc.ini").write_text(SETTINGS)
    group = uuid.uuid4()
    source = DATABASE.format(name=group, identity=base64.b64encode(group.bytes).decode())
    (tmp_path / "passwords.xml").write_text(source)
    desktop = move_into(keyring="none")
    subprocess.run(
        ["keepassxc-cli", "import", "-p", tmp_path / "passwords.xml", tmp_path / "passwords.kdbx"],
        input=f"{PASSWORD}\n{PASSWORD}\n",
        text=True,
        check=True,
        capture_output=True,
    )
    database = str(tmp_path / "passwords.kdbx")
    # Debian 13's crashes with --pw-stdin, so the password is typed.
    desktop.serve_keyring("keepassxc", database, says="")
    desktop.activate(".* - KeePassXC")
    letters(desktop, PASSWORD)
    keys(desktop, "Return")
    bus = Bus(desktop.bus_address)
    wait_until(lambda: is_open(bus), "the database")
    bus.close()
    return desktop


def is_open(bus: Bus) -> bool:
    service = "org.freedesktop.secrets"
    secrets = DBusAddress("/org/freedesktop/secrets", service, "org.freedesktop.Secret.Service")
    (path,) = bus.call(secrets, "ReadAlias", "s", ("default",))
    if path == "/":
        return False
    properties = DBusAddress(str(path), service, "org.freedesktop.DBus.Properties")
    asked = ("org.freedesktop.Secret.Collection", "Locked")
    return bus.call(properties, "Get", "ss", asked) == [("b", False)]


def answer(desktop: Desktop, key: str) -> None:
    """Answer the question that comes: Return allows, Escape denies."""
    desktop.activate(ASKS)
    keys(desktop, key)


def test_it_asks_once_for_all_that_one_program_does(desktop: Desktop) -> None:
    with Store() as store:
        store.ask("save", "acme", "the first")  # what a connection has made itself, it may have
        store.ask("save", "acme", SECRET)
    with Store() as store:
        store.begin("load", "acme")
        answer(desktop, "Return")
        assert store.answer() == SECRET
        assert store.ask("load", "acme") == SECRET
        assert store.ask("place") == "KeePassXC"
        store.ask("forget", "acme")
        assert store.ask("load", "acme") is None


def test_what_it_may_not_have_can_be_forgotten_once_that_is_allowed(desktop: Desktop) -> None:
    with Store() as store:
        store.ask("save", "acme", SECRET)
    with Store() as store:
        store.begin("load", "acme")
        answer(desktop, "Escape")
        with pytest.raises(SecretStoreError, match="allow access") as caught:
            store.answer()
        assert caught.value.locked
    with Store() as store:
        store.begin("forget", "acme")
        answer(desktop, "Return")
        store.answer()
        assert store.ask("load", "acme") is None
