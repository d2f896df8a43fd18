"""The field for a customer's page, however it is handed over."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QMimeData, QRect, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
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
from reamaze_gui.ui.widgets.line_edit import is_mnemonic
from reamaze_gui.ui.widgets.style import Tone

_TITLE = "Paste what the customer sent, or drop a file here"
_TAKEN = (
    "The page’s source or a part of it, the snippet alone,\n"
    "what the browser’s console prints, a copied request (cURL),\n"
    "or a list of customers with their authkeys (CSV)"
)
_NO_TEXT = "There is no text on the clipboard. Copy the page first."


class PageEdit(QPlainTextEdit):
    """Plain text that does not wrap, with line numbers; it takes files too.

    Signals: `replaced` when another page begins to take the place of this one; `refused(sentence)`
    where something was not taken; `file_given(path)`.
    """

    replaced = Signal()
    refused = Signal(str)
    file_given = Signal(str)

    def __init__(self) -> None:
        super().__init__(tabChangesFocus=True)
        self.setAccessibleName("Customer's page")
        self.setFont(style.monospace())
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # code is, in every language
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._lines = LongLines(self.document())
        self._numbers = LineNumbers(self, self._numbers_in_sight)
        self._numbers.setFont(self.font())
        self._hint = EmptyHint(self, "upload", _TITLE, _TAKEN)
        self.textChanged.connect(self._make_room_for_numbers)
        self.updateRequest.connect(self._scroll_numbers)
        self._make_room_for_numbers()

    def text(self) -> str:
        """Return the text, exactly."""
        return self._lines.text()

    def replace(self, text: str) -> None:
        """Put another page in the place of this one, in a way that undo takes back."""
        if trouble := refusal(text):
            self.refused.emit(trouble)
            return
        self.replaced.emit()
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        self._lines.insert(cursor, text)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def paste_page(self) -> None:
        """Put what is on the clipboard in the place of this page."""
        data = clipboard.clipboard_data()
        if file_in(data):
            self.insertFromMimeData(data)
        elif data.text():
            self.replace(data.text())
        else:
            self.refused.emit(_NO_TEXT)

    def choose_line(self, number: int) -> None:
        """Select a line, counted from 1, and show it."""
        self.setTextCursor(self._lines.line(number))
        self.horizontalScrollBar().setValue(0)
        self.centerCursor()
        self.setFocus()

    def tint(self, lines: Mapping[int, Tone]) -> None:
        """Give lines, counted from 1, the ground of what is said of them; all others none."""
        grounds = style.theme().tinted
        self.setExtraSelections([self._tinted(at, grounds[tone]) for at, tone in lines.items()])

    def _tinted(self, number: int, ground: str) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        cursor = self._lines.line(number)
        cursor.setPosition(cursor.selectionStart())
        selection.cursor = cursor
        selection.format.setBackground(QColor(ground))
        full_width = QTextFormat.Property.FullWidthSelection
        selection.format.setProperty(full_width, True)
        return selection

    def _numbers_in_sight(self) -> Iterator[tuple[int, float, float]]:
        """Yield each line in sight: its number, and its top and height in pixels."""
        above = self.viewport().y() - self._numbers.y()
        block = self.firstVisibleBlock()
        while block.isValid():
            # Qt lays out a block to tell this, so a row below, without a number, costs time too.
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
        """Keep the numbers beside the text."""
        super().resizeEvent(event)
        self._place_numbers()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take a file too."""
        return bool(file_in(source)) or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take what is pasted or dropped, unless it is too long."""
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
            self._put(text)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy, cut or drag the text exactly, and as nothing but text."""
        data = QMimeData()
        data.setText(self._lines.selected(self.textCursor()))
        return data

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin a line, rather than a row of one; delete what can be seen between two rows."""
        cursor, between = self.textCursor(), self._lines.is_between_rows
        if is_mnemonic(event):
            event.ignore()
            return
        if event.matches(QKeySequence.StandardKey.InsertParagraphSeparator):
            self._put("\n")
            return
        if event.key() == Qt.Key.Key_Backspace and between(cursor, backward=True):
            cursor.deletePreviousChar()
        elif event.key() == Qt.Key.Key_Delete and between(cursor, backward=False):
            cursor.deleteChar()
        super().keyPressEvent(event)

    def _put(self, text: str) -> None:
        self._lines.insert(self.textCursor(), text)
        self.ensureCursorVisible()


def file_in(data: QMimeData) -> str:
    """Return the path of the first file, as a file manager hands it over; empty for none."""
    return next((url.toLocalFile() for url in data.urls() if url.isLocalFile()), "")
