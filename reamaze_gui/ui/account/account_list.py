"""The list of known accounts, and the one to start with next time."""

from PySide6.QtCore import QObject, Signal, Slot

from reamaze_gui.ui.account.account_bar import AccountBar
from reamaze_gui.ui.runtime.secret_session import SecretSession
from reamaze_gui.ui.runtime.settings import Settings


class AccountList(QObject):
    """Adds an account once its secret is saved, and removes it on request.

    Removing leaves the keyring as it is. Signals: `status_message(sentence)`.
    """

    status_message = Signal(str)

    def __init__(self, session: SecretSession, settings: Settings, bar: AccountBar) -> None:
        super().__init__(bar)
        self._session = session
        self._settings = settings
        self._bar = bar
        self._last_removed: tuple[str, int] | None = None  # name and index
        session.saved.connect(self._add)
        settings.changed.connect(self._follow)

    def remove(self) -> None:
        """Remove the account in use from the list, and switch to its neighbour, if any."""
        removed, known = self._session.account, self._settings.accounts
        if removed not in known:
            self.status_message.emit("This account is not in the list.")
            return
        at = known.index(removed)
        left = (*known[:at], *known[at + 1 :])
        self._bar.switch_to(left[min(at, len(left) - 1)] if left else "")
        self._session.drop(removed)
        self._settings.accounts = left
        self._last_removed = removed, at
        self.status_message.emit(
            f"{removed} was removed from the list. Its secret stays in the keyring. To undo this, "
            "choose Put back into the list in the Account menu."
        )

    @property
    def can_put_back(self) -> bool:
        """Whether the account that was removed last is still not in the list."""
        return bool(self._last_removed and self._last_removed[0] not in self._settings.accounts)

    def put_back(self) -> None:
        """Put the account that was removed last back into the list, and switch to it."""
        if self._last_removed and self.can_put_back:
            account, at = self._last_removed
            known = self._settings.accounts
            self._settings.accounts = (*known[:at], account, *known[at:])
            self._bar.switch_to(account)
            self.status_message.emit(f"{account} was put back into the list.")

    def remember(self) -> None:
        """Save which account to start with next time."""
        account = self._session.account
        # A name without a secret may itself be a secret that was pasted into the wrong field.
        has_secret = self._session.is_saved or self._session.typed is not None
        if not account or account in self._settings.accounts or has_secret:
            self._settings.account = account

    @Slot(str)
    def _follow(self, setting: str) -> None:
        """Update the account bar's list."""
        if setting == "accounts":
            self._bar.account.offer(self._settings.accounts)

    @Slot(str)
    def _add(self, account: str) -> None:
        self._settings.file.sync()  # another window may have changed the list
        known = self._settings.accounts
        if account and account not in known:
            self._settings.accounts = (*known, account)
