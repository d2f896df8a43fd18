"""What is an expression's value, as far as that can be known?"""

import re
from typing import TYPE_CHECKING

from reamaze_gui.core.javascript import unescape
from reamaze_gui.core.page import Kind
from reamaze_gui.core.reader.built_in import (
    arithmetic,
    called_method,
    compared,
    known_function,
    ordered,
)
from reamaze_gui.core.reader.evaluator import part
from reamaze_gui.core.reader.makers import Makers
from reamaze_gui.core.reader.program import Budget
from reamaze_gui.core.reader.values import (
    FALSE,
    NULL,
    TRUE,
    UNDEFINED,
    Function,
    JSObject,
    Primitive,
    Value,
    as_text,
    number,
    string,
    truth,
)

if TYPE_CHECKING:
    from tree_sitter import Node

_GLOBAL = {"window", "self", "globalThis", "top", "parent", "frames"}
_WINDOW = re.compile(r"\s|\?(?=\.)|^(?:window|self|globalThis|top)\s*\.")
_COPIES = re.compile(r"(?:Object|_|angular)\.(?:assign|extend|merge)|(?:\$|jQuery)\.extend")


class Expressions(Makers):
    """Evaluates names, operators and calls; what they do to the page's variables is done."""

    def __init__(self, budget: Budget) -> None:
        super().__init__(budget)
        self.by_type = {
            "identifier": self._identifier,
            "undefined": lambda _node: UNDEFINED,
            "null": lambda _node: NULL,
            "true": lambda _node: TRUE,
            "false": lambda _node: FALSE,
            "this": lambda _node: self.page,
            "number": self._number,
            "string": self._string,
            "template_string": self._template,
            "object": self._object,
            "array": self._array,
            "function_expression": self._function,
            "arrow_function": self._function,
            "generator_function": self._function,
            "function_declaration": self._function,
            "generator_function_declaration": self._function,
            "parenthesized_expression": self._inner,
            "sequence_expression": self._inner,
            "member_expression": self._member,
            "subscript_expression": self._member,
            "binary_expression": self._binary,
            "ternary_expression": self._ternary,
            "unary_expression": self._unary,
            "assignment_expression": self._assignment,
            "augmented_assignment_expression": self._assignment,
            "call_expression": self._call,
        }

    def _identifier(self, node: "Node") -> Value:
        raw = self.program.raw(node)
        name = unescape(self.program.clear(raw))
        if name != raw and "\ufdd0" in raw:
            return Primitive(Kind.TEMPLATE, name)
        scope = self.scope.holder(name)
        if scope:
            return scope.members[name].value
        if name in _GLOBAL:
            return self.page
        if name in {"NaN", "Infinity", "undefined", "_support"}:
            return UNDEFINED if name == "_support" else Primitive(Kind.NOTHING, name)
        return self.computed(node)

    def _member(self, node: "Node") -> Value:
        return self._found(*self.member_of(node), node)

    def _found(self, of: Value, name: str | None, node: "Node") -> Value:
        """Return a member of an object; `node` is the expression that names it."""
        if name == "_support" and isinstance(of, Primitive):  # parent._support, that._support
            of = self.page
        if of is self.page and name in _GLOBAL and name not in self.page.members:
            return self.page
        if isinstance(of, JSObject) and name is not None:
            value = of.get(name)
            if value is not None:
                return value
            if of.rest is None and (of is not self.page or name == "_support"):
                return number(len(of.members)) if of.is_list and name == "length" else UNDEFINED
        return self.computed(node)

    def _inner(self, node: "Node") -> Value:
        """Return the last value of a sequence, or what is in brackets."""
        value: Value = UNDEFINED
        for child in node.named_children:
            if child.type != "comment":
                value = self.evaluate(child)
        return value

    def _binary(self, node: "Node") -> Value:
        chain, left = [node], part(node, "left")
        while left.type == "binary_expression":  # a + b + c … is nested to the left
            self.budget.run()
            chain.append(left)
            left = part(left, "left")
        value = self.evaluate(left)
        for each in reversed(chain):
            value = self._operated(each, value)
        return value

    def _operated(self, node: "Node", left: Value) -> Value:
        sign, operand = part(node, "operator").type, part(node, "right")
        if sign in {"||", "&&", "??"}:
            return self._chosen(sign, left, operand)
        right = self.evaluate(operand)
        if sign in {"==", "===", "!=", "!=="}:
            return compared(sign, left, right) or self.computed(node)
        if sign == "+":
            return self.sum(left, right, node)
        found = ordered(sign, left, right) or arithmetic(sign, left, right)
        return found or self.computed(node)

    def sum(self, left: Value, right: Value, node: "Node") -> Value:
        """Return what + gives: a number, or a text where either side is one."""
        texts = {Kind.TEXT, Kind.TEMPLATE}
        if any(not isinstance(each, Primitive) or each.kind in texts for each in (left, right)):
            value = self._joined([as_text(left), as_text(right)], node)
            self.noticed(value.text, self.program.line(node))
            return value
        return arithmetic("+", left, right) or self.computed(node)

    def _chosen(self, sign: str, left: Value, operand: "Node") -> Value:
        """Return what ||, && or ?? give; of a side that can't be known, the other."""
        yes = truth(left)
        if sign == "??":
            yes = left not in (UNDEFINED, NULL) if yes is not None else None
        if yes is None:
            right = self.evaluate(operand)
            return left if isinstance(right, Primitive) and not right.known else right
        if sign == "&&" and left == UNDEFINED and self.is_left_out(operand):
            yes = True
        return left if yes is (sign != "&&") else self.evaluate(operand)

    def is_left_out(self, node: "Node") -> bool:
        """Return whether this is about a `_support` that stands in what was not pasted."""
        return "_support" not in self.page.members and "_support" in self.program.text(node)

    def _ternary(self, node: "Node") -> Value:
        yes, no = part(node, "consequence"), part(node, "alternative")
        test = truth(self.evaluate(part(node, "condition")))
        if test is not None:
            return self.evaluate(yes if test else no)
        values = [self.evaluate(yes), self.evaluate(no)]
        known = [each for each in values if not isinstance(each, Primitive) or each.known]
        useful = [each for each in known if truth(each)]
        return next(iter(useful or known or values))

    def _unary(self, node: "Node") -> Value:
        sign, operand = part(node, "operator").type, part(node, "argument")
        if sign == "delete":
            return self._deleted(operand)
        value = self.evaluate(operand)
        if sign == "void":
            return UNDEFINED
        if sign == "!":
            yes = truth(value)
            return self.computed(node) if yes is None else FALSE if yes else TRUE
        found = _type(value) if sign == "typeof" else _signed(sign, value)
        return found or self.computed(node)

    def _deleted(self, node: "Node") -> Value:
        if node.type in {"member_expression", "subscript_expression"}:
            of, name = self.member_of(node)
            if isinstance(of, JSObject) and name in of.members:
                self.put(of, name, UNDEFINED, self.program.line(node))
                del of.members[name]
        return TRUE

    def _assignment(self, node: "Node") -> Value:
        left, right = part(node, "left"), part(node, "right")
        sign = node.child_by_field_name("operator")
        if sign is None:
            value = self.evaluate(right)
        elif sign.type in {"||=", "&&=", "??="}:
            value = self._chosen(sign.type[:-1], self.evaluate(left), right)
        else:
            before, operand = self.evaluate(left), self.evaluate(right)
            value = self.computed(node)
            if sign.type == "+=":
                value = self.sum(before, operand, node)
            elif found := arithmetic(sign.type[:-1], before, operand):
                value = found
        self.assign(left, value)
        return value

    def _call(self, node: "Node") -> Value:
        callee, arguments = part(node, "function"), part(node, "arguments")
        name = _WINDOW.sub("", self.program.beginning(callee))
        is_member = callee.type in {"member_expression", "subscript_expression"}
        of, method = self.member_of(callee) if is_member else (UNDEFINED, None)
        target = self._found(of, method, callee) if is_member else self.evaluate(callee)
        given = [*self._spread(arguments)] if arguments.type == "arguments" else []
        if isinstance(of, Function) and method in {"call", "apply", "bind"}:
            return of if method == "bind" else self.call(of, _handed(method, given))
        if isinstance(target, Function):
            return self.call(target, given)
        if _COPIES.fullmatch(name):
            return self._copied(given, self.program.line(node))
        value = known_function(name, given, self.program.line(node))
        if value is None and method:
            value = called_method(of, method, given)
        if value is None:
            self.handed_over(name, given)
            return self.computed(node)
        if isinstance(value, JSObject):
            self.made.append(value)
        return value

    def _copied(self, given: list[Value], line: int) -> Value:
        """Do what Object.assign and its older cousins do."""
        if given and given[0] in (TRUE, FALSE):  # jQuery's: whether deep
            given = given[1:]
        target = given[0] if given and isinstance(given[0], JSObject) else JSObject()
        for source in given[1:]:
            self.copy(target, source, line if target.members else None)
        self.made.append(target)
        return target


def _handed(method: str, given: list[Value]) -> list[Value]:
    """Return the arguments that call or apply hands over, after what is to be `this`."""
    if method == "apply" and given[1:] and isinstance(given[1], JSObject):
        return [member.value for member in given[1].members.values()]
    return given[1:]


def _signed(sign: str, value: Value) -> Primitive | None:
    """Return what a plus or minus in front gives."""
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
    """Return what typeof gives."""
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
