"""Which accounts are offered, and which one the next start begins with."""

from PySide6.QtCore import QObject, Signal, Slot

from reamaze_gui.ui.account.account_bar import AccountBar
from reamaze_gui.ui.runtime.secret_session import SecretSession
from reamaze_gui.ui.runtime.settings import Settings


class AccountList(QObject):
    """The names in the list; what the keyring holds for them is not touched.

    An account is listed once its secret is saved. Signals: `status_message(sentence)`.
    """

    status_message = Signal(str)

    def __init__(self, session: SecretSession, settings: Settings, bar: AccountBar) -> None:
        super().__init__(bar)
        self._session = session
        self._settings = settings
        self._bar = bar
        self._last_dropped: tuple[str, int] | None = None  # and its place in the list
        session.saved.connect(self._add)
        settings.changed.connect(self._follow)

    def drop(self) -> None:
        """Take the account in use off the list, and go on with its neighbour there, if any."""
        dropped, known = self._session.account, self._settings.accounts
        if dropped not in known:
            self.status_message.emit("This account is not in the list.")
            return
        at = known.index(dropped)
        left = (*known[:at], *known[at + 1 :])
        self._bar.turn_to(left[min(at, len(left) - 1)] if left else "")
        self._session.drop(dropped)
        self._settings.accounts = left
        self._last_dropped = dropped, at
        self.status_message.emit(
            f"{dropped} was removed from the list. Its secret stays in the keyring. To undo this, "
            "choose Put back into the list in the Account menu."
        )

    @property
    def can_put_back(self) -> bool:
        """Whether an account was taken off the list that is not in it again."""
        return bool(self._last_dropped and self._last_dropped[0] not in self._settings.accounts)

    def put_back(self) -> None:
        """Put the account that was taken off last back into the list, and turn to it."""
        if self._last_dropped and self.can_put_back:
            account, at = self._last_dropped
            known = self._settings.accounts
            self._settings.accounts = (*known[:at], account, *known[at:])
            self._bar.turn_to(account)
            self.status_message.emit(f"{account} is in the list again.")

    def remember(self) -> None:
        """Write down the account that the next start begins with."""
        account = self._session.account
        # A name that no secret was given for may be a secret itself, pasted into the wrong field.
        has_secret = self._session.is_saved or self._session.typed is not None
        if not account or account in self._settings.accounts or has_secret:
            self._settings.account = account

    @Slot(str)
    def _follow(self, setting: str) -> None:
        """Offer the accounts that are in the list now."""
        if setting == "accounts":
            self._bar.set_accounts(self._settings.accounts)

    @Slot(str)
    def _add(self, account: str) -> None:
        self._settings.file.sync()  # another window may have added to them
        known = self._settings.accounts
        if account and account not in known:
            self._settings.accounts = (*known, account)
