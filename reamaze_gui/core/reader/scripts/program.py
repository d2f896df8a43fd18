"""Parses a script into a tree, in bounded time and memory."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from reamaze_gui.core.reader.budget import Budget
from reamaze_gui.core.reader.scripts.quotes import COMMENT, STRING, plain_quotes
from reamaze_gui.core.reader.scripts.templates import marked, tags_of, unmarked
from reamaze_gui.core.reader.source_map import MappedText

if TYPE_CHECKING:
    from tree_sitter import Language, Node, Tree

_MENTION = re.compile(rb"_support\b|auth_?key", re.IGNORECASE)
_MOST_MENTIONS = 200

_BEGINNING = 300  # bytes of an expression that are kept
_CHUNK = 4_096  # bytes; between two chunks, other threads run
_STEP = 200  # bytes that the parser reads between two calls, roughly


_STRINGS = re.compile(rf"(?P<string>{STRING})|{COMMENT}", re.DOTALL)


def _without_string(match: re.Match[str]) -> str:
    return "\n" * match[0].count("\n") if match["string"] else match[0]


@dataclass(frozen=True, slots=True)
class Program:
    """A script as a tree; `tags` are the template tags that are marked in its source."""

    code: MappedText
    source: bytes = field(repr=False)
    root: "Node"
    tags: tuple[str, ...]

    def line(self, node: "Node") -> int:
        """Return the line of the paste on which a node starts."""
        return self.code.lines[node.start_point.row]

    def raw(self, node: "Node") -> str:
        """Return a node's source, including marks."""
        return self.source[node.start_byte : node.end_byte].decode()

    def beginning(self, node: "Node") -> str:
        """Return the beginning of a node's source."""
        end = min(node.end_byte, node.start_byte + _BEGINNING)
        return self.clear(self.source[node.start_byte : end].decode(errors="ignore"))

    def text(self, node: "Node") -> str:
        """Return a node's source as it is in the page."""
        return self.clear(self.raw(node))

    def clear(self, text: str) -> str:
        """Return a text of this script with its marks replaced by the original."""
        return text if text.isascii() else plain_quotes(unmarked(text, self.tags))

    def concerned(self) -> Iterator[tuple[int, str]]:
        """Yield the tags in and next to statements that mention Re:amaze, with their lines.

        Tags in strings are left out: they are judged as values, and may be the widget's own.
        """
        if not self.tags:
            return
        spans: list[tuple[int, int]] = []
        for mention in islice(_MENTION.finditer(self.source), _MOST_MENTIONS):
            if not spans or mention.start() >= spans[-1][1]:
                spans.append(self._statement(mention.start()))
        lines = _STRINGS.sub(_without_string, self.code.text).encode().split(b"\n")
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
        """Return the start and end of the innermost statement around a byte."""
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
    """Return the script as a tree, or None if the budget is used up."""
    code, tags = marked(code)
    source = code.text.encode()
    tree = _parsed(source, budget)
    return Program(code, source, tree.root_node, tags) if tree and not budget.is_spent else None


def _parsed(source: bytes, budget: Budget) -> "Tree | None":
    from tree_sitter import Parser

    if budget.parse(0):
        budget.check()
        return None
    parser = Parser(_language())
    if len(source) <= _CHUNK:
        budget.parsing -= len(source) // _STEP
        return parser.parse(source)
    pieces: list[memoryview] = []

    def chunk(offset: int, _point: object) -> memoryview:
        # After some errors, the parser reads the same text again and again.
        budget.parsing -= 1
        pieces.append(memoryview(b"" if budget.is_spent else source)[offset : offset + _CHUNK])
        return pieces[-1]

    try:
        return parser.parse(chunk, progress_callback=budget.parse)
    except ValueError:  # raised by a parser that was stopped
        budget.check()
        return None
    finally:
        for piece in pieces:  # tree-sitter 0.26 never frees them, so they are emptied
            piece.release()


@cache
def _language() -> "Language":
    import tree_sitter_javascript
    from tree_sitter import Language

    return Language(tree_sitter_javascript.language())
