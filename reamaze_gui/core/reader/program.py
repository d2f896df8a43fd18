"""How is a script taken apart, in bounded time and memory?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from reamaze_gui.core.reader.quotes import meant
from reamaze_gui.core.reader.source_map import MappedText
from reamaze_gui.core.reader.templates import masked, tags_of, unmasked

if TYPE_CHECKING:
    from tree_sitter import Language, Node

_MENTION = re.compile(rb"_support\b|auth_?key", re.IGNORECASE)
_MOST_MENTIONS = 200

_BEGINNING = 300  # bytes, which tell enough of an expression
_EACH = 5  # steps, as many as it costs to begin with a script
_CHUNK = 4_096  # bytes; between two of them other threads run


class Exhausted(Exception):  # noqa: N818 - not an error: there is more than a page ever has
    """Raised where reading on would take too long."""


@dataclass(slots=True)
class Budget:
    """How much may still be done for one paste; an ordinary page takes a hundredth of it."""

    parsing: int = 8_000  # calls of the parser's progress callback, a few for each 1,000 bytes
    running: int = 60_000  # nodes of the trees

    @property
    def is_spent(self) -> bool:
        """Whether nothing more can be done."""
        return self.parsing < 0 or self.running < 0

    def parse(self, offset: int, _has_error: bool = False) -> bool:  # noqa: FBT001, FBT002
        """Count a step of the parser; return whether it must stop."""
        self.parsing -= 1 if offset else _EACH
        return self.parsing < 0

    def run(self) -> None:
        """Count a node; raise `Exhausted` at the end."""
        self.running -= 1
        if self.running < 0:
            raise Exhausted


@dataclass(frozen=True, slots=True)
class Program:
    """A script as a tree; `tags` are those of a template that are masked in its source."""

    code: MappedText
    source: bytes = field(repr=False)
    root: "Node"
    tags: tuple[str, ...]

    def line(self, node: "Node") -> int:
        """Return the line of the paste on which a node starts."""
        return self.code.lines[node.start_point.row]

    def raw(self, node: "Node") -> str:
        """Return a node's source with the marks in it."""
        return self.source[node.start_byte : node.end_byte].decode()

    def beginning(self, node: "Node") -> str:
        """Return how a node's source begins."""
        end = min(node.end_byte, node.start_byte + _BEGINNING)
        return self.clear(self.source[node.start_byte : end].decode(errors="ignore"))

    def text(self, node: "Node") -> str:
        """Return a node's source as the page has it."""
        return self.clear(self.raw(node))

    def clear(self, text: str) -> str:
        """Return a text of this script with what its marks stand for."""
        return text if text.isascii() else meant(unmasked(text, self.tags))

    def concerned(self) -> Iterator[tuple[int, str]]:
        """Yield the tags in and beside the statements that speak of Re:amaze, with their lines."""
        if not self.tags:
            return
        spans: list[tuple[int, int]] = []
        for mention in islice(_MENTION.finditer(self.source), _MOST_MENTIONS):
            if not spans or mention.start() >= spans[-1][1]:
                spans.append(self._statement(mention.start()))
        lines = self.code.text.encode().split(b"\n")
        rows = {
            row
            for start, end in spans
            for row in range(
                max(self.source.count(b"\n", 0, start) - 1, 0),
                min(self.source.count(b"\n", 0, end) + 2, len(lines)),
            )
        }
        for row in sorted(rows):
            for tag in tags_of(lines[row].decode(), self.tags):
                yield self.code.lines[row], tag

    def _statement(self, offset: int) -> tuple[int, int]:
        """Return where the innermost statement starts and ends that a byte is in."""
        cursor = self.root.walk()
        span = (offset, offset + 1)
        while cursor.goto_first_child_for_byte(offset) is not None:
            node = cursor.node
            if node and node.type.endswith(("_statement", "_declaration")):
                span = node.byte_range
        return span

    def first_error(self) -> tuple[int, str] | None:
        """Return the line and the source of the first syntax error."""
        node = self.root
        if not node.has_error:
            return None
        while not (node.is_error or node.is_missing):
            node = next(each for each in node.children if each.has_error or each.is_missing)
        row = node.start_point.row
        source = self.clear(self.code.text.split("\n")[row]).strip()
        return self.code.lines[row], source[:80]


def parse(code: MappedText, budget: Budget) -> Program | None:
    """Return the script as a tree, or None if the budget does not last."""
    from tree_sitter import Parser

    code, tags = masked(code)
    source = code.text.encode()
    if budget.parse(0):
        return None
    parser = Parser(_language())

    def chunk(offset: int, _point: object) -> bytes:
        # Of some errors the parser looks for the end, again and again.
        budget.parsing -= 1
        return b"" if budget.is_spent else source[offset : offset + _CHUNK]

    try:
        tree = parser.parse(chunk, progress_callback=budget.parse)
    except ValueError:  # what a parser that was stopped raises
        return None
    if budget.is_spent:
        return None
    return Program(code, source, tree.root_node, tags)


@cache
def _language() -> "Language":
    import tree_sitter_javascript
    from tree_sitter import Language

    return Language(tree_sitter_javascript.language())
