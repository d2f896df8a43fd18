"""KDE's wallet is found, started where it doesn't run, and the same by every way to it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from jeepney import DBusAddress

from tests.children import wait_until
from tests.message_bus import Bus
from tests.secret_store.process import (
    SECRET,
    MoveInto,
    Store,
    files_with_the_secret,
    keyring_command,
)

pytestmark = pytest.mark.slow

SERVICES = Path("/usr/share/dbus-1/services")
DAEMON = "kwalletd6" if (SERVICES / "org.kde.kwalletd6.service").exists() else "kwalletd5"
NAME = f"org.kde.{DAEMON}"
WALLET = DBusAddress(f"/modules/{DAEMON}", NAME, "org.kde.KWallet")
BUS = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
MODULES = Path("/usr/lib/python3/dist-packages")  # of Debian's own Python

READ_OFTEN = """
from reamaze_gui.secret_service import Keyring
keyring = Keyring()
print({keyring.get_password("reamaze-gui", "acme") for _ in range(600)})
"""


@pytest.fixture
def bus(move_into: MoveInto, tmp_path: Path) -> Iterator[Bus]:
    """Return the bus of a desktop with a wallet, whose daemon can be started and doesn't run."""
    services, settings = tmp_path / "services", tmp_path / "home/.config"
    services.mkdir()
    shutil.copy(SERVICES / f"{NAME}.service", services)
    settings.mkdir(parents=True)
    (settings / "kwalletrc").write_text("[Wallet]\nFirst Use=false\n")
    bus = Bus(move_into(keyring="none").bus_address)
    open_wallet(bus)  # which is new
    end_daemon(bus)
    yield bus
    end_daemon(bus)
    bus.close()


@pytest.fixture
def dbus_python(tmp_path: Path) -> dict[str, str]:
    """Return an environment in which keyring itself can speak to KWallet, and would do so."""
    modules = tmp_path / "modules"
    modules.mkdir()
    for module in MODULES.glob("*dbus*"):
        (modules / module.name).symlink_to(module)
    return {"PYTHONPATH": str(modules), "XDG_CURRENT_DESKTOP": "KDE"}


def open_wallet(bus: Bus) -> None:
    """Open the wallet as a login does."""
    bus.call(WALLET, "pamOpen", "sayi", ("kdewallet", b"hash of a password" + bytes(38), 0))
    wait_until(lambda: bus.call(WALLET, "isOpen", "s", ("kdewallet",)) == [True], "the wallet")


def end_daemon(bus: Bus) -> None:
    (process,) = bus.call(BUS, "GetConnectionUnixProcessID", "s", (NAME,))
    os.kill(int(str(process)), 15)
    wait_until(lambda: bus.call(BUS, "NameHasOwner", "s", (NAME,)) == [False], "its end")


def test_a_wallet_is_started_and_keeps_the_secret(bus: Bus, tmp_path: Path) -> None:
    with Store() as store:
        assert store.ask("place") == "KWallet"
        open_wallet(bus)
        store.ask("save", "acme", SECRET)
        assert store.ask("load", "acme") == SECRET
        assert store.ask("load", "acme-2") is None
        store.ask("forget", "acme")
        assert store.ask("load", "acme") is None
    assert files_with_the_secret(tmp_path) == []


def test_it_is_the_same_wallet_with_keyrings_own_library_and_without(
    bus: Bus, dbus_python: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    open_wallet(bus)
    with Store(**dbus_python) as store:
        store.ask("save", "acme", SECRET)
    with Store() as without:
        assert without.ask("load", "acme") == SECRET
    for name, value in dbus_python.items():
        monkeypatch.setenv(name, value)
    keyring_command("set", "reamaze-gui", "globex", given="by another program")
    with Store() as store:
        assert store.ask("load", "globex") == "by another program"
        store.ask("save", "globex", SECRET)
    assert keyring_command("get", "reamaze-gui", "globex") != "by another program\n"
    with Store() as store:
        store.ask("forget", "globex")
        assert store.ask("load", "globex") is None


def test_it_is_the_same_secret_with_whatever_key_it_is_sent(bus: Bus) -> None:
    # For one of 170 it has another key than we, unless that is seen to: see secret_service.
    open_wallet(bus)
    with Store() as store:
        store.ask("save", "acme", SECRET)
    command = [sys.executable, "-c", READ_OFTEN]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (answer.stdout, answer.stderr) == (f"{ {SECRET} }\n", "")
