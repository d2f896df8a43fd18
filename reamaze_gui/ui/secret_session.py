"""Which secret is in use for the account, and where is it kept?"""

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from reamaze_gui import secret_store
from reamaze_gui.core.authkey import Secret, check_secret
from reamaze_gui.secret_store import SecretStoreError
from reamaze_gui.ui.background import Background

# How long an account's name stands still before the keyring is asked for it, in milliseconds.
_TYPING_PAUSE = 400

# For how long the end of the program waits for a keyring that is to save something, in seconds.
_LAST_PATIENCE = 0.5

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
class _Answer:
    """What the keyring said last about the account."""

    secret: Secret | None = None
    place: str = ""
    error: str = ""
    locked: bool = False
    forgotten: Secret | None = None


class SecretSession(QObject):
    """The secrets of one run of the program: those typed, and those the keyring gave.

    Typed and unsaved secrets are held by account, so that a switch there and back loses nothing.
    Where `demo` is given, that secret is used, and the keyring is never asked.

    Signals: `changed` after anything that `state` or `secrets` is computed from; `saved(account)`.
    """

    changed = Signal()
    saved = Signal(str)

    def __init__(self, parent: QObject | None = None, *, demo: Secret | None = None) -> None:
        super().__init__(parent)
        self.account = ""
        self._demo = demo
        self._typed: dict[str, Secret] = {}
        self._answer: _Answer | None = None  # None until the keyring has answered
        self._others: dict[str, Secret | None] = {}  # what it gave for accounts that were asked for
        self._wanted: tuple[str, ...] = ()
        self._doing = ""
        self._background = Background(self)
        self._pause = QTimer(self, singleShot=True, interval=_TYPING_PAUSE)
        self._pause.timeout.connect(self.ask)

    @property
    def state(self) -> SecretState:
        """Where the secret of the account stands now."""
        if self._demo:
            says = "Used for this session only: a demonstration does not ask the keyring."
            return SecretState(Standing.SESSION, says, self.typed or self._demo)
        if self._answer is None or self._doing:
            says = self._doing or "Waiting for the system keyring… It may ask for its password."
            return SecretState(Standing.ASKING, says, self.typed, Action.CANCEL)
        if self.typed:
            return _unsaved(self.typed, self._answer)
        return _kept(self._answer)

    @property
    def can_save(self) -> bool:
        """Whether there is something to save, and a keyring to take it."""
        return self._is_savable() and self.state.standing is not Standing.ASKING

    @property
    def typed(self) -> Secret | None:
        """The unsaved secret that was typed for the account."""
        return self._typed.get(self.account)

    @property
    def in_memory(self) -> tuple[str, ...]:
        """Every secret that is held, for whoever must keep them out of a report."""
        answer = self._answer or _Answer()
        asked = (answer.secret, answer.forgotten, *self._others.values())
        held = (*self._typed.values(), self._demo, *asked)
        return tuple(secret.value for secret in held if secret)

    @property
    def secrets(self) -> Mapping[str, Secret]:
        """Every secret that can be used now, by account: the current account's comes first."""
        known: dict[str, Secret] = {}
        held = [(self.account, self.state.secret), *self._typed.items(), *self._others.items()]
        for account, secret in held:
            if secret and not any(remark.stops for remark in check_secret(secret.value)):
                known.setdefault(account, secret)
        return known

    @property
    def unread(self) -> tuple[str, ...]:
        """The accounts of which the keyring was to tell the secret, and has not."""
        if self._demo:
            return ()
        return tuple(each for each in self._wanted if each not in self._others | self._typed)

    def set_account(self, account: str, *, carry: bool = False) -> None:
        """Turn to another account; with `carry`, a typed secret is meant for that one."""
        if carry and self.typed and account not in self._typed:
            self._typed[account] = self._typed.pop(self.account)
        self.account = account
        self._answer = None
        self._doing = ""
        self._pause.start()
        self.changed.emit()

    def type_secret(self, text: str) -> None:
        """Use what is typed, at once; where nothing is typed, what is saved counts again."""
        if text:
            self._typed[self.account] = Secret(text)
        else:
            self._typed.pop(self.account, None)
        self.changed.emit()

    def ask(self) -> None:
        """Ask the keyring for the account's secret."""
        self._pause.stop()
        if self._demo:
            self.changed.emit()
            return
        self._answer = None
        account = self.account
        self._run("", lambda: _loaded(account), account)

    def ask_for_others(self, accounts: Iterable[str]) -> None:
        """Ask the keyring for the secrets of these accounts too, once it has told the current."""
        self._wanted = tuple(accounts)
        self._others = {each: self._others[each] for each in self._wanted if each in self._others}
        if self._answer and not self._answer.error:
            if self.account in self._wanted:
                self._others[self.account] = self._answer.secret
            if missing := self.unread:
                self._background.run(lambda: _all_loaded(missing), self._receive_others)
        self.changed.emit()

    def save(self) -> None:
        """Save the typed secret in the keyring, without asking first what is there."""
        if self.typed and self._is_savable():
            self._pause.stop()
            account, secret = self.account, self.typed
            self._run("Saving it in the keyring…", lambda: _saved(account, secret), account)

    def forget(self) -> None:
        """Remove the saved secret from the keyring; `act` can undo it until the next change."""
        if self._answer and self._answer.secret:
            account, answer = self.account, self._answer
            self._run("Removing it from the keyring…", lambda: _forgotten(account, answer), account)

    def act(self) -> None:
        """Do what the state offers: stop waiting, try again, or undo."""
        action = self.state.action
        if action is Action.CANCEL:
            self._background.abandon()
            self._doing = ""
            self._pause.stop()
            self._answer = _Answer(error="The keyring was not waited for.")
            self.changed.emit()
        elif action is Action.TRY_AGAIN:
            self.ask()
        elif action is Action.UNDO and self._answer and self._answer.forgotten:
            self.type_secret(self._answer.forgotten.value)  # kept, should saving it fail
            self.save()

    def finish(self) -> None:
        """Let a secret that is being saved or removed come to its end, as the program will."""
        self._background.finish(_LAST_PATIENCE)

    def _is_savable(self) -> bool:
        if self._demo or not self.typed or self._doing:
            return False
        return not any(remark.stops for remark in check_secret(self.typed.value))

    def _run(self, doing: str, call: Callable[[], _Answer], account: str) -> None:
        self._doing = doing
        then = partial(self._receive, account)
        self._background.run(call, then, writes=bool(doing))
        self.changed.emit()

    def _receive(self, account: str, answer: _Answer) -> None:
        kept = None if answer.error else answer.secret
        if kept and kept == self._typed.get(account):
            del self._typed[account]  # it is safe in the keyring now
        if account == self.account:
            self._doing = ""
            self._answer = answer
        if not answer.error and account in self._wanted:
            self._others[account] = answer.secret
        if kept:
            self.saved.emit(account)
        self.changed.emit()
        if self.unread and not answer.error:  # the keyring is open now, if it was not before
            self.ask_for_others(self._wanted)

    def _receive_others(self, loaded: Mapping[str, Secret | None]) -> None:
        wanted = {each: secret for each, secret in loaded.items() if each in self._wanted}
        self._others |= wanted
        self.changed.emit()


