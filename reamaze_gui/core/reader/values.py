"""What is a value in JavaScript, as far as it can be known without running the page?"""

import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from reamaze_gui.core.page import Kind

if TYPE_CHECKING:
    from tree_sitter import Node

    from reamaze_gui.core.reader.program import Program

_DEEPEST = 20  # objects in objects


@dataclass(frozen=True, slots=True)
class Primitive:
    """Anything but an object or a function; of `Kind.COMPUTED`, `text` is its source."""

    kind: Kind
    text: str
    written: str = ""

    @property
    def known(self) -> bool:
        """Whether it is what the browser has, too."""
        return self.kind not in {Kind.COMPUTED, Kind.TEMPLATE}


@dataclass(frozen=True, slots=True)
class Member:
    """What a name stands for, and the line where it was set."""

    value: "Value"
    line: int


@dataclass(slots=True, eq=False)
class JSObject:
    """An object or a list: its members in the order in which they were first set.

    `rest` is what was copied into it and can't be known, if anything was.
    """

    members: dict[str, Member] = field(default_factory=dict)
    is_list: bool = False
    rest: Primitive | None = None

    def get(self, name: str) -> "Value | None":
        """Return the value of a member."""
        member = self.members.get(name)
        return member.value if member else None

    def thing(self, name: str) -> "JSObject | None":
        """Return a member that is an object."""
        value = self.get(name)
        return value if isinstance(value, JSObject) else None


@dataclass(slots=True, eq=False)
class Scope:
    """The variables of a function, of a module or of the page."""

    members: dict[str, Member]
    outer: "Scope | None" = None

    def holder(self, name: str) -> "Scope | None":
        """Return the innermost scope that has a variable of this name."""
        scope: Scope | None = self
        while scope and name not in scope.members:
            scope = scope.outer
        return scope


@dataclass(slots=True, eq=False)
class Function:
    """A function of the page, and where it was written."""

    node: "Node"
    program: "Program"
    scope: Scope
    called: bool = False


Value = Primitive | JSObject | Function

UNDEFINED = Primitive(Kind.NOTHING, "undefined")
NULL = Primitive(Kind.NOTHING, "null")
TRUE = Primitive(Kind.NOTHING, "true")
FALSE = Primitive(Kind.NOTHING, "false")


def string(text: str) -> Primitive:
    """Return a known string."""
    return Primitive(Kind.TEXT, text)


def number(value: float, written: str = "") -> Primitive:
    """Return a number; `written` is how the page spells it.

    >>> number(12345678901234567890).text, number(1e21).text, number(1e-7).text
    ('12345678901234567000', '1e+21', '1e-7')
    """
    if math.isnan(value) or math.isinf(value):
        return Primitive(Kind.NOTHING, "NaN" if math.isnan(value) else f"{value:g}inity".title())
    text = repr(float(value))
    if not value:
        text = "0"
    elif 1e-6 <= abs(value) < 1e21:  # noqa: PLR2004 - the bounds of ECMAScript's Number::toString
        text = format(Decimal(text), "f").removesuffix(".0")
    else:
        text = re.sub(r"\.0(?=e)|(?<=e[+-])0", "", text)
    return Primitive(Kind.NUMBER, text, written or text)


def as_text(value: Value) -> Primitive:
    """Return what String(value) gives; of a value that is not known, the value itself."""
    if isinstance(value, Function):
        return Primitive(Kind.COMPUTED, "function")
    if isinstance(value, JSObject):
        return _list_as_text(value, 0) if value.is_list else string("[object Object]")
    return string(value.text) if value.known else value


def _list_as_text(value: Value, depth: int) -> Primitive:
    if not isinstance(value, JSObject) or not value.is_list:
        return string("") if value in {UNDEFINED, NULL} else as_text(value)
    if depth > _DEEPEST:
        return string("")
    texts = [_list_as_text(member.value, depth + 1) for member in value.members.values()]
    unknown = [text for text in texts if not text.known]
    return unknown[0] if unknown else string(",".join(text.text for text in texts))


def truth(value: Value) -> bool | None:
    """Return whether a value counts as true; None if that can't be known."""
    if not isinstance(value, Primitive):
        return True
    if value.kind is Kind.COMPUTED:
        return None
    if value.kind is Kind.NOTHING:
        return value.text.endswith(("true", "Infinity"))
    return value.text not in ({"0"} if value.kind is Kind.NUMBER else {""})


def to_json(value: Value, depth: int = 0) -> str:
    """Return what JSON.stringify gives, with null for what can't be known."""
    if isinstance(value, Function) or depth > _DEEPEST:
        return "null"
    if isinstance(value, Primitive):
        if value.kind is Kind.NUMBER or value in {TRUE, FALSE}:
            return value.text
        return json.dumps(value.text, ensure_ascii=False) if value.kind is Kind.TEXT else "null"
    if value.is_list:
        return f"[{','.join(to_json(each.value, depth + 1) for each in value.members.values())}]"
    members = (
        f"{json.dumps(name, ensure_ascii=False)}:{to_json(member.value, depth + 1)}"
        for name, member in value.members.items()
        if not isinstance(member.value, Function) and member.value != UNDEFINED
    )
    return f"{{{','.join(members)}}}"


def from_json(text: str, line: int) -> Value | None:
    """Return what JSON.parse gives, or None where that fails."""
    try:
        return _from_python(
            json.loads(text, parse_int=_Digits, parse_float=_Digits, parse_constant=_refused), line
        )
    except (ValueError, RecursionError):
        return None


def _refused(name: str) -> None:
    """Refuse NaN and Infinity, which Python takes for JSON."""
    raise ValueError(name)


class _Digits(str):
    """A number as JSON has it."""

    __slots__ = ()


def _from_python(value: object, line: int) -> Value:
    if isinstance(value, _Digits):
        return number(float(value), value)
    if isinstance(value, str):
        return string(value)
    if isinstance(value, dict):
        return JSObject(
            {name: Member(_from_python(each, line), line) for name, each in value.items()}
        )
    if isinstance(value, list):
        members = {str(at): Member(_from_python(each, line), line) for at, each in enumerate(value)}
        return JSObject(members, is_list=True)
    return NULL if value is None else TRUE if value else FALSE


def objects_in(value: Value) -> Iterator[JSObject]:
    """Yield an object and all objects in it, outermost first, each once."""
    waiting, seen = [value], set[int]()
    for each in waiting:
        if isinstance(each, JSObject) and id(each) not in seen:
            seen.add(id(each))
            yield each
            waiting += (member.value for member in each.members.values())
