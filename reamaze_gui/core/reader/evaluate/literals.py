"""Evaluates literals: strings, numbers, objects, lists, functions."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from reamaze_gui.core.javascript import unescape
from reamaze_gui.core.page import Kind
from reamaze_gui.core.reader.evaluate.conversions import as_text
from reamaze_gui.core.reader.evaluate.evaluator import Evaluator, Expression, part
from reamaze_gui.core.reader.evaluate.names import add_unknown, identifier, put
from reamaze_gui.core.reader.evaluate.numerals import numeral
from reamaze_gui.core.reader.evaluate.values import (
    FALSE,
    NULL,
    TRUE,
    Function,
    JSObject,
    Member,
    Primitive,
    Value,
    list_of,
)

if TYPE_CHECKING:
    from tree_sitter import Node

_MEMBERS = {"pair", "spread_element", "shorthand_property_identifier", "method_definition"}


def _string(js: Evaluator, node: "Node") -> Value:
    raw = js.program.raw(node)
    text = unescape(raw[1:-1] if raw[-1:] == raw[:1] and len(raw) > 1 else raw[1:])
    clear = js.program.clear(text)
    js.observer.text(clear, js.program.line(node))
    template = "\ufdd0" in text or "${" in clear
    return Primitive(Kind.TEMPLATE if template else Kind.TEXT, clear)


def _template(js: Evaluator, node: "Node") -> Value:
    parts: list[Primitive] = []
    at = node.start_byte + 1
    for child in node.named_children:
        if child.type == "template_substitution":
            parts.append(_quoted(js, at, child.start_byte))
            at = child.end_byte
            parts += [as_text(js.evaluate(inner), js.budget) for inner in child.named_children]
    is_closed = js.program.source[max(at, node.end_byte - 1) : node.end_byte] == b"`"
    parts.append(_quoted(js, at, node.end_byte - is_closed))
    value = js.joined(parts, node)
    if value.kind is Kind.COMPUTED:  # perhaps a script that is written, with unknown values
        js.observer.text(js.program.text(node).strip("`"), js.program.line(node))
    return value


def _quoted(js: Evaluator, start: int, end: int) -> Primitive:
    text = unescape(js.program.source[start:end].decode())
    kind = Kind.TEMPLATE if "\ufdd0" in text else Kind.TEXT
    return Primitive(kind, js.program.clear(text))


def _number(js: Evaluator, node: "Node") -> Value:
    return numeral(js.program.text(node)) or js.computed(node)


def _object(js: Evaluator, node: "Node") -> Value:
    new = JSObject()
    js.observer.created.append(new)
    for child in _members(node):
        line = js.program.line(child)
        if child.type == "spread_element":
            copy(js, new, js.evaluate(child.named_children[0]))
        elif child.type == "shorthand_property_identifier":
            short = unescape(js.program.text(child))
            if short != "…":  # where a console left something out
                new.members[short] = Member(identifier(js, child), line)
        elif child.type == "method_definition":
            _method(js, new, child)
        else:
            name = js.name_of(part(child, "key"))
            value = js.evaluate(part(child, "value"))
            if name is None:
                new.rest = js.computed(child)
            elif name != "__proto__":
                new.members[name] = Member(value, line)
    for member in new.members.values():
        if isinstance(member.value, Function):
            member.value.this = member.value.this or new
    return new


def _members(node: "Node") -> Iterator["Node"]:
    """Yield the members of a literal, including those in syntax errors."""
    for child in node.named_children:
        if child.type in _MEMBERS:
            yield child
        elif child.is_error:
            yield from (each for each in child.named_children if each.type in _MEMBERS)


def _method(js: Evaluator, new: JSObject, node: "Node") -> None:
    name = js.name_of(part(node, "name"))
    kind = node.children[0].type
    if name is not None and kind != "set":
        value = js.computed(node) if kind == "get" else function(js, node)
        new.members[name] = Member(value, js.program.line(node))


def _array(js: Evaluator, node: "Node") -> Value:
    new = list_of([*spread(js, node)], js.program.line(node))
    js.observer.created.append(new)
    return new


def spread(js: Evaluator, node: "Node") -> Iterator[Value]:
    """Yield the values of a list or of the arguments of a call."""
    for child in node.named_children:
        if child.type == "spread_element":
            value = js.evaluate(child.named_children[0])
            if isinstance(value, JSObject):
                yield from values_of(js, value)
            else:
                yield js.computed(child)
        elif child.type != "comment":
            yield js.evaluate(child)


def values_of(js: Evaluator, of: JSObject) -> list[Value]:
    """Return the values of an object's members."""
    js.budget.spend(len(of.members))
    return [member.value for member in of.members.values()]


def copy(js: Evaluator, target: JSObject, source: Value, line: int | None = None) -> None:
    """Copy the members of one object into another, as spreading it does."""
    if isinstance(source, JSObject):
        target.rest = source.rest or target.rest
        js.budget.spend(len(source.members))
        for name, member in [*source.members.items()]:
            put(js, target, name, member.value, line or member.line)
    elif isinstance(source, Primitive) and not source.known:
        add_unknown(js, target, source, line)


def function(js: Evaluator, node: "Node") -> Value:
    """Return a function literal."""
    is_arrow = node.type == "arrow_function"
    new = Function(node, js.program, js.scope, js.this if is_arrow else None)
    js.observer.functions.append(new)
    return new


TABLE: Mapping[str, Expression] = {
    "null": lambda _js, _node: NULL,
    "true": lambda _js, _node: TRUE,
    "false": lambda _js, _node: FALSE,
    "number": _number,
    "string": _string,
    "template_string": _template,
    "object": _object,
    "array": _array,
    "function_expression": function,
    "arrow_function": function,
    "generator_function": function,
    "function_declaration": function,
    "generator_function_declaration": function,
}
