"""A password field that can be looked into, but never copied from."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton

from reamaze_gui.core.characters import LONGEST
from reamaze_gui.core.preview import SECRET_LABEL
from reamaze_gui.ui.widgets import icons, style
from reamaze_gui.ui.widgets.line_edit import LineEdit

_LEAST = 12  # letters that can always be seen

_NOT_TO_BE_LEARNT = (
    Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)


class SecretEdit(LineEdit):
    """A password field whose `eye` shows what it holds, but never lets it be copied.

    Signals: `caps_lock_seen(on)`, told from the letters that arrive, as Qt has no other way; off
    once the field is emptied or left.
    """

    caps_lock_seen = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(SECRET_LABEL)
        self.setMinimumWidth(style.wide(self, _LEAST))
        self.setMaxLength(2 * LONGEST + 2)  # as Qt counts, in UTF-16
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
        self.selectionChanged.connect(self._select_nothing_in_the_clear)
        self.textChanged.connect(self._forget_caps_lock_once_empty)
        style.COLOURS.changed.connect(self._draw_eye)

    def show_secret(self, *, shown: bool) -> None:
        """Show the secret, or dots in its place."""
        self.deselect()  # what was selected as dots could be copied once it is shown
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        # Shown or not, no input method is to learn it; Qt takes that back where it is shown.
        self.setInputMethodHints(self.inputMethodHints() | _NOT_TO_BE_LEARNT)
        self._draw_eye()

    def drop(self) -> None:
        """Empty the field for good, which `clear` doesn't: Ctrl+Z would bring the secret back."""
        self.setText("")

    @Slot()
    def _draw_eye(self) -> None:
        is_shown = self.echoMode() is QLineEdit.EchoMode.Normal
        self.eye.setIcon(icons.icon("eye-off" if is_shown else "eye"))

    def _select_nothing_in_the_clear(self) -> None:
        # Qt copies from every field but a password field: at a key, and on X11 at a mere selection.
        if self.echoMode() is QLineEdit.EchoMode.Normal:
            self.deselect()

    def _forget_caps_lock_once_empty(self, text: str) -> None:
        if not text:
            self.caps_lock_seen.emit(False)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say no more of Caps Lock: elsewhere nothing tells when it is off again."""
        super().focusOutEvent(event)
        self.caps_lock_seen.emit(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell whether Caps Lock is on: it turns round what Shift does."""
        letter = event.text()
        if letter.isalpha() and letter.lower() != letter.upper():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_lock_seen.emit(letter.isupper() != shift)
        super().keyPressEvent(event)
