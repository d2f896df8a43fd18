"""What do the scripts of a page do to `_support`, as far as it can be told without running them?"""

import re
from typing import TYPE_CHECKING

from reamaze_gui.core.page import Clue, Kind, Sighting
from reamaze_gui.core.reader.candidates import user_of
from reamaze_gui.core.reader.evaluator import part
from reamaze_gui.core.reader.program import Budget, Exhausted, Program
from reamaze_gui.core.reader.values import (
    UNDEFINED,
    Function,
    JSObject,
    Member,
    Primitive,
    Scope,
    Value,
    truth,
)
from reamaze_gui.core.reader.variables import Variables

if TYPE_CHECKING:
    from collections.abc import Callable

    from tree_sitter import Node

_DEEPEST_CALL = 12  # functions that call functions
_DEEPEST_BLOCK = 60
_AT_ONCE = {"forEach", "map", "filter", "some", "every", "reduce", "each"}
_BY_THEMSELVES = {"load", "domcontentloaded", "readystatechange", "pageshow"}
_SHARED = re.compile(r"\b(?:window|self|globalThis|top)\s*(?:\.\s*|\[\s*['\"])_support\b")
_CODE = re.compile(
    r"<script|_support['\"\]\w.\[]{0,40}\s*=(?!=)|_support['\"]?\s*:|authkey|\"email\"\s*:",
    re.IGNORECASE,
)
_DONE_ONCE = (
    *("for_statement", "for_in_statement", "while_statement", "do_statement"),
    *("switch_statement", "switch_body", "switch_case", "switch_default"),
    *("labeled_statement", "export_statement", "class_body", "with_statement"),
)


