"""The stack of pages: Build and Diagnose."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from reamaze_gui.ui.diagnose.diagnose_page import DiagnosePage

BUILD, DIAGNOSE = range(2)
"""The pages, in the order of their tabs."""


class Pages(QStackedWidget):
    """Creates Diagnose when it is first shown, by `make_diagnose`."""

    def __init__(self, build: QWidget, make_diagnose: "Callable[[], DiagnosePage]") -> None:
        super().__init__()
        self._make_diagnose = make_diagnose
        self.made: DiagnosePage | None = None
        self._build = build
        self.addWidget(build)

    @property
    def diagnose(self) -> "DiagnosePage":
        """The Diagnose page."""
        if not self.made:
            self.made = self._make_diagnose()
            self.addWidget(self.made)
        return self.made

    def show_page(self, page: int) -> None:
        """Show a page."""
        self.setCurrentWidget(self.diagnose if page == DIAGNOSE else self._build)
