"""Text fields that ignore mnemonics, and which field has typing that can be undone."""

import sys

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from reamaze_gui.core.characters import LONGEST
from reamaze_gui.ui.widgets import style

LONGEST_TEXT = 2 * LONGEST + 2
"""The most UTF-16 code units of a value, with room for one character that is too many."""


class LineEdit(QLineEdit):
    """Ignores a letter with Alt that no button took; Qt would insert it, say into the ID.

    Ctrl+Z is left to the window if there is no typing to undo.
    """

    def sizeHint(self) -> QSize:
        """Be tall enough to hit with ease."""
        return style.roomy(self, super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        """Be tall enough to hit with ease."""
        return style.roomy(self, super().minimumSizeHint())

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the window if there is no typing to undo."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
            and not self.isUndoAvailable()
        ):
            event.ignore()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ignore mnemonics."""
        if is_mnemonic(event):
            event.ignore()
        else:
            super().keyPressEvent(event)


class TextEdit(QPlainTextEdit):
    """A field of several lines, which ignores mnemonics too; Tab leaves it."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text, tabChangesFocus=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ignore mnemonics."""
        if is_mnemonic(event):
            event.ignore()
        else:
            super().keyPressEvent(event)


def is_mnemonic(event: QKeyEvent) -> bool:
    """Whether a key is a mnemonic, of a button that is disabled or doesn't exist."""
    if sys.platform == "darwin":  # Alt is Option there, which types other letters
        return False
    alone = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
    return alone == Qt.KeyboardModifier.AltModifier and event.text().isprintable()


def undoable_field(widget: QWidget | None) -> QLineEdit | QPlainTextEdit | None:
    """Return the widget if it is a field with typing that it can undo."""
    if isinstance(widget, QLineEdit):
        return widget if widget.isUndoAvailable() else None
    if isinstance(widget, QPlainTextEdit):
        return widget if widget.document().isUndoAvailable() else None
    return None
