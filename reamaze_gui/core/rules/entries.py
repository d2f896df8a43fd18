"""Tells a customer's value from a placeholder."""

import re
from collections.abc import Mapping

from reamaze_gui.core.page import Clue, Entry, Kind, Page, User
from reamaze_gui.core.placeholders import is_placeholder
from reamaze_gui.core.rules.server_code import is_server_code
from reamaze_gui.core.spelling import meant_by

_MOST = 100  # entries whose names are compared; no customer has more

# How languages print what isn't there; with a capital, Null is a family's name.
_NOTHING = {"undefined", "null", "None", "nil", "NaN", "[object Object]", "(null)"}
# An object that describes a value, as JSON Schema and OpenAPI do.
_SCHEMA = re.compile(r'\{"(?:type":"(?:string|integer|number)"|\$ref":)')


def is_nothing(entry: Entry) -> bool:
    """Whether it is the name of what isn't there, with or without quotes."""
    return entry.kind is Kind.NOTHING or (entry.kind is Kind.TEXT and entry.text in _NOTHING)


def is_template(entry: Entry) -> bool:
    """Whether a value was to be put in here, and never was."""
    if entry.kind is Kind.TEXT:
        return not is_nothing(entry) and is_placeholder(entry.text)
    if entry.kind is Kind.NOTHING:
        return _SCHEMA.match(entry.written) is not None
    return entry.kind is Kind.TEMPLATE


def is_altered(entry: Entry) -> bool:
    """Whether it is a number without quotes which the browser writes in another way."""
    return entry.kind is Kind.NUMBER and bool(entry.written) and entry.written != entry.text


def is_value(entry: Entry) -> bool:
    """Whether it is what the shop has for the customer, as far as can be told."""
    sure = entry.kind is Kind.TEXT or (entry.kind is Kind.NUMBER and not is_altered(entry))
    return sure and bool(entry.text) and not is_nothing(entry) and not is_template(entry)


def somebody(page: Page) -> User | None:
    """Return the customer, if there is one whose values can be judged."""
    user = page.user
    if user is None or is_nobody(user) or _is_broken(page, user) or is_server_code(page):
        return None
    return user


def is_nobody(user: User) -> bool:
    """Whether ID and email are empty, or 0, as shops print them for their visitors."""
    named = [entry for entry in map(user.get, ("id", "email")) if entry]
    blank = [each for each in named if is_nothing(each) or each.text in ("", "0")]
    return not user.entries or (bool(named) and len(blank) == len(named))


def _is_broken(page: Page, user: User) -> bool:
    """Whether a syntax error among the values makes it unsure where each of them ends."""
    lines = [user.line, *(entry.line for entry in user.entries)]
    return any(min(lines) <= sighting.line <= max(lines) for sighting in page.seen(Clue.SYNTAX))


def misspelt(user: User) -> Mapping[str, Entry]:
    """Return the entries with a name that Re:amaze does not read, by the one that was meant.

    None where the right name is there too: the other is the shop's own then.
    """
    found: dict[str, Entry] = {}
    right = {entry.name for entry in user.entries}
    for entry in user.entries[:_MOST]:
        meant = meant_by(entry.name)
        if meant and meant not in right:
            found.setdefault(meant, entry)
    return found


def lacks(user: User, name: str) -> bool:
    """Whether nothing stands for this name, not even under another one."""
    entry = user.get(name)
    return not entry.text if entry else name not in misspelt(user)
