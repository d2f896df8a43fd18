"""Shows a snippet as code, in colours, to be read and copied but not changed."""

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, Slot
from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit

from reamaze_gui.ui.runtime import clipboard
from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.widgets.empty_hint import EmptyHint
from reamaze_gui.ui.widgets.style import Syntax

if TYPE_CHECKING:
    from pygments.lexer import Lexer

_TITLE = "The snippet appears here"
_WAY = "Fill in the customer on the left, or paste one\nfrom a ticket, a table or a page"

Span = tuple[int, int, Syntax]  # from where in its line, how many UTF-16 units, which ink


class SnippetView(QPlainTextEdit):
    """Read-only code without line wrapping."""

    def __init__(self) -> None:
        super().__init__(readOnly=True, tabChangesFocus=True)
        self.setAccessibleName("Snippet")
        self.setUndoRedoEnabled(False)  # keeps no previous customers
        self.setFont(style.monospace())
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # code is, in every language
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._code = ""  # what is shown: of the document, Qt would tell other spaces
        self._highlighter = _Highlighter(self.document())
        self._hint = EmptyHint(self, "code", _TITLE, _WAY)

    def show_code(self, code: str, lexer: str) -> None:
        """Show code in the colours of its language; `lexer` is Pygments' name for that."""
        if code == self._code:
            return
        self._code = code
        self._hint.setVisible(not code)
        bars = (self.horizontalScrollBar(), self.verticalScrollBar())
        places = [bar.value() for bar in bars]
        self._highlighter.lines = _spans(code, lexer) if code else []
        self.setPlainText(code)
        for bar, place in zip(bars, places, strict=True):
            bar.setValue(place)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Mark what is copied by hand as what is copied by the button."""
        return clipboard.marked(self.textCursor().selectedText().replace("\u2029", "\n"))


class _Highlighter(QSyntaxHighlighter):
    """Colours each line by its spans in `lines`."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.lines: list[list[Span]] = []
        style.COLOURS.changed.connect(self.follow_theme)
        self.follow_theme()

    @Slot()
    def follow_theme(self) -> None:
        """Colour all lines in the colours in use."""
        self._colours = {ink: QColor(colour) for ink, colour in style.theme().syntax.items()}
        self.rehighlight()

    def highlightBlock(self, _text: str) -> None:
        """Colour one line, whose state is its number."""
        number = self.previousBlockState() + 1
        self.setCurrentBlockState(number)
        for start, length, ink in self.lines[number] if number < len(self.lines) else ():
            self.setFormat(start, length, self._colours[ink])


def _spans(code: str, lexer: str) -> list[list[Span]]:
    """Return, line by line, what is to be coloured."""
    lines: list[list[Span]] = [[]]
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
def _ink(token: object) -> Syntax | None:
    """Return the ink for a token of Pygments, by its family."""
    families = {
        "Token.Name.Tag": Syntax.TAG,
        "Token.Name": Syntax.NAME,
        "Token.Keyword": Syntax.KEYWORD,
        "Token.Literal.String": Syntax.STRING,
        "Token.Literal.Number": Syntax.NUMBER,
        "Token.Comment": Syntax.COMMENT,
    }
    return next((ink for family, ink in families.items() if str(token).startswith(family)), None)
