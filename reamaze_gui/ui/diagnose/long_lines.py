"""Keeps a line of megabytes quick to look at and to edit: it is shown in rows."""

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

ROW = 5_000  # characters; Qt lays out a row at once, and takes seconds for some million

_LONG_LINE = re.compile(rf"([^\n]{{{ROW + 1},}})")
_PARAGRAPH = "\u2029"  # what Qt has between its blocks

# A property of such a character that stands between two rows. What is deleted, undone and done
# again takes its characters along with their formats, so that no edit can mix up rows and lines.
_WITHIN_LINE = QTextFormat.Property.UserProperty


class LongLines:
    """The lines of a document, in which a block is a line, or a row of one that is too long."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._marks: set[int] = set()  # Qt's numbers of formats with the property
        self._rows: list[int] = []  # the numbers of blocks that are further rows of a line
        self._counted_at = -1  # the document's revision then

    def text(self) -> str:
        """Return the text, exactly: `toPlainText` makes plain spaces of no-break ones."""
        return self._with_lines(self._document.toRawText(), self._document.begin())

    def selected(self, cursor: QTextCursor) -> str:
        """Return the selected text, as exactly."""
        first = self._document.findBlock(cursor.selectionStart())
        return self._with_lines(cursor.selectedText(), first)

    def insert(self, cursor: QTextCursor, text: str) -> None:
        """Put a text in the place of what is selected, in a way that undo takes back at once."""
        text = text.replace("\r\n", "\n").replace("\r", "\n").replace(_PARAGRAPH, "\n")
        plain, within_line = QTextCharFormat(), QTextCharFormat()
        within_line.setProperty(_WITHIN_LINE, True)
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        for part, goes_on in _parts(text):
            if goes_on:
                cursor.insertBlock(QTextBlockFormat(), within_line)
                self._marks.add(cursor.block().charFormatIndex())
            cursor.insertText(part, plain)
        cursor.endEditBlock()

    def line(self, number: int) -> QTextCursor:
        """Return a cursor that selects a line, counted from 1; the last one for any beyond."""
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
        """Return the number of the line that begins with a block, from 1; 0 for a further row."""
        if self._goes_on(block):
            return 0
        return block.blockNumber() + 1 - self._rows_before(block.blockNumber())

    def is_between_rows(self, cursor: QTextCursor, *, backward: bool) -> bool:
        """Tell whether the next character, or the one before, only separates two rows."""
        if cursor.hasSelection():
            return False
        block = cursor.block()
        if backward:
            return cursor.atBlockStart() and self._goes_on(block)
        return cursor.atBlockEnd() and self._goes_on(block.next())

    def _with_lines(self, raw: str, block: QTextBlock) -> str:
        if not self._marks:
            return raw.replace(_PARAGRAPH, "\n")
        start, *rows = raw.split(_PARAGRAPH)
        pieces = [start]
        for row in rows:
            block = block.next()
            pieces += (row,) if self._goes_on(block) else ("\n", row)
        return "".join(pieces)

    def _last_row(self, block: QTextBlock) -> QTextBlock:
        following = block.next()
        while self._goes_on(following):
            block, following = following, following.next()
        return block

    def _rows_before(self, block_number: int) -> int:
        """Return how many blocks before this one are further rows of a line."""
        if not self._marks:
            return 0
        if self._counted_at != self._document.revision():
            self._counted_at, self._rows = self._document.revision(), []
            block = self._document.begin()
            while block.isValid():
                if self._goes_on(block):
                    self._rows.append(block.blockNumber())
                block = block.next()
        return bisect_left(self._rows, block_number)

    def _goes_on(self, block: QTextBlock) -> bool:
        """Tell whether a block goes on with the line of the one before."""
        return block.charFormatIndex() in self._marks


def _parts(text: str) -> Iterator[tuple[str, bool]]:
    """Yield what is put in at once, and whether it is a further row of a line."""
    for at, run in enumerate(_LONG_LINE.split(text)):
        if at % 2:
            yield from ((run[row : row + ROW], row > 0) for row in range(0, len(run), ROW))
        else:
            yield run, False
