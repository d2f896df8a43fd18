"""A field that types no letter which was pressed with Alt; and which fields have typing to undo."""

import sys

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from reamaze_gui.ui.widgets import style


class LineEdit(QLineEdit):
    """A field in which such a letter is not typed: Qt would, say into the customer's ID."""

    def sizeHint(self) -> QSize:
        """Ask for a height that can be hit with ease."""
        return style.roomy(self, super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        """Ask for no less."""
        return style.roomy(self, super().minimumSizeHint())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave a letter with Alt alone."""
        if is_for_a_button(event):
            event.ignore()
        else:
            super().keyPressEvent(event)


def is_for_a_button(event: QKeyEvent) -> bool:
    """Tell whether a key was meant for a button, which can't be pressed now or is not there."""
    if sys.platform == "darwin":  # where Alt is Option, which types other letters
        return False
    alone = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
    return alone == Qt.KeyboardModifier.AltModifier and event.text().isprintable()


def with_typing(widget: QWidget | None) -> QLineEdit | QPlainTextEdit | None:
    """Return the widget if it is a field in which something was typed that it can undo."""
    if isinstance(widget, QLineEdit):
        return widget if widget.isUndoAvailable() else None
    if isinstance(widget, QPlainTextEdit):
        return widget if widget.document().isUndoAvailable() else None
    return None
