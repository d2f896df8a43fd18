"""Shows which list is checked, where it is too large for the editor: its name and first rows."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from reamaze_gui.list_file import ListFile
from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.widgets.buttons import FlatButton, outdent
from reamaze_gui.ui.widgets.note import Note
from reamaze_gui.ui.widgets.plain_line import PlainLine
from reamaze_gui.ui.widgets.style import SPACE, TIGHT

_MILLION = 1_000_000


class ListExcerpt(QWidget):
    """Read-only; `close_button` is for those who want the page back."""

    def __init__(self) -> None:
        super().__init__()
        self._name = PlainLine()
        self._name.setAccessibleName("List")
        self._name.setFont(style.semibold(self._name.font()))
        self._about = Note()
        self._rows = QPlainTextEdit(readOnly=True, tabChangesFocus=True)
        self._rows.setAccessibleName("First rows")
        self._rows.setFont(style.monospace())
        self._rows.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as the page's code is
        self._rows.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._rows.setUndoRedoEnabled(False)  # keeps no earlier customers
        self.close_button = FlatButton("Close &list", "Close list")
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(self._name, stretch=1)
        row.addWidget(self.close_button)
        row.insertSpacing(0, -TIGHT)  # which stands within the line, too
        outdent(row, left=False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(TIGHT)
        layout.addLayout(row)
        layout.addWidget(self._about)
        layout.addWidget(self._rows, stretch=1)

    def show_file(self, file: ListFile | None) -> None:
        """Show a list, or nothing of any."""
        self._name.show_text(file.name if file else "")
        self._about.say(f"{file.size / _MILLION:,.1f} MB. Its first rows:" if file else "")
        self._rows.setPlainText(file.beginning if file else "")
        self._rows.setAccessibleDescription(self._about.text())
        self.setVisible(file is not None)

    def enter(self) -> None:
        """Go to the first rows."""
        self._rows.setFocus(Qt.FocusReason.OtherFocusReason)
