"""Which of the saved customers is wanted, and which are renamed, deleted, imported, exported?"""

from functools import partial

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from reamaze_gui.core.saved import LONGEST_NAME, Change, Saved, find, is_same, matching, tidy
from reamaze_gui.ui.customers.customer_list import CustomerList
from reamaze_gui.ui.customers.customer_transfer import AskTable, CustomerTransfer, ask_table
from reamaze_gui.ui.customers.saved_customers import UNDOES, SavedCustomers
from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.widgets.buttons import PrimaryButton
from reamaze_gui.ui.widgets.line_edit import LineEdit
from reamaze_gui.ui.widgets.mnemonics import Mnemonics
from reamaze_gui.ui.widgets.note import Note, announce
from reamaze_gui.ui.widgets.style import CUSTOMERS_WINDOW, GAP, SPACE, Tone
from reamaze_gui.ui.window.side_windows import bring

_NARROWEST = 80  # letters
_LEAST_ROWS = 5

_KEYS = "Return fills the form, F2 renames, Del deletes"


class CustomersWindow(QDialog):
    """The saved customers with a filter, and a button for whatever can be done with them.

    In the list, Return fills the form, F2 renames, Del deletes; Ctrl+Z undoes.
    """

    def __init__(
        self, parent: QWidget, customers: SavedCustomers, ask_table: AskTable = ask_table
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Saved customers")
        self._customers = customers
        self._view = QTreeView()
        self._list = CustomerList(self._view.fontMetrics().height() + SPACE)
        self._view.setModel(self._list)
        mnemonics = Mnemonics()
        self._filter = LineEdit(placeholderText="part of a name, an email, an ID, an account")
        self._filter.setClearButtonEnabled(True)
        self._name = LineEdit()
        self._named = ""  # who is chosen, whatever was typed into the field since
        self._name.setMaxLength(LONGEST_NAME)
        self._rename = mnemonics.button("Rename")
        self._fill = mnemonics.button("Fill the form", kind=PrimaryButton)
        self._delete = mnemonics.button("Delete")
        self._undo = mnemonics.button("Undo")
        self._note = Note(lines=3)
        self._transfer = CustomerTransfer(self._view, customers, mnemonics, ask_table)
        self._place = QLineEdit(readOnly=True, frame=False)
        self._copy = mnemonics.button("Copy path")
        self._close = mnemonics.button("Close")
        self._name_parts()
        self._lay_out(mnemonics)
        self._connect()

    def present(self) -> None:
        """Show the list as the file holds it now, ready for the filter to be typed."""
        reopens = not self.isVisible()
        self._customers.refresh()
        self._refresh()
        bring(self)
        self._filter.setFocus(Qt.FocusReason.OtherFocusReason)
        self._filter.selectAll()
        if reopens and self._transfer.asks:  # nobody remembers what about
            self._say("")

    def finish(self, seconds: float) -> None:
        """Let an export come to its end, if that takes no longer."""
        self._transfer.finish(seconds)

    def _chosen(self) -> tuple[Saved, ...]:
        chosen = self._view.selectionModel().selection()
        ranges = map(chosen.at, range(chosen.count()))  # its indexes would be one for each cell
        rows = {row for each in ranges for row in range(each.top(), each.bottom() + 1)}
        return tuple(self._list.shown[row] for row in sorted(rows))

    @Slot()
    def _refresh(self) -> None:
        """Show what the filter lets through; what was chosen stays so, or else its neighbour is."""
        before, row = self._chosen(), self._view.currentIndex().row()
        names = {each.saved_as for each in before}
        text, was_empty = self._filter.text(), not self._list.shown
        shown = matching(self._customers.all, text)
        if shown != self._list.shown:
            self._list.show(shown)
            rows = [at for at, each in enumerate(shown) if each.saved_as in names]
            self._choose(rows or [min(max(row, 0), len(shown) - 1)])
        path = self._customers.path
        self._place.setText(str(path) if path else "nowhere: this is a demonstration")
        self._place.setCursorPosition(0)
        self._copy.setEnabled(bool(path))
        why = "" if shown else self._why_empty()
        self._view.setAccessibleDescription(why or _KEYS)
        if (why or was_empty) and not self._transfer.asks:
            self._say(why)
        self._show_choice()

    def _why_empty(self) -> str:
        if self._customers.all:
            return "None of the saved customers has that in it."
        return self._customers.why_empty

    def _choose(self, rows: list[int]) -> None:
        """Choose these rows all at once, the first as the current one."""
        flag, model = QItemSelectionModel.SelectionFlag, self._view.selectionModel()
        selection, last = QItemSelection(), self._list.columnCount() - 1
        for row in rows:
            selection.select(self._list.index(row, 0), self._list.index(row, last))
        model.setCurrentIndex(self._list.index(rows[0], 0), flag.NoUpdate)
        model.select(selection, flag.ClearAndSelect)

    @Slot()
    def _show_choice(self) -> None:
        """Offer what can be done with what is chosen."""
        chosen = self._chosen()
        alone = len(chosen) == 1
        enabled: dict[QWidget, bool] = dict.fromkeys((self._fill, self._rename, self._name), alone)
        enabled |= {self._delete: bool(chosen), self._undo: self._customers.can_undo}
        focused = self.focusWidget()
        if focused in enabled and not enabled[focused]:
            self._enter_list()  # a second press must not do something else
        for widget, can in enabled.items():
            widget.setEnabled(can)
        name = chosen[0].saved_as if alone else ""
        if name != self._named:  # or else another name may be half typed
            self._named = name
            self._name.setText(name)
            self._name.setCursorPosition(0)

    @Slot()
    def _pick(self) -> None:
        chosen = self._chosen()
        if len(chosen) == 1:
            self.close()
            self._customers.picked.emit(chosen[0])

    @Slot()
    def _start_renaming(self) -> None:
        self._name.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._name.selectAll()

    @Slot()
    def _finish_renaming(self) -> None:
        chosen, name = self._chosen(), tidy(self._name.text())
        if len(chosen) != 1 or chosen[0].saved_as == name:
            return
        former = chosen[0]
        other = find(self._customers.all, name)
        if not name:
            self._say("Enter a name first.", Tone.PROBLEM)
        elif other and not is_same(former.saved_as, name):
            self._say(f"“{other.saved_as}” is saved already. Choose another name.", Tone.PROBLEM)
        else:
            change = Change(former, Saved(name, former.customer, former.account))
            says = f"{former.saved_as} is now called {name}."
            self._customers.make((change,), says, partial(self._go_to, name))

    def _go_to(self, name: str, made: bool) -> None:  # noqa: FBT001 - as it is told
        names = [each.saved_as for each in self._list.shown]
        if made and name in names:
            self._choose([names.index(name)])
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _delete_chosen(self) -> None:
        chosen = self._chosen()
        if chosen:
            whom = chosen[0].saved_as if len(chosen) == 1 else f"{len(chosen):,} customers"
            changes = tuple(Change(each, None) for each in chosen)
            self._customers.make(changes, f"{whom} deleted. {UNDOES}")

    @Slot()
    def _copy_path(self) -> None:
        QGuiApplication.clipboard().setText(self._place.text())
        self._tell("Path copied.")

    @Slot(str)
    def _tell(self, sentence: str) -> None:
        """Say what nobody else does: the main window announces the changes of the list."""
        self._say(sentence)
        announce(self._note, sentence)

    @Slot(str)
    def _say(self, sentence: str, tone: Tone = Tone.MUTED) -> None:
        """Say a sentence in the place of the former one, also of a question that an import left."""
        if sentence and sentence == self._customers.trouble:
            tone = Tone.WARNING
        left = self._transfer.withdraw()
        self._note.say(f"{sentence} {left}".strip(), tone)
        if left:
            announce(self._note, left)
        self._name.setAccessibleDescription(sentence if tone is Tone.PROBLEM else "")
        if tone is Tone.PROBLEM:
            announce(self._note, sentence)

    @Slot()
    def _enter_list(self) -> None:
        self._view.setFocus(Qt.FocusReason.TabFocusReason)

    def _name_parts(self) -> None:
        self._filter.setAccessibleName("Filter")
        self._filter.setMaxLength(LONGEST_NAME)  # what is longer is found by its beginning
        self._view.setAccessibleName("Saved customers")
        self._name.setAccessibleName("Saved as")
        self._place.setAccessibleName("Kept in")

    def _lay_out(self, mnemonics: Mnemonics) -> None:
        style.make_see_through(self._place)
        mode = QHeaderView.ResizeMode
        for column in (0, 3):  # name and email share what is left
            self._view.header().setSectionResizeMode(column, mode.Stretch)
        self._view.setRootIsDecorated(False)
        self._view.setUniformRowHeights(True)
        self._view.setAllColumnsShowFocus(True)
        self._view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        grid = QGridLayout()
        grid.addWidget(mnemonics.label("Filter", self._filter), 0, 0)
        grid.addWidget(self._filter, 0, 1, 1, 2)
        grid.addWidget(self._view, 1, 0, 1, 3)
        grid.addWidget(mnemonics.label("Saved as", self._name), 2, 0)
        grid.addWidget(self._name, 2, 1)
        grid.addWidget(self._rename, 2, 2)
        buttons, below, place = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for button in (self._fill, self._delete, self._undo):
            buttons.addWidget(button)
        buttons.addStretch()
        for button in (self._transfer.import_button, self._transfer.export_button):
            buttons.addWidget(button)
        below.addWidget(self._note, stretch=1)
        for button in (self._transfer.replace_button, self._transfer.keep_button):
            below.addWidget(button, alignment=Qt.AlignmentFlag.AlignTop)
        place.addWidget(mnemonics.label("Kept in", self._place))
        for widget in (self._place, self._copy, self._close):
            place.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(SPACE)
        layout.addLayout(grid)
        layout.addLayout(buttons)
        layout.addLayout(below)
        layout.addLayout(place)
        style.give_room(self)
        self._note.setMinimumHeight(max(self._note.minimumHeight(), style.room(self._fill)))
        self._view.setMinimumHeight(_LEAST_ROWS * style.room(self._view))
        style.keep_legible(self, _NARROWEST)
        self.resize(*CUSTOMERS_WINDOW)

    def _connect(self) -> None:
        self._customers.changed.connect(self._refresh)
        self._customers.said.connect(self._say)
        self._transfer.said.connect(self._tell)
        self._filter.textChanged.connect(self._refresh)
        self._filter.returnPressed.connect(self._pick)
        self._view.selectionModel().selectionChanged.connect(self._show_choice)
        self._view.activated.connect(self._pick)
        self._fill.clicked.connect(self._pick)
        self._rename.clicked.connect(self._finish_renaming)
        self._name.returnPressed.connect(self._finish_renaming)
        self._delete.clicked.connect(self._delete_chosen)
        self._undo.clicked.connect(self._customers.undo)
        self._copy.clicked.connect(self._copy_path)
        self._close.clicked.connect(self.close)
        deletes = QShortcut(QKeySequence.StandardKey.Delete, self._view, self._delete_chosen)
        enters = QShortcut(Qt.Key.Key_Down, self._filter, self._enter_list)
        for shortcut in (deletes, enters):  # anywhere else, these keys are for other things
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        QShortcut(Qt.Key.Key_F2, self, self._start_renaming)
        QShortcut(QKeySequence.StandardKey.Undo, self, self._customers.undo)

    def changeEvent(self, event: QEvent) -> None:
        """Look at the file again whenever the user comes back from another window."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self._customers.refresh()
