"""What becomes of the page's variables, and of the customer among them?"""

from collections import deque
from typing import TYPE_CHECKING

from reamaze_gui.core.page import Clue, Sighting, User
from reamaze_gui.core.reader.candidates import user_of
from reamaze_gui.core.reader.evaluator import part
from reamaze_gui.core.reader.expressions import Expressions
from reamaze_gui.core.reader.program import Budget
from reamaze_gui.core.reader.values import (
    UNDEFINED,
    Function,
    JSObject,
    Member,
    Primitive,
    Value,
)

if TYPE_CHECKING:
    from tree_sitter import Node

_IDENTITY = {"user", "id", "email", "authkey"}


class Variables(Expressions):
    """Keeps the variables, and notes what a rule may judge."""

    def __init__(self, budget: Budget) -> None:
        super().__init__(budget)
        self.sightings: dict[Sighting, None] = {}
        self.overwritten: list[User] = []
        self.late = False
        self.used_before: list[tuple[int, str]] = []
        self.defined_late = False
        self.waiting: deque[Function] = deque()
        self._vivifying = False

    @property
    def support(self) -> JSObject | None:
        """`_support`, as the widget sees it."""
        return self.page.thing("_support")

    def bind(self, node: "Node", given: list[Value] | None) -> None:
        """Make variables of a function's parameters."""
        one = node.child_by_field_name("parameter")
        many = node.child_by_field_name("parameters")
        names = [one] if one else many.named_children if many else []
        for at, name in enumerate(each for each in names if each.type != "comment"):
            missing = UNDEFINED if given is not None else self.computed(name)
            self.declare(name, given[at] if given and at < len(given) else missing)

    def declare(self, target: "Node", value: Value) -> None:
        """Make variables of this scope, also of a pattern such as `{id, email}`."""
        line = self.program.line(target)
        if target.type in {"identifier", "shorthand_property_identifier_pattern"}:
            self.scope.members[self.program.text(target)] = Member(value, line)
        elif target.type in {"assignment_pattern", "object_assignment_pattern"}:
            missing = isinstance(value, Primitive) and (value == UNDEFINED or not value.known)
            default = part(target, "right")
            self.declare(part(target, "left"), self.evaluate(default) if missing else value)
        elif target.type == "object_pattern":
            for child in target.named_children:
                key = child.child_by_field_name("key") or part(child, "left")
                found: Value = self.computed(child)
                if isinstance(value, JSObject):
                    found = value.get(self.program.text(key)) or value.rest or UNDEFINED
                self.declare(part(child, "value"), found)

    def assign(self, target: "Node", value: Value) -> None:
        """Let a name or member stand for a value."""
        line = self.program.line(target)
        if target.type in {"member_expression", "subscript_expression"}:
            of = self._object_of(target)
            name = self.name_in(target)
            if name is not None:
                self.put(of, name, value, line)
        elif target.type == "identifier":
            name = self.program.text(target)
            scope = self.scope.holder(name)
            if scope is None or scope.members is self.page.members:
                self.put(self.page, name, value, line)
            else:
                scope.members[name] = Member(value, line)

    def _object_of(self, target: "Node") -> JSObject:
        """Return the object of which a member is set, which is made where there is none."""
        node = part(target, "object")
        value = self.evaluate(node)
        if isinstance(value, JSObject):
            return value
        if self.name_in(target) == "_support":  # of parent._support, that._support
            return self.page
        rest = value if isinstance(value, Primitive) and not value.known else None
        # What is not known of `_support` itself is what the installation code makes: empty objects.
        thing = JSObject(rest=None if rest and "_support" in rest.text else rest)
        source = self.program.beginning(node)
        if value == UNDEFINED and "_support" in source:
            self.used_before.append((self.program.line(node), source))
        self._vivifying = True
        self.assign(node, thing)
        self._vivifying = False
        return thing

    def put(self, thing: JSObject, name: str, value: Value, line: int) -> None:
        """Set a member; note what becomes of the customer by it."""
        root = self.support
        user = root.thing("user") if root else None
        if thing is self.page and name == "_support":
            concerned = isinstance(value, JSObject) and user_of(value) is not None
            replaced = root is not value
            self.defined_late |= bool(self.used_before) and not self._vivifying
        else:
            concerned = (thing is root and name in _IDENTITY) or (
                thing is user and user is not None
            )
            old = thing.get(name)
            replaced = concerned and name in _IDENTITY and old is not None and old != value
        former = user_of(root) if replaced and root else None
        if former and any(former.get(each) for each in ("id", "email")):
            self.overwritten.append(former)
        if concerned and self.late:
            self.sightings[Sighting(Clue.LATE, line)] = None
        if isinstance(value, Function) and name in {"onload", "onreadystatechange"}:
            value.called = True
            self.waiting.append(value)
        thing.members[name] = Member(value, line)
