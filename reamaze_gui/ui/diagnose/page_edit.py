"""Where does the customer's page go, however it is handed over?"""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from reamaze_gui.core.reader import LONGEST
from reamaze_gui.page_file import TOO_LONG
from reamaze_gui.ui.diagnose.long_lines import LongLines
from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.widgets.line_edit import is_for_a_button

_HINT = """Paste what the customer sent, as it is:

•  the page's source, or a part of it
•  the snippet alone
•  what the browser's console prints
•  a copied request (cURL)

or drop a file here."""

_NO_TEXT = "There is no text on the clipboard. Copy the page first."


class PageEdit(QPlainTextEdit):
    """Plain text that does not wrap, and takes files too.

    Signals: `refused(sentence)` where something was not taken; `file_given(path)`.
    """

    refused = Signal(str)
    file_given = Signal(str)

    def __init__(self) -> None:
        super().__init__(tabChangesFocus=True)
        self.setAccessibleName("Customer's page")
        self.setPlaceholderText(_HINT)
        self.setFont(style.monospace())
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # code is, in every language
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._lines = LongLines(self.document())

    def text(self) -> str:
        """Return the text, exactly."""
        return self._lines.text()

    def replace(self, text: str) -> None:
        """Put another page in the place of this one, in a way that undo takes back."""
        if len(text) > LONGEST:
            self.refused.emit(TOO_LONG)
            return
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        self._lines.insert(cursor, text)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def paste_page(self) -> None:
        """Put what is on the clipboard in the place of this page."""
        data = QGuiApplication.clipboard().mimeData()
        if _file_in(data):
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

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take a file too."""
        return bool(_file_in(source)) or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take what is pasted or dropped, unless it is too long."""
        if path := _file_in(source):
            self.file_given.emit(path)
            return
        text = source.text()
        stays = len(self.text()) - len(self._lines.selected(self.textCursor()))
        if not text:
            self.refused.emit(_NO_TEXT)
        elif stays + len(text) > LONGEST:
            self.refused.emit(TOO_LONG)
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
        if is_for_a_button(event):
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


def _file_in(data: QMimeData) -> str:
    """Return the path of the first file, as a file manager hands it over; empty for none."""
    return next((url.toLocalFile() for url in data.urls() if url.isLocalFile()), "")
