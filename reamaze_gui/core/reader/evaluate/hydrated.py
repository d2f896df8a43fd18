"""Resolves values that frameworks serialize as lists of values with references by index.

Nuxt, SvelteKit and Remix write each value once, and refer to it by its index in the list: as in
`{"email": 3}`, or `{"_2": 3}` if the name is in the list too. Qwik uses a list called `objs`, with
indices in base 36. Astro writes each value of an island's props with its type, as in
`[0, "a@b.c"]`.
"""

import re

from reamaze_gui.core.page import Kind
from reamaze_gui.core.reader.budget import Budget
from reamaze_gui.core.reader.evaluate.values import (
    NULL,
    UNDEFINED,
    JSObject,
    Member,
    Primitive,
    Value,
    number,
)

_DEEPEST = 8
_NAMED = re.compile(r"_(\d{1,6})")
_WRAPPERS = {
    *("Reactive", "ShallowReactive", "Ref", "ShallowRef", "EmptyRef", "EmptyShallowRef", "BigInt")
}
_DIGITS = re.compile(r"([0-9a-z]{1,4})!?")
_TYPES = 12  # of Astro's values, and a few more to come


def hydrated(objects: list[JSObject], budget: Budget) -> list[JSObject]:
    """Return these objects, with serialized ones resolved."""
    found: list[JSObject] = []
    by_position: set[int] = set()
    for each in objects:
        budget.spend()
        if "subs" in each.members and (state := each.object("objs")):
            _number_positions(state, budget)
        if each.is_list:
            found += [*_resolved_list(each, by_position, budget), *_from_pairs(each)]
        elif id(each) not in by_position:
            found.append(_typed(each) or each)
    return [each for each in found if id(each) not in by_position]


def _from_pairs(of: JSObject) -> list[JSObject]:
    """Return a list of pairs as an object: `[{"name": "id", "value": "7"}, …]`."""
    members: dict[str, Member] = {}
    for item in (member.value for member in of.members.values()):
        if not isinstance(item, JSObject) or "value" not in item.members:
            return []
        name = item.get("name") or item.get("key")
        if isinstance(name, Primitive):
            members[name.text] = item.members["value"]
    of.members.update(members)
    return [of] if members else []


def _number_positions(state: JSObject, budget: Budget) -> None:
    """Convert the indices in Qwik's list to numbers."""
    for item in (member.value for member in state.members.values()):
        inner = item.members if isinstance(item, JSObject) else {}
        budget.spend(len(inner))
        for name, member in inner.items():
            text = member.value.text if isinstance(member.value, Primitive) else ""
            if position := _DIGITS.fullmatch(text):
                inner[name] = Member(number(int(position[1], 36)), member.line)


def _resolved_list(of: JSObject, by_position: set[int], budget: Budget) -> list[JSObject]:
    values = [member.value for member in of.members.values()]
    written = [each for each in values if _is_by_position(each, len(values))]
    by_position |= {id(each) for each in written}
    return [
        made for each in written if isinstance(made := _resolved(each, values, budget, 0), JSObject)
    ]


def _is_by_position(value: Value, length: int) -> bool:
    """Return whether all of an object's values are indices of a list."""
    if not isinstance(value, JSObject) or value.is_list or not value.members:
        return False
    return all(_position(member.value, length) is not None for member in value.members.values())


def _position(value: Value, length: int) -> int | None:
    if isinstance(value, Primitive) and value.kind is Kind.NUMBER:
        text = value.text
        if text.isdigit() and len(text) < len("1000000") and int(text) < length:
            return int(text)
        if text in {"-1", "-5", "-7"}:  # undefined, null
            return -1
    return None


def _resolved(value: Value, values: list[Value], budget: Budget, depth: int) -> Value:
    """Return a value of the list with its references resolved."""
    budget.spend()
    if not isinstance(value, JSObject) or depth > _DEEPEST:
        return value
    if value.is_list:
        first = next((member.value for member in value.members.values()), None)
        is_wrapped = isinstance(first, Primitive) and first.text in _WRAPPERS
        inner = value.members.get("1") if is_wrapped else None
        return _at(inner.value, values, budget, depth) if inner else value
    members: dict[str, Member] = {}
    for name, member in value.members.items():
        named = _NAMED.fullmatch(name)
        key = values[int(named[1])] if named and int(named[1]) < len(values) else None
        called = key.text if isinstance(key, Primitive) else name
        members[called] = Member(_at(member.value, values, budget, depth), member.line)
    return JSObject(members)


def _at(value: Value, values: list[Value], budget: Budget, depth: int) -> Value:
    position = _position(value, len(values))
    if position is None:
        return value
    return UNDEFINED if position < 0 else _resolved(values[position], values, budget, depth + 1)


def _typed(of: JSObject, depth: int = 0) -> JSObject | None:
    """Return an object without the types that Astro writes before each value; None for others."""
    members: dict[str, Member] = {}
    for name, member in of.members.items():
        pair = member.value
        kind = pair.get("0") if isinstance(pair, JSObject) and pair.is_list else None
        is_pair = kind is not None and _position(kind, _TYPES) is not None
        if not is_pair or not isinstance(pair, JSObject) or len(pair.members) > 2:  # noqa: PLR2004
            return None
        value = pair.get("1") or NULL
        if isinstance(value, JSObject) and not value.is_list and depth < _DEEPEST:
            value = _typed(value, depth + 1) or value
        members[name] = Member(value, member.line)
    return JSObject(members) if members else None
