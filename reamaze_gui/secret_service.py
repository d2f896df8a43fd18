"""A keyring backend for the Secret Service of Linux that keeps its D-Bus connection open.

KeePassXC asks its user for permission once per connection, and keyring opens a new one for every
call. Import this module lazily, like keyring itself.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from jeepney import DBusAddress, MessageType, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection
from jeepney.wrappers import unwrap_msg
from keyring.backends import SecretService
from keyring.compat.properties import classproperty
from secretstorage import Collection, Item, dbus_init, get_default_collection
from secretstorage.defines import ALGORITHM_DH, SS_PATH, SS_PREFIX
from secretstorage.dhcrypto import DH_PRIME_1024, Session
from secretstorage.util import open_session

_SERVICE = DBusAddress(SS_PATH, "org.freedesktop.secrets", f"{SS_PREFIX}Service")
_WALLETS = ("kwalletd6", "kwalletd5")  # KDE's

# Idle connections by the address of their bus; one in use is not here, so a hanging call keeps it.
_idle: dict[str, list[DBusConnection]] = {}


class Keyring(SecretService.Keyring):
    """Finds the same items as keyring's backend, and unlocks each before it is read or changed.

    It takes precedence, also over keyring's KWallet backend: that one needs a library which not
    every installation of this program has, and those without it would not find its secrets.
    """

    @classproperty
    def priority(cls) -> float:  # noqa: N805 - a class property
        """Return one more than keyring's own backend."""
        return super().priority + 1

    def get_password(self, service: str, username: str) -> str | None:
        """Return the password, or None."""
        with _connection() as bus:
            found = [item.get_secret().decode() for item in self._items(bus, service, username)]
        return found[0] if found else None

    def set_password(self, service: str, username: str, password: str) -> None:
        """Create or replace the password."""
        with _connection() as bus:
            for item in self._items(bus, service, username):
                item.set_secret(password.encode())
                return
            attributes = self._query(service, username, application=self.appid)
            label = f"Password for '{username}' on '{service}'"
            self._collection(bus).create_item(label, attributes, password.encode())

    def delete_password(self, service: str, username: str) -> None:
        """Delete the password, if there is one."""
        with _connection() as bus:
            for item in self._items(bus, service, username):
                item.delete()

    def _collection(self, bus: DBusConnection) -> Collection:
        chosen = getattr(self, "preferred_collection", None)  # set in keyring's configuration
        collection = Collection(bus, chosen) if chosen else get_default_collection(bus)
        collection.session = _open_session(bus)
        if collection.is_locked():
            collection.unlock()
            collection.ensure_not_locked()
        return collection

    def _items(self, bus: DBusConnection, service: str, username: str) -> Iterator[Item]:
        for item in self._collection(bus).search_items(self._query(service, username)):
            if item.is_locked():
                item.unlock()
            yield item


def start_wallet() -> bool:
    """Start KDE's wallet, a Secret Service, if D-Bus can; return whether it did."""
    with _connection() as bus:
        (activatable,) = unwrap_msg(bus.send_and_get_reply(message_bus.ListActivatableNames()))
        for wallet in _WALLETS:
            if (name := f"org.kde.{wallet}") in activatable:
                # Any call starts it, and it answers when it is ready.
                address = DBusAddress(f"/modules/{wallet}", name, "org.kde.KWallet")
                unwrap_msg(bus.send_and_get_reply(new_method_call(address, "isEnabled")))
                return True
    return False


def _open_session(bus: DBusConnection) -> Session:
    """Exchange keys with the service, to encrypt secrets in transit.

    KWallet reads our public key as negative if its first byte is 255, and drops a leading zero byte
    of the shared key. It would then decrypt with another key and corrupt the secret, so such keys
    are discarded.
    """
    while True:
        session = Session()
        ours = session.my_public_key.to_bytes(128, "big")
        call = new_method_call(_SERVICE, "OpenSession", "sv", (ALGORITHM_DH, ("ay", ours)))
        reply = bus.send_and_get_reply(call)
        if reply.header.message_type is MessageType.error:
            return open_session(bus)  # falls back to a plain session, or says what is wrong
        (_, theirs), session.object_path = reply.body
        number = int.from_bytes(theirs, "big")
        session.set_server_public_key(number)
        shared = pow(number, session.my_private_key, DH_PRIME_1024).to_bytes(128, "big")
        if ours[:1] != b"\xff" and shared[:1] != b"\0":
            return session


@contextmanager
def _connection() -> Iterator[DBusConnection]:
    """Open or reuse a connection; it can be reused again unless the call fails."""
    address = os.environ.get("DBUS_SESSION_BUS_ADDRESS", "")
    idle = _idle.setdefault(address, [])
    bus = idle.pop() if idle else dbus_init()
    try:
        yield bus
    except BaseException:
        bus.close()
        raise
    idle.append(bus)
