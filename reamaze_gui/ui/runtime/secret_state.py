"""The state of an account's secret, computed from the keyring's replies."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from functools import partial

from reamaze_gui import secret_store
from reamaze_gui.core.authkey import Secret
from reamaze_gui.secret_store import SecretStoreError

_MEANWHILE = " Until then, you can type a secret for this session."


class SecretStatus(Enum):
    """Where the secret is, or why it can't be used."""

    ASKING = "asking the keyring"
    NONE = "none saved"
    SESSION = "for this session only"
    SAVED = "saved"
    LOCKED = "locked"
    FAILED = "failed"


class Remedy(Enum):
    """What the user can do about a state; `value` is the button's label."""

    NOTHING = ""
    CANCEL = "Cancel"
    TRY_AGAIN = "Try again"
    UNDO = "Undo"


@dataclass(frozen=True, slots=True)
class SecretState:
    """What the account bar shows, and the secret to sign with.

    `place` names the keyring, if the secret is saved. `is_refused` is set if saving it failed.
    """

    status: SecretStatus
    says: str
    secret: Secret | None = None
    remedy: Remedy = Remedy.NOTHING
    place: str = ""
    is_refused: bool = False


@dataclass(frozen=True, slots=True)
class KeyringReply:
    """The keyring's last reply about an account: its secret, or an error."""

    secret: Secret | None = None
    place: str = ""
    error: str = ""
    locked: bool = False


def unsaved(typed: Secret, reply: KeyringReply, *, refused: bool) -> SecretState:
    """Return the state of a typed secret; `refused` if saving it failed."""
    if reply.error:
        says = f"Used for this session only: {reply.error}"
        if refused:
            says = f"Not saved: {reply.error} Until then, it is used for this session only."
        again = Remedy.TRY_AGAIN
        return SecretState(SecretStatus.SESSION, says, typed, again, is_refused=refused)
    if reply.secret == typed:
        says = f"This secret is already saved in {reply.place}."
        return SecretState(SecretStatus.SAVED, says, typed, place=reply.place)
    reason = "another one is saved. Save will replace it." if reply.secret else "not saved yet."
    return SecretState(SecretStatus.SESSION, f"Used for this session only: {reason}", typed)


def saved(reply: KeyringReply, known: Secret | None, previous: Secret | None = None) -> SecretState:
    """Return the state if nothing is typed.

    `known` is the saved secret as last read from the keyring; `previous` was removed or replaced
    and can be restored.
    """
    if reply.error:
        status = SecretStatus.LOCKED if reply.locked else SecretStatus.FAILED
        meanwhile = "" if known else _MEANWHILE
        return SecretState(status, reply.error + meanwhile, known, Remedy.TRY_AGAIN)
    remedy = Remedy.UNDO if previous and previous != reply.secret else Remedy.NOTHING
    if reply.secret:
        replaced = " It replaced another one." if remedy is Remedy.UNDO else ""
        says = f"Saved in {reply.place}.{replaced}"
        return SecretState(SecretStatus.SAVED, says, reply.secret, remedy, reply.place)
    if remedy is Remedy.UNDO:
        return SecretState(SecretStatus.NONE, f"Removed from {reply.place}.", None, remedy)
    says = "None saved yet. Copy it from Re:amaze: Account Settings, Account IDs and Secret."
    return SecretState(SecretStatus.NONE, says)


class Keyring:
    """The system's keyring. Every call can block: make it off the GUI thread."""

    def load(self, account: str) -> KeyringReply:
        """Load the account's secret."""
        return _reply(partial(secret_store.load, account))

    def load_all(self, accounts: Iterable[str]) -> Mapping[str, Secret | None]:
        """Load the accounts' secrets, up to the first failure."""
        loaded = {}
        with suppress(SecretStoreError):
            for account in accounts:
                loaded[account] = secret_store.load(account)
        return loaded

    def save(self, account: str, secret: Secret) -> KeyringReply:
        """Save the account's secret."""

        def store() -> Secret:
            secret_store.save(account, secret)
            return secret

        return _reply(store)

    def forget(self, account: str) -> KeyringReply:
        """Remove the account's secret."""
        return _reply(partial(secret_store.forget, account))


def _reply(call: Callable[[], Secret | None]) -> KeyringReply:
    try:
        return KeyringReply(call(), secret_store.place())
    except SecretStoreError as error:
        return KeyringReply(error=str(error), locked=error.locked)
