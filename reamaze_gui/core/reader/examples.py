"""Marks the values that stand in a page only as examples of what belongs there."""

from dataclasses import replace

from reamaze_gui.core.page import Entry, Kind, User
from reamaze_gui.core.placeholders import is_placeholder
from reamaze_gui.core.reader.evaluate.handed_on import key_for
from reamaze_gui.core.spelling import NAMES


def is_somebody(user: User) -> bool:
    """Return whether there is more than placeholders for the ID and the email."""
    named = [entry for entry in map(user.get, ("id", "email")) if entry]
    return any(entry.kind is not Kind.TEMPLATE for entry in named)


def without_placeholders(user: User) -> User:
    """Return the customer, whose placeholders are no texts, but a template's."""
    return replace(user, entries=tuple(map(_marked, user.entries)))


def _marked(entry: Entry) -> Entry:
    is_one = entry.kind is Kind.TEXT and key_for(entry.name) in NAMES and is_placeholder(entry.text)
    return replace(entry, kind=Kind.TEMPLATE) if is_one else entry
