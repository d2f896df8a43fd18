"""Which accounts are offered, and which one does the next start begin with?"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from reamaze_gui.core.account import check_account
from reamaze_gui.ui.account.account_bar import AccountBar
from reamaze_gui.ui.account.secret_session import SecretSession
from reamaze_gui.ui.runtime.settings import Settings


class AccountList(QObject):
    """The names in the list; what the keyring holds for them is not touched.

    An account is listed once its secret is saved. One that was taken off the list is not started
    with, though it may be in use. Signals: `changed`.
    """

    changed = Signal()

    def __init__(
        self,
        session: SecretSession,
        settings: Settings,
        bar: AccountBar,
        say: Callable[[str], None],
    ) -> None:
        super().__init__(bar)
        self._session = session
        self._settings = settings
        self._bar = bar
        self._say = say
        self._dropped: set[str] = set()
        session.saved.connect(self._add)

    def set(self, accounts: tuple[str, ...]) -> None:
        """Offer these accounts from now on."""
        settings = self._settings
        self._dropped = {*self._dropped, *settings.accounts} - {*accounts}
        if settings.account in self._dropped:
            settings.account = ""
        settings.accounts = accounts
        self._bar.set_accounts(accounts)
        self.changed.emit()

    def drop(self) -> None:
        """Take the account in use off the list."""
        dropped = self._session.account
        if dropped not in self._settings.accounts:
            self._say("This account is not in the list.")
            return
        self._bar.turn_to("")
        self._session.drop(dropped)
        with self._settings.in_turn():
            self.set(tuple(each for each in self._settings.accounts if each != dropped))
        self._say(f"{dropped} is off the list. What the keyring holds for it stays there.")

    def remember(self) -> None:
        """Write down with which account the next start begins: at the end, when it is typed out."""
        account = self._session.account
        if account in self._dropped:
            account = ""
        # What is no account's name may be a secret, pasted into the wrong field.
        is_account = not [*check_account(account)] and account not in self._session.in_memory
        if is_account or account in self._settings.accounts:
            self._settings.account = account

    @Slot(str)
    def _add(self, account: str) -> None:
        if account:
            with self._settings.in_turn():
                known = self._settings.accounts  # another window may have put it there
                self.set(known if account in known else (*known, account))
