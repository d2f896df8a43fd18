"""The window of saved customers: find, fill the form, rename, delete, import, export."""

from dataclasses import replace

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QWidget,
)

from reamaze_gui.core.saved import (
    Saved,
    find,
    is_same,
    matching,
    put,
    tidy_name,
    without,
)
from reamaze_gui.ui.customers.customer_list import CustomerList, CustomerView, NameEditor
from reamaze_gui.ui.customers.customer_transfer import CustomerTransfer
from reamaze_gui.ui.customers.saved_customers import UNDOES, SavedCustomers
from reamaze_gui.ui.runtime.file_dialogs import FileDialogs
from reamaze_gui.ui.widgets import layouts, style
from reamaze_gui.ui.widgets.buttons import Button, PrimaryButton
from reamaze_gui.ui.widgets.heading import Heading
from reamaze_gui.ui.widgets.mnemonics import FieldLabel
from reamaze_gui.ui.widgets.note import Note, announce
from reamaze_gui.ui.widgets.raise_window import raise_window
from reamaze_gui.ui.widgets.search_edit import SearchEdit
from reamaze_gui.ui.widgets.style import CUSTOMERS_WINDOW, GAP, ROOMY, Tone

_NARROWEST = 80  # letters
_LEAST_ROWS = 5
_COLUMN = 14  # letters of an account or ID

_HOW = "Ctrl+Shift+S in the main window saves the one in the form."
_KEYS = "Return fills the form, F2 renames, Del deletes"