class Interpreter(Variables):
    """Runs the programs of one page, one after the other, with the same variables."""

    def __init__(self, budget: Budget) -> None:
        super().__init__(budget)
        self.hidden: list[tuple[Sighting, JSObject]] = []
        self.embedded: dict[tuple[str, int], None] = {}
        self.printed: list[JSObject] = []
        self._calls = self._blocks = 0
        self._statements: dict[str, Callable[[Node], Value | None]] = {
            "program": self._block,
            "statement_block": self._block,
            "expression_statement": self._expression,
            "variable_declaration": self._declaration,
            "lexical_declaration": self._declaration,
            "function_declaration": self._nothing,
            "generator_function_declaration": self._nothing,
            "comment": self._nothing,
            "html_comment": self._nothing,
            "hash_bang_line": self._nothing,
            "if_statement": self._if,
            "else_clause": self._inside,
            "try_statement": self._try,
            "return_statement": self._return,
            "ERROR": self._inside,
            **dict.fromkeys(_DONE_ONCE, self._inside),
        }

    def run(self, program: Program, *, module: bool = False, late: bool = False) -> None:
        """Do what a script does; what it leaves for later waits until `finish`."""
        before, self.scope = self.scope, Scope({}, self.scope) if module else self.scope
        self.program, self.late = program, late
        try:
            self._do(program.root)
        except Exhausted:
            self.sightings[
                Sighting(Clue.SKIPPED, program.code.lines[0], "the script is too long")
            ] = None
        finally:
            self.scope = before
            self._depth = self._calls = self._blocks = 0

    def finish(self) -> None:
        """Do what the scripts left for when the page is loaded; then, if need be, the rest."""
        self.late = True
        try:
            while self.waiting:
                self.call(self.waiting.popleft(), None)
            for function in self.functions:
                if self.support is not None and user_of(self.support):
                    break
                source = function.program.source[function.node.start_byte : function.node.end_byte]
                if not function.called and b"_support" in source:
                    self.call(function, None)
        except Exhausted:
            self.sightings[Sighting(Clue.SKIPPED, 1, "the scripts are too long")] = None
        finally:
            self._depth = self._calls = self._blocks = 0

    def noticed(self, text: str, line: int) -> None:
        """Note a string that holds a script or a page itself."""
        if len(text) > len("_support.id=") and _CODE.search(text):
            self.embedded[text, line] = None

    def handed_over(self, name: str, given: list[Value]) -> None:
        """Call the functions that were given away: some at once, most when the page is loaded."""
        functions = [each for each in given if isinstance(each, Function)]
        if not functions:
            return
        event = given[0].text.lower() if isinstance(given[0], Primitive) else ""
        if name.endswith(("addEventListener", ".on", ".one")) and event not in _BY_THEMSELVES:
            return
        for function in functions:
            function.called = True
            if name.rpartition(".")[2] in _AT_ONCE:
                self.call(function, None)
            else:
                self.waiting.append(function)

    def call(self, function: Function, given: list[Value] | None) -> Value:
        """Return what a function of the page gives; None is given where nobody knows what."""
        function.called = True
        if self._calls >= _DEEPEST_CALL:
            return Primitive(Kind.COMPUTED, "function")
        body = part(function.node, "body")
        before, program = self.scope, self.program
        self._calls += 1
        self.program, self.scope = function.program, Scope({}, function.scope)
        try:
            self.bind(function.node, given)
            if body.type != "statement_block":
                return self.evaluate(body)
            return self._do(body) or UNDEFINED
        finally:
            self.scope, self.program = before, program
            self._calls -= 1

    def _do(self, node: "Node") -> Value | None:
        """Do a statement; return the value that it returns from its function, if it does."""
        self.budget.run()
        if self._blocks >= _DEEPEST_BLOCK:
            return None
        self._blocks += 1
        try:
            if statement := self._statements.get(node.type):
                return statement(node)
            self.evaluate(node)
            return None
        finally:
            self._blocks -= 1

    def _block(self, node: "Node") -> Value | None:
        for child in node.named_children:
            if child.type in {"function_declaration", "generator_function_declaration"}:
                self._hoist(child)
        for child in node.named_children:
            if (returned := self._do(child)) is not None:
                return returned
        return None

    def _hoist(self, node: "Node") -> None:
        name = self.program.text(part(node, "name"))
        self.scope.members[name] = Member(self.evaluate(node), self.program.line(node))

    def _nothing(self, _node: "Node") -> None:
        """Do nothing: a comment, or what was done before."""

    def _expression(self, node: "Node") -> None:
        for child in node.named_children:
            self.evaluate(child)

    def _declaration(self, node: "Node") -> None:
        is_var = node.type == "variable_declaration"
        for child in node.named_children:
            if child.type == "variable_declarator":
                self._variable(child, is_var=is_var)

    def _variable(self, node: "Node", *, is_var: bool) -> None:
        name, value = part(node, "name"), node.child_by_field_name("value")
        text, line = self.program.text(name), self.program.line(name)
        inner = self.scope.members is not self.page.members
        if inner and text == "_support":
            self._hidden(node)
        elif name.type != "identifier":
            self.declare(name, self._value(value))
        elif inner:
            self.scope.members.setdefault(text, Member(UNDEFINED, line))
            if value or not is_var:
                self.scope.members[text] = Member(self._value(value), line)
        elif value or text not in self.page.members:
            self.put(self.page, text, self._value(value), line)

    def _value(self, node: "Node | None") -> Value:
        return self.evaluate(node) if node else UNDEFINED

    def _hidden(self, node: "Node") -> None:
        """Declare a `_support` that is not the page's, unless it is made to be the same."""
        line, value = self.program.line(node), node.child_by_field_name("value")
        shared = value is not None and _SHARED.search(self.program.text(value))
        if not shared:
            self.scope.members["_support"] = Member(UNDEFINED, line)
        thing = self._value(value)
        if isinstance(thing, JSObject):
            if shared and self.support is None:
                self.page.members["_support"] = Member(thing, line)
            self.hidden.append((Sighting(Clue.LOCAL, line), thing))
        self.scope.members["_support"] = Member(thing, line)

    def _if(self, node: "Node") -> Value | None:
        condition, yes = part(node, "condition"), part(node, "consequence")
        no = node.child_by_field_name("alternative")
        test = truth(self.evaluate(condition))
        if test is not None and not self.is_left_out(condition):
            branch = yes if test else no
            return self._do(branch) if branch else None
        self._do(yes)
        before = self._proven()
        if no:
            self._do(no)
        if before and self.support and not self._proven():  # a visitor who is not signed in
            self.support.members["user"] = before
        return None

    def _proven(self) -> Member | None:
        """Return the customer, if there is an authkey."""
        user = self.support.members.get("user") if self.support else None
        return (
            user
            if user and isinstance(user.value, JSObject) and user.value.get("authkey")
            else None
        )

    def _inside(self, node: "Node") -> Value | None:
        """Do all that is in a statement, once."""
        returned: Value | None = None
        for child in node.named_children:
            returned = self._do(child) or returned
        return returned

    def _try(self, node: "Node") -> Value | None:
        last = node.child_by_field_name("finalizer")
        returned = self._do(part(node, "body"))
        return (self._inside(last) if last else None) or returned

    def _return(self, node: "Node") -> Value | None:
        return self._value(node.named_children[0]) if node.named_children else UNDEFINED
