"""Evaluates calls of the page's own functions and of the browser's."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from reamaze_gui.core.page import Kind
from reamaze_gui.core.reader.evaluate.built_in import called_method, known_function
from reamaze_gui.core.reader.evaluate.customers import user_of
from reamaze_gui.core.reader.evaluate.evaluator import Evaluator, Expression, part
from reamaze_gui.core.reader.evaluate.literals import copy, spread, values_of
from reamaze_gui.core.reader.evaluate.names import declare, found, object_at
from reamaze_gui.core.reader.evaluate.operators import either
from reamaze_gui.core.reader.evaluate.values import (
    FALSE,
    TRUE,
    UNDEFINED,
    Function,
    JSObject,
    Primitive,
    Scope,
    Value,
)

if TYPE_CHECKING:
    from tree_sitter import Node

_DEEPEST_CALL = 12  # nested calls
_WINDOW = re.compile(r"\s|\?(?=\.)|^(?:window|self|globalThis|top)\s*\.")
_COPIES = re.compile(r"(?:Object|_|angular)\.(?:assign|extend|merge)|(?:\$|jQuery)\.extend")
_PLACES = {"identifier", "member_expression", "subscript_expression"}
_AT_ONCE = {"forEach", "map", "filter", "some", "every", "reduce", "each"}
_BY_THEMSELVES = {"load", "domcontentloaded", "readystatechange", "pageshow"}


def _call(js: Evaluator, node: "Node") -> Value:
    callee, arguments = part(node, "function"), part(node, "arguments")
    name = _WINDOW.sub("", js.program.beginning(callee))
    is_member = callee.type in {"member_expression", "subscript_expression"}
    of, method = js.member_of(callee) if is_member else (UNDEFINED, None)
    target = found(js, of, method, callee) if is_member else js.evaluate(callee)
    given = [*spread(js, arguments)] if arguments.type == "arguments" else []
    js.observer.given_to(f"{name}(", *given)
    if isinstance(of, Function) and method in {"call", "apply", "bind"}:
        return of if method == "bind" else call(js, of, _forwarded_arguments(js, method, given))
    if isinstance(target, Function):
        return call(js, target, given)
    if _COPIES.fullmatch(name):
        return _assign_objects(js, arguments, given)
    value = known_function(name, given, js.program.line(node), js.budget)
    if value is None and method:
        value = called_method(of, method, given, js.budget)
    if value is None:
        _call_callbacks(js, name, given)
        return js.computed(node)
    if isinstance(value, JSObject):
        js.observer.created.append(value)
    return value


def call(js: Evaluator, function: Function, given: list[Value] | None) -> Value:
    """Return the result of a function of the page; `given` is None if the arguments are unknown."""
    function.called = True
    if js.calls >= _DEEPEST_CALL:
        return Primitive(Kind.COMPUTED, "function")
    body = part(function.node, "body")
    before, program, results = js.scope, js.program, js.possible_results
    js.calls += 1
    js.program, js.scope, js.possible_results = function.program, Scope({}, function.scope), []
    try:
        _bind(js, function.node, given)
        if body.type != "statement_block":
            return js.evaluate(body)
        returned = js.execute(body) or UNDEFINED
        return either(js, [*js.possible_results, returned], body)
    finally:
        js.scope, js.program, js.possible_results = before, program, results
        js.calls -= 1


def finish(js: Evaluator) -> None:
    """Run what the scripts deferred until the page has loaded; then, if need be, the rest."""
    js.observer.late = True
    js.within_budget(lambda: _finish(js), 1)


def _finish(js: Evaluator) -> None:
    _do_waiting(js)
    for function in js.observer.functions:
        if js.support is not None and user_of(js.support, js.budget):
            break
        source = function.program.source[function.node.start_byte : function.node.end_byte]
        if not function.called and b"_support" in source:
            call(js, function, None)
            _do_waiting(js)


def _do_waiting(js: Evaluator) -> None:
    while js.waiting:
        call(js, js.waiting.popleft(), None)


def _bind(js: Evaluator, node: "Node", given: list[Value] | None) -> None:
    """Bind a function's parameters to arguments."""
    one = node.child_by_field_name("parameter")
    many = node.child_by_field_name("parameters")
    names = [one] if one else many.named_children if many else []
    for at, name in enumerate(each for each in names if each.type != "comment"):
        missing = UNDEFINED if given is not None else js.computed(name)
        declare(js, name, given[at] if given and at < len(given) else missing)


def _call_callbacks(js: Evaluator, name: str, given: list[Value]) -> None:
    """Call functions passed as arguments: some at once, most when the page has loaded."""
    functions = [each for each in given if isinstance(each, Function)]
    if not functions:
        return
    event = given[0].text.lower() if isinstance(given[0], Primitive) else ""
    if name.endswith(("addEventListener", ".on", ".one")) and event not in _BY_THEMSELVES:
        return
    for function in functions:
        function.called = True
        if name.rpartition(".")[2] in _AT_ONCE:
            call(js, function, None)
        else:
            js.waiting.append(function)


def _assign_objects(js: Evaluator, arguments: "Node", given: list[Value]) -> Value:
    """Do what Object.assign and its older equivalents do."""
    named = arguments.named_children
    if given and given[0] in (TRUE, FALSE):  # jQuery's flag for a deep copy
        named, given = named[1:], given[1:]
    into = named[0] if named and named[0].type in _PLACES else None
    if into and "_support" in js.program.text(into):
        target = object_at(js, into)
    else:
        target = given[0] if given and isinstance(given[0], JSObject) else JSObject()
    line = js.program.line(arguments)
    for source in given[1:]:
        copy(js, target, source, line if target.members else None)
    js.observer.created.append(target)
    return target


def _forwarded_arguments(js: Evaluator, method: str, given: list[Value]) -> list[Value]:
    """Return the arguments that call or apply passes on, without `this`."""
    if method == "apply" and given[1:] and isinstance(given[1], JSObject):
        return values_of(js, given[1])
    return given[1:]


TABLE: Mapping[str, Expression] = {"call_expression": _call}
