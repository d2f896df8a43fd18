"""Executes statements."""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from reamaze_gui.core.page import Clue, Kind, Sighting
from reamaze_gui.core.reader.evaluate.conversions import truth
from reamaze_gui.core.reader.evaluate.evaluator import Evaluator, Statement, part
from reamaze_gui.core.reader.evaluate.names import assign, declare, put
from reamaze_gui.core.reader.evaluate.values import (
    NULL,
    UNDEFINED,
    JSObject,
    Member,
    Primitive,
    Scope,
    Value,
    string,
)

if TYPE_CHECKING:
    from tree_sitter import Node

_SHARED = re.compile(r"\b(?:window|self|globalThis|top)\s*(?:\.\s*|\[\s*['\"])_support\b")
# What a statement returns that goes on elsewhere; a function so left returns undefined.
_THROWN, _LEFT, _NEXT = (Primitive(Kind.NOTHING, "undefined") for _ in range(3))
_MOST_TURNS = 100  # of a loop
_NOBODYS = {None, string(""), UNDEFINED, NULL}  # values of a visitor who is not signed in
_DONE_ONCE = (
    *("do_statement", "switch_statement", "switch_body"),
    *("labeled_statement", "export_statement", "class_body", "with_statement"),
)


def _block(js: Evaluator, node: "Node") -> Value | None:
    outer = js.scope
    if node.type == "statement_block" and any(each in outer.members for each in _own(js, node)):
        js.scope = Scope({}, outer)  # a variable of the block hides one around it
    try:
        return _executed(js, node)
    finally:
        js.scope = outer


def _own(js: Evaluator, node: "Node") -> Iterator[str]:
    """Yield the names that a block declares by `let` or `const`."""
    for child in node.named_children:
        for each in child.named_children if child.type == "lexical_declaration" else ():
            yield js.program.text(each.child_by_field_name("name") or each)


def _executed(js: Evaluator, node: "Node") -> Value | None:
    for child in node.named_children:
        declared = child.child_by_field_name("declaration") or child  # of an export
        if declared.type in {"function_declaration", "generator_function_declaration"}:
            _hoist(js, declared)
    for child in node.named_children:
        if (returned := js.execute(child)) is not None:
            return returned
    return None


def _hoist(js: Evaluator, node: "Node") -> None:
    name = js.program.text(part(node, "name"))
    js.scope.members[name] = Member(js.evaluate(node), js.program.line(node))


def _nothing(_js: Evaluator, _node: "Node") -> None:
    """Do nothing: a comment, or a statement executed before."""


def _expression(js: Evaluator, node: "Node") -> None:
    for child in node.named_children:
        js.evaluate(child)


def _declaration(js: Evaluator, node: "Node") -> None:
    is_var = node.type == "variable_declaration"
    for child in node.named_children:
        if child.type == "variable_declarator":
            _variable(js, child, is_var=is_var)


def _variable(js: Evaluator, node: "Node", *, is_var: bool) -> None:
    name, value = part(node, "name"), node.child_by_field_name("value")
    text, line = js.program.text(name), js.program.line(name)
    inner = js.scope.members is not js.page.members
    if inner and text == "_support":
        _hidden(js, node)
    elif name.type != "identifier":
        declare(js, name, _value(js, value))
    elif inner:
        js.scope.members.setdefault(text, Member(UNDEFINED, line))
        if value or not is_var:
            js.scope.members[text] = Member(_value(js, value), line)
    elif value or text not in js.page.members:
        put(js, js.page, text, _value(js, value), line)


def _value(js: Evaluator, node: "Node | None") -> Value:
    return js.evaluate(node) if node else UNDEFINED


def _hidden(js: Evaluator, node: "Node") -> None:
    """Declare a `_support` that is local, unless it refers to the page's own."""
    line, value = js.program.line(node), node.child_by_field_name("value")
    shared = value is not None and _SHARED.search(js.program.text(value))
    if not shared:
        js.scope.members["_support"] = Member(UNDEFINED, line)
    found = _value(js, value)
    if isinstance(found, JSObject):
        if shared and js.support is None:
            js.page.members["_support"] = Member(found, line)
        js.observer.hidden.append((Sighting(Clue.LOCAL, line), found))
    js.scope.members["_support"] = Member(found, line)


def _if(js: Evaluator, node: "Node") -> Value | None:
    condition, yes = part(node, "condition"), part(node, "consequence")
    no = node.child_by_field_name("alternative")
    test = truth(js.evaluate(condition))
    if test is not None and not js.is_left_out(condition):
        branch = yes if test else no
        return js.execute(branch) if branch else None
    _execute_maybe(js, yes)
    before = _proven(js)
    if no:
        _execute_maybe(js, no)
    if before and js.support and not _proven(js):  # a visitor who is not signed in
        js.support.members["user"] = before
    return None


def _proven(js: Evaluator) -> Member | None:
    """Return the customer, if it has an authkey, or may have one."""
    user = js.support.members.get("user") if js.support else None
    value = user.value if user else UNDEFINED
    is_proven = value.get("authkey") if isinstance(value, JSObject) else _is_unknown(value)
    return user if is_proven else None


