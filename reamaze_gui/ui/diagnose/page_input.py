"""The card with what a customer sent, or a list of customers, and with what else is to be tried."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QWidget

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.console import COMMAND
from reamaze_gui.core.customer import Customer
from reamaze_gui.list_file import ListFile
from reamaze_gui.page_file import read_page_file
from reamaze_gui.text_file import TextFile
from reamaze_gui.ui.diagnose.list_excerpt import ListExcerpt
from reamaze_gui.ui.diagnose.more_to_try import MoreToTry
from reamaze_gui.ui.diagnose.page_edit import PageEdit, file_in
from reamaze_gui.ui.diagnose.query import Source, is_empty
from reamaze_gui.ui.runtime.background import Background
from reamaze_gui.ui.widgets.buttons import FlatButton, outdented
from reamaze_gui.ui.widgets.card import Card
from reamaze_gui.ui.widgets.fold import Fold
from reamaze_gui.ui.widgets.question import Option, Question

_PAGE, _LIST = "Customer’s page", "List of customers"
_READING = "Reading the file…"
_ASK_AFTER = 300  # ms, after which a user is told what the wait is for

AskFile = Callable[[QWidget], str]
"""Asks the user which file to open; returns a path, or '' for none."""


def ask_file(parent: QWidget) -> str:
    """Ask with the system's own dialog."""
    from PySide6.QtWidgets import QFileDialog

    path, _ = QFileDialog.getOpenFileName(parent, "Open the customer's page, or a list")
    return path


