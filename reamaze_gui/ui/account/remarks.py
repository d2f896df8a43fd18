"""The remarks on an account and its secret, with what only both together tell."""

from collections.abc import Iterator

from reamaze_gui.core.account import check_account
from reamaze_gui.core.authkey import check_secret
from reamaze_gui.core.customer_label import abridged
from reamaze_gui.core.remark import Remark, problem, warning
from reamaze_gui.ui.runtime.secret_session import SecretSession

_NO_NAME = "This is an SSO secret, and no account. Empty this field: everybody can read it."


def is_secret(session: SecretSession, text: str) -> bool:
    """Tell whether a text is one of the secrets that are held."""
    return text.strip() in {each.strip() for each in session.in_memory} - {""}


def about_account(session: SecretSession, account: str, *, needed: bool) -> list[Remark]:
    """Return what is to be said about the account that is named."""
    if is_secret(session, account):
        return [problem(_NO_NAME)]
    return [*check_account(account, needed=needed)]


def about_secret(session: SecretSession, secret: str, *, caps_lock: bool) -> list[Remark]:
    """Return what is to be said about a secret that was typed, or saved."""
    about = [*check_secret(secret), *_of_another(session, secret)] if secret else []
    if caps_lock:
        about.append(warning("Caps Lock is on."))
    return about


def _of_another(session: SecretSession, secret: str) -> Iterator[Remark]:
    """Yield a warning where a secret is that of another account."""
    for account, theirs in session.secrets.items():
        if account != session.account and theirs.value == secret.strip():
            name = f": {abridged(account)}" if account else ""
            yield warning(f"This is the secret of another account of yours{name}.")
            return
