"""Finds a customer in data that is passed to a script: JSON, props, responses.

The shop chooses the names of the values there, and the authkey may be beside, above or below the
other values.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from urllib.parse import parse_qsl

from reamaze_gui.core.customer import FIELDS
from reamaze_gui.core.headings import names_customer
from reamaze_gui.core.page import Entry, Kind, Place, User
from reamaze_gui.core.reader.budget import Budget, Exhausted
from reamaze_gui.core.reader.evaluate.customers import entries_of, ours, user_of
from reamaze_gui.core.reader.evaluate.hydrated import hydrated
from reamaze_gui.core.reader.evaluate.values import JSObject, Primitive, objects_in
from reamaze_gui.core.spelling import AUTHKEY_NAMES, NAMES

_OWNERS = re.compile(
    r"(?:reamaze|support|sso|shop|customer|user|current|member|client|account|viewer|my|widget|chat)+"
)
# Not "token", which a customer's own block may have: in other data it may be anybody's.
_AUTHKEY = (*AUTHKEY_NAMES, "auth", "authpath", "hexdigest")
_SSO = re.compile(r"sso\[(\w+)\]").fullmatch  # as a form or an address names it
_IDS = {"uid", "sub"}  # which may be the shop's own beside another ID
_HIGHEST = 3  # objects around a customer in which its ID may stand
_NUMBERS = ("databaseid", "legacyresourceid", "customernumber", "kundennummer", "kundennr")
_MEANT = dict.fromkeys(_NUMBERS, "id") | dict.fromkeys(_AUTHKEY, "authkey")
_MEANT |= {keyed: field.name for field in FIELDS for keyed in {field.name, *field.synonyms} - _IDS}


def key_for(name: str) -> str:
    """Return the customer's key that a member of data means, or its own name.

    >>> key_for("reamazeAuthkey"), key_for("user_email"), key_for("chatIdValue"), key_for("plan")
    ('authkey', 'email', 'id', 'plan')
    """
    bare = re.sub(r"^https?://.*/|[\W_]", "", name).lower()  # claims of a token have addresses
    without = _OWNERS.sub("", bare, count=1).removesuffix("value") if _OWNERS.match(bare) else bare
    return _MEANT.get(without, _MEANT.get(bare, name))


def handed_on(data: Iterable[JSObject], foreign: Iterable[JSObject], budget: Budget) -> User | None:
    """Return the customer in data that has an email and an authkey, except for other products."""
    try:
        return _handed_on(data, foreign, budget)
    except Exhausted:
        return None


def _handed_on(
    data: Iterable[JSObject], foreign: Iterable[JSObject], budget: Budget
) -> User | None:
    objects = hydrated(ours(data, foreign), budget)
    for each in objects:
        support = each.object("_support")
        if support and (user := user_of(support, budget)):
            return replace(user, place=Place.DATA)
    keyed = [(each, _keys_in(each)) for each in objects]
    whole = [each for each, names in keyed if {"email", "authkey"} <= names]
    # Without an ID, it may be the recipient of an email rather than the customer.
    whole.sort(key=lambda each: "id" not in _keys_in(each))
    above = {id(member.value): each for each in objects for member in each.members.values()}
    if whole:
        return _user([*_id_near(whole[0], above, budget), *_entries(whole[0], budget)])
    return _together([each for each, names in keyed if "authkey" in names], above, budget)


def _keys_in(of: JSObject) -> set[str]:
    """Return the customer's keys in an object, without those of nested objects."""
    return {
        key_for(name)
        for name, member in of.members.items()
        if isinstance(member.value, Primitive) or name == "authkey"
    }


def _id_near(of: JSObject, above: Mapping[int, JSObject], budget: Budget) -> list[Entry]:
    """Return the ID in an object around a customer who has none, as in JSON:API."""
    around: JSObject | None = of
    for _ in range(_HIGHEST):
        if around is None:
            break
        found = [each for each in _entries(around, budget) if each.name in {"id", *_IDS}]
        if found:
            return [replace(found[0], name="id")]
        around = above.get(id(around))
    return []


def _together(
    holders: list[JSObject], above: Mapping[int, JSObject], budget: Budget
) -> User | None:
    """Return a customer whose authkey is in another object nearby."""
    members = (item for each in above.values() for item in each.members.items())
    people = {id(member.value) for name, member in members if names_customer(name)}
    for holder in holders:
        own = {entry.name: entry for entry in _entries(holder, budget)}
        around: JSObject | None = holder
        climbed = set[int]()
        while around and id(around) not in climbed:
            climbed.add(id(around))
            budget.spend(len(around.members))
            near = [each for each in objects_in(around) if "email" in _keys_in(each)]
            near.sort(key=lambda each: (id(each) not in people, "id" not in _keys_in(each)))
            if near:
                entries = [*_id_near(near[0], above, budget), *_entries(near[0], budget)]
                found = {entry.name: entry for entry in entries}
                merged = {**own, **found, "authkey": own["authkey"]}
                return _user([merged[name] for name in NAMES if name in merged])
            around = above.get(id(around))
    return None


def _entries(of: JSObject, budget: Budget) -> list[Entry]:
    entries = entries_of(of, 0, budget)
    right = {entry.name for entry in entries}
    return [
        entry if key_for(entry.name) in right else replace(entry, name=key_for(entry.name))
        for entry in entries
        if entry.kind is not Kind.NOTHING or entry.name in NAMES
    ]


def _user(entries: Iterable[Entry]) -> User:
    by_name = {entry.name: entry for entry in entries}
    found = tuple(by_name.values())
    return User(Place.DATA, found, found[0].line)


def is_known(user: User | None) -> bool:
    """Return whether any of the values that matter is known."""
    values = [user.get(name) for name in ("id", "email", "authkey")] if user else []
    return any(each.kind is not Kind.COMPUTED for each in values if each)


def in_address(addresses: Iterable[tuple[str, int]]) -> User | None:
    """Return the customer whom a URL built by a script signs in."""
    for address, line in addresses:
        sent = parse_qsl(address.partition("?")[2], keep_blank_values=True)
        named = [(match[1], value) for name, value in sent if (match := _SSO(name))]
        if {"email", "authkey"} <= {name for name, _ in named}:
            entries = tuple(Entry(name, value, line) for name, value in named)
            return User(Place.REQUEST, entries, line)
    return None


def in_request(made: Iterable[JSObject], budget: Budget) -> User | None:
    """Return the customer whom a script signs in by a URL: `$.param({sso: {id: …}})`."""
    for each in objects_in(*made):
        flat = {match[1]: member for name, member in each.members.items() if (match := _SSO(name))}
        sso = each.object("sso") or JSObject(flat)
        if {"email", "authkey"} <= {*map(key_for, sso.members)}:
            entries = entries_of(sso, 0, budget)
            return User(Place.REQUEST, entries, entries[0].line)
    return None
