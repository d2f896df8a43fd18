"""How is the value of any expression come by?"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from reamaze_gui.core.javascript import unescape
from reamaze_gui.core.page import Kind
from reamaze_gui.core.reader.clues import shortened
from reamaze_gui.core.reader.program import Budget, Program
from reamaze_gui.core.reader.values import Function, JSObject, Primitive, Scope, Value, as_text

if TYPE_CHECKING:
    from tree_sitter import Node

_DEEPEST = 50  # expressions in expressions


def part(node: "Node", name: str) -> "Node":
    """Return a part that every node of its type has; of a broken script, maybe the node."""
    return node.child_by_field_name(name) or node


class Evaluator(ABC):
    """What all that is done with a page's scripts has in common."""

    program: Program
    by_type: Mapping[str, Callable[["Node"], Value]]

    def __init__(self, budget: Budget) -> None:
        self.page = JSObject()  # whose members are the variables of the page
        self.scope = Scope(self.page.members)
        self.made: list[JSObject] = []
        self.functions: list[Function] = []
        self.budget = budget
        self._depth = 0

    @abstractmethod
    def assign(self, target: "Node", value: Value) -> None:
        """Let a name or member stand for a value."""

    @abstractmethod
    def put(self, thing: JSObject, name: str, value: Value, line: int) -> None:
        """Set a member of an object."""

    @abstractmethod
    def call(self, function: Function, given: list[Value] | None) -> Value:
        """Return what a function of the page gives; None is given where nobody knows what."""

    @abstractmethod
    def handed_over(self, name: str, given: list[Value]) -> None:
        """Note what a function that isn't the page's own was given."""

    @abstractmethod
    def noticed(self, text: str, line: int) -> None:
        """Note a string, which may hold a script itself."""

    def evaluate(self, node: "Node") -> Value:
        """Return the value of an expression."""
        self.budget.run()
        if self._depth >= _DEEPEST:
            return self.computed(node)
        self._depth += 1
        try:
            return self.by_type.get(node.type, self._other)(node)
        finally:
            self._depth -= 1

    def computed(self, node: "Node") -> Primitive:
        """Return that only running the page could tell."""
        return Primitive(Kind.COMPUTED, shortened(self.program.beginning(node)))

    def name_of(self, node: "Node") -> str | None:
        """Return the name of a member: of `a.b`, `a["b"]`, `{b: 1}` or `{["b"]: 1}`."""
        if node.type == "property_identifier":
            return unescape(self.program.text(node))
        if node.type == "computed_property_name":
            node = node.named_children[0]
        text = as_text(self.evaluate(node))
        return None if text.kind is Kind.COMPUTED else text.text

    def member_of(self, node: "Node") -> tuple[Value, str | None]:
        """Return the object of `a.b` or `a[b]` and the member's name, if that can be known."""
        return self.evaluate(part(node, "object")), self.name_in(node)

    def name_in(self, node: "Node") -> str | None:
        """Return the name of the member that `a.b` or `a[b]` names, if that can be known."""
        return self.name_of(node.child_by_field_name("property") or part(node, "index"))

    def _other(self, node: "Node") -> Value:
        """Do what can be done in an expression of whatever kind."""
        for child in node.named_children:
            self.evaluate(child)
        return self.computed(node)