class PageInput(Card):
    """The pasted page, ways to bring one here, and more to try; a long list stands in its place.

    Whatever fails to replace it is said there, and its `question` holds all that would be done
    with the page from before. `known` gives the secrets that are held.

    Signals: `changed` after any of them; `obstacle_changed`; `replaced` when another page or list
    begins to take the place of this one; `status_message(sentence)` for the status line.
    """

    changed = Signal()
    obstacle_changed = Signal()
    replaced = Signal()
    status_message = Signal(str)

    def __init__(self, known: Callable[[], tuple[str, ...]], ask: AskFile | None = None) -> None:
        self.paste_button = FlatButton("&Paste")
        self.open_button = FlatButton("&Open…", "Open file")
        super().__init__(_PAGE, self.paste_button, self.open_button)
        self._ask_file = ask or ask_file
        self._background = Background(self)
        self._is_reading = False
        self._slow_disk = QTimer(self, singleShot=True, interval=_ASK_AFTER)
        self._slow_disk.timeout.connect(self._ask_to_wait)
        self.question = Question()
        self.page = PageEdit()
        self._list = ListExcerpt()
        self._file: ListFile | None = None  # which is in the place of the page
        self._more = MoreToTry(known)
        self.command_button = FlatButton("Co&nsole command", "Copy console command")
        self._lay_out()
        self._connect()

    @property
    def source(self) -> Source:
        """What is to be looked at: the text of the page, or the list in its place."""
        return self._file or self.page.text()

    @property
    def obstacle(self) -> str:
        """Why nothing may be done with what is here; empty where it may."""
        return self.question.obstacle or (_READING if self._is_reading else "")

    @property
    def also(self) -> tuple[Customer, ...]:
        """The other ids and emails to try."""
        return self._more.also

    @property
    def old_secret(self) -> Secret | None:
        """The secret that was valid once, if one is to be tried."""
        return self._more.old_secret

    @property
    def can_undo(self) -> bool:
        """Whether there is something to bring back."""
        return self._file is not None or self.page.document().isUndoAvailable()

    def enter(self) -> None:
        """Go to the page, or to the list in its place."""
        if self._file:
            self._list.enter()
        else:
            self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def undo(self) -> None:
        """Take back what was last done: close the list, or undo the last change of the page."""
        if self._file:
            self.close_list()
        else:
            self.page.undo()
            self.status_message.emit("Last change to the customer's page undone.")

    @Slot()
    def close_list(self) -> None:
        """Bring back the page in whose place the list is."""
        if self._file:
            self.status_message.emit(f"{self._file.name} was closed.")
        self._show_list(None)
        self.enter()

    def paste(self) -> None:
        """Put what is on the clipboard in the place of the page."""
        self.page.paste_page()
        self.enter()

    def open_file(self) -> None:
        """Ask for a file, and put what it says in the place of the page."""
        if path := self._ask_file(self):
            self._read(path)

    def copy_command(self) -> None:
        """Put on the clipboard what gets the customer out of a running page."""
        QGuiApplication.clipboard().setText(COMMAND)
        self.status_message.emit(
            "Copied. Run it in the browser's console, and paste here what that gives."
        )

    def _read(self, path: str) -> None:
        self.status_message.emit(_READING)
        self._stop_reading()
        self._is_reading = True
        self._slow_disk.start()
        self._background.run(lambda: read_page_file(path), self._take)

    @Slot()
    def _ask_to_wait(self) -> None:
        """Hold what would be done with what is here, while a disk takes its time."""
        self.question.ask(_READING, Option("Stop reading", self._stop_reading))

    @Slot()
    def _stop_reading(self) -> None:
        self._slow_disk.stop()
        self._background.abandon()
        if self._is_reading:
            self._is_reading = False
            self.status_message.emit("")
            self.obstacle_changed.emit()

    @Slot()
    def _settle(self) -> None:
        """Take what was edited as meant, unless something else is to take its place."""
        if not self._is_reading:
            self.question.settle()

    def _take(self, file: TextFile | ListFile) -> None:
        self._stop_reading()
        self.question.settle()
        if isinstance(file, ListFile):
            self._show_list(file)
            self._more.forget_secret()
            self._list.enter()
            self.status_message.emit(f"{file.name} was opened. Ctrl+Z brings back what was here.")
        elif file.trouble:
            self._refuse(file.trouble)
        else:
            self.page.replace(file.text)
            self.status_message.emit(f"{file.name} was read. Ctrl+Z brings back what was here.")

    @Slot(str)
    def _refuse(self, why: str) -> None:
        """Say that nothing was taken; what is here is of use again once it is meant."""
        kind = "list" if self._file else "page"
        if is_empty(self.source):
            self.question.inform(why)
        else:
            keep = Option(f"Keep this {kind}", self.enter)
            self.question.ask(f"{why} The {kind} here is still the one from before.", keep)

    def _show_list(self, file: ListFile | None) -> None:
        """Put a list in the place of the page, or the page in its place again."""
        self._stop_reading()
        self.question.settle()
        was, self._file = self._file, file
        self._list.show_file(file)
        self.page.setVisible(file is None)
        self.set_title(_LIST if file else _PAGE)
        if was != file:
            self.replaced.emit()
            self.changed.emit()

    @Slot()
    def _make_place(self) -> None:
        """Let another page come."""
        self._more.forget_secret()
        self.replaced.emit()
        self._show_list(None)

    def _lay_out(self) -> None:
        self.setAcceptDrops(True)
        self._show_list(None)
        self.content.addWidget(self.question)
        self.content.addWidget(self.page, stretch=1)
        self.content.addLayout(outdented(self._list))
        fold = Fold("&More to try", self._more, self.command_button, above=True)
        self.content.addLayout(outdented(fold))

    def _connect(self) -> None:
        self.question.changed.connect(self.obstacle_changed)
        self.page.textChanged.connect(self._settle)
        self.page.textChanged.connect(self.changed)
        self._more.changed.connect(self.changed)
        self._more.status_message.connect(self.status_message)
        self.page.replaced.connect(self._make_place)
        self.page.refused.connect(self._refuse)
        self.page.file_given.connect(self._read)
        self._list.close_button.clicked.connect(self.close_list)
        self.paste_button.clicked.connect(self.paste)
        self.open_button.clicked.connect(self.open_file)
        self.command_button.clicked.connect(self.copy_command)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file wherever it is dropped."""
        if file_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the file that was dropped."""
        self._read(file_in(event.mimeData()))
