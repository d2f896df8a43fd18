"""Converts values to text, booleans and JSON, and JSON to values, as JavaScript does."""

import json

from reamaze_gui.core.page import Kind
from reamaze_gui.core.reader.budget import LONGEST_VALUE, Budget
from reamaze_gui.core.reader.evaluate.values import (
    FALSE,
    NULL,
    TRUE,
    UNDEFINED,
    Function,
    JSObject,
    Member,
    Primitive,
    Value,
    list_of,
    number,
    string,
)

_DEEPEST = 20  # objects in objects

_TOO_LARGE = Primitive(Kind.COMPUTED, "a list")  # longer or deeper than in any real page


def as_text(value: Value, budget: Budget) -> Primitive:
    """Return the result of String(value); an unknown value is returned as it is."""
    if isinstance(value, Function):
        return Primitive(Kind.COMPUTED, "function")
    if isinstance(value, JSObject):
        return _list_as_text(value, budget, ()) if value.is_list else string("[object Object]")
    return string(value.text) if value.known else value


def _list_as_text(value: JSObject, budget: Budget, above: tuple[JSObject, ...]) -> Primitive:
    if len(above) > _DEEPEST:
        return _TOO_LARGE
    texts: list[str] = []
    above = (*above, value)
    for member in value.members.values():
        each = member.value
        if each in (UNDEFINED, NULL) or any(each is outer for outer in above):
            text = string("")
        elif isinstance(each, JSObject) and each.is_list:
            text = _list_as_text(each, budget, above)
        else:
            text = as_text(each, budget)
        if not text.known:
            return text
        budget.characters(len(text.text))
        texts.append(text.text)
    joined = ",".join(texts)
    return string(joined) if len(joined) <= LONGEST_VALUE else _TOO_LARGE


def truth(value: Value) -> bool | None:
    """Return whether a value is truthy; None if that can't be known."""
    if not isinstance(value, Primitive):
        return True
    if value.kind is Kind.COMPUTED:
        return None
    if value.kind is Kind.NOTHING:
        return value.text.endswith(("true", "Infinity"))
    return value.text not in ({"0"} if value.kind is Kind.NUMBER else {""})


class _NoJSON(Exception):  # noqa: N818 - not an error: the value has no JSON
    """Raised where JSON.stringify fails, or its result would be too large."""


def to_json(value: Value, budget: Budget, *, known: bool = False) -> str | None:
    """Return the result of JSON.stringify; None for circular or too large values.

    Unknown values are written as null; if all must be `known`, the result is None instead.
    """
    pieces: list[str] = []
    try:
        _write(value, budget, pieces, (), known=known)
    except _NoJSON:
        return None
    text = "".join(pieces)
    return text if len(text) <= LONGEST_VALUE else None


def _write(
    value: Value, budget: Budget, pieces: list[str], above: tuple[JSObject, ...], *, known: bool
) -> None:
    if not isinstance(value, JSObject):
        if known and isinstance(value, Primitive) and not value.known:
            raise _NoJSON
        pieces.append(_primitive(value))
        budget.characters(len(pieces[-1]))
        return
    if len(above) > _DEEPEST or any(value is outer for outer in above) or (known and value.rest):
        raise _NoJSON
    above, first = (*above, value), True
    pieces.append("[" if value.is_list else "{")
    for name, member in value.members.items():
        is_left_out = isinstance(member.value, Function) or member.value == UNDEFINED
        if is_left_out and not value.is_list:
            continue
        pieces.append("" if first else ",")
        if not value.is_list:
            pieces.append(f"{json.dumps(name, ensure_ascii=False)}:")
            budget.characters(len(name))
        first = False
        _write(member.value, budget, pieces, above, known=known)
    pieces.append("]" if value.is_list else "}")


def _primitive(value: Primitive | Function) -> str:
    if isinstance(value, Function):
        return "null"
    if value.kind is Kind.NUMBER or value in {TRUE, FALSE}:
        return value.text
    return json.dumps(value.text, ensure_ascii=False) if value.kind is Kind.TEXT else "null"


def from_json(text: str, line: int, budget: Budget) -> Value | None:
    """Return the result of JSON.parse, or None if that fails."""
    budget.characters(len(text))
    try:
        value = json.loads(text, parse_int=_Digits, parse_float=_Digits, parse_constant=_refused)
        return _from_python(value, line, budget)
    except (ValueError, RecursionError):
        return None


def _refused(name: str) -> None:
    """Refuse NaN and Infinity, which Python accepts as JSON."""
    raise ValueError(name)


class _Digits(str):
    """A number as written in JSON."""

    __slots__ = ()


def _from_python(value: object, line: int, budget: Budget) -> Value:
    budget.spend()
    if isinstance(value, _Digits):
        return number(float(value), value)
    if isinstance(value, str):
        return string(value)
    if isinstance(value, dict):
        return JSObject(
            {name: Member(_from_python(each, line, budget), line) for name, each in value.items()}
        )
    if isinstance(value, list):
        return list_of((_from_python(each, line, budget) for each in value), line)
    return NULL if value is None else TRUE if value else FALSE
