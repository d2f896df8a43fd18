"""Marks what stands in a customer's place only to say which value belongs there."""

from dataclasses import replace

from reamaze_gui.core.customer import FIELDS
from reamaze_gui.core.page import Entry, Kind, User
from reamaze_gui.core.placeholders import is_placeholder
from reamaze_gui.core.reader.evaluate.handed_on import meant

_NAMES = {*(field.name for field in FIELDS), "authkey"}


def without_placeholders(user: User | None) -> User | None:
    """Return the customer, whose placeholders are no texts, but a template's."""
    if user is None:
        return None
    return replace(user, entries=tuple(map(_marked, user.entries)))


def _marked(entry: Entry) -> Entry:
    is_one = entry.kind is Kind.TEXT and meant(entry.name) in _NAMES and is_placeholder(entry.text)
    return replace(entry, kind=Kind.TEMPLATE) if is_one else entry
