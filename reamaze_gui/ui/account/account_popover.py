"""The account's popover: the other accounts, and buttons for its secret."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.widgets.buttons import Button, FlatButton
from reamaze_gui.ui.widgets.popover import Popover
from reamaze_gui.ui.widgets.style import CLOSE

_MOST_ROWS = 8
_LETTERS = 28  # of an account's name that are visible


class AccountPopover(Popover):
    """A popover. Signals: `chosen(account)`; `add_asked` to enter another account."""

    chosen = Signal(str)
    add_asked = Signal()

    def __init__(self, owner: QWidget, parent: QWidget) -> None:
        self.add = FlatButton("Add account…", "Add account")
        self.change = FlatButton("Change secret…", "Change secret")
        self.forget = FlatButton("Forget secret")
        self.remove = FlatButton("Remove from the list")
        super().__init__(owner, parent)
        self._list = QListWidget()
        self._list.setAccessibleName("Other accounts")
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setMinimumWidth(style.wide(self._list, _LETTERS))
        self._list.itemActivated.connect(self._choose)
        self._list.itemClicked.connect(self._choose)
        self.content.setSpacing(CLOSE)
        self.content.addWidget(self._list)
        for button in self._buttons():
            self.content.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
            button.clicked.connect(self.close_and_return)
        self.add.clicked.connect(self.add_asked)

    def offer(self, accounts: tuple[str, ...], current: str) -> None:
        """List these accounts and select the current one."""
        self._list.clear()
        self._list.addItems(accounts)
        if current in accounts:
            self._list.setCurrentRow(accounts.index(current))
        style.fit_rows(self._list, min(len(accounts), _MOST_ROWS))
        self._list.setVisible(bool(accounts))

    def present(self) -> None:
        """Open it with what can be used, and the focus on the first."""
        for button in self._buttons():
            button.setVisible(button.isEnabled())
        usable = (each for each in (self._list, *self._buttons()) if not each.isHidden())
        self.open(next(usable))

    def _buttons(self) -> tuple[Button, ...]:
        return self.add, self.change, self.forget, self.remove

    @Slot(QListWidgetItem)
    def _choose(self, item: QListWidgetItem) -> None:
        self.close_and_return()
        self.chosen.emit(item.text())
