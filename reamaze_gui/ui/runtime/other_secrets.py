"""The secrets of the accounts that are not in use: those turned from, and those asked for."""

from collections.abc import Collection, Iterable, Mapping

from reamaze_gui.core.authkey import Secret


class OtherSecrets:
    """What is saved for other accounts, as far as the keyring has told."""

    def __init__(self) -> None:
        self.wanted: tuple[str, ...] = ()
        self._told: dict[str, Secret | None] = {}  # of those wanted; None where none is saved
        self._left: dict[str, Secret] = {}  # of those turned from

    @property
    def known(self) -> Mapping[str, Secret | None]:
        """What the keyring has told, by account; None where nothing is saved."""
        return {**self._left, **self._told}

    @property
    def held(self) -> tuple[Secret | None, ...]:
        """All of them, for whoever must keep them out of a report."""
        return (*self._left.values(), *self._told.values())

    def unread(self, typed: Collection[str] = ()) -> tuple[str, ...]:
        """Return the accounts that are wanted and not told, but for those with a typed secret."""
        return tuple(each for each in self.wanted if each not in {*self._told, *typed})

    def want(self, accounts: Iterable[str]) -> None:
        """Look for the secrets of these accounts, and of no others."""
        self.wanted = tuple(accounts)
        self._told = {each: self._told[each] for each in self.wanted if each in self._told}

    def leave(self, account: str, secret: Secret) -> None:
        """Keep the saved secret of an account that is turned from."""
        self._left[account] = secret

    def drop(self, account: str) -> None:
        """Forget what is known of an account that was turned from."""
        self._left.pop(account, None)

    def tell(self, told: Mapping[str, Secret | None]) -> None:
        """Take in what the keyring has told of those accounts that are wanted."""
        self._told |= {each: told[each] for each in told if each in self.wanted}
