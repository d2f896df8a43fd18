"""Which of a page's objects is the customer?"""

import re
from collections.abc import Iterable
from dataclasses import replace

from reamaze_gui.core.javascript import whole
from reamaze_gui.core.page import Entry, Kind, Place, User
from reamaze_gui.core.reader.values import (
    Function,
    JSObject,
    Member,
    Primitive,
    Value,
    as_text,
    objects_in,
    to_json,
)

_PROOF = re.compile(
    r"(?:sso_?)?auth_?(?:key|path|token|hash|code)?|(?:user_?)?(?:hash|hmac)|signature",
    re.IGNORECASE,
)
_NAMED = ("id", "email", "authkey")
_SETTINGS = {"account", "ui", "user", "brand", "custom_fields", "prompts", "data", "channel"}


def account_of(support: JSObject) -> Entry | None:
    """Return the account that `_support` names."""
    member = support.members.get("account")
    return _entry("account", member) if member else None


def user_of(support: JSObject) -> User | None:
    """Return the customer in `_support`, at whichever place."""
    if user := support.members.get("user"):
        if isinstance(user.value, JSObject) and (entries := entries_of(user.value, user.line)):
            return User(Place.USER, entries, user.line)
        if isinstance(user.value, Primitive) and not user.value.known:
            return User(Place.USER, _unknown(user.value, user.line), user.line)
    flat = JSObject({name: each for name, each in support.members.items() if _is_flat(name, each)})
    if is_customer(flat, proven=False):
        return _alone(flat, Place.FLAT)
    inner = support.thing("ui")
    inner = (inner.thing("user") or inner) if inner else None
    return _alone(inner, Place.UI) if inner and is_customer(inner, proven=False) else None


def one_alone(thing: JSObject) -> User | None:
    """Return the customer that an object is which stands for itself, as a console prints it."""
    has_id = "id" in thing.members or is_customer(thing, proven=True)
    return _alone(thing, Place.OBJECT) if has_id and is_customer(thing, proven=False) else None


def elsewhere(things: Iterable[JSObject], place: Place = Place.ELSEWHERE) -> User | None:
    """Return the first object among these, and in them, that has an email and an authkey.

    The authkey may have whatever name an authkey has elsewhere.
    """
    every = [inner for thing in things for inner in objects_in(thing)]
    for thing in every:
        support = thing.thing("_support")
        if support and (user := user_of(support)):
            return user if place is Place.OBJECT else replace(user, place=place)
    found = [thing for thing in every if is_customer(thing, proven=True)]
    return _alone(found[0], place) if found else None


def is_customer(thing: JSObject, *, proven: bool) -> bool:
    """Return whether an object has what a customer has; `proven`: an email and an authkey."""
    has_proof = any(_PROOF.fullmatch(name) for name in thing.members)
    has_email = any(name.lower() == "email" for name in thing.members)
    return has_email and has_proof if proven else has_email or has_proof


def entries_of(thing: JSObject, line: int) -> tuple[Entry, ...]:
    """Return the members of a customer; what may be there, unknown, stands on `line`."""
    entries = [_entry(name, member) for name, member in thing.members.items()]
    if thing.rest:
        entries += (e for e in _unknown(thing.rest, line) if e.name not in thing.members)
    return tuple(entries)


def _alone(thing: JSObject, place: Place) -> User:
    entries = entries_of(thing, 0)
    return User(place, entries, entries[0].line)


def _is_flat(name: str, member: Member) -> bool:
    return name not in _SETTINGS and isinstance(member.value, Primitive)


def _unknown(value: Primitive, line: int) -> tuple[Entry, ...]:
    return tuple(Entry(name, value.text, line, value.kind) for name in _NAMED)


def _entry(name: str, member: Member) -> Entry:
    value: Value = member.value
    if isinstance(value, Primitive):
        return Entry(whole(name), whole(value.text), member.line, value.kind, value.written)
    written = "" if isinstance(value, Function) else to_json(value)
    return Entry(whole(name), as_text(value).text, member.line, Kind.NOTHING, whole(written))
