"""Writes down what the next start begins with."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from reamaze_gui.ui.account.account_list import AccountList
from reamaze_gui.ui.build.build_page import BuildPage
from reamaze_gui.ui.runtime.settings import Settings
from reamaze_gui.ui.window.pages import Pages


class Remembered(QObject):
    """Writes whenever the program loses the keyboard to another, too.

    A Wayland compositor that ends, ends the program with it, there and then.
    """

    def __init__(
        self,
        window: QMainWindow,
        settings: Settings,
        accounts: AccountList,
        build_page: BuildPage,
        pages: Pages,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._accounts = accounts
        self._build_page = build_page
        self._pages = pages
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self.write)

    @Slot()
    def write(self) -> None:
        """Write down the account and how the window stands."""
        self._accounts.remember()
        self._settings.geometry = self._window.saveGeometry()
        self._build_page.remember()
        if self._pages.made:
            self._settings.diagnose_split = self._pages.made.saveState()
