"""A fold: a title that shows or hides what stands below it."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reamaze_gui.ui.widgets import icons, style
from reamaze_gui.ui.widgets.buttons import FlatButton, flush


class FoldTitle(FlatButton):
    """A button with an arrow that tells whether what it shows is open, and on which side."""

    def __init__(self, *, above: bool) -> None:
        super().__init__("")
        self._open = "chevron-up" if above else "chevron-down"
        self.setCheckable(True)
        self.toggled.connect(self._draw)
        style.COLOURS.changed.connect(self._draw)
        self._draw()

    @Slot()
    def _draw(self) -> None:
        arrow = self._open if self.isChecked() else "chevron-right"
        self.setIcon(icons.icon(arrow, style.theme().accent))


class Fold(QWidget):
    """A title to press, and a widget below it that is hidden at first.

    Where it is `above`, as at the foot of a card, the title stays under the pointer. What is
    `beside` stands at the other end of the title's row.

    It is to be put `beyond` the edges. Screen readers know the title as a button that is pressed
    while the widget is shown.
    """

    def __init__(self, title: str, content: QWidget, *beside: QWidget, above: bool = False) -> None:
        super().__init__()
        self._content = content
        self.button = FoldTitle(above=above)
        for each in (self.button, content, *beside):  # in the order of Tab
            each.setParent(self)
        self.button.toggled.connect(content.setVisible)
        content.setVisible(False)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch()
        for each in beside:
            row.addWidget(each)
        flush(row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.insertWidget(0 if above else 1, content)
        self.set_title(title)

    def set_title(self, title: str) -> None:
        """Change the title; `&` marks its letter for Alt."""
        self.button.set_text(title)

    def open(self) -> None:
        """Show the widget below."""
        self.button.setChecked(True)
