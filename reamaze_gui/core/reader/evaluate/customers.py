"""Finds the customer among a page's objects."""

import re
from collections.abc import Iterable
from dataclasses import replace

from reamaze_gui.core.javascript import joined_surrogates
from reamaze_gui.core.other_products import names_product
from reamaze_gui.core.page import Entry, Kind, Place, User
from reamaze_gui.core.reader.budget import Budget, Exhausted
from reamaze_gui.core.reader.evaluate.conversions import as_text, to_json
from reamaze_gui.core.reader.evaluate.values import (
    Function,
    JSObject,
    Member,
    Primitive,
    Value,
    objects_in,
)

_PROOF = re.compile(
    r"(?:sso_?)?auth_?(?:key|path|token|hash|code)?|(?:user_?)?(?:hash|hmac)|signature",
    re.IGNORECASE,
)
_NAMED = ("id", "email", "authkey")
_SETTINGS = {"account", "ui", "user", "brand", "custom_fields", "prompts", "data", "channel"}


def account_of(support: JSObject, budget: Budget) -> Entry | None:
    """Return the account named in `_support`."""
    member = support.members.get("account")
    return _entry("account", member, budget) if member else None


def user_of(support: JSObject, budget: Budget) -> User | None:
    """Return the customer in `_support`, under `user` or elsewhere in it."""
    if user := support.members.get("user"):
        value = user.value
        if isinstance(value, JSObject) and (entries := entries_of(value, user.line, budget)):
            return User(Place.USER, entries, user.line)
        if isinstance(value, Primitive) and not value.known:
            return User(Place.USER, _unknown(value, user.line), user.line)
    flat = JSObject({name: each for name, each in support.members.items() if _is_flat(name, each)})
    if is_customer(flat, proven=False):
        return _as_user(flat, Place.FLAT, budget)
    inner = support.object("ui")
    inner = (inner.object("user") or inner) if inner else None
    return _as_user(inner, Place.UI, budget) if inner and is_customer(inner, proven=False) else None


def standalone_customer(of: JSObject, budget: Budget) -> User | None:
    """Return an object on its own, as a console prints it, as a customer."""
    has_id = "id" in of.members or is_customer(of, proven=True)
    return _as_user(of, Place.OBJECT, budget) if has_id and is_customer(of, proven=False) else None


def elsewhere(
    objects: Iterable[JSObject], foreign: Iterable[JSObject], budget: Budget
) -> User | None:
    """Return the first object, however nested, that has an email and an authkey.

    The authkey may have any name used for one. Objects for other products (`foreign`) don't count.
    """
    every = ours(objects, foreign)
    for each in every:
        support = each.object("_support")
        if support and (user := user_of(support, budget)):
            return replace(user, place=Place.ELSEWHERE)
    found = next((each for each in every if is_customer(each, proven=True)), None)
    return _as_user(found, Place.ELSEWHERE, budget) if found else None


def ours(objects: Iterable[JSObject], foreign: Iterable[JSObject]) -> list[JSObject]:
    """Return these objects and all in them, except other products', outermost first."""
    every = [*objects_in(*objects)]
    named = [
        member.value
        for each in every
        for name, member in each.members.items()
        if isinstance(member.value, JSObject) and names_product(name)
    ]
    others = {id(each) for each in objects_in(*foreign, *named)}
    return [each for each in every if id(each) not in others]


def is_customer(of: JSObject, *, proven: bool) -> bool:
    """Return whether an object has an email or an authkey, or both if it must be `proven`."""
    has_proof = any(_PROOF.fullmatch(name) for name in of.members)
    has_email = any(name.lower() == "email" for name in of.members)
    return has_email and has_proof if proven else has_email or has_proof


def entries_of(of: JSObject, line: int, budget: Budget) -> tuple[Entry, ...]:
    """Return the members of a customer; `line` is that of any that may exist, but are unknown."""
    entries = [_entry(name, member, budget) for name, member in of.members.items()]
    if of.rest:
        entries += (e for e in _unknown(of.rest, line) if e.name not in of.members)
    return tuple(entries)


def _as_user(of: JSObject, place: Place, budget: Budget) -> User:
    entries = entries_of(of, 0, budget)
    return User(place, entries, entries[0].line)


def _is_flat(name: str, member: Member) -> bool:
    return name not in _SETTINGS and isinstance(member.value, Primitive)


def _unknown(value: Primitive, line: int) -> tuple[Entry, ...]:
    return tuple(Entry(name, value.text, line, value.kind) for name in _NAMED)


def _entry(name: str, member: Member, budget: Budget) -> Entry:
    value: Value = member.value
    if isinstance(value, Primitive):
        return Entry(
            joined_surrogates(name),
            joined_surrogates(value.text),
            member.line,
            value.kind,
            value.written,
        )
    try:
        text = as_text(value, budget).text
        written = "" if isinstance(value, Function) else to_json(value, budget) or ""
    except Exhausted:
        text, written = "an object", ""
    return Entry(
        joined_surrogates(name),
        joined_surrogates(text),
        member.line,
        Kind.NOTHING,
        joined_surrogates(written),
    )
