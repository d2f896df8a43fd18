"""A password field that can be revealed, but never copied from."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton

from reamaze_gui.core.preview import SECRET_LABEL
from reamaze_gui.ui.widgets import icons, style
from reamaze_gui.ui.widgets.line_edit import LONGEST_TEXT, LineEdit

_LEAST = 12  # letters that are always visible

_PRIVATE = (
    Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)


class SecretEdit(LineEdit):
    """A password field with an `eye` button that reveals its text."""

    def __init__(self) -> None:
        super().__init__(maxLength=LONGEST_TEXT)
        self.setAccessibleName(SECRET_LABEL)
        self.setMinimumWidth(style.wide(self, _LEAST))
        self.eye = QToolButton()
        self.eye.setCheckable(True)
        self.eye.setAccessibleName("Show secret")
        self.eye.setToolTip("Show the secret")
        self.eye.setCursor(Qt.CursorShape.ArrowCursor)
        self.eye.toggled.connect(lambda on: self.show_secret(shown=on))
        self.setTextMargins(0, 0, style.CONTROL, 0)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, style.CLOSE, 0)
        inside.addWidget(self.eye, alignment=Qt.AlignmentFlag.AlignTrailing)
        self.show_secret(shown=False)
        self.selectionChanged.connect(self._prevent_copying)
        style.COLOURS.changed.connect(self._draw_eye)

    def show_secret(self, *, shown: bool) -> None:
        """Show the secret, or dots."""
        self.deselect()  # a selection could be copied once it is shown
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        # Input methods must never learn it, but Qt drops the hints in Normal mode.
        self.setInputMethodHints(self.inputMethodHints() | _PRIVATE)
        self._draw_eye()

    def wipe(self) -> None:
        """Empty the field without an undo step; after `clear`, Ctrl+Z would restore the secret."""
        self.setText("")

    @Slot()
    def _draw_eye(self) -> None:
        is_shown = self.echoMode() is QLineEdit.EchoMode.Normal
        self.eye.setIcon(icons.icon("eye-off" if is_shown else "eye"))

    def _prevent_copying(self) -> None:
        # In Normal mode, Ctrl+C copies the selection, and X11 copies it as soon as it is made.
        if self.echoMode() is QLineEdit.EchoMode.Normal:
            self.deselect()
