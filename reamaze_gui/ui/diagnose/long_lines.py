"""Splits very long lines into rows, so that Qt can show and edit them quickly."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

ROW = 5_000  # characters; Qt lays out a whole block at once, which takes seconds for a million

_LONG_LINE = re.compile(rf"([^\n]{{{ROW + 1},}})")
_PARAGRAPH = "\u2029"  # Qt's separator between blocks

# Marks a separator between two rows. As a character format, it survives deletion, undo and redo
# with its character, so that no edit can confuse rows with lines.
_WITHIN_LINE = QTextFormat.Property.UserProperty


class LongLines:
    """The lines of a document, whose blocks are lines, or rows of a long line.

    The document must have a layout, as every editor's has: without one it reports no changes.
    """

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._marks: set[int] = set()  # indexes of the formats with the property
        self._rows: list[int] = []  # numbers of the blocks that continue a line, in order
        self._blocks = document.blockCount()
        document.contentsChange.connect(self._count_rows)

    def text(self) -> str:
        """Return the exact text: `toPlainText` replaces no-break spaces."""
        return self._with_lines(self._document.toRawText(), 0)

    def selected(self, cursor: QTextCursor) -> str:
        """Return the exact selected text."""
        first = self._document.findBlock(cursor.selectionStart())
        return self._with_lines(cursor.selectedText(), first.blockNumber())

    def insert(self, cursor: QTextCursor, text: str) -> None:
        """Replace the selection, as one step for undo."""
        text = text.replace("\r\n", "\n").replace("\r", "\n").replace(_PARAGRAPH, "\n")
        plain, within_line = QTextCharFormat(), QTextCharFormat()
        within_line.setProperty(_WITHIN_LINE, True)
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        for part, continues in _parts(text):
            if continues:
                cursor.insertBlock(QTextBlockFormat(), within_line)
                self._marks.add(cursor.block().charFormatIndex())
            cursor.insertText(part, plain)
        cursor.endEditBlock()

    def line(self, number: int) -> QTextCursor:
        """Return a cursor that selects a line, counted from 1; the last line if there are fewer."""
        number = min(number, self._document.blockCount() - len(self._rows))
        at = number - 1
        while (shifted := number - 1 + bisect_right(self._rows, at)) != at:
            at = shifted
        first = last = self._document.findBlockByNumber(at)
        while self._continues(last.next()):
            last = last.next()
        cursor = QTextCursor(first)
        end = last.position() + last.length() - 1
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def number(self, block: QTextBlock) -> int:
        """Return the number, from 1, of the line that a block begins; 0 if it continues one."""
        if self._continues(block):
            return 0
        return block.blockNumber() + 1 - bisect_left(self._rows, block.blockNumber())

    def is_between_rows(self, cursor: QTextCursor, *, backward: bool) -> bool:
        """Whether the next or previous character only separates two rows."""
        if cursor.hasSelection():
            return False
        block = cursor.block()
        if backward:
            return cursor.atBlockStart() and self._continues(block)
        return cursor.atBlockEnd() and self._continues(block.next())

    def _with_lines(self, raw: str, first: int) -> str:
        """Return Qt's text of the blocks from this number on, with line breaks between lines."""
        if not self._rows:
            return raw.replace(_PARAGRAPH, "\n")
        blocks = raw.split(_PARAGRAPH)
        rows = self._rows[bisect_right(self._rows, first) :]
        for row in rows[: bisect_left(rows, first + len(blocks))]:
            blocks[row - first] = _PARAGRAPH + blocks[row - first]
        return "\n".join(blocks).replace(f"\n{_PARAGRAPH}", "")

    def _count_rows(self, position: int, _removed: int, added: int) -> None:
        """Update the rows where the document has changed; those below only move."""
        grown = self._document.blockCount() - self._blocks
        self._blocks += grown
        block = self._document.findBlock(position)
        start, end = block.blockNumber(), self._document.findBlock(position + added).blockNumber()
        changed = []
        while self._marks and block.isValid() and not 0 <= end < block.blockNumber():
            if self._continues(block):
                changed.append(block.blockNumber())
            block = block.next()
        above = self._rows[: bisect_left(self._rows, start)]
        below = self._rows[bisect_right(self._rows, end - grown) :] if end >= 0 else []
        self._rows = [*above, *changed, *(row + grown for row in below)]

    def _continues(self, block: QTextBlock) -> bool:
        """Whether a block continues the line of the one before."""
        return block.charFormatIndex() in self._marks


def _parts(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the pieces to insert, and whether each continues a line."""
    for at, run in enumerate(_LONG_LINE.split(text)):
        if at % 2:
            yield from ((run[row : row + ROW], row > 0) for row in range(0, len(run), ROW))
        else:
            yield run, False
