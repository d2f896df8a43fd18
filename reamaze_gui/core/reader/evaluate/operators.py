"""Evaluates operators, including assignments."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from reamaze_gui.core.page import Kind
from reamaze_gui.core.reader.evaluate.built_in import arithmetic, compared, ordered
from reamaze_gui.core.reader.evaluate.conversions import as_text, truth
from reamaze_gui.core.reader.evaluate.evaluator import Evaluator, Expression, part
from reamaze_gui.core.reader.evaluate.names import assign, put
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
    number,
    string,
)

if TYPE_CHECKING:
    from tree_sitter import Node


def _inner(js: Evaluator, node: "Node") -> Value:
    """Return the last value of a sequence, or the one in brackets."""
    value: Value = UNDEFINED
    for child in node.named_children:
        if child.type != "comment":
            value = js.evaluate(child)
    return value


def _binary(js: Evaluator, node: "Node") -> Value:
    chain, left = [node], part(node, "left")
    while left.type == "binary_expression":  # a + b + c … is nested to the left
        js.budget.spend()
        chain.append(left)
        left = part(left, "left")
    value = js.evaluate(left)
    for each in reversed(chain):
        value = _operated(js, each, value)
    return value


def _operated(js: Evaluator, node: "Node", left: Value) -> Value:
    operator, operand = part(node, "operator").type, part(node, "right")
    if operator in {"||", "&&", "??"}:
        return _chosen(js, operator, left, operand, node)
    right = js.evaluate(operand)
    if operator in {"==", "===", "!=", "!=="}:
        return compared(operator, left, right) or js.computed(node)
    if operator == "+":
        return _sum(js, left, right, node)
    found = ordered(operator, left, right) or arithmetic(operator, left, right)
    return found or js.computed(node)


def _sum(js: Evaluator, left: Value, right: Value, node: "Node") -> Value:
    """Return the result of +: a number, or a text if either side is one."""
    texts = {Kind.TEXT, Kind.TEMPLATE}
    if any(not isinstance(each, Primitive) or each.kind in texts for each in (left, right)):
        return js.joined([as_text(left, js.budget), as_text(right, js.budget)], node)
    return arithmetic("+", left, right) or js.computed(node)


def _chosen(js: Evaluator, operator: str, left: Value, operand: "Node", node: "Node") -> Value:
    """Return the result of ||, && or ??."""
    yes = truth(left)
    if operator == "??":
        yes = left not in (UNDEFINED, NULL) if yes is not None else None
    if yes is None:
        return either(js, [left, js.evaluate(operand)], node)
    if operator == "&&" and left == UNDEFINED and js.is_left_out(operand):
        yes = True
    return left if yes is (operator != "&&") else js.evaluate(operand)


def either(js: Evaluator, values: list[Value], node: "Node") -> Value:
    """Return one of several possible values: an object if there is one, else an unknown value.

    An object is needed for the script to go on filling it in. A text would only be a guess, as
    would be that in which two objects differ.
    """
    objects = [each for each in values if not isinstance(each, Primitive)]
    if len({id(each) for each in objects if isinstance(each, JSObject)}) > 1:
        return _common(js, objects, node)
    is_same = all(isinstance(each, Primitive) and each == values[0] for each in values)
    return objects[0] if objects else values[0] if is_same else js.computed(node)


def _common(js: Evaluator, objects: Sequence[Value], node: "Node") -> JSObject:
    """Return an object with the members of several; those that differ are unknown."""
    found = JSObject()
    for each in objects:
        for name, member in each.members.items() if isinstance(each, JSObject) else ():
            same = member.value == found.members.get(name, member).value
            value = member.value if same else js.computed(node)
            found.members[name] = Member(value, member.line)
    return found


def _ternary(js: Evaluator, node: "Node") -> Value:
    yes, no = part(node, "consequence"), part(node, "alternative")
    test = truth(js.evaluate(part(node, "condition")))
    if test is not None:
        return js.evaluate(yes if test else no)
    return either(js, [js.evaluate(yes), js.evaluate(no)], node)


def _unary(js: Evaluator, node: "Node") -> Value:
    operator, operand = part(node, "operator").type, part(node, "argument")
    if operator == "delete":
        return _deleted(js, operand)
    value = js.evaluate(operand)
    if operator == "void":
        return UNDEFINED
    if operator == "!":
        yes = truth(value)
        return js.computed(node) if yes is None else FALSE if yes else TRUE
    found = _type(value) if operator == "typeof" else _with_sign(operator, value)
    return found or js.computed(node)


def _deleted(js: Evaluator, node: "Node") -> Value:
    if node.type in {"member_expression", "subscript_expression"}:
        of, name = js.member_of(node)
        if isinstance(of, JSObject) and name in of.members:
            put(js, of, name, UNDEFINED, js.program.line(node))
            del of.members[name]
    return TRUE


def _assignment(js: Evaluator, node: "Node") -> Value:
    left, right = part(node, "left"), part(node, "right")
    operator = node.child_by_field_name("operator")
    if operator is None:
        value = js.evaluate(right)
    elif operator.type in {"||=", "&&=", "??="}:
        value = _chosen(js, operator.type[:-1], js.evaluate(left), right, node)
    else:
        before, operand = js.evaluate(left), js.evaluate(right)
        value = js.computed(node)
        if operator.type == "+=":
            value = _sum(js, before, operand, node)
        elif found := arithmetic(operator.type[:-1], before, operand):
            value = found
    assign(js, left, value)
    return value


def _update(js: Evaluator, node: "Node") -> Value:
    """Return the result of ++ or --, before or after a variable."""
    target, operator = part(node, "argument"), part(node, "operator").type
    before = arithmetic("+", js.evaluate(target), number(0)) or js.computed(node)
    after = arithmetic(operator[0], before, number(1)) or before
    assign(js, target, after)
    return after if node.children[0].type == operator else before


def _with_sign(sign: str, value: Value) -> Primitive | None:
    """Return the result of a unary plus or minus."""
    factor = {"-": -1.0, "+": 1.0}.get(sign)
    if not factor or not isinstance(value, Primitive):
        return None
    before = sign.removeprefix("+")
    if value.written.endswith("n"):
        return Primitive(Kind.NUMBER, f"-{value.text}", f"-{value.written}") if before else None
    product = arithmetic("*", value, number(factor))
    if product and product.kind is value.kind is Kind.NUMBER:
        return Primitive(Kind.NUMBER, product.text, f"{before}{value.written}")
    return product


def _type(value: Value) -> Primitive | None:
    """Return the result of typeof."""
    if isinstance(value, Function):
        return string("function")
    if isinstance(value, JSObject) or value == NULL:
        return string("object")
    if not value.known:
        return None
    if value.kind is Kind.TEXT:
        return string("string")
    if value.kind is Kind.NUMBER:
        return string("bigint" if value.written.endswith("n") else "number")
    names = {UNDEFINED: "undefined", TRUE: "boolean", FALSE: "boolean"}
    return string(names.get(value, "number"))  # NaN and Infinity


TABLE: Mapping[str, Expression] = {
    "parenthesized_expression": _inner,
    "sequence_expression": _inner,
    "binary_expression": _binary,
    "ternary_expression": _ternary,
    "unary_expression": _unary,
    "update_expression": _update,
    "assignment_expression": _assignment,
    "augmented_assignment_expression": _assignment,
}
