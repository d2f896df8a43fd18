"""Evaluates JSX: the props of its elements, and the scripts that they write."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from reamaze_gui.core.reader.evaluate.evaluator import Evaluator, Expression
from reamaze_gui.core.reader.evaluate.literals import copy
from reamaze_gui.core.reader.evaluate.values import TRUE, UNDEFINED, JSObject, Member, Value

if TYPE_CHECKING:
    from tree_sitter import Node

_ELEMENTS = {"jsx_element", "jsx_self_closing_element", "jsx_fragment"}
_PARTS = {"jsx_expression", "jsx_opening_element"} | _ELEMENTS


def _element(js: Evaluator, node: "Node") -> Value:
    """Return the props of an element."""
    props = JSObject()
    for child in node.named_children:
        if child.type == "jsx_attribute":
            _attribute(js, props, child)
        elif child.type == "jsx_expression" and node.type != "jsx_element":
            for inner in child.named_children:  # {...props}
                copy(js, props, _expression(js, inner))
        elif child.type in _PARTS:
            js.evaluate(child)
    js.observer.data.append(props)
    return props


def _attribute(js: Evaluator, props: JSObject, node: "Node") -> None:
    name, *rest = node.named_children
    value = js.evaluate(rest[0]) if rest else TRUE
    props.members[js.program.text(name)] = Member(value, js.program.line(node))


def _expression(js: Evaluator, node: "Node") -> Value:
    value: Value = UNDEFINED
    inner = node.named_children if node.type in {"jsx_expression", "spread_element"} else [node]
    for child in inner:
        if child.type != "comment":
            value = js.evaluate(child)
    return value


TABLE: Mapping[str, Expression] = {
    "jsx_expression": _expression,
    "spread_element": _expression,
    "jsx_opening_element": _element,
    **dict.fromkeys(_ELEMENTS, _element),
}
