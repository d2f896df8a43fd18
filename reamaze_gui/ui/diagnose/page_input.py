"""The card with the merchant's page or list, and more to try."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.console import COMMAND
from reamaze_gui.core.customer import Customer
from reamaze_gui.list_file import ListFile
from reamaze_gui.page_file import read_page_file
from reamaze_gui.text_file import TextFile
from reamaze_gui.ui.diagnose.list_excerpt import ListExcerpt
from reamaze_gui.ui.diagnose.more_to_try import MoreToTry
from reamaze_gui.ui.diagnose.page_edit import PageEdit, accept_file, file_in
from reamaze_gui.ui.diagnose.query import Source, is_empty
from reamaze_gui.ui.runtime.background import Background
from reamaze_gui.ui.runtime.file_dialogs import FileDialogs
from reamaze_gui.ui.widgets.buttons import FlatButton, outdented
from reamaze_gui.ui.widgets.card import Card
from reamaze_gui.ui.widgets.fold import Fold
from reamaze_gui.ui.widgets.question import Question

_PAGE, _LIST = "Customer's page", "List of customers"
_READING = "Reading the file…"
_ASK_AFTER = 300  # ms after which the user can stop reading


class PageInput(Card):
    """The editor for a page or, in its place, the preview of a long list; and more to try.

    If it can't be replaced, `question` blocks everything that would use the old page. `known`
    returns the secrets in memory.

    Signals: `changed` after any input changed; `obstacle_changed`; `replaced` before another page
    or list replaces this one; `status_message(sentence)`.
    """

    changed = Signal()
    obstacle_changed = Signal()
    replaced = Signal()
    status_message = Signal(str)

    def __init__(self, known: Callable[[], tuple[str, ...]], files: FileDialogs) -> None:
        self.paste_button = FlatButton("&Paste")
        self.open_button = FlatButton("&Open…", "Open file")
        super().__init__(_PAGE, self.paste_button, self.open_button)
        self._files = files
        self._background = Background(self)
        self._is_reading = False
        self._slow_disk = QTimer(self, singleShot=True, interval=_ASK_AFTER)
        self._slow_disk.timeout.connect(self._ask_to_wait)
        self.question = Question()
        self.page = PageEdit()
        self._list = ListExcerpt()
        self._file: ListFile | None = None  # the list in place of the page
        self._more = MoreToTry(known)
        self.command_button = FlatButton("Co&nsole command", "Copy console command")
        self._lay_out()
        self._connect()

    @property
    def source(self) -> Source:
        """The page's text, or the list in its place."""
        return self._file or self.page.text()

    @property
    def obstacle(self) -> str:
        """Why the input must not be used yet, or ""."""
        return self.question.obstacle or (_READING if self._is_reading else "")

    @property
    def also(self) -> tuple[Customer, ...]:
        """The other ids and emails to try."""
        return self._more.also

    @property
    def old_secret(self) -> Secret | None:
        """The old secret to try, if any."""
        return self._more.old_secret

    @property
    def can_undo(self) -> bool:
        """Whether there is something to undo."""
        return self._file is not None or self.page.document().isUndoAvailable()

    def enter(self) -> None:
        """Focus the page or the list."""
        if self._file:
            self._list.enter()
        else:
            self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def undo(self) -> None:
        """Close the list, or undo the last change of the page."""
        if self._file:
            self.close_list()
        else:
            self.page.undo()
            self.status_message.emit("Last change to the customer's page undone.")

    @Slot()
    def close_list(self) -> None:
        """Close the list and show the page again."""
        if self._file:
            self.status_message.emit(f"{self._file.name} was closed.")
        self._show_list(None)
        self.enter()

    def paste(self) -> None:
        """Replace the page with the clipboard's content."""
        self.page.paste_page()
        self.enter()

    def open_file(self) -> None:
        """Ask for a file and read it."""
        if path := self._files.ask_to_open(self, "Open the customer's page, or a list"):
            self._read(path)

    def copy_command(self) -> None:
        """Copy the JavaScript that prints the customer of a running page."""
        QGuiApplication.clipboard().setText(COMMAND)
        self.status_message.emit(
            "Copied. Run it in the browser's console, and paste the output here."
        )

    def _read(self, path: str) -> None:
        self.status_message.emit(_READING)
        self._stop_reading()
        self._is_reading = True
        self._slow_disk.start()
        self._background.run(lambda: read_page_file(path), self._take)

    @Slot()
    def _ask_to_wait(self) -> None:
        """Let the user stop waiting for a slow disk."""
        self.question.ask(_READING, ("Stop reading", self._stop_reading))

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
        """Settle the question, since the page was edited, unless a file is being read."""
        if not self._is_reading:
            self.question.settle()

    def _take(self, file: TextFile | ListFile) -> None:
        self._stop_reading()
        self.question.settle()
        if isinstance(file, ListFile):
            self._show_list(file)
            self._more.forget()
            self._list.enter()
            self.status_message.emit(f"{file.name} was opened. Press Ctrl+Z to undo this.")
        elif file.trouble:
            self._refuse(file.trouble)
        else:
            self.page.replace(file.text)
            self.status_message.emit(f"{file.name} was opened. Press Ctrl+Z to undo this.")

    @Slot(str)
    def _refuse(self, why: str) -> None:
        """Say why nothing was replaced; the old page can be used only once confirmed."""
        kind = "list" if self._file else "page"
        if is_empty(self.source):
            self.question.inform(why)
        else:
            keep = (f"Keep this {kind}", self.enter)
            self.question.ask(f"{why} This is still the previous {kind}.", keep)

    def _show_list(self, file: ListFile | None) -> None:
        """Show a list in place of the page, or the page again."""
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
    def _prepare_replacement(self) -> None:
        """Forget what belongs to the old page."""
        self._more.forget()
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
        self.page.replaced.connect(self._prepare_replacement)
        self.page.refused.connect(self._refuse)
        self.page.file_given.connect(self._read)
        self._list.close_button.clicked.connect(self.close_list)
        self.paste_button.clicked.connect(self.paste)
        self.open_button.clicked.connect(self.open_file)
        self.command_button.clicked.connect(self.copy_command)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept a file anywhere on the card."""
        accept_file(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Accept it wherever it is moved."""
        accept_file(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the dropped file."""
        accept_file(event)
        self._read(file_in(event.mimeData()))
