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
        same_above = _same(before, after)
        same_below = _same(before[same_above:][::-1], after[same_above:][::-1])
        if same_above + same_below == 0 or len(before) != len(after):
            across = self.horizontalScrollBar().value()
            self.setPlainText(code)
            self.horizontalScrollBar().setValue(across)
        else:
            self._replace(same_above, after[same_above : len(after) - same_below])

    def _replace(self, first: int, lines: list[str]) -> None:
        """Put lines in the place of as many, from line `first` on; the others are left alone."""
        last = self.document().findBlockByNumber(first + len(lines) - 1)
        cursor = QTextCursor(self.document().findBlockByNumber(first))
        cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText("\n".join(lines))

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


def _same(some: list[str], others: list[str]) -> int:
    """Return how many lines at the start are the same."""
    pairs = zip(some, others, strict=False)
    return next((at for at, (one, other) in enumerate(pairs) if one != other), len(some))


def _spans(code: str, lexer: str) -> "Iterator[list[Span]]":
    """Yield, line by line, what is to be coloured."""
    line: list[Span] = []
    at = 0
    for kind, text in _lexer(lexer).get_tokens(code):
        ink = _ink(str(kind))
        for number, part in enumerate(text.split("\n")):
            if number:
                yield line
                line, at = [], 0
            length = len(part.encode("utf-16-le", "surrogatepass")) // 2  # as Qt counts
            if ink and length:
                line.append((at, length, ink))
            at += length
    yield line


@cache
def _lexer(name: str) -> "Lexer":
    from pygments.lexers import get_lexer_by_name

    return get_lexer_by_name(name, stripnl=False, ensurenl=False)


@cache
def _ink(token: str) -> Ink | None:
    """Return the ink for a token of Pygments, by its family."""
    families = {
        "Token.Name.Tag": Ink.TAG,
        "Token.Name": Ink.NAME,
        "Token.Keyword": Ink.KEYWORD,
        "Token.Literal.String": Ink.STRING,
        "Token.Literal.Number": Ink.NUMBER,
        "Token.Comment": Ink.COMMENT,
    }
    return next((ink for family, ink in families.items() if token.startswith(family)), None)