def _unsaved(typed: Secret, answer: _Answer) -> SecretState:
    if answer.error:
        says = f"Used for this session only: {answer.error}"
        return SecretState(Standing.SESSION, says, typed, Action.TRY_AGAIN)
    reason = "another one is saved. Save replaces it." if answer.secret else "not saved yet."
    return SecretState(Standing.SESSION, f"Used for this session only: {reason}", typed)


def _kept(answer: _Answer) -> SecretState:
    if answer.error:
        standing = Standing.LOCKED if answer.locked else Standing.FAILED
        meanwhile = "" if answer.secret else _MEANWHILE
        return SecretState(standing, answer.error + meanwhile, answer.secret, Action.TRY_AGAIN)
    if answer.secret:
        return SecretState(Standing.SAVED, f"Saved in {answer.place}.", answer.secret)
    if answer.forgotten:
        return SecretState(Standing.NONE, f"Removed from {answer.place}.", None, Action.UNDO)
    says = "None saved yet. Copy it from Re:amaze: Account Settings, Account IDs and Secret."
    return SecretState(Standing.NONE, says)


def _loaded(account: str) -> _Answer:
    try:
        return _Answer(secret_store.load(account), secret_store.place())
    except SecretStoreError as error:
        return _failed(error)


def _all_loaded(accounts: Iterable[str]) -> Mapping[str, Secret | None]:
    """Return what is saved for the accounts, up to the one at which the keyring failed."""
    loaded = {}
    with suppress(SecretStoreError):
        for account in accounts:
            loaded[account] = secret_store.load(account)
    return loaded


def _saved(account: str, secret: Secret) -> _Answer:
    try:
        secret_store.save(account, secret)
        return _Answer(secret, secret_store.place())
    except SecretStoreError as error:
        return _failed(error)


def _forgotten(account: str, before: _Answer) -> _Answer:
    try:
        secret_store.forget(account)
        return _Answer(place=before.place, forgotten=before.secret)
    except SecretStoreError as error:
        return _failed(error, before.secret)


def _failed(error: SecretStoreError, secret: Secret | None = None) -> _Answer:
    return _Answer(secret, error=str(error), locked=error.locked)
