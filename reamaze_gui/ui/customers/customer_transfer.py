"""Imports customers from a table file, and exports them to one."""

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QWidget,
)

from reamaze_gui.core.customer_table import Table, read_table, write_table
from reamaze_gui.core.saved import Saved, plan_import, put
from reamaze_gui.text_file import WantedFile, read_text_file
from reamaze_gui.ui.customers.saved_customers import UNDOES, SavedCustomers
from reamaze_gui.ui.runtime.background import Background
from reamaze_gui.ui.runtime.file_dialogs import FileDialogs
from reamaze_gui.ui.runtime.file_saving import FileContent, FileSaving
from reamaze_gui.ui.widgets import layouts, style
from reamaze_gui.ui.widgets.buttons import Button
from reamaze_gui.ui.widgets.heading import Heading
from reamaze_gui.ui.widgets.style import GAP, SPACE, TROUBLES_WINDOW

_NARROWEST = 50  # letters
_MOST_NAMED = 3  # left out columns that are named

_KINDS = "Tables (*.csv *.txt *.tsv);;All files (*)"
_TABLE = WantedFile(
    most_bytes=20_000_000,
    too_large="That is too large for a table of customers.",
    instead="Choose one table.",
    as_text="Save the table as CSV in your spreadsheet program, and import that.",
)


class CustomerTransfer(QObject):
    """The buttons to import and export. An import replaces customers with the same name.

    `view` shows the customers. Signals: `status_message(sentence)`.
    """

    status_message = Signal(str)

    def __init__(self, view: QWidget, customers: SavedCustomers, files: FileDialogs) -> None:
        super().__init__(view)
        self._view = view
        self._customers = customers
        self._files = files
        self._saving = FileSaving(view, files)
        self._saving.status_message.connect(self.status_message)
        self._imports = Background(self)
        self.import_button = Button("&Import…", "Import")
        self.export_button = Button("E&xport…", "Export")
        self.import_button.clicked.connect(self.import_table)
        self.export_button.clicked.connect(self.export_table)

    @Slot()
    def import_table(self) -> None:
        """Ask for a table and import its customers."""
        if path := self._files.ask_to_open(self._view.window(), "Import customers", _KINDS):
            self.status_message.emit("Reading the table…")
            self._imports.abandon()
            self._imports.run(partial(_read, path), self._take)

    @Slot()
    def export_table(self) -> None:
        """Ask for a file and export all customers to it."""
        saved = self._customers.all
        if not saved:
            self.status_message.emit(f"Nothing was exported. {self._customers.why_empty}")
            return
        says = f"{len(saved):,} customer{'s' if len(saved) > 1 else ''}"
        self._saving.save(
            lambda: FileContent.of_table(write_table(saved), says),
            "customers.csv",
            "Export customers",
            private=True,
        )

    def finish(self, seconds: float) -> None:
        """Wait up to `seconds` for an export."""
        self._saving.finish(seconds)

    def _take(self, table: Table) -> None:
        """Add and replace customers, in one change that can be undone."""
        if table.saved:
            self._customers.change(
                lambda saved: put(saved, table.saved), lambda before: _outcome(table, before)
            )
        else:
            self.status_message.emit(_outcome(table, ()))
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
        layout = layouts.column(SPACE, self, margin=GAP)
        layout.addWidget(Heading(self.windowTitle()))
        layout.addWidget(listed)
        layout.addWidget(buttons)
        style.keep_legible(self, _NARROWEST)
        self.resize(*TROUBLES_WINDOW)


def _read(path: str) -> Table:
    file = read_text_file(path, _TABLE)
    return Table(troubles=(file.trouble,)) if file.trouble else read_table(file.text)


def _outcome(table: Table, before: tuple[Saved, ...]) -> str:
    """Return a sentence saying what was imported into a list."""
    if not table.saved and len(table.troubles) == 1:
        return table.troubles[0]
    plan = plan_import(before, table.saved)
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
    return f"{says}. {UNDOES if plan.added or plan.replaced else ''}".rstrip()
