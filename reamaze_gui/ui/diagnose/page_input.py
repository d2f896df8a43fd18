"""The card with what a customer sent, and with what else is to be tried."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.console import COMMAND
from reamaze_gui.core.customer import Customer
from reamaze_gui.page_file import read_page_file
from reamaze_gui.text_file import TextFile
from reamaze_gui.ui.diagnose.more_to_try import MoreToTry
from reamaze_gui.ui.diagnose.page_edit import PageEdit
from reamaze_gui.ui.runtime.background import Background
from reamaze_gui.ui.widgets.buttons import FlatButton
from reamaze_gui.ui.widgets.card import Card
from reamaze_gui.ui.widgets.fold import Fold

AskFile = Callable[[QWidget], str]
"""Asks the user which file to open; returns a path, or '' for none."""


def ask_file(parent: QWidget) -> str:
    """Ask with the system's own dialog."""
    from PySide6.QtWidgets import QFileDialog

    path, _ = QFileDialog.getOpenFileName(parent, "Open the customer's page")
    return path


class PageInput(Card):
    """The pasted page, ways to bring one here, and more to try.

    Signals: `changed` after any of them; `said(sentence)` for the status line.
    """

    changed = Signal()
    said = Signal(str)

    def __init__(self, ask: AskFile | None = None) -> None:
        self.paste_button = FlatButton("&Paste")
        self.open_button = FlatButton("&Open…", "Open file")
        super().__init__("Customer’s page", self.paste_button, self.open_button)
        self._ask_file = ask or ask_file
        self._background = Background(self)
        self.page = PageEdit()
        self._more = MoreToTry()
        self.command_button = FlatButton("Co&nsole command", "Copy console command")
        self._lay_out()
        self._connect()

    @property
    def also(self) -> tuple[Customer, ...]:
        """The other ids and emails to try."""
        return self._more.also

    @property
    def old_secret(self) -> Secret | None:
        """The secret that was valid once, if one is to be tried."""
        return self._more.old_secret

    def paste(self) -> None:
        """Put what is on the clipboard in the place of the page."""
        self.page.paste_page()
        self.page.setFocus()

    def open_file(self) -> None:
        """Ask for a file, and put what it says in the place of the page."""
        if path := self._ask_file(self):
            self._read(path)

    def copy_command(self) -> None:
        """Put on the clipboard what gets the customer out of a running page."""
        QGuiApplication.clipboard().setText(COMMAND)
        self.said.emit("Copied. Run it in the browser's console, and paste here what that gives.")

    def _read(self, path: str) -> None:
        self.said.emit("Reading the file…")
        self._background.abandon()
        self._background.run(lambda: read_page_file(path), self._take)

    def _take(self, file: TextFile) -> None:
        if file.trouble:
            self.said.emit(file.trouble)
        else:
            self.page.replace(file.text)
            self.said.emit(f"{file.name} was read. Ctrl+Z brings back what was here.")

    def _lay_out(self) -> None:
        self.content.addWidget(self.page, stretch=1)
        self.content.addWidget(Fold("&More to try", self._more, self.command_button))

    def _connect(self) -> None:
        self.page.textChanged.connect(self.changed)
        self._more.changed.connect(self.changed)
        self._more.said.connect(self.said)
        self.page.replaced.connect(self._more.forget_secret)
        self.page.refused.connect(self.said)
        self.page.file_given.connect(self._read)
        self.paste_button.clicked.connect(self.paste)
        self.open_button.clicked.connect(self.open_file)
        self.command_button.clicked.connect(self.copy_command)