class CustomersWindow(QDialog):
    """The saved customers below a filter, with buttons.

    In the list, Return fills the form, F2 renames, Del deletes, and so does its context menu;
    Ctrl+Z undoes.
    """

    def __init__(self, parent: QWidget, customers: SavedCustomers, files: FileDialogs) -> None:
        super().__init__(parent)
        self.setWindowTitle("Saved customers")
        self._customers = customers
        self._view = CustomerView()
        self._list = CustomerList(self._view.fontMetrics().height() + ROOMY)
        self._view.setModel(self._list)
        self._view.setItemDelegate(NameEditor(self._view))
        self._filter = SearchEdit("Filter", "Find a name, an email, an ID, an account")
        self._fill = PrimaryButton("&Fill the form", "Fill the form")
        self._delete = Button("&Delete")
        self._undo = Button("&Undo")
        self._note = Note(lines=2, beside=True)
        add, delete = self._view.addAction, QKeySequence.StandardKey.Delete
        self._fill_action = add("&Fill the form", self._pick)
        self._rename_action = add("&Rename", Qt.Key.Key_F2, self._start_renaming)
        self._delete_action = add("&Delete", delete, self._delete_selected)
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._transfer = CustomerTransfer(self._view, customers, files)
        self._count = FieldLabel("")
        self._close = Button("&Close")
        self._view.setAccessibleName("Saved customers")
        self._lay_out()
        self._connect()

    def present(self) -> None:
        """Reload and show the list, with the focus on the filter."""
        if not self.isVisible():
            self._filter.clear()
        self._customers.refresh()
        self._refresh()
        raise_window(self)
        self._filter.setFocus(Qt.FocusReason.OtherFocusReason)
        self._filter.selectAll()

    def finish(self, seconds: float) -> None:
        """Wait up to `seconds` for an export."""
        self._transfer.finish(seconds)

    def _selected(self) -> tuple[Saved, ...]:
        selection = self._view.selectionModel().selection()
        ranges = map(selection.at, range(selection.count()))  # indexes would list every cell
        rows = {row for each in ranges for row in range(each.top(), each.bottom() + 1)}
        return tuple(self._list.shown[row] for row in sorted(rows))

    @Slot()
    def _find(self) -> None:
        """Apply the filter and select the first row, for Return."""
        self._refresh()
        if self._list.shown:
            self._select([0])

    @Slot()
    def _refresh(self) -> None:
        """Apply the filter and keep the selection, or else select its neighbour."""
        before, row = self._selected(), self._view.currentIndex().row()
        names = {each.saved_as for each in before}
        was_empty = not self._list.shown
        shown = matching(self._customers.all, self._filter.text())
        if shown != self._list.shown:
            self._list.show(shown)
            rows = [at for at, each in enumerate(shown) if each.saved_as in names]
            self._select(rows or [min(max(row, 0), len(shown) - 1)])
        self._count.setText(_how_many(len(shown), len(self._customers.all)))
        why = "" if shown else self._why_empty()
        self._view.setAccessibleDescription(why or _KEYS)
        title, _, below = why.partition(". ")
        unread = self._customers.unread
        self._view.hint.say(title.removesuffix("."), below)
        self._view.hint.setVisible(bool(why) and not unread)
        if unread or was_empty:
            self._say(unread)
        self._update_buttons()

    def _why_empty(self) -> str:
        if self._customers.all:
            return "No saved customer matches."
        is_told = self._customers.is_read and not self._customers.unread
        return f"{self._customers.why_empty} {_HOW if is_told else ''}".rstrip()

    def _select(self, rows: list[int]) -> None:
        """Select these rows at once, and make the first current."""
        flag, model = QItemSelectionModel.SelectionFlag, self._view.selectionModel()
        selection, last = QItemSelection(), self._list.columnCount() - 1
        for row in rows:
            selection.select(self._list.index(row, 0), self._list.index(row, last))
        model.setCurrentIndex(self._list.index(rows[0], 0), flag.NoUpdate)
        model.select(selection, flag.ClearAndSelect)

    @Slot()
    def _update_buttons(self) -> None:
        """Enable what can be done with the selection."""
        selected = self._selected()
        enabled = {
            self._fill: len(selected) == 1,
            self._delete: bool(selected),
            self._undo: self._customers.can_undo,
        }
        if any(button.hasFocus() and not can for button, can in enabled.items()):
            self._enter_list()  # pressing again must not do something else
        for button, can in enabled.items():
            button.setEnabled(can)
        for action in (self._fill_action, self._rename_action):
            action.setEnabled(len(selected) == 1)
        self._delete_action.setEnabled(bool(selected))

    @Slot()
    def _pick(self) -> None:
        selected = self._selected()
        if len(selected) == 1:
            self.close()
            self._customers.pick(selected[0])

    @Slot()
    def _start_renaming(self) -> None:
        if len(self._selected()) == 1:
            self._view.edit(self._view.currentIndex().siblingAtColumn(0))

    @Slot(Saved, str)
    def _rename(self, before: Saved, typed: str) -> None:
        """Rename a customer, or say why that name can't be used."""
        name = tidy_name(typed)
        other = find(self._customers.all, name)
        if name == before.saved_as:
            return
        if not name:
            self._say("A name can't be empty. Press F2 to try again.", Tone.PROBLEM)
        elif other and not is_same(before.saved_as, name):
            says = f"“{other.saved_as}” is already in use. Press F2 to choose another name."
            self._say(says, Tone.PROBLEM)
        else:
            renamed = replace(before, saved_as=name)
            self._customers.change(
                lambda saved: put(without(saved, [before]), [renamed]),
                lambda _: f"Renamed: {before.saved_as} is now {name}.",
                lambda made: self._go_to(name) if made else None,
            )

    def _go_to(self, name: str) -> None:
        names = [each.saved_as for each in self._list.shown]
        if name in names:
            self._select([names.index(name)])
            self._enter_list()

    @Slot()
    def _delete_selected(self) -> None:
        selected = self._selected()
        if selected:
            what = selected[0].saved_as if len(selected) == 1 else f"{len(selected):,} customers"
            says = f"Deleted: {what}. {UNDOES}"
            self._customers.change(lambda saved: without(saved, selected), lambda _: says)

    @Slot(str)
    def _say_and_announce(self, sentence: str) -> None:
        """Show and announce a message; the main window announces changes of the list."""
        self._say(sentence)
        announce(self._note, sentence)

    @Slot(str)
    def _say(self, sentence: str, tone: Tone = Tone.MUTED) -> None:
        if sentence and sentence == self._customers.trouble:
            tone = Tone.WARNING
        self._note.say(sentence.removesuffix(UNDOES).rstrip(), tone)  # Undo is beside it
        if tone is Tone.PROBLEM:
            announce(self._note, sentence)

    @Slot()
    def _enter_list(self) -> None:
        self._view.setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self) -> None:
        mode = QHeaderView.ResizeMode
        for column in (0, 3):  # name and email share the remaining width
            self._view.header().setSectionResizeMode(column, mode.Stretch)
        self._view.header().setDefaultSectionSize(style.wide(self._view, _COLUMN))
        self._view.setRootIsDecorated(False)
        self._view.setUniformRowHeights(True)
        self._view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        title, above, below = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        title.addWidget(Heading(self.windowTitle()), stretch=1)
        title.addWidget(self._count)
        above.addWidget(self._filter, stretch=1)
        transfer = self._transfer
        for button in (self._delete, transfer.import_button, transfer.export_button):
            above.addWidget(button)
        below.addWidget(self._undo)
        below.addWidget(self._note, stretch=1)
        for button in (self._close, self._fill):
            below.addWidget(button)
        layout = layouts.column(ROOMY, self, margin=GAP)
        layout.addLayout(title)
        layout.addLayout(above)
        layout.addWidget(self._view, stretch=1)
        layout.addLayout(below)
        self._view.setMinimumHeight(_LEAST_ROWS * style.room(self._view))
        style.keep_legible(self, _NARROWEST)
        self.resize(*CUSTOMERS_WINDOW)

    def _connect(self) -> None:
        self._customers.changed.connect(self._refresh)
        self._customers.status_message.connect(self._say)
        self._transfer.status_message.connect(self._say_and_announce)
        self._list.renamed.connect(self._rename)
        self._filter.textChanged.connect(self._find)
        self._filter.returnPressed.connect(self._pick)
        self._filter.left_down.connect(self._enter_list)
        self._view.selectionModel().selectionChanged.connect(self._update_buttons)
        self._view.activated.connect(self._pick)
        self._fill.clicked.connect(self._pick)
        self._delete.clicked.connect(self._delete_selected)
        self._undo.clicked.connect(self._customers.undo)
        self._close.clicked.connect(self.close)
        QShortcut(QKeySequence.StandardKey.Undo, self, self._customers.undo)
        context = Qt.ShortcutContext.WidgetShortcut  # in a field, it deletes letters
        self._delete_action.setShortcutContext(context)


def _how_many(shown: int, saved: int) -> str:
    if shown < saved:
        return f"{shown:,} of {saved:,} customers"
    return {0: "", 1: "1 customer"}.get(saved, f"{saved:,} customers")
