"""The customers of a paste: switches between them, and saves them all."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reamaze_gui.core.customer_label import display_name
from reamaze_gui.core.saved import Saved, name_for
from reamaze_gui.ui.widgets import layouts
from reamaze_gui.ui.widgets.buttons import FlatButton, outdent
from reamaze_gui.ui.widgets.note import Note
from reamaze_gui.ui.widgets.style import TIGHT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reamaze_gui.core.pasted import PastedCustomer

_MOST_NAMED = 3


class PastedRows(QWidget):
    """A line such as "2 of 14 · Ana, Ben, …", hidden unless there are several customers.

    Signals: `switched(index)`; `save_asked` and `table_asked` for all of them.
    """

    switched = Signal(int)
    save_asked = Signal()
    table_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._at = 0
        self._readings: Sequence[PastedCustomer] = ()
        self._note = Note(beside=True)
        self._back = FlatButton("←", "Previous of the pasted customers")
        self._on = FlatButton("→", "Next of the pasted customers")
        self._save = FlatButton("Save all", "Save all as customers")
        self._table = FlatButton("Table of authkeys…", "Table of authkeys")
        self._lay_out()
        self._back.clicked.connect(self.go_back)
        self._on.clicked.connect(self.go_on)
        self._save.clicked.connect(self.save_asked)
        self._table.clicked.connect(self.table_asked)
        self.setVisible(False)

    def people(self, account: str = "") -> tuple[Saved, ...]:
        """Return all customers, to be saved for an account."""
        read = ((each.customer, each.attributes) for each in self._readings)
        return tuple(Saved(name_for(who), who, account, more) for who, more in read)

    def show_rows(self, readings: "Sequence[PastedCustomer]", at: int) -> None:
        """List these customers; the one at index `at` is in the form."""
        self._readings, self._at = readings, at
        self.setVisible(len(readings) > 1)
        self._refresh()

    def set_obstacle(self, obstacle: str) -> None:
        """Disable saving while there is an obstacle."""
        for button in (self._save, self._table):
            button.set_obstacle(obstacle)

    def add_shortcuts(self, widget: QWidget) -> None:
        """Let Ctrl+Down and Ctrl+Up switch the customer anywhere in a widget."""
        for key, go in ((Qt.Key.Key_Down, self.go_on), (Qt.Key.Key_Up, self.go_back)):
            shortcut = QShortcut(Qt.KeyboardModifier.ControlModifier | key, widget)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(go)

    @Slot()
    def go_on(self) -> None:
        """Switch to the next customer, if there is one."""
        self._go(self._at + 1)

    @Slot()
    def go_back(self) -> None:
        """Switch to the previous customer, if there is one."""
        self._go(self._at - 1)

    def _go(self, at: int) -> None:
        if not self.isHidden() and 0 <= at < len(self._readings):
            self._at = at
            self._refresh()
            self.switched.emit(at)

    def _refresh(self) -> None:
        count = len(self._readings)
        names = ", ".join(display_name(each.customer) for each in self._readings[:_MOST_NAMED])
        more = ", …" if count > _MOST_NAMED else ""
        self._note.say(f"{self._at + 1} of {count:,} · {names}{more}")
        self._back.setEnabled(self._at > 0)
        self._on.setEnabled(self._at + 1 < count)

    def _lay_out(self) -> None:
        line, below = QHBoxLayout(), QHBoxLayout()
        line.addWidget(self._note, stretch=1)
        for button in (self._back, self._on):
            line.addWidget(button)
        for button in (self._save, self._table):
            below.addWidget(button)
        below.addStretch()
        outdent(line, left=False)
        outdent(below)
        layout = layouts.column(TIGHT, self)
        layout.addLayout(line)
        layout.addLayout(below)
