"""A field for a few lines of plain text, which Tab leaves."""

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtWidgets import QPlainTextEdit

from reamaze_gui.ui.widgets import style

# Characters that a greeting or a signature may have. Far longer text would make each key slow.
_MOST = 1_000

_LINES = 2


class FewLines(QPlainTextEdit):
    """Takes no paste that is too long for it. Signals: `refused(sentence)`."""

    refused = Signal(str)

    def __init__(self, text: str) -> None:
        super().__init__(text[:_MOST], tabChangesFocus=True)
        self.setFixedHeight(style.height_of_lines(self, _LINES))

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Insert what is pasted or dropped, if there is room for it."""
        if self.document().characterCount() + len(source.text()) > _MOST:
            self.refused.emit(f"Not pasted: at most {_MOST:,} characters fit here.")
        else:
            super().insertFromMimeData(source)
