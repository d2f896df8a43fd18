"""The main window's access to saved customers: save, pick and manage them."""

from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from reamaze_gui.core.account import check_account
from reamaze_gui.core.saved import Saved
from reamaze_gui.ui.runtime.file_dialogs import FileDialogs

if TYPE_CHECKING:  # imported when first used
    from reamaze_gui.ui.customers.customer_picker import CustomerPicker
    from reamaze_gui.ui.customers.customers_window import CustomersWindow
    from reamaze_gui.ui.customers.saved_customers import SavedCustomers

_TOPIC = "saved-customers"


class Customers(QObject):
    """Opens the popover below `owner`, a button in the header, and the dialogs.

    `current` returns the customer in the form, which `show_form` brings into sight; `question`
    returns what must be answered before that can be saved, or "". Signals:
    `status_message(sentence)`; `picked(saved)`; `helped(topic)` when F1 was pressed.
    """

    status_message = Signal(str)
    picked = Signal(Saved)
    helped = Signal(str)

    def __init__(
        self,
        owner: QWidget,
        path: Path | None,
        files: FileDialogs,
        current: Callable[[], Saved],
        show_form: Callable[[], None],
        question: Callable[[], str],
    ) -> None:
        super().__init__(owner)
        self._owner = owner
        self._path = path
        self._files = files
        self._current = current
        self._show_form = show_form
        self._question = question
        self._manager: CustomersWindow | None = None
        self._picker: CustomerPicker | None = None
        self._saved: SavedCustomers | None = None

    @property
    def saved(self) -> "SavedCustomers":
        """The list, created on first use."""
        if not self._saved:
            from reamaze_gui.ui.customers.saved_customers import SavedCustomers

            self._saved = SavedCustomers(self._path, self)
            self._saved.status_message.connect(self.status_message)
            self._saved.picked.connect(self.picked)
        return self._saved

    def save(self) -> None:
        """Ask for a name and save the customer in the form."""
        if question := self._question():
            self.status_message.emit(question)
            return
        self._show_form()
        current = self._current()
        if not current.customer.id and not current.customer.email:
            self.status_message.emit("Enter the Customer ID or Email first.")
            return
        if wrong := next((each for each in check_account(current.account) if each.stops), None):
            self.status_message.emit(f"Correct the account first. {wrong.says}")
            return
        from reamaze_gui.ui.customers.save_dialog import SaveDialog

        self.saved.refresh()
        dialog = SaveDialog(self._owner.window(), self.saved, current)
        self._add_help(dialog)
        dialog.open()

    def pick(self) -> None:
        """Open the popover."""
        if not self._picker:
            from reamaze_gui.ui.customers.customer_picker import CustomerPicker

            self._picker = CustomerPicker(self._owner, self.saved)
            self._picker.save_asked.connect(self.save)
            self._picker.manage_asked.connect(self.manage)
        self._picker.present(self._current().account)

    def manage(self) -> None:
        """Open the window of saved customers."""
        if not self._manager:
            from reamaze_gui.ui.customers.customers_window import CustomersWindow

            self._manager = CustomersWindow(self._owner.window(), self.saved, self._files)
            self._add_help(self._manager)
        self._manager.present()

    def close(self, seconds: float) -> None:
        """Close the window, and wait up to `seconds` for changes and exports to be written."""
        deadline = monotonic() + seconds
        if self._saved:
            self._saved.finish(seconds)
        if self._manager:
            self._manager.close()
            self._manager.finish(deadline - monotonic())

    def _add_help(self, window: QWidget) -> None:
        shortcut = QShortcut(QKeySequence.StandardKey.HelpContents, window)
        shortcut.activated.connect(lambda: self.helped.emit(_TOPIC))
