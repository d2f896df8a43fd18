"""Writes down what the next start begins with."""

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from reamaze_gui.ui.account.account_list import AccountList
from reamaze_gui.ui.build.build_page import BuildPage
from reamaze_gui.ui.runtime.settings import Settings
from reamaze_gui.ui.window.pages import Pages

_SOON = 1_000  # milliseconds after the window changed


class Remembered(QObject):
    """Writes soon after anything changed in the window, and when another has the keyboard, too.

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
        self._soon = QTimer(self, interval=_SOON, singleShot=True)
        self._soon.timeout.connect(self.write)
        window.installEventFilter(self)
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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Write once the window has been drawn anew, as it is for whatever changes in it."""
        if event.type() == QEvent.Type.UpdateRequest and not self._soon.isActive():
            self._soon.start()
        return super().eventFilter(watched, event)
