"""The browser's own functions and operators, for known values."""

import base64
import binascii
import math
import re
from collections.abc import Callable
from operator import add, ge, gt, le, lt, mul, sub
from urllib.parse import quote, unquote

from reamaze_gui.core.page import Kind
from reamaze_gui.core.reader.budget import LONGEST_VALUE, Budget
from reamaze_gui.core.reader.evaluate.conversions import as_text, from_json, to_json
from reamaze_gui.core.reader.evaluate.numerals import numeral
from reamaze_gui.core.reader.evaluate.values import (
    FALSE,
    NULL,
    TRUE,
    UNDEFINED,
    JSObject,
    Primitive,
    Value,
    list_of,
    number,
    string,
)

# Types that databases and languages print around a value; browsers have none of them.
CONTAINERS = (
    *("UUID", "GUID", "ObjectId", "ObjectID", "BSON::ObjectId", "Decimal", "BigDecimal"),
    *("NumberLong", "NumberInt", "Int64", "Long", "SafeString", "Markup", "Some"),
)
_DECIMAL = re.compile(r"[+-]?(?:Infinity|(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)")
_BASED = re.compile("0(?:[xX][0-9A-Fa-f]+|[oO][0-7]+|[bB][01]+)")
_SPACES = "\t\n\v\f\r \xa0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff" + "".join(
    map(chr, range(0x2000, 0x200B))
)
_ESCAPED = re.compile("%u([0-9A-Fa-f]{4})|%([0-9A-Fa-f]{2})")

_METHODS: dict[str, Callable[[str], str]] = {
    "toString": str,
    "valueOf": str,
    "trim": lambda text: text.strip(_SPACES),
    "trimStart": lambda text: text.lstrip(_SPACES),
    "trimEnd": lambda text: text.rstrip(_SPACES),
    "toLowerCase": str.lower,
    "toLocaleLowerCase": str.lower,
    "toUpperCase": str.upper,
    "toLocaleUpperCase": str.upper,
}
_ARITHMETIC: dict[str, Callable[[float, float], float]] = {"+": add, "-": sub, "*": mul}
_ORDER: dict[str, Callable[[float, float], bool]] = {"<": lt, ">": gt, "<=": le, ">=": ge}


def known_function(  # noqa: PLR0911 - one for each family
    name: str, given: list[Value], line: int, budget: Budget
) -> Value | None:
    """Return the result of a function of this name, or None if it can't be known."""
    first = given[0] if given else UNDEFINED
    if name in {"Object.freeze", "Object.seal", "structuredClone", "Object"}:
        return first
    if name in _OF_MEMBERS and isinstance(first, JSObject) and not first.rest:
        budget.spend(len(first.members))
        return _OF_MEMBERS[name](first, line)
    if name.startswith("JSON.") and len(given) != 1:  # with indentation, or a replacer
        return None
    if name == "JSON.stringify":
        json = to_json(first, budget, known=True)
        return string(json) if json is not None else None
    if name == "String" and not given:
        return string("")
    text = as_text(first, budget)
    if not text.known:
        return text if name == "String" and text.kind is Kind.TEMPLATE else None
    if name == "JSON.parse":
        return from_json(text.text, line, budget)
    if name == "Number":
        return _to_number(first)
    if name in {"parseInt", "parseFloat"} and len(given) == 1:
        return _leading_number(text.text, name)
    function = _ON_TEXT.get(name) if given else None
    return _applied(function, text.text, budget) if function else None


def called_method(value: Value, name: str, given: list[Value], budget: Budget) -> Value | None:
    """Return the result of a known value's method, or None if it can't be known."""
    if isinstance(value, JSObject):
        return _joined(value, given, budget) if value.is_list and name == "join" else None
    if not isinstance(value, Primitive) or value.kind not in {Kind.TEXT, Kind.NUMBER}:
        return value if isinstance(value, Primitive) and value.kind is Kind.TEMPLATE else None
    if name == "concat" and value.kind is Kind.TEXT:
        return _concatenated(
            string(""), [value, *(as_text(each, budget) for each in given)], budget
        )
    if name in {"split", "slice", "substring", "replace", "replaceAll"}:
        return _part_of(value.text, name, given, budget)
    if name in _METHODS and not given and (value.kind is Kind.TEXT or name == "toString"):
        budget.characters(len(value.text))
        return string(_METHODS[name](value.text))
    return None


def _part_of(text: str, name: str, given: list[Value], budget: Budget) -> Value | None:
    """Return a text cut up or with a part replaced, or None if that can't be known."""
    kinds = {(each.kind if isinstance(each, Primitive) else None) for each in given}
    first, *rest = [each.text for each in given if isinstance(each, Primitive)] or [""]
    budget.characters(len(text))
    if kinds == {Kind.NUMBER} and name in {"slice", "substring"} and text.isascii():
        bounds = [float(each) for each in (first, *rest[:1])]
        is_plain = all(each.is_integer() and each >= 0 for each in bounds)
        is_plain &= bounds == sorted(bounds) or name == "slice"
        return string(text[slice(*map(int, (*bounds, len(text))[:2]))]) if is_plain else None
    if kinds != {Kind.TEXT} or not first:
        return None
    if name == "split" and not rest:
        return list_of(map(string, text.split(first)), 0)
    if name.startswith("replace") and len(rest) == 1 and "$" not in rest[0]:
        return string(text.replace(first, rest[0], -1 if name == "replaceAll" else 1))
    return None


