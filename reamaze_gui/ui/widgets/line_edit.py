"""A field that types no letter which was pressed with Alt."""

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit


class LineEdit(QLineEdit):
    """A field in which such a letter is not typed: Qt would, say into the customer's ID."""

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
