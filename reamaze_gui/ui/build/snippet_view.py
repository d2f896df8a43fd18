"""Shows a snippet as read-only code with syntax highlighting."""

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Slot
from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit

from reamaze_gui.ui.runtime import clipboard
from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.widgets.empty_hint import EmptyHint
from reamaze_gui.ui.widgets.style import Syntax

if TYPE_CHECKING:
    from pygments.lexer import Lexer

_TITLE = "The snippet appears here"
_ESCAPED = r"\u0040 is an @: written like that, no template changes the address"
_HINT = "Fill in the customer on the left, or paste one\nfrom a ticket, a table or a page"

Span = tuple[int, int, Syntax]  # start in its line, length in UTF-16 code units, kind


class SnippetView(QPlainTextEdit):
    """Read-only code without line wrapping."""

    def __init__(self) -> None:
        super().__init__(readOnly=True, tabChangesFocus=True)
        self.setAccessibleName("Snippet")
        self.setUndoRedoEnabled(False)  # keeps no previous customers in memory
        self.setFont(style.monospace())
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setAccessibleDescription(_TITLE)
        self._hint = EmptyHint(self, "code", _TITLE, _HINT)
        self._code = ""  # toPlainText would turn no-break spaces into spaces
        self._highlighter = _Highlighter(self.document())

    def show_code(self, code: str, lexer: str, obstacle: str = "") -> None:
        """Show and highlight code, or why there is none.

        `lexer` is Pygments' name for its language. Without an `obstacle`, nothing is filled in yet.
        """
        self._hint.say(_TITLE, obstacle or _HINT)
        if code == self._code:
            return
        self._code = code
        self._hint.setVisible(not code)
        self.setAccessibleDescription("" if code else _TITLE)
        self.setToolTip(_ESCAPED if r"\u0040" in code else "")
        bars = (self.horizontalScrollBar(), self.verticalScrollBar())
        places = [bar.value() for bar in bars]
        self._highlighter.lines = _spans(code, lexer) if code else []
        self.setPlainText(code)
        for bar, place in zip(bars, places, strict=True):
            bar.setValue(place)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Mark a copied selection for clipboard histories."""
        return clipboard.marked(self.textCursor().selectedText().replace("\u2029", "\n"))


class _Highlighter(QSyntaxHighlighter):
    """Highlights the spans in `lines`."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.lines: list[list[Span]] = []
        style.COLOURS.changed.connect(self.follow_theme)
        self.follow_theme()

    @Slot()
    def follow_theme(self) -> None:
        """Update the colours."""
        self._colours = {kind: QColor(colour) for kind, colour in style.theme().syntax.items()}
        self.rehighlight()

    def highlightBlock(self, _text: str) -> None:
        """Highlight one line; its block state is its number."""
        number = self.previousBlockState() + 1
        self.setCurrentBlockState(number)
        for start, length, kind in self.lines[number] if number < len(self.lines) else ():
            self.setFormat(start, length, self._colours[kind])


def _spans(code: str, lexer: str) -> list[list[Span]]:
    """Return the spans to highlight in each line."""
    lines: list[list[Span]] = [[]]
    at = 0
    for _, token, text in _lexer(lexer).get_tokens_unprocessed(code):
        kind = _syntax(token)
        for number, part in enumerate(text.split("\n")):
            if number:
                lines.append([])
                at = 0
            length = _utf_16_length(part)
            if kind and length:
                lines[-1].append((at, length, kind))
            at += length
    return lines


def _utf_16_length(text: str) -> int:
    """Return a text's length in Qt's terms."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


@cache
def _lexer(name: str) -> "Lexer":
    from pygments.lexers import get_lexer_by_name

    return get_lexer_by_name(name)


@cache
def _syntax(token: object) -> Syntax | None:
    """Return the kind of a Pygments token, by its family."""
    families = {
        "Token.Name.Tag": Syntax.TAG,
        "Token.Name": Syntax.NAME,
        "Token.Keyword": Syntax.KEYWORD,
        "Token.Literal.String": Syntax.STRING,
        "Token.Literal.Number": Syntax.NUMBER,
        "Token.Comment": Syntax.COMMENT,
    }
    return next((kind for family, kind in families.items() if str(token).startswith(family)), None)