def arithmetic(operator: str, left: Value, right: Value) -> Primitive | None:
    """Return a sum, difference or product of two values, or None if it can't be known."""
    if operator not in _ARITHMETIC:
        return None
    numbers = [_to_number(left), _to_number(right)]
    if None in numbers:
        return None
    return number(_ARITHMETIC[operator](*(float(each.text) for each in numbers if each)))


def ordered(operator: str, left: Value, right: Value) -> Primitive | None:
    """Return the result of comparing two numbers, or None if it can't be known."""
    compare = _ORDER.get(operator)
    numbers = [
        float(each.text)
        for each in (left, right)
        if isinstance(each, Primitive) and each.kind is Kind.NUMBER
    ]
    if compare is None or len(numbers) < 2:  # noqa: PLR2004 - both
        return None
    return TRUE if compare(*numbers) else FALSE


def compared(operator: str, left: Value, right: Value) -> Primitive | None:
    """Return whether two values are equal, or None if it can't be known."""
    if isinstance(left, Primitive) and isinstance(right, Primitive):
        if not left.known or not right.known:
            return None
        is_nan = left.kind is Kind.NOTHING and left.text == "NaN"
        same = (left.kind, left.text) == (right.kind, right.text) and not is_nan
        nothing = {UNDEFINED, NULL}
        if len(operator) == len("==") and (left in nothing or right in nothing):
            same = left in nothing and right in nothing
        elif len(operator) == len("==") and left.kind is not right.kind:
            return None
    elif any(isinstance(each, Primitive) and not each.known for each in (left, right)):
        return None
    else:
        same = left is right
    return TRUE if same is (operator[0] == "=") else FALSE


def _to_number(value: Value) -> Primitive | None:
    if not isinstance(value, Primitive) or not value.known or value.written.endswith("n"):
        return None
    if value.kind is Kind.NOTHING:
        known = {TRUE: 1.0, FALSE: 0.0, NULL: 0.0}.get(value, math.nan)
        return number(float(value.text) if "Infinity" in value.text else known)
    text = value.text.strip(_SPACES)
    if _BASED.fullmatch(text):
        return numeral(text)
    return number(float(text or "0") if _DECIMAL.fullmatch(text or "0") else math.nan)


def _leading_number(text: str, name: str) -> Primitive | None:
    pattern = r"[+-]?[0-9]+" if name == "parseInt" else _DECIMAL.pattern
    if re.match(r"\s*[+-]?0[xX]", text):
        return None
    match = re.match(rf"\s*({pattern})", text)
    return number(float(match[1]) if match else math.nan)


def _joined(value: JSObject, given: list[Value], budget: Budget) -> Primitive | None:
    separator = as_text(given[0], budget) if given else string(",")
    budget.spend(len(value.members))
    texts = [
        string("") if member.value in (UNDEFINED, NULL) else as_text(member.value, budget)
        for member in value.members.values()
    ]
    return _concatenated(separator, texts, budget)


def _concatenated(separator: Primitive, texts: list[Primitive], budget: Budget) -> Primitive | None:
    """Return texts joined, or None if the result can't be known."""
    length = sum(len(text.text) + len(separator.text) for text in texts)
    budget.characters(length)
    if length > LONGEST_VALUE:
        return None
    if all(text.known for text in (separator, *texts)):
        return string(separator.text.join(text.text for text in texts))
    return next((text for text in texts if text.kind is Kind.TEMPLATE), None)


def _applied(function: Callable[[str], str], text: str, budget: Budget) -> Primitive | None:
    try:
        made = function(text)
    except (ValueError, binascii.Error):
        return None
    budget.characters(len(made))
    return string(made) if len(made) <= LONGEST_VALUE else None


def _decoded_uri(text: str) -> str:
    if re.search("%(?![0-9A-Fa-f]{2})", text):
        raise ValueError
    return unquote(text, errors="strict")


def _from_entries(entries: JSObject, _line: int) -> JSObject:
    pairs = (each.value for each in entries.members.values() if isinstance(each.value, JSObject))
    named = ((pair.get("0"), pair.members.get("1")) for pair in pairs)
    return JSObject({key.text: each for key, each in named if isinstance(key, Primitive) and each})


_OF_MEMBERS: dict[str, Callable[[JSObject, int], JSObject]] = {
    "Object.keys": lambda of, line: list_of(map(string, of.members), line),
    "Object.values": lambda of, line: list_of([each.value for each in of.members.values()], line),
    "Object.entries": lambda of, line: list_of(
        [list_of([string(name), each.value], each.line) for name, each in of.members.items()], line
    ),
    "Object.fromEntries": _from_entries,
}
_ON_TEXT: dict[str, Callable[[str], str]] = {
    "String": str,
    **dict.fromkeys(CONTAINERS, str),
    "atob": lambda text: base64.b64decode(re.sub(r"\s", "", text), validate=True).decode("latin-1"),
    "btoa": lambda text: base64.b64encode(text.encode("latin-1")).decode(),
    "encodeURIComponent": lambda text: quote(text, safe="!'()*-._~"),
    "decodeURIComponent": _decoded_uri,
    "unescape": lambda text: _ESCAPED.sub(lambda each: chr(int(each[1] or each[2], 16)), text),
}
