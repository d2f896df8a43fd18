"""The editor for a merchant's page, which can be typed, pasted or dropped."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QMimeData, QRect, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from reamaze_gui.page_file import refusal
from reamaze_gui.ui.diagnose.line_numbers import LineNumbers
from reamaze_gui.ui.diagnose.long_lines import LongLines
from reamaze_gui.ui.runtime import clipboard
from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.widgets.empty_hint import EmptyHint
from reamaze_gui.ui.widgets.line_edit import TextEdit
from reamaze_gui.ui.widgets.style import Tone

_TITLE = "Paste what the customer sent, or drop a file here"
_HINT = (
    "The page's source or a part of it, the snippet alone,\n"
    "what the browser's console prints, a copied request (cURL),\n"
    "or a list of customers with their authkeys (CSV)"
)
_NO_TEXT = "There is no text on the clipboard. Copy the page first."


class PageEdit(TextEdit):
    """A plain-text editor without wrapping, with line numbers; it also accepts files.

    Signals: `replaced` before another page replaces this one; `refused(sentence)` if something
    could not be inserted; `file_given(path)`.
    """

    replaced = Signal()
    refused = Signal(str)
    file_given = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Customer's page")
        self.setAccessibleDescription(_TITLE)
        self.setFont(style.monospace())
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._hint = EmptyHint(self, "upload", _TITLE, _HINT)
        self._lines = LongLines(self.document())
        self._numbers = LineNumbers(self, self._visible_numbers)
        self._numbers.setFont(self.font())
        self.textChanged.connect(self._make_room_for_numbers)
        self.updateRequest.connect(self._scroll_numbers)
        self._make_room_for_numbers()

    def text(self) -> str:
        """Return the exact text."""
        return self._lines.text()

    def replace(self, text: str) -> None:
        """Replace the page, in a way that can be undone."""
        if trouble := refusal(text):
            self.refused.emit(trouble)
            return
        self.replaced.emit()
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        self._lines.insert(cursor, text)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def paste_page(self) -> None:
        """Replace the page with the clipboard's content."""
        data = clipboard.clipboard_data()
        if file_in(data):
            self.insertFromMimeData(data)
        elif data.text():
            self.replace(data.text())
        else:
            self.refused.emit(_NO_TEXT)

    def choose_line(self, number: int) -> None:
        """Select a line, counted from 1, and scroll to it."""
        self.setTextCursor(self._lines.line(number))
        self.horizontalScrollBar().setValue(0)
        self.centerCursor()
        self.setFocus()

    def tint(self, lines: Mapping[int, Tone]) -> None:
        """Highlight lines, counted from 1, in the colours of their tones."""
        tinted = style.theme().tinted
        self.setExtraSelections([self._highlight(at, tinted[tone]) for at, tone in lines.items()])

    def _highlight(self, number: int, colour: str) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        cursor = self._lines.line(number)
        cursor.setPosition(cursor.selectionStart())
        selection.cursor = cursor
        selection.format.setBackground(QColor(colour))
        full_width = QTextFormat.Property.FullWidthSelection
        selection.format.setProperty(full_width, True)
        return selection

    def _visible_numbers(self) -> Iterator[tuple[int, float, float]]:
        """Yield the number of each visible line, and its top and height in pixels."""
        above = self.viewport().y() - self._numbers.y()
        block = self.firstVisibleBlock()
        while block.isValid():
            # Slow for a block that Qt has yet to lay out, so stop at the bottom.
            rectangle = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if rectangle.top() > self.viewport().height():
                return
            if number := self._lines.number(block):
                yield number, rectangle.top() + above, rectangle.height()
            block = block.next()

    @Slot()
    def _make_room_for_numbers(self) -> None:
        is_empty = self.document().isEmpty()
        self._hint.setVisible(is_empty)
        self._numbers.show_up_to(self.blockCount())
        self._numbers.setVisible(not is_empty)
        width = 0 if is_empty else self._numbers.sizeHint().width()
        self.setViewportMargins(width, 0, 0, 0)
        self._place_numbers()

    def _place_numbers(self) -> None:
        inside = self.contentsRect()
        width = self._numbers.sizeHint().width()
        self._numbers.setGeometry(QRect(inside.left(), inside.top(), width, inside.height()))

    @Slot(QRect, int)
    def _scroll_numbers(self, _part: QRect, _by: int) -> None:
        self._numbers.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the line numbers."""
        super().resizeEvent(event)
        self._place_numbers()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Accept files too."""
        return bool(file_in(source)) or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Insert what is pasted or dropped, unless it is too long."""
        if path := file_in(source):
            self.file_given.emit(path)
            return
        text, before = source.text(), self.text()
        if not text:
            self.refused.emit(_NO_TEXT)
        elif self._lines.selected(self.textCursor()) == before:
            self.replace(text)
        elif trouble := refusal(before + text):
            self.refused.emit(trouble)
        else:
            self._insert(text)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Accept files only as copies."""
        super().dragMoveEvent(event)
        accept_file(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Insert what is dropped."""
        super().dropEvent(event)
        accept_file(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy, cut or drag the exact text, as plain text only."""
        data = QMimeData()
        data.setText(self._lines.selected(self.textCursor()))
        return data

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Return insert a line break, and let deleting skip the separator of two rows."""
        cursor, between = self.textCursor(), self._lines.is_between_rows
        keys = QKeySequence.StandardKey  # Shift+Return would insert a separator within the line
        if event.matches(keys.InsertParagraphSeparator) or event.matches(keys.InsertLineSeparator):
            self._insert("\n")
            return
        if event.key() == Qt.Key.Key_Backspace and between(cursor, backward=True):
            cursor.deletePreviousChar()
        elif event.key() == Qt.Key.Key_Delete and between(cursor, backward=False):
            cursor.deleteChar()
        super().keyPressEvent(event)

    def _insert(self, text: str) -> None:
        self._lines.insert(self.textCursor(), text)
        self.ensureCursorVisible()


def accept_file(event: QDropEvent) -> None:
    """Accept a file as a copy: whoever would rather move it might delete the original."""
    if file_in(event.mimeData()):
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()


def file_in(data: QMimeData) -> str:
    """Return the path of the first file that is dropped or pasted, or ""."""
    return next((url.toLocalFile() for url in data.urls() if url.isLocalFile()), "")
