"""The popover of saved customers: find one by typing, and press Return to fill the form."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from reamaze_gui.core.saved import Saved, matching
from reamaze_gui.ui.customers.saved_customers import SavedCustomers
from reamaze_gui.ui.widgets import layouts, style
from reamaze_gui.ui.widgets.buttons import FlatButton, outdent
from reamaze_gui.ui.widgets.note import Note
from reamaze_gui.ui.widgets.popover import Popover
from reamaze_gui.ui.widgets.search_edit import SearchEdit
from reamaze_gui.ui.widgets.style import SPACE

_MOST = 50  # customers to list
_MOST_ROWS = 8  # in sight
_LETTERS = 40
_SAVED = Qt.ItemDataRole.UserRole


class CustomerPicker(Popover):
    """Lists the account's customers first, each group by last use.

    Signals: `save_asked`, `manage_asked`.
    """

    save_asked = Signal()
    manage_asked = Signal()

    def __init__(self, owner: QWidget, customers: SavedCustomers) -> None:
        super().__init__(owner, owner)
        self._customers = customers
        self._account = ""
        self._find = SearchEdit("Find a customer", "Find by name, email or ID")
        self._list = QListWidget()
        self._list.setAccessibleName("Customers")
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setMinimumWidth(style.wide(self._list, _LETTERS))
        self._note = Note()
        self._save = FlatButton("Save this customer…", "Save this customer")
        self._show_all = FlatButton("Show all…", "All saved customers")
        buttons = layouts.row(SPACE)
        for button in (self._save, self._show_all):
            buttons.addWidget(button)
            button.clicked.connect(self.close_and_return)
        buttons.addStretch()
        outdent(buttons)
        for widget in (self._find, self._list, self._note):
            self.content.addWidget(widget)
        self.content.addLayout(buttons)
        self._connect()

    def present(self, account: str) -> None:
        """Open it with the focus on the search field."""
        self._account = account
        self._customers.refresh()
        self._find.clear()
        self.open(self._find)
        self._search()

    @Slot()
    def _search(self) -> None:
        """List the matches and select the first."""
        self._list.clear()
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        """List the matches and keep the selection."""
        has_selection = self._list.currentRow() >= 0
        was: Saved | None = self._list.currentItem().data(_SAVED) if has_selection else None
        here = ("", self._account)
        found = sorted(
            matching(self._customers.all, self._find.text()),
            key=lambda each: (each.account not in here, -each.used),
        )
        self._list.clear()
        for saved in found[:_MOST]:
            elsewhere = saved.account not in here
            text = f"{saved.saved_as} ({saved.account})" if elsewhere else saved.saved_as
            item = QListWidgetItem(text)
            item.setData(_SAVED, saved)
            self._list.addItem(item)
        names = [each.saved_as for each in found[:_MOST]]
        self._list.setCurrentRow(names.index(was.saved_as) if was and was.saved_as in names else 0)
        if found:
            style.fit_rows(self._list, min(len(self._customers.all), _MOST_ROWS))
        self._list.setVisible(bool(self._customers.all))
        self._note.say(says := self._says(len(found)))
        self._note.setVisible(bool(says))
        self.fit()

    def _says(self, count: int) -> str:
        if not self._customers.all:
            return self._customers.why_empty
        if not count:
            return "No saved customer matches."
        return f"{_MOST} of {count:,}: type to find the others." if count > _MOST else ""

    @Slot()
    def _pick(self) -> None:
        if self._list.count():
            saved: Saved = self._list.currentItem().data(_SAVED)
            self.close_and_return()
            self._customers.pick(saved)

    def _connect(self) -> None:
        self._customers.changed.connect(self._refresh)
        self._find.textChanged.connect(self._search)
        self._find.returnPressed.connect(self._pick)
        self._find.left_down.connect(self._list.setFocus)
        self._list.itemActivated.connect(self._pick)
        self._list.itemClicked.connect(self._pick)
        self._save.clicked.connect(self.save_asked)
        self._show_all.clicked.connect(self.manage_asked)
