"""Recognises customers whose values are placeholders."""

from dataclasses import replace

from reamaze_gui.core.page import Entry, Kind, User
from reamaze_gui.core.placeholders import is_placeholder
from reamaze_gui.core.reader.evaluate.handed_on import key_for
from reamaze_gui.core.spelling import NAMES


def is_somebody(user: User) -> bool:
    """Return whether the ID or the email is more than a placeholder."""
    named = [entry for entry in map(user.get, ("id", "email")) if entry]
    return any(entry.kind is not Kind.TEMPLATE for entry in named)


def without_placeholders(user: User) -> User:
    """Return the customer with placeholders marked as a template's, instead of text."""
    return replace(user, entries=tuple(map(_marked, user.entries)))


def _marked(entry: Entry) -> Entry:
    is_one = entry.kind is Kind.TEXT and key_for(entry.name) in NAMES and is_placeholder(entry.text)
    return replace(entry, kind=Kind.TEMPLATE) if is_one else entry
