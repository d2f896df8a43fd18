"""Tells what an entry of a page is: a value, nothing, a placeholder, or a misspelt name."""

import re
from collections.abc import Mapping

from reamaze_gui.core.page import Clue, Entry, Kind, Page, User
from reamaze_gui.core.placeholders import is_placeholder
from reamaze_gui.core.reader.scripts.quotes import COMMENT, STRING
from reamaze_gui.core.rules.server_code import is_server_code
from reamaze_gui.core.spelling import meant_by

_LONGEST = 5_000  # characters of a customer
_MOST = 100  # entries whose names are compared; no customer has more

# What languages print for a missing value; Null, with a capital, is a surname.
_NOTHING = {"undefined", "null", "None", "nil", "NaN", "[object Object]", "(null)"}
# The description of a value in JSON Schema or OpenAPI.
_SCHEMA = re.compile(r'\{"(?:type":"(?:string|integer|number)"|\$ref":)')
_TOKEN = re.compile(rf"{STRING}|{COMMENT}|[{{}}]|(?P<end></script)", re.DOTALL | re.IGNORECASE)


def is_nothing(entry: Entry) -> bool:
    """Return whether this is what a language prints for a missing value, quoted or not."""
    return entry.kind is Kind.NOTHING or (entry.kind is Kind.TEXT and entry.text in _NOTHING)


def is_template(entry: Entry) -> bool:
    """Return whether this is a placeholder that was never filled in."""
    if entry.kind is Kind.TEXT:
        return not is_nothing(entry) and is_placeholder(entry.text)
    if entry.kind is Kind.NOTHING:
        return _SCHEMA.match(entry.written) is not None
    return entry.kind is Kind.TEMPLATE


def is_altered(entry: Entry) -> bool:
    """Return whether this is a number without quotes that the browser would change."""
    return entry.kind is Kind.NUMBER and bool(entry.written) and entry.written != entry.text


def is_value(entry: Entry) -> bool:
    """Return whether this appears to be a real value."""
    sure = entry.kind is Kind.TEXT or (entry.kind is Kind.NUMBER and not is_altered(entry))
    return sure and bool(entry.text) and not is_nothing(entry) and not is_template(entry)


def judged_user(page: Page) -> User | None:
    """Return the customer, if there is one with values that can be judged."""
    user = page.user
    if user is None or is_nobody(user) or _is_broken(page, user) or is_server_code(page):
        return None
    return user


def is_nobody(user: User) -> bool:
    """Return whether ID and email are empty or 0, as shops print them for visitors."""
    named = [entry for entry in map(user.get, ("id", "email")) if entry]
    blank = [each for each in named if is_nothing(each) or each.text in ("", "0")]
    return not user.entries or (bool(named) and len(blank) == len(named))


def breaks_off(page: Page) -> bool:
    """Return whether the text ends within the customer's values, before an authkey."""
    start = page.source.rfind("_support")
    is_whole = page.user.get("authkey") if page.user else not page.seen(Clue.SYNTAX)
    if start < max(0, len(page.source) - _LONGEST) or is_whole:
        return False
    depth = 0
    for token in _TOKEN.finditer(page.source, start):
        depth += (token[0] == "{") - (token[0] == "}")
        if token["end"]:
            return False
    return depth > 0


def _is_broken(page: Page, user: User) -> bool:
    """Return whether it is uncertain where the values end: after a syntax error, or for ever."""
    if breaks_off(page):
        return True
    lines = [user.line, *(entry.line for entry in user.entries)]
    return any(min(lines) <= sighting.line <= max(lines) for sighting in page.seen(Clue.SYNTAX))


def misspelt(user: User) -> Mapping[str, Entry]:
    """Return the entries with a misspelt name, by the name that was meant.

    If the right name is there too, the other is the shop's own.
    """
    found: dict[str, Entry] = {}
    right = {entry.name for entry in user.entries}
    for entry in user.entries[:_MOST]:
        meant = meant_by(entry.name)
        if meant and meant not in right:
            found.setdefault(meant, entry)
    return found


def lacks(user: User, name: str) -> bool:
    """Return whether the value of this name is missing, under any spelling, or empty."""
    entry = user.get(name)
    return not entry.text if entry else name not in misspelt(user)
