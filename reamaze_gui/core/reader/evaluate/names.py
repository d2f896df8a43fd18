"""Evaluates names and members, and sets them."""

from typing import TYPE_CHECKING

from reamaze_gui.core.javascript import unescape
from reamaze_gui.core.page import Kind
from reamaze_gui.core.reader.evaluate.evaluator import Evaluator, Expression, part
from reamaze_gui.core.reader.evaluate.values import (
    UNDEFINED,
    Function,
    JSObject,
    Member,
    Primitive,
    Value,
    number,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tree_sitter import Node

_GLOBAL = {"window", "self", "globalThis", "top", "parent", "frames"}
# Missing values, in a page or in the output of Python or Ruby.
_NOTHING = {"NaN", "Infinity", "undefined", "None", "nil"}
_IDENTITY = {"id", "email", "authkey"}
_WHEN_LOADED = {"onload", "onreadystatechange"}


def identifier(js: Evaluator, node: "Node") -> Value:
    """Return the value of a variable."""
    raw = js.program.raw(node)
    name = unescape(js.program.clear(raw))
    if name != raw and "\ufdd0" in raw:
        return Primitive(Kind.TEMPLATE, name)
    scope = js.scope.holder(name)
    if scope:
        return scope.members[name].value
    if name in _GLOBAL:
        return js.page
    if name == "_support":
        return js.page.rest or UNDEFINED
    if name in _NOTHING:
        return Primitive(Kind.NOTHING, name)
    return js.computed(node)


def _member(js: Evaluator, node: "Node") -> Value:
    return found(js, *js.member_of(node), node)


def found(js: Evaluator, of: Value, name: str | None, node: "Node") -> Value:
    """Return a member of an object; `node` is the expression that names it."""
    if name == "_support" and isinstance(of, Primitive):  # parent._support, that._support
        of = js.page
    if of is js.page and name in _GLOBAL and name not in js.page.members:
        return js.page
    if isinstance(of, JSObject) and name is not None:
        value = of.get(name)
        if value is not None:
            return value
        if of.rest is None and (of is not js.page or name == "_support"):
            return number(len(of.members)) if of.is_list and name == "length" else UNDEFINED
    return js.computed(node)


def declare(js: Evaluator, target: "Node", value: Value) -> None:
    """Declare variables in this scope, including those in a pattern such as `{id, email}`."""
    line = js.program.line(target)
    if target.type in {"identifier", "shorthand_property_identifier_pattern"}:
        js.scope.members[js.program.text(target)] = Member(value, line)
    elif target.type in {"assignment_pattern", "object_assignment_pattern"}:
        declare(js, part(target, "left"), _defaulted(js, value, part(target, "right")))
    elif target.type == "object_pattern":
        for child in target.named_children:
            key = child.child_by_field_name("key") or part(child, "left")
            member = _known_member(js, value, js.program.text(key), child)
            declare(js, part(child, "value"), member)
    elif target.type == "array_pattern":
        at = 0
        for child in target.children:
            at += child.type == ","
            declare(js, child, _known_member(js, value, str(at), child))


def _known_member(js: Evaluator, of: Value, name: str, node: "Node") -> Value:
    return (of.get(name) or of.rest or UNDEFINED) if isinstance(of, JSObject) else js.computed(node)


def _defaulted(js: Evaluator, value: Value, default: "Node") -> Value:
    """Return a value or, if it is undefined, the default; an unknown one stays unknown."""
    if not isinstance(value, Primitive) or (value.known and value != UNDEFINED):
        return value
    found = js.evaluate(default)
    return found if value == UNDEFINED or not isinstance(found, Primitive) else value


def assign(js: Evaluator, target: "Node", value: Value) -> None:
    """Assign a value to a name or member."""
    line = js.program.line(target)
    if target.type in {"member_expression", "subscript_expression"}:
        of = _object_of(js, target)
        name = js.name_in(target)
        if name is not None:
            js.observer.given_to(js.program.beginning(target), value)
            put(js, of, name, value, line)
        elif of is js.page or of.is_list:
            of.rest = js.computed(target)
        else:
            add_unknown(js, of, js.computed(target), line)
    elif target.type == "identifier":
        name = js.program.text(target)
        scope = js.scope.holder(name)
        if scope is None or scope.members is js.page.members:
            put(js, js.page, name, value, line)
        else:
            _set(js, scope.members, name, Member(value, line))


def add_unknown(js: Evaluator, target: JSObject, source: Primitive, line: int | None) -> None:
    """Add unknown members to an object; they may replace those that tell who the customer is."""
    target.rest = source
    for name in _IDENTITY & target.members.keys():
        if isinstance(target.members[name].value, Primitive):
            put(js, target, name, source, line or target.members[name].line)


def _set(js: Evaluator, members: dict[str, Member], name: str, member: Member) -> None:
    js.changes.append((members, name, members.get(name)))
    members[name] = member


def _object_of(js: Evaluator, target: "Node") -> JSObject:
    """Return the object whose member is set; it is created if missing."""
    node = part(target, "object")
    if js.name_in(target) == "_support" and not isinstance(js.evaluate(node), JSObject):
        return js.page  # of parent._support, that._support
    return object_at(js, node)


def object_at(js: Evaluator, node: "Node") -> JSObject:
    """Return the object in a name or member; it is created if missing."""
    value = js.evaluate(node)
    if isinstance(value, JSObject):
        return value
    rest = value if isinstance(value, Primitive) and not value.known else None
    # Unknown members of `_support` are those of the installation code: empty objects.
    new = JSObject(rest=None if rest and "_support" in rest.text else rest)
    source = js.program.beginning(node)
    if value == UNDEFINED and "_support" in source:
        js.observer.used_before.append((js.program.line(node), source))
    defined_late = js.observer.defined_late
    assign(js, node, new)
    js.observer.defined_late = defined_late  # the page did not define it
    return new


def put(js: Evaluator, target: JSObject, name: str, value: Value, line: int) -> None:
    """Set a member; the observer notes how that changes the customer."""
    support = js.support
    if target is js.page and name == "_support":
        js.observer.support_set(support, value, line)
        js.observer.defined_late |= bool(js.observer.used_before)
    elif target is js.page:
        js.observer.variable_set(name, value)
    elif support:
        js.observer.member_set(support, target, name, value, line)
    if isinstance(value, Function) and name in _WHEN_LOADED:
        value.called = True
        js.waiting.append(value)
    _set(js, target.members, name, Member(value, line))


TABLE: "Mapping[str, Expression]" = {
    "identifier": identifier,
    "undefined": lambda _js, _node: UNDEFINED,
    "this": lambda js, _node: js.this,
    "member_expression": _member,
    "subscript_expression": _member,
}
