"""Imports customers from a table file, and exports them to one."""

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
from reamaze_gui.core.saved import ImportPlan, plan_import, put
from reamaze_gui.ui.customers.saved_customers import UNDOES, SavedCustomers
from reamaze_gui.ui.customers.table_file import read_table_file, write_table_file
from reamaze_gui.ui.runtime.background import Background
from reamaze_gui.ui.runtime.file_saving import remember_folder, suggested_path
from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.widgets.buttons import Button
from reamaze_gui.ui.widgets.heading import Heading
from reamaze_gui.ui.widgets.style import GAP, SPACE, TROUBLES_WINDOW

_NARROWEST = 50  # letters
_MOST_NAMED = 3  # left out columns that are named

AskTable = Callable[[QWidget, str], str]
"""Asks for a file: to save under a suggested name, or to open if that is empty."""


def ask_table(parent: QWidget, suggested: str) -> str:
    """Ask with the system's file dialog."""
    from PySide6.QtWidgets import QFileDialog

    kinds = "Tables (*.csv *.txt *.tsv);;All files (*)"
    if suggested:
        place = suggested_path(suggested)
        path = QFileDialog.getSaveFileName(parent, "Export customers", place, kinds)[0]
        remember_folder(path)
        return path
    return QFileDialog.getOpenFileName(parent, "Import customers", "", kinds)[0]


class CustomerTransfer(QObject):
    """The buttons to import and export. An import replaces customers with the same name.

    `view` shows the customers. Signals: `status_message(sentence)`.
    """

    status_message = Signal(str)

    def __init__(self, view: QWidget, customers: SavedCustomers, ask: AskTable) -> None:
        super().__init__(view)
        self._view = view
        self._customers = customers
        self._ask = ask
        self._imports = Background(self)
        self._exports = Background(self)  # separate, since an import abandons the one before
        self.import_button = Button("&Import…", "Import")
        self.export_button = Button("E&xport…", "Export")
        self.import_button.clicked.connect(self.import_table)
        self.export_button.clicked.connect(self.export_table)

    @Slot()
    def import_table(self) -> None:
        """Ask for a table and import its customers."""
        if path := self._ask(self._view.window(), ""):
            self.status_message.emit("Reading the table…")
            self._imports.abandon()
            self._imports.run(partial(read_table_file, path), self._take)

    @Slot()
    def export_table(self) -> None:
        """Ask for a file and export all customers to it."""
        saved = self._customers.all
        if not saved:
            self.status_message.emit(f"Nothing was exported. {self._customers.why_empty}")
        elif path := self._ask(self._view.window(), "customers.csv"):
            self.status_message.emit("Writing the table…")
            self._exports.run(
                partial(write_table_file, path, saved),
                lambda wrong: self.status_message.emit(
                    wrong or f"{len(saved):,} exported to {path}."
                ),
                writes=True,
            )

    def finish(self, seconds: float) -> None:
        """Wait up to `seconds` for an export."""
        self._exports.finish(seconds)

    def _take(self, table: Table) -> None:
        """Add and replace customers, in one change that can be undone."""
        self._customers.refresh()
        plan = plan_import(self._customers.all, table.saved)
        says = _outcome(table, plan)
        if plan.added or plan.replaced:
            self._customers.change(lambda saved: put(saved, table.saved), f"{says} {UNDOES}")
        else:
            self.status_message.emit(says)
        if len(table.troubles) > 1:
            TroublesDialog(self._view.window(), table.troubles).show()


class TroublesDialog(QDialog):
    """Lists the rows of a table that were not imported."""

    def __init__(self, parent: QWidget, troubles: tuple[str, ...]) -> None:
        super().__init__(parent)
        self.setWindowTitle("Not imported")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        listed = QPlainTextEdit("\n".join(troubles), readOnly=True)
        listed.setAccessibleName("What was not imported")
        listed.setTabChangesFocus(True)
        buttons = QDialogButtonBox()
        buttons.addButton(Button("&Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(SPACE)
        layout.addWidget(Heading(self.windowTitle()))
        layout.addWidget(listed)
        layout.addWidget(buttons)
        style.keep_legible(self, _NARROWEST)
        self.resize(*TROUBLES_WINDOW)


def _outcome(table: Table, plan: ImportPlan) -> str:
    """Return a sentence saying what was imported."""
    if not table.saved and len(table.troubles) == 1:
        return table.troubles[0]
    parts = [f"{plan.added:,} imported"]
    if plan.replaced:
        parts.append(f"{plan.replaced:,} replaced")
    if plan.same:
        parts.append(f"{plan.same:,} already saved")
    if table.troubles:
        lines = "line needs" if len(table.troubles) == 1 else "lines need"
        parts.append(f"{len(table.troubles):,} {lines} attention")
    if table.left_out:
        names = ", ".join(f"“{each}”" for each in table.left_out[:_MOST_NAMED])
        columns = "column" if len(table.left_out) == 1 else "columns"
        parts.append(f"{len(table.left_out):,} {columns} left out ({names})")
    says = ", ".join(parts)
    if len(table.troubles) == 1:
        says += f": {table.troubles[0].rstrip('.')}"
    return f"{says}."
