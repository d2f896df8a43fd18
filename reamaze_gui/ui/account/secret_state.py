"""What has the keyring answered about an account's secret, and what does the window say of it?"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum

from reamaze_gui import secret_store
from reamaze_gui.core.authkey import Secret
from reamaze_gui.secret_store import SecretStoreError

_MEANWHILE = " Meanwhile, a secret typed here serves for this session."


class Standing(Enum):
    """Where the secret stands."""

    ASKING = "asking the keyring"
    NONE = "none saved"
    SESSION = "for this session only"
    SAVED = "saved"
    LOCKED = "locked"
    FAILED = "failed"


class Action(Enum):
    """What the user can do about it, besides typing: `value` is the button's label."""

    NOTHING = ""
    CANCEL = "Cancel"
    TRY_AGAIN = "Try again"
    UNDO = "Undo"


@dataclass(frozen=True, slots=True)
class SecretState:
    """What the account bar shows, and the secret that signs (None if there is none)."""

    standing: Standing
    says: str
    secret: Secret | None = None
    action: Action = Action.NOTHING


@dataclass(frozen=True, slots=True)
class Answer:
    """What the keyring said last about the account: the secret it holds, or an error."""

    secret: Secret | None = None
    place: str = ""
    error: str = ""
    locked: bool = False


def unsaved(typed: Secret, answer: Answer, *, refused: bool) -> SecretState:
    """Return the state of a secret that was typed; `refused` tells that it was to be saved."""
    if answer.error:
        says = f"Used for this session only: {answer.error}"
        if refused:
            says = f"Not saved: {answer.error} Until then, it is used for this session only."
        return SecretState(Standing.SESSION, says, typed, Action.TRY_AGAIN)
    if answer.secret == typed:
        return SecretState(Standing.SAVED, f"This very secret is saved in {answer.place}.", typed)
    reason = "another one is saved. Save replaces it." if answer.secret else "not saved yet."
    return SecretState(Standing.SESSION, f"Used for this session only: {reason}", typed)


def kept(answer: Answer, known: Secret | None, *, removed: bool) -> SecretState:
    """Return the state where nothing was typed.

    `known` was saved when the keyring could last be asked; `removed` tells of one to bring back.
    """
    if answer.error:
        standing = Standing.LOCKED if answer.locked else Standing.FAILED
        meanwhile = "" if known else _MEANWHILE
        return SecretState(standing, answer.error + meanwhile, known, Action.TRY_AGAIN)
    if answer.secret:
        return SecretState(Standing.SAVED, f"Saved in {answer.place}.", answer.secret)
    if removed:
        return SecretState(Standing.NONE, f"Removed from {answer.place}.", None, Action.UNDO)
    says = "None saved yet. Copy it from Re:amaze: Account Settings, Account IDs and Secret."
    return SecretState(Standing.NONE, says)


def load(account: str) -> Answer:
    """Ask the keyring for the account's secret."""
    try:
        return Answer(secret_store.load(account), secret_store.place())
    except SecretStoreError as error:
        return _failed(error)


def load_all(accounts: Iterable[str]) -> Mapping[str, Secret | None]:
    """Return what is saved for the accounts, up to the one at which the keyring failed."""
    loaded = {}
    with suppress(SecretStoreError):
        for account in accounts:
            loaded[account] = secret_store.load(account)
    return loaded


def save(account: str, secret: Secret) -> Answer:
    """Save the secret in the keyring."""
    try:
        secret_store.save(account, secret)
        return Answer(secret, secret_store.place())
    except SecretStoreError as error:
        return _failed(error)


def forget(account: str) -> Answer:
    """Remove the account's secret from the keyring."""
    try:
        secret_store.forget(account)
        return Answer(place=secret_store.place())
    except SecretStoreError as error:
        return _failed(error)


def _failed(error: SecretStoreError) -> Answer:
    return Answer(error=str(error), locked=error.locked)
