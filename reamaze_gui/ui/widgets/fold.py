"""A fold: a title that shows or hides what stands below it."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reamaze_gui.ui.widgets.buttons import FlatButton

_CLOSED, _OPEN = "▸", "▾"


class Fold(QWidget):
    """A title to press, and a widget below it that is hidden at first.

    What is `beside` stands at the other end of the title's row.

    Screen readers know the title as a button that is pressed while the widget is shown.
    """

    def __init__(self, title: str, content: QWidget, *beside: QWidget) -> None:
        super().__init__()
        self._content = content
        self._title = ""
        self.button = FlatButton("")
        self.button.setCheckable(True)
        self.button.toggled.connect(self._show)
        content.setVisible(False)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch()
        for each in beside:
            row.addWidget(each)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(content)
        self.set_title(title)

    @property
    def is_open(self) -> bool:
        """Whether the widget below is shown."""
        return self.button.isChecked()

    def set_title(self, title: str) -> None:
        """Change the title; `&` marks its letter for Alt."""
        self._title = title
        self.button.setAccessibleName(title.replace("&", ""))
        self._show_arrow()

    def open(self) -> None:
        """Show the widget below."""
        self.button.setChecked(True)

    @Slot(bool)
    def _show(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._content.setVisible(shown)
        self._show_arrow()

    def _show_arrow(self) -> None:
        self.button.setText(f"{_OPEN if self.is_open else _CLOSED} {self._title}")
