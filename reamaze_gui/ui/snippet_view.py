"""How is a snippet shown: as code, in colours, to be read and copied but not changed?"""

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData
from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit

from reamaze_gui.ui import clipboard, style
from reamaze_gui.ui.style import Ink

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pygments.lexer import Lexer

Span = tuple[int, int, Ink]  # from where in its line, how many UTF-16 units, which ink


class SnippetView(QPlainTextEdit):
    """Read-only code without line wrapping."""

    def __init__(self) -> None:
        super().__init__(readOnly=True, tabChangesFocus=True)
        self.setAccessibleName("Snippet")
        self.setUndoRedoEnabled(False)  # keeps no former customers
        self.setFont(style.monospace())
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._highlighter = _Highlighter(self.document())

    def show_code(self, code: str, lexer: str) -> None:
        """Show code in the colours of its language; `lexer` is Pygments' name for that."""
        before, after = self.toPlainText().split("\n"), code.split("\n")
        if before == after:
            return
        self._highlighter.lines = list(_spans(code, lexer)) if code else []
        if len(before) == len(after):
            self._replace({at: line for at, line in enumerate(after) if line != before[at]})
            return
        across = self.horizontalScrollBar().value()
        self.setPlainText(code)
        self.horizontalScrollBar().setValue(across)

    def _replace(self, lines: dict[int, str]) -> None:
        """Put these lines in the place of those with their numbers; leave the others alone."""
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for number, line in lines.items():
            cursor.setPosition(self.document().findBlockByNumber(number).position())
            to_its_end = QTextCursor.MoveOperation.EndOfBlock
            cursor.movePosition(to_its_end, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(line)
        cursor.endEditBlock()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Mark what is copied by hand as what is copied by the button."""
        return clipboard.marked(self.textCursor().selectedText().replace("\u2029", "\n"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change between light and dark."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._highlighter.rehighlight()


class _Highlighter(QSyntaxHighlighter):
    """Colours each line with the spans that were found in the whole text at once."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.lines: list[list[Span]] = []

    def highlightBlock(self, _text: str) -> None:
        """Colour one line."""
        number = self.currentBlock().blockNumber()
        if number < len(self.lines):
            inks = style.theme().inks
            for start, length, ink in self.lines[number]:
                self.setFormat(start, length, _format(inks[ink]))


@cache
def _format(colour: str) -> QTextCharFormat:
    ink = QTextCharFormat()
    ink.setForeground(QColor(colour))
    return ink


def _spans(code: str, lexer: str) -> "Iterator[list[Span]]":
    """Yield, line by line, what is to be coloured."""
    line: list[Span] = []
    at = 0
    for _, kind, text in _lexer(lexer).get_tokens_unprocessed(code):
        ink = _ink(kind)
        for number, part in enumerate(text.split("\n")):
            if number:
                yield line
                line, at = [], 0
            length = _utf_16_length(part)
            if ink and length:
                line.append((at, length, ink))
            at += length
    yield line


def _utf_16_length(text: str) -> int:
    """Return how many characters Qt counts in a text."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


@cache
def _lexer(name: str) -> "Lexer":
    from pygments.lexers import get_lexer_by_name

    return get_lexer_by_name(name)


@cache
def _ink(token: object) -> Ink | None:
    """Return the ink for a token of Pygments, by its family."""
    families = {
        "Token.Name.Tag": Ink.TAG,
        "Token.Name": Ink.NAME,
        "Token.Keyword": Ink.KEYWORD,
        "Token.Literal.String": Ink.STRING,
        "Token.Literal.Number": Ink.NUMBER,
        "Token.Comment": Ink.COMMENT,
    }
    return next((ink for family, ink in families.items() if str(token).startswith(family)), None)