def _is_unknown(value: Value) -> bool:
    return isinstance(value, Primitive) and not value.known


def _execute_maybe(js: Evaluator, node: "Node") -> None:
    """Execute a statement that the running page may skip.

    Where it replaces one known text by another, the value is unknown afterwards.
    """
    outer, js.changes = js.changes, []
    try:
        returned = js.execute(node)
        if returned is not None and not _is_elsewhere(returned):
            js.possible_results.append(returned)
    finally:
        changes, js.changes = js.changes, [*outer, *js.changes]
    for members, name, before in reversed(changes):
        after = members.get(name)
        if before and after and _is_another(before.value, after.value):
            members[name] = Member(js.computed(node), after.line)
        elif before and _is_unsure(before.value, after.value if after else UNDEFINED):
            members[name] = Member(js.computed(node), (after or before).line)


def _is_another(before: Value, after: Value) -> bool:
    """Return whether both are customers, with an authkey or without, and not the same one."""
    if not isinstance(before, JSObject) or not isinstance(after, JSObject) or before is after:
        return False
    both = [(before.get(name), after.get(name)) for name in ("authkey", "id", "email")]
    is_alike = (both[0][0] is None) == (both[0][1] is None)
    return is_alike and any(one != other and not _NOBODYS & {one, other} for one, other in both)


def _is_unsure(before: Value, after: Value) -> bool:
    is_set = isinstance(before, Primitive) and before not in (UNDEFINED, NULL)
    return is_set and isinstance(after, Primitive) and before != after


def _is_elsewhere(returned: Value) -> bool:
    return any(returned is each for each in (_THROWN, _LEFT, _NEXT))


def _for_each(js: Evaluator, node: "Node") -> Value | None:
    over, each, body = js.evaluate(part(node, "right")), part(node, "left"), part(node, "body")
    if not isinstance(over, JSObject) or over.rest or over is js.page:
        _maybe(js, node)
        return None
    is_of = part(node, "operator").type == "of"
    for name, member in [*over.members.items()]:
        declare(js, each, member.value if is_of else string(name))
        if (left := _turn(js, body)) is not None:
            return None if left is _LEFT else left
    return None


def _turn(js: Evaluator, body: "Node") -> Value | None:
    """Execute a loop's body once, and return what ends the loop, if anything does."""
    returned = js.execute(body)
    return None if returned is _NEXT else returned


def _loop(js: Evaluator, node: "Node") -> Value | None:
    first, step = (node.child_by_field_name(name) for name in ("initializer", "increment"))
    condition, body = part(node, "condition"), part(node, "body")
    goes_on: bool | None = None
    if first:
        js.execute(first)
    for _ in range(_MOST_TURNS):
        goes_on = truth(js.evaluate(condition))
        if not goes_on:
            break
        if (left := _turn(js, body)) is not None:
            return None if left is _LEFT else left
        if step:
            js.evaluate(step)
    if goes_on is not False:  # for as many turns as only running could tell
        counter = step and (step.child_by_field_name("argument") or part(step, "left"))
        if counter:
            assign(js, counter, js.computed(counter))
        _execute_maybe(js, body)
    return None


def _maybe(js: Evaluator, node: "Node") -> None:
    """Execute a case or a loop over unknown values, which the running page may skip."""
    for child in node.named_children:
        _execute_maybe(js, child)


def _execute_children(js: Evaluator, node: "Node") -> Value | None:
    """Execute everything in a statement, once."""
    returned: Value | None = None
    for child in node.named_children:
        returned = js.execute(child) or returned
    return returned


def _try(js: Evaluator, node: "Node") -> Value | None:
    last, handler = (node.child_by_field_name(name) for name in ("finalizer", "handler"))
    returned = js.execute(part(node, "body"))
    if returned is _THROWN:
        returned = js.execute(part(handler, "body")) if handler else None
    return (_execute_children(js, last) if last else None) or returned


def _return(js: Evaluator, node: "Node") -> Value | None:
    return _value(js, node.named_children[0]) if node.named_children else UNDEFINED


def _throw(js: Evaluator, node: "Node") -> Value:
    _expression(js, node)
    return _THROWN


TABLE: Mapping[str, Statement] = {
    "program": _block,
    "statement_block": _block,
    "expression_statement": _expression,
    "variable_declaration": _declaration,
    "lexical_declaration": _declaration,
    "function_declaration": _nothing,
    "generator_function_declaration": _nothing,
    "comment": _nothing,
    "html_comment": _nothing,
    "hash_bang_line": _nothing,
    "if_statement": _if,
    "else_clause": _execute_children,
    "try_statement": _try,
    "return_statement": _return,
    "throw_statement": _throw,
    "break_statement": lambda _js, _node: _LEFT,
    "continue_statement": lambda _js, _node: _NEXT,
    "for_in_statement": _for_each,
    "for_statement": _loop,
    "while_statement": _loop,
    "switch_case": _maybe,
    "switch_default": _maybe,
    "ERROR": _execute_children,
    **dict.fromkeys(_DONE_ONCE, _execute_children),
}
