"""How does the user get from the window to the saved customers, and back with one of them?"""

from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from reamaze_gui.core.account import check_account
from reamaze_gui.core.saved import Saved
from reamaze_gui.ui.customers.customers_window import CustomersWindow
from reamaze_gui.ui.customers.save_dialog import SaveDialog
from reamaze_gui.ui.customers.saved_customers import READING, SavedCustomers

if TYPE_CHECKING:
    from reamaze_gui.ui.window.main_window import MainWindow

_MOST = 20  # customers in the menu; a filter finds the others sooner than the eye
_WIDEST = 40  # characters
_TOPIC = "saved-customers"


class CustomersMenu(QObject):
    """What the menu of the customers does: save the form, pick a customer, manage them all."""

    def __init__(self, window: "MainWindow", path: Path | None) -> None:
        super().__init__(window)
        self._window = window
        self._menu: QMenu | None = None
        self._offered: list[QAction] = []
        self._manager: CustomersWindow | None = None
        self.customers = SavedCustomers(path, self)
        self.customers.said.connect(window.say)
        self.customers.picked.connect(self._pick)
        self.customers.changed.connect(self._list_late)

    def save(self) -> None:
        """Ask for a name, and save the form's customer under it."""
        customer = self._window.build_page.form.value()
        if not customer.id and not customer.email:
            self.customers.said.emit("Enter the Customer ID or Email first: there is nobody yet.")
            return
        if wrong := next((each for each in check_account(self._account()) if each.stops), None):
            self.customers.said.emit(f"Correct the account first. {wrong.says}")
            return
        self.customers.refresh()
        asks = SaveDialog(self._window, self.customers, customer, self._account())
        self._window.beside.explain(asks, _TOPIC)
        asks.open()

    def manage(self) -> None:
        """Show all saved customers."""
        if not self._manager:
            self._manager = CustomersWindow(self._window, self.customers)
            self._window.beside.explain(self._manager, _TOPIC)
        self._manager.present()

    def close(self, seconds: float) -> None:
        """Close the window beside the main one, and let all be written, exports too, in time."""
        deadline = monotonic() + seconds
        self.customers.finish(seconds)
        if self._manager:
            self._manager.close()
            self._manager.finish(deadline - monotonic())

    def offer(self, menu: QMenu) -> None:
        """Put the saved customers at the end of the menu: the current account's come first."""
        self._menu = menu
        self.customers.refresh()
        self._list(menu)

    def _list_late(self) -> None:
        """Show what a slow disk told while the menu was open already."""
        if self._menu and self._menu.isVisible():
            self._list(self._menu)

    def _list(self, menu: QMenu) -> None:
        for action in self._offered:
            menu.removeAction(action)
            action.deleteLater()
        here = self._account()
        saved = sorted(self.customers.all, key=lambda each: each.account not in ("", here))
        self._offered = [self._action(menu, each, here) for each in saved[:_MOST]]
        if len(saved) > _MOST:
            everyone = QAction(f"&All {len(saved):,} customers…", menu)
            everyone.triggered.connect(self.manage)
            self._offered.append(everyone)
        if not saved:
            self._offered = [self._nobody(menu)]
        for action in self._offered:
            action.setMenuRole(QAction.MenuRole.NoRole)  # or macOS guesses one from the name
        menu.addActions(self._offered)

    def _nobody(self, menu: QMenu) -> QAction:
        """Return what stands in the place of the customers: the reason is too long for a menu."""
        if self.customers.unread:
            why = QAction("Why nobody is listed…", menu)
            why.triggered.connect(self.manage)
            return why
        nobody = QAction("No saved customers yet" if self.customers.is_read else READING, menu)
        nobody.setEnabled(False)
        return nobody

    def _pick(self, saved: Saved) -> None:
        """Fill the form, for the account too: in another one, the customer is a stranger."""
        self._window.replace_customer(saved.customer, "Filled in", saved.account)

    def _account(self) -> str:
        """Return the account as it stands in the window, also while it is still being typed."""
        return self._window.account_bar.account.currentText()

    def _action(self, menu: QMenu, saved: Saved, here: str) -> QAction:
        elsewhere = saved.account not in ("", here)
        text = f"{saved.saved_as} ({saved.account})" if elsewhere else saved.saved_as
        if len(text) > _WIDEST:
            text = f"{text[: _WIDEST - 1]}…"
        action = QAction(text.replace("&", "&&"), menu)
        action.triggered.connect(lambda _checked: self.customers.picked.emit(saved))
        return action
