"""A keyring that replies at once what it was told to, and its replies."""

from collections.abc import Iterable
from dataclasses import dataclass

from reamaze_gui.core.authkey import Secret
from reamaze_gui.ui.runtime.secret_state import Keyring, KeyringReply

SECRET = Secret("not-a-real-secret")

SAVED = KeyringReply(SECRET, "GNOME Keyring")
NONE = KeyringReply(None, "GNOME Keyring")
LOCKED = KeyringReply(
    error="The keyring is locked. Press Try again, then enter its password or allow access.",
    locked=True,
)
MISSING = KeyringReply(
    error="No system keyring was found. Install gnome-keyring (or KWallet), sign out and in again, "
    "then try again."
)


@dataclass(frozen=True, slots=True)
class ToldKeyring(Keyring):
    """It replies the same whoever is asked for; what is saved or forgotten it has not kept."""

    reply: KeyringReply

    def load(self, _: str) -> KeyringReply:
        return self.reply

    def load_all(self, accounts: Iterable[str]) -> dict[str, Secret | None]:
        return dict.fromkeys(accounts, self.reply.secret)

    def save(self, _: str, secret: Secret) -> KeyringReply:
        return self.reply if self.reply.error else KeyringReply(secret, self.reply.place)

    def forget(self, _: str) -> KeyringReply:
        return self.reply if self.reply.error else NONE
