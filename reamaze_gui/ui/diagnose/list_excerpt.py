"""Shows the name and first rows of a list that is too large for the editor."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from reamaze_gui.list_file import ListFile
from reamaze_gui.ui.widgets import layouts, style
from reamaze_gui.ui.widgets.buttons import FlatButton, outdent
from reamaze_gui.ui.widgets.note import Note
from reamaze_gui.ui.widgets.plain_line import PlainLine
from reamaze_gui.ui.widgets.style import SPACE, TIGHT

_MILLION = 1_000_000


class ListExcerpt(QWidget):
    """A read-only preview; `close_button` restores the page."""

    def __init__(self) -> None:
        super().__init__()
        self._name = PlainLine()
        self._name.setAccessibleName("List")
        self._name.setFont(style.semibold(self._name.font()))
        self._about = Note()
        self._rows = QPlainTextEdit(readOnly=True, tabChangesFocus=True)
        self._rows.setAccessibleName("First rows")
        self._rows.setFont(style.monospace())
        self._rows.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._rows.setUndoRedoEnabled(False)  # keeps no previous customers in memory
        self.close_button = FlatButton("Close &list", "Close list")
        row = layouts.row(SPACE)
        row.addWidget(self._name, stretch=1)
        row.addWidget(self.close_button)
        row.insertSpacing(0, -TIGHT)  # compensates for the margin within the line
        outdent(row, left=False)
        layout = layouts.column(TIGHT, self)
        layout.addLayout(row)
        layout.addWidget(self._about)
        layout.addWidget(self._rows, stretch=1)

    def show_file(self, file: ListFile | None) -> None:
        """Show a list, or hide the preview."""
        self._name.show_text(file.name if file else "")
        self._about.say(f"{file.size / _MILLION:,.1f} MB. Its first rows:" if file else "")
        self._rows.setPlainText(file.beginning if file else "")
        self._rows.setAccessibleDescription(self._about.text())
        self.setVisible(file is not None)

    def enter(self) -> None:
        """Focus the first rows."""
        self._rows.setFocus(Qt.FocusReason.OtherFocusReason)
