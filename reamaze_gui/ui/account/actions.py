"""The actions on the account and its secret, for the menu bar."""

from PySide6.QtWidgets import QAbstractButton

from reamaze_gui.ui.account.account_bar import AccountBar
from reamaze_gui.ui.account.account_list import AccountList
from reamaze_gui.ui.runtime.secret_session import SecretSession
from reamaze_gui.ui.runtime.secret_state import Remedy
from reamaze_gui.ui.widgets.action import Action, MenuEntry

_REMEDIES = {
    Remedy.TRY_AGAIN: "&Try the keyring again",
    Remedy.CANCEL: "Stop &waiting for the keyring",
}


def offers(bar: AccountBar, session: SecretSession, accounts: AccountList) -> tuple[MenuEntry, ...]:
    """Return the actions."""
    return (
        Action("Account", "&Add account…", bar.add_account),
        Action("Account", "&Remove from the list", accounts.remove),
        Action(
            "Account",
            "&Put back into the list",
            accounts.put_back,
            can=lambda: accounts.can_put_back,
        ),
        None,
        _pressing("&Save secret", bar.save),
        _pressing("&Change secret…", bar.change),
        _pressing("&Keep the saved secret", bar.keep),
        _pressing("&Forget secret", bar.forget),
        _pressing("S&how or hide the secret", bar.secret.eye),
        None,
        *(_remedy(session, remedy, text) for remedy, text in _REMEDIES.items()),
        Action(
            "Account",
            "R&estore the previous secret",
            session.undo,
            can=lambda: session.can_undo,
        ),
    )


def _pressing(text: str, button: QAbstractButton) -> Action:
    """Return an action that clicks a button."""
    return Action("Account", text, button.click, can=button.isEnabled)


def _remedy(session: SecretSession, remedy: Remedy, text: str) -> Action:
    return Action("Account", text, session.apply_remedy, can=lambda: session.state.remedy is remedy)
