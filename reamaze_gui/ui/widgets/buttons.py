"""Push buttons: the usual one, a primary one, and a flat one.

resources/style.qss styles them by the names of these classes.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QWidget

from reamaze_gui.ui.widgets import style, tooltip
from reamaze_gui.ui.widgets.mnemonics import with_mnemonic
from reamaze_gui.ui.widgets.style import FLAT

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionButton


class Button(QPushButton):
    """A button with a mnemonic, marked by `&`.

    Return presses it only while it has the focus, not from a field of its dialog.
    """

    def __init__(self, text: str, name: str = "") -> None:
        super().__init__()
        self.set_text(text, name)
        self.setAutoDefault(False)

    def set_text(self, text: str, name: str = "") -> None:
        """Set the text and the accessible name, which defaults to the text."""
        self.setText(text)
        self.setAccessibleName(name or text.replace("&", ""))

    def set_obstacle(self, obstacle: str) -> None:
        """Disable the button and show the reason as its tooltip; "" enables it."""
        self.setEnabled(not obstacle)
        if obstacle != self.accessibleDescription():
            self.setToolTip(tooltip.plain(obstacle))
            self.setAccessibleDescription(obstacle)

    def sizeHint(self) -> QSize:
        """Be tall enough to hit with ease."""
        return style.roomy(self, super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        """Be tall enough to hit with ease."""
        return style.roomy(self, super().minimumSizeHint())

    def initStyleOption(self, option: "QStyleOptionButton") -> None:
        """Underline the mnemonic only while Alt is held."""
        super().initStyleOption(option)
        option.text = with_mnemonic(option.text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Return click the button, without auto-repeat."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
        else:
            super().keyPressEvent(event)


class PrimaryButton(Button):
    """The main button of a card or dialog, in the accent colour."""


class FlatButton(Button):
    """A button without a visible border, for a secondary action.

    At the end of a row it is outdented, so that its text aligns with everything else.
    """


def outdent(row: QBoxLayout, *, left: bool = True) -> None:
    """Extend a row by the padding of a flat button, to the right and, with `left`, to the left."""
    row.addSpacing(-FLAT)
    if left:
        row.insertSpacing(0, -FLAT)


def outdented(widget: QWidget) -> QHBoxLayout:
    """Return an outdented row for a widget that contains outdented rows, lest it clip them."""
    widget.setContentsMargins(FLAT, 0, FLAT, 0)
    row = QHBoxLayout()
    row.addWidget(widget)
    outdent(row)
    return row
