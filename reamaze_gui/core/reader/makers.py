"""What do the literals of a script make: strings, numbers, objects, lists, functions?"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reamaze_gui.core.javascript import unescape
from reamaze_gui.core.page import Kind
from reamaze_gui.core.reader.evaluator import Evaluator, part
from reamaze_gui.core.reader.numerals import numeral
from reamaze_gui.core.reader.values import (
    Function,
    JSObject,
    Member,
    Primitive,
    Value,
    as_text,
)

if TYPE_CHECKING:
    from tree_sitter import Node

_MEMBERS = {"pair", "spread_element", "shorthand_property_identifier", "method_definition"}


class Makers(Evaluator):
    """Evaluates what makes a new value."""

    def _string(self, node: "Node") -> Value:
        raw = self.program.raw(node)
        text = unescape(raw[1:-1] if raw[-1:] == raw[:1] and len(raw) > 1 else raw[1:])
        clear = self.program.clear(text)
        self.noticed(clear, self.program.line(node))
        template = "\ufdd0" in text or "${" in clear
        return Primitive(Kind.TEMPLATE if template else Kind.TEXT, clear)

    def _template(self, node: "Node") -> Value:
        parts: list[Primitive] = []
        at = node.start_byte + 1
        for child in node.named_children:
            if child.type == "template_substitution":
                parts.append(self._quoted(at, child.start_byte))
                at = child.end_byte
                parts += [as_text(self.evaluate(inner)) for inner in child.named_children]
        parts.append(self._quoted(at, max(at, node.end_byte - 1)))
        value = self._joined(parts, node)
        self.noticed(value.text, self.program.line(node))
        return value

    def _quoted(self, start: int, end: int) -> Primitive:
        text = unescape(self.program.source[start:end].decode())
        kind = Kind.TEMPLATE if "\ufdd0" in text else Kind.TEXT
        return Primitive(kind, self.program.clear(text))

    def _joined(self, parts: list[Primitive], node: "Node") -> Primitive:
        kinds = {part.kind for part in parts}
        if Kind.COMPUTED in kinds:
            return self.computed(node)
        kind = Kind.TEMPLATE if Kind.TEMPLATE in kinds else Kind.TEXT
        return Primitive(kind, "".join(part.text for part in parts))

    def _number(self, node: "Node") -> Value:
        return numeral(self.program.text(node)) or self.computed(node)

    def _object(self, node: "Node") -> Value:
        thing = JSObject()
        self.made.append(thing)
        for child in self._members(node):
            line = self.program.line(child)
            if child.type == "spread_element":
                self.copy(thing, self.evaluate(child.named_children[0]))
            elif child.type == "shorthand_property_identifier":
                short = unescape(self.program.text(child))
                if short != "…":  # where a console left something out
                    thing.members[short] = Member(self.by_type["identifier"](child), line)
            elif child.type == "method_definition":
                self._method(thing, child)
            else:
                name = self.name_of(part(child, "key"))
                member = self.evaluate(part(child, "value"))
                if name is None:
                    thing.rest = self.computed(child)
                elif name != "__proto__":
                    thing.members[name] = Member(member, line)
        return thing

    def _members(self, node: "Node") -> Iterator["Node"]:
        """Yield the members of a literal, also from what is no JavaScript in it."""
        for child in node.named_children:
            if child.type in _MEMBERS:
                yield child
            elif child.is_error:
                yield from (each for each in child.named_children if each.type in _MEMBERS)

    def _method(self, thing: JSObject, node: "Node") -> None:
        name = self.name_of(part(node, "name"))
        if name is not None and node.children[0].type not in {"get", "set"}:
            thing.members[name] = Member(self._function(node), self.program.line(node))

    def _array(self, node: "Node") -> Value:
        values = [*self._spread(node)]
        line = self.program.line(node)
        members = {str(at): Member(value, line) for at, value in enumerate(values)}
        return JSObject(members, is_list=True)

    def _spread(self, node: "Node") -> Iterator[Value]:
        """Yield the values of a list or of the arguments of a call."""
        for child in node.named_children:
            if child.type == "spread_element":
                value = self.evaluate(child.named_children[0])
                if isinstance(value, JSObject):
                    yield from [member.value for member in value.members.values()]
                else:
                    yield self.computed(child)
            elif child.type != "comment":
                yield self.evaluate(child)

    def copy(self, thing: JSObject, source: Value, line: int | None = None) -> None:
        """Copy the members of one object into another, as spreading it does."""
        if isinstance(source, JSObject):
            thing.rest = source.rest or thing.rest
            for name, member in [*source.members.items()]:
                self.budget.run()
                self.put(thing, name, member.value, line or member.line)
        elif isinstance(source, Primitive) and not source.known:
            thing.rest = source

    def _function(self, node: "Node") -> Value:
        function = Function(node, self.program, self.scope)
        self.functions.append(function)
        return function
