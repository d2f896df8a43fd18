"""How is a snippet shown: as code, in colours, to be read and copied but not changed?"""

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QPlainTextEdit

from reamaze_gui.ui.runtime import clipboard
from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.widgets.style import Ink

if TYPE_CHECKING:
    from pygments.lexer import Lexer
    from PySide6.QtGui import QTextCharFormat, QTextLayout

Span = tuple[int, int, Ink]  # from where in its line, how many UTF-16 units, which ink

# The inside of a string that ends its line, where nothing in it can mean more than its letters.
_PLAIN = re.compile(r"(?<=[:=] ')[\w@.+:/ -]+(?='[,;]?$)", re.MULTILINE)


class SnippetView(QPlainTextEdit):
    """Read-only code without line wrapping."""

    def __init__(self) -> None:
        super().__init__(readOnly=True, tabChangesFocus=True)
        self.setAccessibleName("Snippet")
        self.setUndoRedoEnabled(False)  # keeps no former customers
        self.setFont(style.monospace())
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # code is, in every language
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._code = ""  # what is shown: of the document, Qt would tell other spaces
        self._spans: list[list[Span]] = [[]]  # of each line

    def show_code(self, code: str, lexer: str) -> None:
        """Show code in the colours of its language; `lexer` is Pygments' name for that."""
        if code == self._code:
            return
        before, after = self._code.split("\n"), code.split("\n")
        self._code = code
        former, self._spans = self._spans, _spans(code, lexer)
        if len(before) == len(after):
            old, new = zip(before, former, strict=True), zip(after, self._spans, strict=True)
            changes = (was != now for was, now in zip(old, new, strict=True))
            self._show_lines({at: after[at] for at, change in enumerate(changes) if change})
            return
        across = self.horizontalScrollBar().value()
        self.setPlainText(code)
        self._show_lines(dict(enumerate(after)))
        self.horizontalScrollBar().setValue(across)

    def _show_lines(self, lines: dict[int, str]) -> None:
        """Show these lines at their numbers, in their colours; leave the others alone."""
        from PySide6.QtGui import QTextCursor

        inks = style.theme().inks
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()  # laid out and painted once, when it ends
        for number, line in lines.items():
            block = self.document().findBlockByNumber(number)
            if block.text() != line:
                cursor.setPosition(block.position())
                to_its_end = QTextCursor.MoveOperation.EndOfBlock
                cursor.movePosition(to_its_end, QTextCursor.MoveMode.KeepAnchor)
                cursor.insertText(line)
            spans = self._spans[number]
            block.layout().setFormats([_range(at, length, inks[ink]) for at, length, ink in spans])
        cursor.endEditBlock()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Mark what is copied by hand as what is copied by the button."""
        return clipboard.marked(self.textCursor().selectedText().replace("\u2029", "\n"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change between light and dark."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._show_lines(dict(enumerate(self._code.split("\n"))))


def _range(start: int, length: int, colour: str) -> "QTextLayout.FormatRange":
    from PySide6.QtGui import QTextLayout

    coloured = QTextLayout.FormatRange()
    coloured.start, coloured.length, coloured.format = start, length, _format(colour)
    return coloured


@cache
def _format(colour: str) -> "QTextCharFormat":
    from PySide6.QtGui import QTextCharFormat

    ink = QTextCharFormat()
    ink.setForeground(QColor(colour))
    return ink


def _spans(code: str, lexer: str) -> list[list[Span]]:
    """Return, line by line, what is to be coloured.

    In a web page, which alone holds what is typed, plain strings are lexed as one letter and
    stretched: from key to key the code to be lexed stays the same, and its colours are remembered.
    """
    if lexer != "html":
        return _lexed(code, lexer)
    lines = zip(_lexed(_PLAIN.sub("x", code), lexer), code.split("\n"), strict=True)
    return [_stretched(spans, line) for spans, line in lines]


def _stretched(spans: list[Span], line: str) -> list[Span]:
    plain = _PLAIN.search(line)
    if not plain:
        return spans
    at, growth = _utf_16_length(line[: plain.start()]), _utf_16_length(plain[0]) - 1
    return [
        (start, length + growth if start <= at < start + length else length, ink)
        for start, length, ink in spans
    ]


@lru_cache(maxsize=4)
def _lexed(code: str, lexer: str) -> list[list[Span]]:
    lines: list[list[Span]] = [[]]
    if not code:  # which needs no lexer, at the start of the program
        return lines
    at = 0
    for _, kind, text in _lexer(lexer).get_tokens_unprocessed(code):
        ink = _ink(kind)
        for number, part in enumerate(text.split("\n")):
            if number:
                lines.append([])
                at = 0
            length = _utf_16_length(part)
            if ink and length:
                lines[-1].append((at, length, ink))
            at += length
    return lines


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
