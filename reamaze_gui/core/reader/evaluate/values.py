"""JavaScript values, as far as they can be known without running the page."""

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from reamaze_gui.core.page import Kind

if TYPE_CHECKING:
    from tree_sitter import Node

    from reamaze_gui.core.reader.scripts.program import Program


@dataclass(frozen=True, slots=True)
class Primitive:
    """Any value but an object or function; for `Kind.COMPUTED`, `text` is its source."""

    kind: Kind
    text: str
    written: str = ""

    @property
    def known(self) -> bool:
        """Whether the browser is certain to have the same value."""
        return self.kind not in {Kind.COMPUTED, Kind.TEMPLATE}


@dataclass(frozen=True, slots=True)
class Member:
    """The value of a name, and the line where it was set."""

    value: "Value"
    line: int


@dataclass(slots=True, eq=False)
class JSObject:
    """An object or a list: its members in the order in which they were first set.

    `rest` stands for unknown members that were copied into it, if any were.
    """

    members: dict[str, Member] = field(default_factory=dict)
    is_list: bool = False
    rest: Primitive | None = None

    def get(self, name: str) -> "Value | None":
        """Return the value of a member."""
        member = self.members.get(name)
        return member.value if member else None

    def object(self, name: str) -> "JSObject | None":
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
    """A function of the page, and where it was written; `this` is what it has unless told."""

    node: "Node"
    program: "Program"
    scope: Scope
    this: "Value | None" = None
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


def list_of(values: Iterable[Value], line: int) -> JSObject:
    """Return a list of these values."""
    members = {str(at): Member(value, line) for at, value in enumerate(values)}
    return JSObject(members, is_list=True)


def objects_in(*values: Value) -> Iterator[JSObject]:
    """Yield these objects and all objects in them, outermost first, each once."""
    waiting, seen = [*values], set[int]()
    for each in waiting:
        if isinstance(each, JSObject) and id(each) not in seen:
            seen.add(id(each))
            yield each
            waiting += (member.value for member in each.members.values())
