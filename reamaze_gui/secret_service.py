"""Speaks to the Secret Service of Linux as keyring does, but over a connection that is kept.

KeePassXC asks its user whether this program may have an item, and its answer counts for as long as
the connection lasts; keyring makes a new one for every call. Import this late, as keyring itself.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from jeepney import DBusAddress, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection
from jeepney.wrappers import unwrap_msg
from keyring.backends import SecretService
from keyring.compat.properties import classproperty
from secretstorage import Collection, Item, dbus_init, get_default_collection

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
