"""Evaluates calls of the page's own functions and of the browser's."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from reamaze_gui.core.page import Kind
from reamaze_gui.core.reader.evaluate.built_in import called_method, known_function
from reamaze_gui.core.reader.evaluate.customers import user_of
from reamaze_gui.core.reader.evaluate.evaluator import Evaluator, Expression, part
from reamaze_gui.core.reader.evaluate.literals import copy, spread, values_of
from reamaze_gui.core.reader.evaluate.names import declare, found, object_at, put
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
    list_of,
    number,
)

if TYPE_CHECKING:
    from tree_sitter import Node

_DEEPEST_CALL = 12  # nested calls
_WINDOW = re.compile(r"\s|\?(?=\.)|^(?:window|self|globalThis|top)\s*\.")
_COPIES = re.compile(
    r"(?:Object|_|angular)\.(?:assign|extend|merge)|(?:\$|jQuery)\.extend"
    r"|__assign|__spreadValues|_extends|_object_?[sS]pread"  # of Babel, SWC, TypeScript, esbuild
)
_PLACES = {"identifier", "member_expression", "subscript_expression"}
_REARRANGES = {"pop", "shift", "unshift", "splice", "sort", "reverse", "fill", "copyWithin"}
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
        this, others = given[0] if given else UNDEFINED, _forwarded_arguments(js, method, given)
        if method != "bind":
            return call(js, of, others, this)
        of.this = of.this or this
        return of
    if _COPIES.fullmatch(name):
        return _assign_objects(js, arguments, given)
    if isinstance(target, Function):
        return call(js, target, given, of)
    value = known_function(name, given, js.program.line(node), js.budget)
    if value is None and method:
        value = called_method(of, method, given, js.budget)
    if value is None and method and isinstance(of, JSObject) and of.is_list and not of.rest:
        value = _of_list(js, of, method, given, node)
    if value is None:
        _call_callbacks(js, name, given)
        return js.computed(node)
    if isinstance(value, JSObject):
        js.observer.created.append(value)
    return value


def _of_list(
    js: Evaluator, of: JSObject, method: str, given: list[Value], node: "Node"
) -> Value | None:
    """Return the result of a list's method that changes it or visits each of its values."""
    first, line = given[0] if given else UNDEFINED, js.program.line(node)
    if method == "push":
        for value in given:
            put(js, of, str(len(of.members)), value, line)
        return number(len(of.members))
    if method in _REARRANGES:
        of.members, of.rest = {}, js.computed(node)
    if method not in {"forEach", "map"} or not isinstance(first, Function):
        return None
    visited = enumerate(values_of(js, of))
    return list_of([call(js, first, [value, number(at), of]) for at, value in visited], line)


def call(
    js: Evaluator, function: Function, given: list[Value] | None, this: Value = UNDEFINED
) -> Value:
    """Return the result of a function of the page; `given` is None if the arguments are unknown."""
    function.called = True
    if js.calls >= _DEEPEST_CALL:
        return Primitive(Kind.COMPUTED, "function")
    body = part(function.node, "body")
    before = js.scope, js.program, js.possible_results, js.this
    js.calls += 1
    js.program, js.scope, js.possible_results = function.program, Scope({}, function.scope), []
    is_told = isinstance(this, JSObject) and function.node.type != "arrow_function"
    js.this = this if is_told else function.this or js.page
    try:
        _bind(js, function.node, given)
        if body.type != "statement_block":
            return js.evaluate(body)
        returned = js.execute(body) or UNDEFINED
        return either(js, [*js.possible_results, returned], body)
    finally:
        js.scope, js.program, js.possible_results, js.this = before
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


def _new(js: Evaluator, node: "Node") -> Value:
    constructor, arguments = part(node, "constructor"), node.child_by_field_name("arguments")
    target, given = js.evaluate(constructor), [*spread(js, arguments)] if arguments else []
    if not isinstance(target, Function):
        return js.computed(node)
    new = JSObject()
    js.observer.created.append(new)
    call(js, target, given, new)
    return new


TABLE: Mapping[str, Expression] = {"call_expression": _call, "new_expression": _new}
