"""A fold: a title button that shows or hides a widget."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reamaze_gui.ui.widgets import icons, style
from reamaze_gui.ui.widgets.buttons import FlatButton, outdent


class FoldTitle(FlatButton):
    """A toggle button with an arrow that shows whether the fold is open, and where."""

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
    """A title button, and a widget below it that is hidden at first.

    With `above`, the widget opens above the title, which thus stays under the pointer at the foot
    of a card. The widgets `beside` are at the end of the title's row.

    Add it to a layout `outdented`. To screen readers the title is a button that is pressed while
    the fold is open.
    """

    def __init__(self, title: str, content: QWidget, *beside: QWidget, above: bool = False) -> None:
        super().__init__()
        self._content = content
        self.button = FoldTitle(above=above)
        for each in (self.button, content, *beside):  # sets the tab order
            each.setParent(self)
        self.button.toggled.connect(content.setVisible)
        content.setVisible(False)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch()
        for each in beside:
            row.addWidget(each)
        outdent(row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.insertWidget(0 if above else 1, content)
        self.set_title(title)

    def set_title(self, title: str) -> None:
        """Change the title; `&` marks its mnemonic."""
        self.button.set_text(title)

    def open(self) -> None:
        """Show the widget."""
        self.button.setChecked(True)
