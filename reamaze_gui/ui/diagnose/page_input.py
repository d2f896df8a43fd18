"""How does the page get here that a customer sent, and what else is known of the customer?"""

import re
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reamaze_gui.core.console import COMMAND
from reamaze_gui.core.customer import Customer
from reamaze_gui.page_file import read_page_file
from reamaze_gui.text_file import TextFile
from reamaze_gui.ui.diagnose.page_edit import PageEdit
from reamaze_gui.ui.runtime.background import Background
from reamaze_gui.ui.widgets.line_edit import LineEdit
from reamaze_gui.ui.widgets.mnemonics import Mnemonics

_LONGEST_LIST = 4_000  # characters of other ids and emails: some hundred of them

_LABEL = "Customer's page, snippet, console output or request"

AskFile = Callable[[QWidget], str]
"""Asks the user which file to open; returns a path, or '' for none."""


def ask_file(parent: QWidget) -> str:
    """Ask with the system's own dialog."""
    from PySide6.QtWidgets import QFileDialog

    path, _ = QFileDialog.getOpenFileName(parent, "Open the customer's page")
    return path


class PageInput(QWidget):
    """The pasted page, ways to bring one here, and other ids and emails to try.

    Signals: `changed` after any of them; `said(sentence)` for the status line.
    """

    changed = Signal()
    said = Signal(str)

    def __init__(self, mnemonics: Mnemonics, ask: AskFile | None = None) -> None:
        super().__init__()
        self._ask_file = ask or ask_file
        self._background = Background(self)
        self.page = PageEdit()
        self._also = LineEdit(placeholderText="other ids or emails this customer may have")
        self._also.setAccessibleName("Also try")
        self._also.setMaxLength(_LONGEST_LIST)
        self.paste_button = mnemonics.button("Paste")
        self.open_button = mnemonics.button("Open file…", "Open file")
        self.command_button = mnemonics.button("Copy console command")
        self._lay_out(mnemonics)
        self._connect()

    @property
    def also(self) -> tuple[Customer, ...]:
        """The other ids and emails."""
        return read_also(self._also.text())

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

    def _say_it_was_cut(self) -> None:
        self.said.emit(
            f"Also try has room for {_LONGEST_LIST:,} characters: the rest was left out."
        )

    def _lay_out(self, mnemonics: Mnemonics) -> None:
        buttons, also = QHBoxLayout(), QHBoxLayout()
        for button in (self.paste_button, self.open_button, self.command_button):
            buttons.addWidget(button)
        buttons.addStretch()
        also.addWidget(mnemonics.label("Also try", self._also))
        also.addWidget(self._also)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(mnemonics.label(_LABEL, self.page))
        layout.addWidget(self.page, stretch=1)
        layout.addLayout(buttons)
        layout.addLayout(also)

    def _connect(self) -> None:
        self.page.textChanged.connect(self.changed)
        self._also.textChanged.connect(self.changed)
        self._also.inputRejected.connect(self._say_it_was_cut)
        self.page.refused.connect(self.said)
        self.page.file_given.connect(self._read)
        self.paste_button.clicked.connect(self.paste)
        self.open_button.clicked.connect(self.open_file)
        self.command_button.clicked.connect(self.copy_command)


def read_also(text: str) -> tuple[Customer, ...]:
    """Return the ids and emails of a list by comma, semicolon or white space.

    >>> read_also("7, zoe@example.org")[1].email
    'zoe@example.org'
    """
    words = filter(None, re.split(r"[,;\s]+", text))
    return tuple(Customer(email=word) if "@" in word else Customer(id=word) for word in words)
