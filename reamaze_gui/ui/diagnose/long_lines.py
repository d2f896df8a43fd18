"""Splits very long lines into rows, so that Qt can show and edit them quickly."""

import re
from bisect import bisect_left
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
    """The lines of a document, whose blocks are lines, or rows of a long line."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._marks: set[int] = set()  # indexes of the formats with the property
        self._rows: list[int] = []  # numbers of the blocks that continue a line
        self._counted_at = -1  # the document's revision at that time

    def text(self) -> str:
        """Return the exact text: `toPlainText` replaces no-break spaces."""
        return self._with_lines(self._document.toRawText(), self._document.begin())

    def selected(self, cursor: QTextCursor) -> str:
        """Return the exact selected text."""
        first = self._document.findBlock(cursor.selectionStart())
        return self._with_lines(cursor.selectedText(), first)

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
        first = self._document.begin()
        for _ in range(number - 1):
            following = self._last_row(first).next()
            if not following.isValid():
                break
            first = following
        last = self._last_row(first)
        cursor = QTextCursor(first)
        end = last.position() + last.length() - 1
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def number(self, block: QTextBlock) -> int:
        """Return the number, from 1, of the line that a block begins; 0 if it continues one."""
        if self._continues(block):
            return 0
        return block.blockNumber() + 1 - self._rows_before(block.blockNumber())

    def is_between_rows(self, cursor: QTextCursor, *, backward: bool) -> bool:
        """Whether the next or previous character only separates two rows."""
        if cursor.hasSelection():
            return False
        block = cursor.block()
        if backward:
            return cursor.atBlockStart() and self._continues(block)
        return cursor.atBlockEnd() and self._continues(block.next())

    def _with_lines(self, raw: str, block: QTextBlock) -> str:
        if not self._marks:
            return raw.replace(_PARAGRAPH, "\n")
        start, *rows = raw.split(_PARAGRAPH)
        pieces = [start]
        for row in rows:
            block = block.next()
            pieces += (row,) if self._continues(block) else ("\n", row)
        return "".join(pieces)

    def _last_row(self, block: QTextBlock) -> QTextBlock:
        following = block.next()
        while self._continues(following):
            block, following = following, following.next()
        return block

    def _rows_before(self, block_number: int) -> int:
        """Return how many blocks before this one continue a line."""
        if not self._marks:
            return 0
        if self._counted_at != self._document.revision():
            self._counted_at, self._rows = self._document.revision(), []
            block = self._document.begin()
            while block.isValid():
                if self._continues(block):
                    self._rows.append(block.blockNumber())
                block = block.next()
        return bisect_left(self._rows, block_number)

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
