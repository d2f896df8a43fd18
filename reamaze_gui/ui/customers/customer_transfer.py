"""What of a table is imported, what of it has a name that is taken, and where is one exported?"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from reamaze_gui.core.customer_table import Table
from reamaze_gui.core.saved import Arrivals, arrivals
from reamaze_gui.ui.customers.saved_customers import UNDOES, SavedCustomers
from reamaze_gui.ui.customers.table_file import read_table_file, write_table_file
from reamaze_gui.ui.runtime.background import Background
from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.widgets.mnemonics import Mnemonics
from reamaze_gui.ui.widgets.style import GAP, SPACE, TROUBLES_WINDOW

_NARROWEST = 50  # letters

AskTable = Callable[[QWidget, str], str]
"""Asks for a table's file: to save under a suggested name, or where that is empty, to open."""


def ask_table(parent: QWidget, suggested: str) -> str:
    """Ask with the system's own dialog."""
    from PySide6.QtWidgets import QFileDialog

    kinds = "Tables (*.csv *.txt *.tsv);;All files (*)"
    if suggested:
        return QFileDialog.getSaveFileName(parent, "Export customers", suggested, kinds)[0]
    return QFileDialog.getOpenFileName(parent, "Import customers", "", kinds)[0]


class CustomerTransfer(QObject):
    """The buttons to import and export, and those that appear where names are taken.

    New names are imported at once. What is saved under a name already is replaced only when the
    user says so. `view` shows the customers. Signals: `said(sentence)`.
    """

    said = Signal(str)

    def __init__(
        self, view: QWidget, customers: SavedCustomers, mnemonics: Mnemonics, ask: AskTable
    ) -> None:
        super().__init__(view)
        self._view = view
        self._customers = customers
        self._ask = ask
        self._asked = Arrivals()
        self._background = Background(self)
        self._exports = Background(self)  # an import drops what it has of another, and no export
        self.import_button = mnemonics.button("Import…", "Import")
        self.export_button = mnemonics.button("Export…", "Export")
        self.replace_button = mnemonics.button("Replace")
        self.keep_button = mnemonics.button("Keep both")
        for button, slot in (
            (self.import_button, self.import_table),
            (self.export_button, self.export_table),
            (self.replace_button, self._replace_saved),
            (self.keep_button, self._add_beside),
        ):
            button.clicked.connect(slot)
        self._offer(Arrivals())

    @property
    def asks(self) -> bool:
        """Whether there are customers of a table who may replace others."""
        return bool(self._asked.taken)

    def withdraw(self) -> str:
        """Ask no longer; return, in a sentence, who is not imported by that, if anybody."""
        left = len(self._asked.taken)
        self._offer(Arrivals())
        names = "name is" if left == 1 else "names are"
        return f"Not imported: {left:,} whose {names} taken." if left else ""

    @Slot()
    def import_table(self) -> None:
        """Ask for a table, and save the customers in it."""
        if path := self._ask(self._view.window(), ""):
            self.said.emit("Reading the table…")
            self._background.abandon()
            self._background.run(partial(read_table_file, path), self._compare)

    @Slot()
    def export_table(self) -> None:
        """Ask where to, and write all saved customers there."""
        saved = self._customers.all
        if not saved:
            self.said.emit(f"Nothing was exported. {self._customers.why_empty}")
        elif path := self._ask(self._view.window(), "customers.csv"):
            self.said.emit("Writing the table…")
            self._exports.run(
                partial(write_table_file, path, saved),
                lambda wrong: self.said.emit(wrong or f"{len(saved):,} exported to {path}."),
                writes=True,
            )

    def finish(self, seconds: float) -> None:
        """Let an export come to its end, if that takes no longer."""
        self._exports.finish(seconds)

    def _compare(self, table: Table) -> None:
        self._customers.refresh()
        compare = partial(arrivals, self._customers.all, table.saved)
        self._background.run(compare, partial(self._take, table))

    def _take(self, table: Table, coming: Arrivals) -> None:
        says = _outcome(table, coming)
        if coming.new:
            self._customers.make(coming.new, says, partial(self._ask_about, coming))
        else:
            self.said.emit(says)
            self._offer(coming)
        if len(table.troubles) > 1:
            TroublesDialog(self._view.window(), table.troubles).show()

    def _ask_about(self, coming: Arrivals, made: bool) -> None:  # noqa: FBT001 - as it is told
        if made:  # or else something else was said
            self._offer(coming)

    @Slot()
    def _replace_saved(self) -> None:
        taken = self._asked.taken
        self._offer(Arrivals())
        self._customers.make(taken, f"{len(taken):,} replaced. {UNDOES}")

    @Slot()
    def _add_beside(self) -> None:
        beside = self._asked.beside
        self._offer(Arrivals())
        self._customers.make(beside, f"{len(beside):,} imported with a number after the name.")

    def _offer(self, coming: Arrivals) -> None:
        self._asked = coming
        buttons = (self.replace_button, self.keep_button)
        if not self.asks and self._view.window().focusWidget() in buttons:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)  # or it would go to another button
        for button in buttons:
            button.setVisible(self.asks)


class TroublesDialog(QDialog):
    """Lists what of a table was not imported, line by line."""

    def __init__(self, parent: QWidget, troubles: tuple[str, ...]) -> None:
        super().__init__(parent)
        self.setWindowTitle("Not imported")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        listed = QPlainTextEdit("\n".join(troubles), readOnly=True)
        listed.setAccessibleName("What was not imported")
        listed.setTabChangesFocus(True)
        buttons = QDialogButtonBox()
        buttons.addButton("&Close", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(SPACE)
        layout.addWidget(listed)
        layout.addWidget(buttons)
        style.give_room(self)
        style.keep_legible(self, _NARROWEST)
        self.resize(*TROUBLES_WINDOW)


def _outcome(table: Table, coming: Arrivals) -> str:
    """Return what becomes of a table, in words."""
    if not table.saved and len(table.troubles) == 1:
        return table.troubles[0]
    same = len(table.saved) - len(coming.new) - len(coming.taken)
    parts = [f"{len(coming.new):,} imported"]
    if same:
        parts.append(f"{same:,} {'was' if same == 1 else 'were'} saved already")
    if table.troubles:
        lines = "line needs" if len(table.troubles) == 1 else "lines need"
        parts.append(f"{len(table.troubles):,} {lines} a look")
    says = ", ".join(parts)
    if len(table.troubles) == 1:
        says += f": {table.troubles[0].rstrip('.')}"
    if coming.taken:
        names = [each.after.saved_as for each in coming.taken if each.after]
        more = f" and {len(names) - 3:,} more" if len(names) > 3 else ""  # noqa: PLR2004
        says += f". Other customers are saved as {', '.join(names[:3])}{more}: replace them?"
        return says
    return f"{says}."
