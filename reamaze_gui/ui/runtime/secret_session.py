"""The secret in use for the account, and where it is kept."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from reamaze_gui.core.account import check_account
from reamaze_gui.core.authkey import Secret, check_secret
from reamaze_gui.core.customer_label import abridged
from reamaze_gui.ui.runtime import secret_state
from reamaze_gui.ui.runtime.background import Background
from reamaze_gui.ui.runtime.other_secrets import OtherSecrets
from reamaze_gui.ui.runtime.secret_state import (
    KeyringClient,
    KeyringReply,
    Remedy,
    SecretState,
    SecretStatus,
)

# For how long the end of the program waits for a keyring that is to save something, in seconds.
_QUIT_TIMEOUT = 0.5

_TOLD_FOR = 8_000  # milliseconds for which the window says what was replaced or removed

_WAITING = "Waiting for the system keyring… It may ask for its password or your permission."
_SAVING = "Saving it in the keyring…"
_REMOVING = "Removing it from the keyring…"
_FAILED = {_SAVING: "was not saved", _REMOVING: "was not removed"}


class SecretSession(QObject):
    """The secrets of one run of the program: those typed, and those the keyring gave.

    Typed and unsaved secrets are held by account, so that a switch there and back loses nothing;
    so is the one that was removed or replaced last, which can be brought back.
    The keyring is asked from the first `ask` on. Where `demo` is given, that secret is used, and
    the keyring is never asked.

    Signals: `changed` after anything that `state` or `secrets` is computed from; `saved(account)`
    once what was typed is in the keyring; `restored` where the previous secret counts as typed
    again; `failed(sentence)` for the status line, of an account that was left meanwhile.
    """

    changed = Signal()
    saved = Signal(str)
    restored = Signal()
    failed = Signal(str)

    def __init__(
        self, *, demo: Secret | None = None, keyring: KeyringClient = secret_state
    ) -> None:
        super().__init__()
        self._keyring = keyring
        self.account = ""
        self._demo = demo
        self._typed: dict[str, Secret] = {}
        self._previous: dict[str, Secret] = {}
        self._reply: KeyringReply | None = None  # None until the keyring has replied
        self._refusal: KeyringReply | None = None  # the reply, where it is why nothing was saved
        self._known: Secret | None = None  # what is saved, as far as the keyring told
        self._others = OtherSecrets()
        self._doing = ""
        self._asks = False
        self._is_asked = False  # the keyring, for the secret of the account, or of one left since
        self._background = Background(self)
        self._untold = ""  # the account whose secret is being replaced or removed
        self._notice = QTimer(self, singleShot=True, interval=_TOLD_FOR)
        self._notice.timeout.connect(self.changed)

    @property
    def state(self) -> SecretState:
        """Where the secret of the account stands now."""
        if self._demo:
            which = "The secret typed here" if self.typed else "A sample secret"
            says = f"{which} is in use. This is a demonstration: nothing is saved."
            return SecretState(SecretStatus.SESSION, says, self.typed or self._demo)
        if self._reply is None or self._doing:
            says, secret = self._doing or _WAITING, self.typed or self._known
            return SecretState(SecretStatus.ASKING, says, secret, Remedy.CANCEL)
        if self.typed:
            return secret_state.unsaved(
                self.typed, self._reply, refused=self._reply is self._refusal
            )
        previous = self._previous.get(self.account) if self._notice.isActive() else None
        return secret_state.kept(self._reply, self._known, previous)

    @property
    def can_undo(self) -> bool:
        """Whether what was removed or replaced last can be brought back."""
        is_ready = self._reply and not (self._doing or self.typed or self._reply.error)
        return bool(is_ready) and self._previous.get(self.account, self._known) != self._known

    @property
    def can_save(self) -> bool:
        """Whether there is something to save, and a keyring to take it."""
        return not self.fault and self.state.status is not SecretStatus.ASKING

    @property
    def fault(self) -> str:
        """Why what is typed can't be saved, in what follows after a colon; empty if it can be."""
        if self._demo:
            return "a demonstration keeps nothing."
        if not self.typed:
            return "no secret is typed."
        if any(remark.stops for remark in check_secret(self.typed.value)):
            return "correct the secret first."
        is_wrong = any(remark.stops for remark in check_account(self.account))
        return "correct the account first." if is_wrong else ""

    @property
    def typed(self) -> Secret | None:
        """The unsaved secret that was typed for the account."""
        return self._typed.get(self.account)

    @property
    def is_kept(self) -> bool:
        """Whether the keyring has told a secret of the account, or saved one."""
        return self._known is not None

    @property
    def replaces(self) -> bool:
        """Whether a secret is typed where one is saved."""
        return bool(self.typed and self._known)

    @property
    def in_memory(self) -> tuple[str, ...]:
        """Every secret that is held, for whoever must keep them out of a report."""
        saved = (*self._previous.values(), self._known, *self._others.held)
        held = (*self._typed.values(), self._demo, *saved)
        return tuple(secret.value for secret in held if secret)

    @property
    def secrets(self) -> Mapping[str, Secret]:
        """Every secret that can be used now, by account: the current account's comes first."""
        known: dict[str, Secret] = {}
        others = self._others.known.items()
        held = [(self.account, self.state.secret), *self._typed.items(), *others]
        for account, secret in held:
            if secret and not any(remark.stops for remark in check_secret(secret.value)):
                known.setdefault(account, secret)
        return known

    @property
    def unread(self) -> tuple[str, ...]:
        """The accounts of which the keyring was to tell the secret, and has not."""
        return () if self._demo else self._others.unread(self._typed)

    def set_account(self, account: str, *, carry: bool = False) -> None:
        """Turn to another account; with `carry`, a typed secret is meant for that one."""
        if carry and self.typed and account not in self._typed:
            self._typed[account] = self._typed.pop(self.account)
        if self._known:
            self._others.leave(self.account, self._known)
        self._notice.stop()
        self.account = account
        self._reply = self._known = None
        self._doing = ""
        if self._asks:
            self.ask()
        else:
            self.changed.emit()

    def drop(self, account: str) -> None:
        """Try the saved secret of this account no more, unless it is turned to again."""
        self._others.drop(account)
        self.changed.emit()

    def type_secret(self, text: str) -> None:
        """Use what is typed, at once; where nothing is typed, what is saved counts again."""
        if text:
            self._notice.stop()
            self._typed[self.account] = Secret(text)
        else:
            self._typed.pop(self.account, None)
        self.changed.emit()

    def ask(self) -> None:
        """Ask the keyring for the account's secret, and from now on for that of every other."""
        self._asks = True
        self._reply = None
        if self._demo or self._is_asked:  # the next waits for its answer: who turns fast asks once
            self.changed.emit()
            return
        self._is_asked = True
        self._run("", partial(self._keyring.load, self.account))

    def ask_for_others(self, accounts: Iterable[str]) -> None:
        """Ask the keyring for the secrets of these accounts too, once it has told the current."""
        self._others.want(accounts)
        if self._reply and not self._reply.error:
            self._others.tell({self.account: self._reply.secret})
            if missing := self.unread:
                self._background.run(partial(self._keyring.load_all, missing), self._receive_others)
        self.changed.emit()

    def save(self) -> None:
        """Save the typed secret; `undo` takes it back where that replaces another one."""
        if self.typed and not self.fault and not self._doing:
            if self._known and self._known != self.typed:
                self._previous[self.account], self._untold = self._known, self.account
            self._run(_SAVING, partial(self._keyring.save, self.account, self.typed))

    def forget(self) -> None:
        """Remove the saved secret from the keyring; `undo` brings it back."""
        if self._reply and self._known and not self._doing:
            self._previous[self.account], self._untold = self._known, self.account
            self._run(_REMOVING, partial(self._keyring.forget, self.account))

    def act(self) -> None:
        """Do what the state offers: stop waiting, try again what failed, or undo."""
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
        """Bring back the secret that was removed or replaced last."""
        if self.can_undo:
            self.type_secret(self._previous[self.account].value)  # kept, should saving it fail
            self.restored.emit()
            self.save()

    def cancel(self) -> None:
        """Wait no longer for the keyring, if it is asked."""
        if self.state.status is SecretStatus.ASKING:
            self._background.abandon()
            self._doing, self._is_asked = "", False
            self._reply = KeyringReply(error="Stopped waiting for the keyring.")
            self.changed.emit()

    def finish(self) -> None:
        """Let a secret that is being saved or removed come to its end, as the program will.

        It ends within a second all the same: where the keyring takes longer, what was typed and
        is not saved by then is gone.
        """
        self._background.finish(_QUIT_TIMEOUT)

    def _run(self, doing: str, call: Callable[[], KeyringReply]) -> None:
        self._doing = doing
        then = partial(self._receive, self.account, doing)
        self._background.run(call, then, writes=bool(doing))
        self.changed.emit()

    def _receive(self, account: str, doing: str, reply: KeyringReply) -> None:
        kept = reply.secret
        self._is_asked &= bool(doing)
        is_typed = kept is not None and kept == self._typed.get(account)
        if is_typed:
            del self._typed[account]  # it is safe in the keyring now
        if not reply.error:
            self._write_down(account, kept)
        if account == self.account and doing == self._doing:
            self._doing = ""
            self._reply = reply
            if not reply.error and account == self._untold:
                self._untold = ""
                self._notice.start()
            self._refusal = reply if doing == _SAVING and reply.error else None
        elif reply.error and doing:
            name = abridged(account) or "the account without a name"
            self.failed.emit(f"The secret of {name} {_FAILED[doing]}. Switch to it to try again.")
        if is_typed or (kept and doing == _SAVING):
            self.saved.emit(account)
        self.changed.emit()
        if not doing and account != self.account:  # whose question waited for this reply
            self.ask()
        if not reply.error and self.unread:  # the keyring is open now, if it was not
            self.ask_for_others(self._others.wanted)

    def _write_down(self, account: str, kept: Secret | None) -> None:
        """Write down what the keyring holds for an account."""
        self._others.drop(account)  # that was before
        self._others.tell({account: kept})
        if account == self.account:
            self._known = kept

    def _receive_others(self, told: Mapping[str, Secret | None]) -> None:
        self._others.tell(told)
        self.changed.emit()
