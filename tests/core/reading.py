"""The customer who is read from a text."""

from reamaze_gui.core.page import Entry, Page, User
from reamaze_gui.core.reader import read


def user_in(text: str) -> User:
    """Return the customer, who must be there."""
    user = read(text).user
    assert user
    return user


def entry_in(text: str, name: str) -> Entry:
    """Return an entry of the customer, which must be there."""
    entry = user_in(text).get(name)
    assert entry
    return entry


def values(text: str) -> dict[str, str]:
    """Return the customer's values by name; none where nobody is there."""
    return values_of(read(text))


def values_of(page: Page) -> dict[str, str]:
    return {entry.name: entry.text for entry in page.user.entries} if page.user else {}
