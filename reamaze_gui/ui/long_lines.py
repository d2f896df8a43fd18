"""How does a line of megabytes stay quick to look at and to edit? It is shown in rows."""

import re

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument, QTextFormat

ROW = 5_000  # characters; Qt lays out a row at once, and takes seconds for some million

_LONG_LINE = re.compile(rf"([^\n]{{{ROW + 1},}})")
_PARAGRAPH = "\u2029"  # what Qt has between its blocks

# Of a block's format, as undo and redo keep that: it goes on with the line of the one before.
_GOES_ON = QTextFormat.Property.UserProperty


class LongLines:
    """The lines of a document, in which a block is a line, or a row of one that is too long."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._rows: set[int] = set()  # the formats of blocks that go on, by Qt's number

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
        before = self._document.findBlock(cursor.selectionStart()).blockFormat()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        cursor.setBlockFormat(before)  # of an emptied block, Qt keeps that of the next one
        for at, piece in enumerate(_LONG_LINE.split(text)):
            if at % 2:
                self._insert_long(cursor, piece)
            else:
                self._insert_short(cursor, piece)
        cursor.endEditBlock()

    def line(self, number: int) -> QTextCursor:
        """Return a cursor that selects a line, counted from 1."""
        first = self._document.begin()
        for _ in range(number - 1):
            first = self._last_row(first).next()
        last = self._last_row(first)
        cursor = QTextCursor(first)
        end = last.position() + last.length() - 1
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _insert_long(self, cursor: QTextCursor, line: str) -> None:
        row = QTextBlockFormat()
        row.setProperty(_GOES_ON, True)
        cursor.insertText(line[:ROW])
        for at in range(ROW, len(line), ROW):
            cursor.insertBlock(row)
            cursor.insertText(line[at : at + ROW])
        self._rows.add(cursor.block().blockFormatIndex())

    def _insert_short(self, cursor: QTextCursor, text: str) -> None:
        if self._goes_on(cursor.block()):  # which each line of what is inserted would take over
            text, line_break, rest = text.partition("\n")
            if line_break:
                cursor.insertText(text)
                cursor.insertBlock(QTextBlockFormat())
                text = rest
        cursor.insertText(text)

    def _with_lines(self, raw: str, block: QTextBlock) -> str:
        if not self._rows:
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

    def _goes_on(self, block: QTextBlock) -> bool:
        return block.blockFormatIndex() in self._rows
