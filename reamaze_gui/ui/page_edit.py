"""Where does the customer's page go, however it is handed over?"""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from reamaze_gui.core.reader import LONGEST
from reamaze_gui.page_file import TOO_LONG
from reamaze_gui.ui import style
from reamaze_gui.ui.long_lines import LongLines

_HINT = """Paste what the customer sent, as it is:

•  the page's source, or a part of it
•  the snippet alone
•  what the browser's console prints
•  a copied request (cURL)

or drop a file here."""


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
            self.refused.emit("There is no text on the clipboard. Copy the page first.")

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
        if stays + len(text) > LONGEST:
            self.refused.emit(TOO_LONG)
        else:
            self._put(text)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy, cut or drag the text exactly, and as nothing but text."""
        data = QMimeData()
        data.setText(self._lines.selected(self.textCursor()))
        return data

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin a line at Return, and leave no part of a row's line where it is deleted."""
        typed = _typed(event)
        if typed == "\n" or (typed is not None and self.textCursor().hasSelection()):
            if event.matches(QKeySequence.StandardKey.Cut):
                self.copy()
            self._put(typed)
        else:
            super().keyPressEvent(event)

    def _put(self, text: str) -> None:
        self._lines.insert(self.textCursor(), text)
        self.ensureCursorVisible()


def _typed(event: QKeyEvent) -> str | None:
    """Return what takes the place of what is selected; None where a key leaves that alone."""
    key = QKeySequence.StandardKey
    if event.matches(key.InsertParagraphSeparator):
        return "\n"
    if event.key() == Qt.Key.Key_Backspace or any(map(event.matches, (key.Delete, key.Cut))):
        return ""
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    is_command = event.modifiers() in (control, control | shift)  # AltGr is Ctrl+Alt to some
    return event.text() if event.text() and event.text().isprintable() and not is_command else None


def _file_in(data: QMimeData) -> str:
    """Return the path of the first file, as a file manager hands it over; empty for none."""
    return next((url.toLocalFile() for url in data.urls() if url.isLocalFile()), "")
