"""The saved secrets of the accounts that are not in use."""

from collections.abc import Collection, Iterable, Mapping

from reamaze_gui.core.authkey import Secret


class OtherSecrets:
    """The secrets of accounts that were in use before, and of those that Diagnose wants to try."""

    def __init__(self) -> None:
        self.wanted: tuple[str, ...] = ()
        self._found: dict[str, Secret | None] = {}  # of those wanted; None if none is saved
        self._used: dict[str, Secret] = {}  # of those in use before

    @property
    def known(self) -> Mapping[str, Secret | None]:
        """The secrets read so far, by account; None if none is saved."""
        return {**self._used, **self._found}

    @property
    def held(self) -> tuple[Secret | None, ...]:
        """Every secret in memory."""
        return (*self._used.values(), *self._found.values())

    def unread(self, typed: Collection[str] = ()) -> tuple[str, ...]:
        """Return the wanted accounts that have not been read, without those with a typed secret."""
        return tuple(each for each in self.wanted if each not in {*self._found, *typed})

    def want(self, accounts: Iterable[str]) -> None:
        """Set the accounts whose secrets are wanted, and forget those of all others."""
        self.wanted = tuple(accounts)
        self._found = {each: self._found[each] for each in self.wanted if each in self._found}

    def keep(self, account: str, secret: Secret) -> None:
        """Keep the saved secret of an account that is no longer in use."""
        self._used[account] = secret

    def drop(self, account: str) -> None:
        """Forget the secret of an account that was in use."""
        self._used.pop(account, None)

    def add(self, found: Mapping[str, Secret | None]) -> None:
        """Add what the keyring holds for accounts that are wanted."""
        self._found |= {each: found[each] for each in found if each in self.wanted}
