"""Speaks to the Secret Service of Linux as keyring does, but over a connection that is kept.

KeePassXC asks its user whether this program may have an item, and its answer counts for as long as
the connection lasts; keyring makes a new one for every call. Import this late, as keyring itself.
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

# By the address of their bus: one, as a rule, as a call that hangs keeps its own.
_idle: dict[str, list[DBusConnection]] = {}


class Keyring(SecretService.Keyring):
    """Finds what keyring would find; each item is unlocked before it is read or changed.

    It comes first, also before keyring's own way to KWallet: that needs a library which one
    installation of this program may have and another not, and each would miss the other's secrets.
    """

    @classproperty
    def priority(cls) -> float:  # noqa: N805 - of the class
        """Return keyring's own, and one more."""
        return super().priority + 1

    def get_password(self, service: str, username: str) -> str | None:
        """Return what is kept for a user of a service, or None."""
        with _connection() as bus:
            found = [item.get_secret().decode() for item in self._items(bus, service, username)]
        return found[0] if found else None

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep it, in place of what was kept before."""
        with _connection() as bus:
            for item in self._items(bus, service, username):
                item.set_secret(password.encode())
                return
            attributes = self._query(service, username, application=self.appid)
            label = f"Password for '{username}' on '{service}'"
            self._collection(bus).create_item(label, attributes, password.encode())

    def delete_password(self, service: str, username: str) -> None:
        """Remove what is kept, if anything is."""
        with _connection() as bus:
            for item in self._items(bus, service, username):
                item.delete()

    def _collection(self, bus: DBusConnection) -> Collection:
        chosen = getattr(self, "preferred_collection", None)  # by keyring's own setting
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
    """Start KDE's wallet, which offers the Secret Service, if D-Bus can; return whether it did."""
    with _connection() as bus:
        (activatable,) = unwrap_msg(bus.send_and_get_reply(message_bus.ListActivatableNames()))
        for wallet in _WALLETS:
            if (name := f"org.kde.{wallet}") in activatable:
                # It answers once it offers everything; to be called starts it.
                address = DBusAddress(f"/modules/{wallet}", name, "org.kde.KWallet")
                unwrap_msg(bus.send_and_get_reply(new_method_call(address, "isEnabled")))
                return True
    return False


def _open_session(bus: DBusConnection) -> Session:
    """Agree with the service on a key that hides secrets on their way.

    Each number that the two come to it by is of 128 bytes. KWallet takes ours for a negative one
    where it begins with 255, and forgets a zero that the shared one begins with. Its key is another
    one then, so that it would take, and give, something else than the secret.
    """
    while True:
        session = Session()
        ours = session.my_public_key.to_bytes(128, "big")
        call = new_method_call(_SERVICE, "OpenSession", "sv", (ALGORITHM_DH, ("ay", ours)))
        reply = bus.send_and_get_reply(call)
        if reply.header.message_type is MessageType.error:
            return open_session(bus)  # which has another way, or says what is wrong
        (_, theirs), session.object_path = reply.body
        number = int.from_bytes(theirs, "big")
        session.set_server_public_key(number)
        shared = pow(number, session.my_private_key, DH_PRIME_1024).to_bytes(128, "big")
        if ours[:1] != b"\xff" and shared[:1] != b"\0":
            return session


@contextmanager
def _connection() -> Iterator[DBusConnection]:
    """Lend a connection, for the next call to the same bus to use again unless this one fails."""
    address = os.environ.get("DBUS_SESSION_BUS_ADDRESS", "")
    kept = _idle.setdefault(address, [])
    bus = kept.pop() if kept else dbus_init()
    try:
        yield bus
    except BaseException:
        bus.close()
        raise
    kept.append(bus)
