"""Buttons: the usual one, the one most people are here for, and one that looks like a link.

Their colours stand in resources/style.qss, by the names of these classes.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QWidget

from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.widgets.letters import drawn
from reamaze_gui.ui.widgets.style import FLAT

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionButton


class Button(QPushButton):
    """A button whose letter for Alt is marked by `&`.

    Return presses it where it has the focus, and not from a field of its dialog.
    """

    def __init__(self, text: str, name: str = "") -> None:
        super().__init__()
        self.set_text(text, name)
        self.setAutoDefault(False)

    def set_text(self, text: str, name: str = "") -> None:
        """Change the text, and with it the name that screen readers say, where none is given."""
        self.setText(text)
        self.setAccessibleName(name or text.replace("&", ""))

    def sizeHint(self) -> QSize:
        """Ask for a height that can be hit with ease."""
        return style.roomy(self, super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        """Ask for no less."""
        return style.roomy(self, super().minimumSizeHint())

    def initStyleOption(self, option: "QStyleOptionButton") -> None:
        """Draw the text, its letter underlined while Alt is held."""
        super().initStyleOption(option)
        option.text = drawn(option.text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press it with Return as with Space, once however long that is held."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
        else:
            super().keyPressEvent(event)


class PrimaryButton(Button):
    """A button in the colour that says: this is it."""


class FlatButton(Button):
    """A button for what is done now and then, as in the title row of a card.

    At the end of a row it stands beyond that, so that its words end where all else does.
    """


def flush(row: QBoxLayout, *, left: bool = True) -> None:
    """Let what stands at the right end of a row, and at its left one, stand beyond it."""
    row.addSpacing(-FLAT)
    if left:
        row.insertSpacing(0, -FLAT)


def beyond(widget: QWidget) -> QHBoxLayout:
    """Return a row for a widget that has flush rows: it would cut them off at its edges."""
    widget.setContentsMargins(FLAT, 0, FLAT, 0)
    row = QHBoxLayout()
    row.addWidget(widget)
    flush(row)
    return row
