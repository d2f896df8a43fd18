"""Checks the account and its secret against each other and the other secrets."""

from collections.abc import Iterator

from reamaze_gui.core.account import check_account
from reamaze_gui.core.authkey import check_secret
from reamaze_gui.core.customer_label import abridged
from reamaze_gui.core.remark import Remark, problem, warning
from reamaze_gui.ui.runtime.secret_session import SecretSession

_NO_NAME = "This is an SSO secret, not an account. Empty this field: anybody can read it here."


def is_secret(session: SecretSession, text: str) -> bool:
    """Whether a text is one of the secrets in memory."""
    return text.strip() in {each.strip() for each in session.in_memory} - {""}


def is_wrong(account: str) -> bool:
    """Return whether this is not empty, and can't be the name of an account."""
    return bool(account) and any(each.stops for each in check_account(account, needed=True))


def about_account(session: SecretSession, account: str, *, needed: bool) -> list[Remark]:
    """Return the remarks about an account's name."""
    if is_secret(session, account):
        return [problem(_NO_NAME)]
    return [*check_account(account, needed=needed)]


def about_secret(session: SecretSession, secret: str) -> list[Remark]:
    """Return the remarks about a typed or saved secret."""
    return [*check_secret(secret), *_of_another(session, secret)] if secret else []


def _of_another(session: SecretSession, secret: str) -> Iterator[Remark]:
    """Yield a warning if the secret belongs to another account."""
    for account, theirs in session.secrets.items():
        if account != session.account and theirs.value == secret.strip():
            name = f": {abridged(account)}" if account else ""
            yield warning(f"This secret belongs to another of your accounts{name}.")
            return
