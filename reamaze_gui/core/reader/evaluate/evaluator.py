"""Evaluates a page's programs node by node, each by the function that the tables name for it."""

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

_DEEPEST = 50  # expressions in expressions
_DEEPEST_BLOCK = 60

Expression = Callable[["Evaluator", "Node"], Value]
Statement = Callable[["Evaluator", "Node"], Value | None]


def part(node: "Node", name: str) -> "Node":
    """Return a part that every node of its type has; of a broken script, maybe the node."""
    return node.child_by_field_name(name) or node


class Evaluator:
    """The variables of a page, and what its programs do to them, one after the other.

    `expressions` and `statements` say by the type of a node how it is evaluated or done.
    """

    def __init__(
        self,
        budget: Budget,
        expressions: Mapping[str, Expression],
        statements: Mapping[str, Statement],
    ) -> None:
        self.budget = budget
        self.observer = Observer(budget)
        self.page = JSObject()  # whose members are the variables of the page
        self.scope = Scope(self.page.members)
        self.waiting: deque[Function] = deque()  # for when the page is loaded
        self.program: Program
        self.calls = 0  # functions in functions
        self.maybe: list[Value] = []  # what the function returns if a condition holds
        # What was set lately, where, and what it was before: for what may not have been done.
        self.changes: list[tuple[dict[str, Member], str, Member | None]] = []
        self._expressions, self._statements = expressions, statements
        self._depth = self._blocks = 0

    @property
    def support(self) -> JSObject | None:
        """`_support`, as the widget sees it."""
        return self.page.object("_support")

    def run(self, program: Program, *, module: bool = False, late: bool = False) -> None:
        """Do what a script does; what it leaves for later is `waiting` then."""
        before, self.scope = self.scope, Scope({}, self.scope) if module else self.scope
        self.program, self.observer.late = program, late
        self.within_budget(lambda: self.execute(program.root), program.code.lines[0])
        self.scope = before

    def within_budget(self, work: Callable[[], object], line: int) -> None:
        """Do something as far as the budget lasts; note where it does not."""
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
        """Do a statement; return the value that it returns from its function, if it does."""
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
        """Return that only running the page could tell."""
        return Primitive(Kind.COMPUTED, shortened(self.program.beginning(node)))

    def joined(self, parts: Sequence[Primitive], node: "Node") -> Primitive:
        """Return texts as one, if all are known; `node` is the expression that joins them."""
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
        """Return the object of `a.b` or `a[b]` and the member's name, if that can be known."""
        return self.evaluate(part(node, "object")), self.name_in(node)

    def name_in(self, node: "Node") -> str | None:
        """Return the name of the member that `a.b` or `a[b]` names, if that can be known."""
        return self.name_of(node.child_by_field_name("property") or part(node, "index"))

    def is_left_out(self, node: "Node") -> bool:
        """Return whether this is about a `_support` that stands in what was not pasted."""
        return "_support" not in self.page.members and "_support" in self.program.text(node)


def _other(js: Evaluator, node: "Node") -> Value:
    """Do what can be done in an expression of whatever kind."""
    for child in node.named_children:
        js.evaluate(child)
    return js.computed(node)
