"""The secret of the account in use, and its state in the keyring."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from reamaze_gui.core.account import check_account
from reamaze_gui.core.authkey import Secret, check_secret
from reamaze_gui.core.customer_label import abridged
from reamaze_gui.ui.runtime import secret_state
from reamaze_gui.ui.runtime.background import Background
from reamaze_gui.ui.runtime.secret_state import (
    Keyring,
    KeyringReply,
    Remedy,
    SecretState,
    SecretStatus,
)

_QUIT_TIMEOUT = 0.5  # seconds that quitting waits for the keyring to save something
_UNDO_TIME = 8_000  # milliseconds for which the window offers to undo a replacement or removal

_WAITING = "Waiting for the system keyring… It may ask for its password or your permission."
_SAVING = "Saving it in the keyring…"
_REMOVING = "Removing it from the keyring…"
_FAILED = {_SAVING: "was not saved", _REMOVING: "was not removed"}


class SecretSession(QObject):
    """The secrets of one run of the program: those typed, and those read from the keyring.

    Unsaved secrets are held by account, so that switching accounts loses nothing; so is the last
    one that was removed or replaced, for `undo`. The keyring is not used before the first `ask`,
    and never if there is a `demo` secret.

    Signals: `changed` after anything that `state` or `secrets` depends on; `saved(account)` once
    what was typed is in the keyring; `restored` once `undo` has put the previous secret into
    `typed`; `failed(sentence)` for the status line, about an account that is no longer in use.
    """

    changed = Signal()
    saved = Signal(str)
    restored = Signal()
    failed = Signal(str)

    def __init__(self, *, demo: Secret | None = None, keyring: Keyring | None = None) -> None:
        super().__init__()
        self._keyring = keyring or Keyring()
        self.account = ""
        self._demo = demo
        self._typed: dict[str, Secret] = {}
        self._previous: dict[str, Secret] = {}
        self._reply: KeyringReply | None = None  # None until the keyring has replied
        self._refusal: KeyringReply | None = None  # the reply, if it is a failure to save
        self._saved: dict[str, Secret | None] = {}  # what the keyring holds, as last read
        self._dropped: set[str] = set()  # accounts whose saved secrets are not to be used
        self._wanted: tuple[str, ...] = ()  # other accounts whose secrets are to be read
        self._doing = ""
        self._may_ask = False
        self._is_loading = False  # the secret of this account, or of one that was in use before
        self._background = Background(self)
        self._changing = ""  # the account whose secret is being replaced or removed
        self._undo_offer = QTimer(self, singleShot=True, interval=_UNDO_TIME)
        self._undo_offer.timeout.connect(self.changed)

    @property
    def _known(self) -> Secret | None:
        """The saved secret of the account, as last read."""
        return self._saved.get(self.account)

    @property
    def state(self) -> SecretState:
        """The state of the account's secret."""
        if self._demo:
            which = "the secret you typed" if self.typed else "a sample secret"
            says = f"This is a demonstration with {which}: nothing is saved."
            return SecretState(SecretStatus.SESSION, says, self.typed or self._demo)
        if self._reply is None or self._doing:
            says, secret = self._doing or _WAITING, self.typed or self._known
            return SecretState(SecretStatus.ASKING, says, secret, Remedy.CANCEL)
        if self.typed:
            return secret_state.unsaved(
                self.typed, self._reply, refused=self._reply is self._refusal
            )
        previous = self._previous.get(self.account) if self._undo_offer.isActive() else None
        return secret_state.saved(self._reply, self._known, previous)

    @property
    def can_undo(self) -> bool:
        """Whether the secret that was removed or replaced last can be restored."""
        is_ready = self._reply and not (self._doing or self.typed or self._reply.error)
        return bool(is_ready) and self._previous.get(self.account, self._known) != self._known

    @property
    def can_save(self) -> bool:
        """Whether there is something to save, and a keyring to take it."""
        return not self.fault and self.state.status is not SecretStatus.ASKING

    @property
    def fault(self) -> str:
        """Why what is typed can't be saved, to follow a colon; empty if it can be."""
        if self._demo:
            return "this is a demonstration."
        if not self.typed:
            return "enter the secret first."
        if any(remark.stops for remark in check_secret(self.typed.value)):
            return "correct the secret first."
        is_wrong = any(remark.stops for remark in check_account(self.account))
        return "correct the account first." if is_wrong else ""

    @property
    def typed(self) -> Secret | None:
        """The unsaved secret typed for the account."""
        return self._typed.get(self.account)

    @property
    def is_saved(self) -> bool:
        """Whether the keyring is known to hold a secret for the account."""
        return self._known is not None

    @property
    def replaces(self) -> bool:
        """Whether saving would replace another secret."""
        return bool(self.typed and self._known)

    @property
    def in_memory(self) -> tuple[str, ...]:
        """Every secret in memory, to be recognised where it doesn't belong."""
        saved = (*self._previous.values(), *self._saved.values())
        held = (*self._typed.values(), self._demo, *saved)
        return tuple(secret.value for secret in held if secret)

    @property
    def secrets(self) -> Mapping[str, Secret]:
        """Every usable secret by account, the current account's first."""
        known: dict[str, Secret] = {}
        held = [(self.account, self.state.secret), *self._typed.items(), *self._saved.items()]
        for account, secret in held:
            if secret and not any(remark.stops for remark in check_secret(secret.value)):
                known.setdefault(account, secret)
        return known

    @property
    def unread(self) -> tuple[str, ...]:
        """The accounts whose secrets are wanted and have not been read."""
        known = {*self._saved, *self._typed}
        return () if self._demo else tuple(each for each in self._wanted if each not in known)

    def set_account(self, account: str, *, carry: bool = False) -> None:
        """Switch to another account; with `carry`, take along what was typed."""
        if carry and self.typed and account not in self._typed:
            self._typed[account] = self._typed.pop(self.account)
        self._undo_offer.stop()
        self.account = account
        self._dropped.discard(account)
        self._reply = None
        self._doing = ""
        if self._may_ask:
            self.ask()
        else:
            self.changed.emit()

    def drop(self, account: str) -> None:
        """Stop using the saved secret of this account, unless it is switched to again."""
        self._saved.pop(account, None)
        self._dropped.add(account)  # it may still be loading
        self.changed.emit()

    def type_secret(self, text: str) -> None:
        """Use what is typed at once; if it is empty, use the saved secret again."""
        if text:
            self._undo_offer.stop()
            self._typed[self.account] = Secret(text)
        else:
            self._typed.pop(self.account, None)
        self.changed.emit()

    def ask(self) -> None:
        """Load the account's secret, and from now on that of every account that is switched to."""
        self._may_ask = True
        self._reply = None
        if self._demo or self._is_loading:  # one at a time, however fast accounts are switched
            self.changed.emit()
            return
        self._is_loading = True
        self._run("", partial(self._keyring.load, self.account))

    def ask_for_others(self, accounts: Iterable[str]) -> None:
        """Also load the secrets of these accounts, once the current one's is loaded."""
        self._wanted = tuple(accounts)
        self._dropped.difference_update(self._wanted)
        missing = self.unread
        if missing and self._reply and not self._reply.error:
            self._background.run(partial(self._keyring.load_all, missing), self._receive_others)
        self.changed.emit()

    def save(self) -> None:
        """Save the typed secret; `undo` restores the one that it replaces."""
        if self.typed and not self.fault and not self._doing:
            if self._known and self._known != self.typed:
                self._previous[self.account], self._changing = self._known, self.account
            self._run(_SAVING, partial(self._keyring.save, self.account, self.typed))

    def forget(self) -> None:
        """Remove the saved secret from the keyring; `undo` restores it."""
        if self._reply and self._known and not self._doing:
            self._previous[self.account], self._changing = self._known, self.account
            self._run(_REMOVING, partial(self._keyring.forget, self.account))

    def apply_remedy(self) -> None:
        """Do what `state.remedy` offers: cancel, try again, or undo."""
        remedy = self.state.remedy
        if remedy is Remedy.CANCEL:
            self.cancel()
        elif remedy is Remedy.TRY_AGAIN and self.typed and self._reply is self._refusal:
            self.save()
        elif remedy is Remedy.TRY_AGAIN:
            self.ask()
        elif remedy is Remedy.UNDO:
            self.undo()

    def undo(self) -> None:
        """Restore the secret that was removed or replaced last."""
        if self.can_undo:
            self.type_secret(self._previous[self.account].value)  # not lost if saving fails
            self.restored.emit()
            self.save()

    def cancel(self) -> None:
        """Stop waiting for the keyring."""
        if self.state.status is SecretStatus.ASKING:
            self._background.abandon()
            self._doing, self._is_loading = "", False
            self._reply = KeyringReply(error="Stopped waiting for the keyring.")
            self.changed.emit()

    def finish(self) -> None:
        """Give the keyring a moment to finish saving or removing before the program quits."""
        self._background.finish(_QUIT_TIMEOUT)

    def _run(self, doing: str, call: Callable[[], KeyringReply]) -> None:
        self._doing = doing
        then = partial(self._receive, self.account, doing)
        self._background.run(call, then, writes=bool(doing))
        self.changed.emit()

    def _receive(self, account: str, doing: str, reply: KeyringReply) -> None:
        saved = reply.secret
        self._is_loading &= bool(doing)
        is_typed = saved is not None and saved == self._typed.get(account)
        if is_typed:
            del self._typed[account]  # it is in the keyring now
        if not reply.error:
            self._add_saved({account: saved})
        if account == self.account and doing == self._doing:
            self._doing = ""
            self._reply = reply
            if not reply.error and account == self._changing:
                self._changing = ""
                self._undo_offer.start()
            self._refusal = reply if doing == _SAVING and reply.error else None
        elif reply.error and doing:
            name = abridged(account) or "the account without a name"
            self.failed.emit(f"The secret of {name} {_FAILED[doing]}. Switch to it to try again.")
        if is_typed or (saved and doing == _SAVING):
            self.saved.emit(account)
        self.changed.emit()
        if not doing and account != self.account:  # switched while this was loading
            self.ask()
        if not reply.error and self.unread:  # the keyring may have been unlocked
            self.ask_for_others(self._wanted)

    def _receive_others(self, found: Mapping[str, Secret | None]) -> None:
        self._add_saved(found)
        self.changed.emit()

    def _add_saved(self, found: Mapping[str, Secret | None]) -> None:
        self._saved |= {each: found[each] for each in found if each not in self._dropped}
