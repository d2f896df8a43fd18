"""Evaluates a page's programs node by node, with the functions in tables by node type."""

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from reamaze_gui.core.javascript import unescape
from reamaze_gui.core.page import Kind
from reamaze_gui.core.reader.budget import LONGEST_VALUE, Budget, Exhausted
from reamaze_gui.core.reader.evaluate.conversions import as_text
from reamaze_gui.core.reader.evaluate.observer import Observer
from reamaze_gui.core.reader.evaluate.values import (
    Function,
    JSObject,
    Member,
    Primitive,
    Scope,
    Value,
)
from reamaze_gui.core.reader.scripts.clues import shortened
from reamaze_gui.core.reader.scripts.program import Program

if TYPE_CHECKING:
    from tree_sitter import Node

_DEEPEST = 50  # nested expressions
_DEEPEST_BLOCK = 60

Expression = Callable[["Evaluator", "Node"], Value]
Statement = Callable[["Evaluator", "Node"], Value | None]


def part(node: "Node", name: str) -> "Node":
    """Return a child that every node of this type has; in a broken script, maybe the node."""
    return node.child_by_field_name(name) or node


class Evaluator:
    """The variables of a page, and the evaluation of its programs one after the other.

    `expressions` and `statements` are functions by node type.
    """

    def __init__(
        self,
        budget: Budget,
        expressions: Mapping[str, Expression],
        statements: Mapping[str, Statement],
    ) -> None:
        self.budget = budget
        self.observer = Observer(budget)
        self.page = JSObject()  # its members are the page's global variables
        self.scope = Scope(self.page.members)
        self.this: Value = self.page
        self.waiting: deque[Function] = deque()  # to call when the page has loaded
        self.program: Program
        self.calls = 0  # nesting of calls
        self.possible_results: list[Value] = []  # what the function returns if some condition holds
        # Recent changes with the former members, to undo what may not have been executed.
        self.changes: list[tuple[dict[str, Member], str, Member | None]] = []
        self._expressions, self._statements = expressions, statements
        self._depth = self._blocks = 0

    @property
    def support(self) -> JSObject | None:
        """The `_support` that the widget sees."""
        return self.page.object("_support")

    def run(self, program: Program, *, module: bool = False, late: bool = False) -> None:
        """Run a script; functions that it defers are `waiting` then."""
        before, self.scope = self.scope, Scope({}, self.scope) if module else self.scope
        self.program, self.observer.late = program, late
        self.within_budget(lambda: self.execute(program.root), program.code.lines[0])
        self.scope = before

    def within_budget(self, work: Callable[[], object], line: int) -> None:
        """Do some work as far as the budget lasts, and note if it does not."""
        try:
            work()
        except Exhausted:
            self.observer.skipped(line, "the script is too long")
        finally:
            self.calls = self._depth = self._blocks = 0

    def evaluate(self, node: "Node") -> Value:
        """Return the value of an expression."""
        self.budget.spend()
        if self._depth >= _DEEPEST:
            return self.computed(node)
        self._depth += 1
        try:
            return self._expressions.get(node.type, _other)(self, node)
        finally:
            self._depth -= 1

    def execute(self, node: "Node") -> Value | None:
        """Execute a statement; return the value that it returns from its function, if any."""
        self.budget.spend()
        if self._blocks >= _DEEPEST_BLOCK:
            return None
        self._blocks += 1
        try:
            if statement := self._statements.get(node.type):
                return statement(self, node)
            self.evaluate(node)
            return None
        finally:
            self._blocks -= 1

    def computed(self, node: "Node") -> Primitive:
        """Return a value that is known only to the running page."""
        return Primitive(Kind.COMPUTED, shortened(self.program.beginning(node)))

    def joined(self, parts: Sequence[Primitive], node: "Node") -> Primitive:
        """Return texts joined, if all are known; `node` is the expression that joins them."""
        length = sum(len(each.text) for each in parts)
        self.budget.characters(length)
        kinds = {each.kind for each in parts}
        if Kind.COMPUTED in kinds or length > LONGEST_VALUE:
            return self.computed(node)
        kind = Kind.TEMPLATE if Kind.TEMPLATE in kinds else Kind.TEXT
        text = "".join(each.text for each in parts)
        self.observer.text(text, self.program.line(node))
        return Primitive(kind, text)

    def name_of(self, node: "Node") -> str | None:
        """Return the name of a member: of `a.b`, `a["b"]`, `{b: 1}` or `{["b"]: 1}`."""
        if node.type == "property_identifier":
            return unescape(self.program.text(node))
        if node.type == "computed_property_name":
            node = node.named_children[0]
        text = as_text(self.evaluate(node), self.budget)
        return None if text.kind is Kind.COMPUTED else text.text

    def member_of(self, node: "Node") -> tuple[Value, str | None]:
        """Return the object in `a.b` or `a[b]`, and the member's name if it is known."""
        return self.evaluate(part(node, "object")), self.name_in(node)

    def name_in(self, node: "Node") -> str | None:
        """Return the name of the member in `a.b` or `a[b]`, if it is known."""
        return self.name_of(node.child_by_field_name("property") or part(node, "index"))

    def is_left_out(self, node: "Node") -> bool:
        """Return whether this concerns a `_support` defined in code that was not pasted."""
        return "_support" not in self.page.members and "_support" in self.program.text(node)


def _other(js: Evaluator, node: "Node") -> Value:
    """Evaluate the parts of an expression of any other type."""
    for child in node.named_children:
        js.evaluate(child)
    return js.computed(node)
