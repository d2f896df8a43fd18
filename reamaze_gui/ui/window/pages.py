"""The stack of pages: Build, Diagnose, and on the first start a welcome."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reamaze_gui.ui.account.account_bar import AccountBar
from reamaze_gui.ui.account.first_start import FirstStart

if TYPE_CHECKING:
    from collections.abc import Callable

    from reamaze_gui.ui.diagnose.diagnose_page import DiagnosePage

BUILD, DIAGNOSE = range(2)
"""The pages, in the order of their tabs."""


class Pages(QStackedWidget):
    """Creates Diagnose when it is first shown, by `make_diagnose`.

    Signals: `welcome_left` once, when the account's fields must go back to the header.
    """

    welcome_left = Signal()

    def __init__(self, build: QWidget, make_diagnose: "Callable[[], DiagnosePage]") -> None:
        super().__init__()
        self._make_diagnose = make_diagnose
        self._welcome: FirstStart | None = None
        self.made: DiagnosePage | None = None
        self._room = QVBoxLayout()
        self._room.setContentsMargins(0, 0, 0, 0)
        room = QWidget()
        room.setLayout(self._room)
        self.addWidget(build)
        self.addWidget(room)

    @property
    def diagnose(self) -> "DiagnosePage":
        """The Diagnose page."""
        if not self.made:
            self.made = self._make_diagnose()
            self._room.addWidget(self.made)
        return self.made

    @property
    def is_welcoming(self) -> bool:
        """Whether the welcome is shown."""
        return self._welcome is not None

    def welcome(self, bar: AccountBar) -> FirstStart:
        """Show and return the card of the first start."""
        self._welcome = FirstStart(bar)
        self.addWidget(self._welcome)
        self.setCurrentWidget(self._welcome)
        return self._welcome

    def show_page(self, page: int) -> None:
        """Show a page, and end the welcome."""
        if page == DIAGNOSE:
            self.diagnose.setVisible(True)
        self.setCurrentIndex(page)
        if self._welcome:
            welcome, self._welcome = self._welcome, None
            self.welcome_left.emit()
            self.removeWidget(welcome)
            welcome.deleteLater()
