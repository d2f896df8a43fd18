"""What can be set, and where is it written down?"""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reamaze_gui.ui.build.region_box import RegionBox
from reamaze_gui.ui.runtime.settings import CLEARING_TIMES
from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.widgets.choice_box import ChoiceBox
from reamaze_gui.ui.widgets.mnemonics import Mnemonics
from reamaze_gui.ui.widgets.note import Note, announce
from reamaze_gui.ui.widgets.style import CELL, GAP, SPACE, Scheme, Tone
from reamaze_gui.ui.window.menus import minutes_later

if TYPE_CHECKING:
    from reamaze_gui.ui.window.main_window import MainWindow

# Letters.
_WIDTH = 95
_NARROWEST = 80

_COLOURS = "Like the system: light or dark as your desktop is, where it tells."
_CLEARING = "Authkeys and snippets copied here go then, or when you quit; with Never, they stay."
_REGION = "Where a number without a country code is dialled."
_FORGETTING = "Only the names are forgotten. What the keyring holds stays there."
_FORGETS, _BRINGS_BACK = "Forget the list", "Bring it back"
_REMEMBERED = "Sizes, account and format need no setting: they stay as you leave them."
_NOT_WRITTEN = (
    "This file can't be written, so what you set, and the list of accounts, last until you quit. "
    "Let your user write there, or make room on the disk."
)
_SAVED = "Written when you save, rename or delete a customer, and never otherwise."
_DEMONSTRATION = "This is a demonstration: nothing is written down."


class SettingsWindow(QDialog):
    """All that is set rather than left as it was; each choice takes effect at once.

    It sets through the main window, and follows what is set there or in the menus meanwhile.
    """

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self.setWindowTitle("Settings")
        self._window = window
        self._forgotten: tuple[str, ...] = ()
        self._mnemonics = Mnemonics()
        self._grid = QGridLayout()
        self._schemes = _box([(scheme.value, scheme) for scheme in Scheme])
        self._region = RegionBox(window.build_page.form.region)
        self._region.fill()
        self._clearing = _box([(minutes_later(minutes), minutes) for minutes in CLEARING_TIMES])
        self._accounts = QLineEdit(readOnly=True, placeholderText="none yet")
        self._forget = QPushButton(_FORGETS)
        self._said = Note()
        self._lay_out()
        self._connect()
        self._show()

    @Slot()
    def _show(self) -> None:
        """Show what is set now."""
        settings = self._window.settings
        self._schemes.setCurrentIndex(self._schemes.findData(settings.scheme))
        self._clearing.setCurrentIndex(self._clearing.findData(settings.clearing))
        self._accounts.setText(", ".join(settings.accounts))
        self._accounts.setCursorPosition(0)
        self._forget.setText(_BRINGS_BACK if self._forgotten else _FORGETS)
        self._forget.setEnabled(bool(self._forgotten or settings.accounts))
        self._follow_region()
        self._show_whether_kept()

    def _show_whether_kept(self) -> None:
        """Say what is written to the file, or that nothing can be."""
        settings, (shown, note) = self._window.settings, self._settings_file
        written = _REMEMBERED if settings.remember else _DEMONSTRATION
        says = written if settings.is_kept else _NOT_WRITTEN
        note.say(says, Tone.MUTED if settings.is_kept else Tone.PROBLEM)
        shown.setAccessibleDescription(says)

    @Slot()
    def _follow_region(self) -> None:
        self._region.choose(self._window.build_page.form.region)

    @Slot()
    def _forget_accounts(self) -> None:
        """Forget the names of the accounts, or take that back as long as this window lives."""
        window, forgotten = self._window, self._forgotten
        with window.settings.in_turn():
            known = window.settings.accounts
            self._forgotten = () if forgotten else known
            new = tuple(each for each in known if each not in forgotten)
            window.accounts.set((*forgotten, *new) if forgotten else ())
        self._say("The list is back." if forgotten else "The list is forgotten.")

    def _copy(self, path: str) -> None:
        QGuiApplication.clipboard().setText(path)
        self._say("Path copied.")

    def _say(self, sentence: str) -> None:
        self._said.say(sentence)
        announce(self._said, sentence)

    def _connect(self) -> None:
        window, schemes, times = self._window, self._schemes, self._clearing
        schemes.activated.connect(lambda _at: window.choose_scheme(schemes.currentData()))
        times.activated.connect(lambda _at: window.choose_clearing(times.currentData()))
        self._region.activated.connect(lambda _at: window.choose_region(self._region.region))
        self._forget.clicked.connect(self._forget_accounts)
        window.settings_changed.connect(self._show)
        window.build_page.form.changed.connect(self._follow_region)
        window.beside.explain(self, "privacy")

    def _lay_out(self) -> None:
        settings, customers = self._window.settings, self._window.customers.customers.path
        self._forget.setAccessibleDescription(_FORGETTING)
        self._grid.setHorizontalSpacing(SPACE)
        self._grid.setVerticalSpacing(CELL)
        self._add("Colours", self._schemes, _COLOURS)
        self._add("Phone region", self._region, _REGION)
        self._add("Clear the clipboard", self._clearing, _CLEARING)
        self._add("Accounts in the list", self._accounts, _FORGETTING, self._forget)
        self._settings_file = self._add_file("Settings file", settings.file.fileName(), lines=3)
        if customers:
            self._add_file("Saved customers", str(customers), _SAVED)
        buttons = QDialogButtonBox()
        closes = self._mnemonics.mark("Close")
        buttons.addButton(closes, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.addLayout(self._grid)
        layout.addStretch()
        layout.addWidget(self._said)
        layout.addWidget(buttons)
        self._forget.setAutoDefault(False)
        self._forget.setMinimumWidth(self._forget.sizeHint().width())  # of the longer text
        style.give_room(self)
        style.keep_legible(self, _NARROWEST)
        self.resize(style.wide(self, _WIDTH), self.minimumHeight())

    def _add(
        self,
        name: str,
        field: QWidget,
        says: str,
        button: QPushButton | None = None,
        *,
        lines: int = 1,
    ) -> Note:
        """Add a row, with a button behind its field; return what tells below it what to know."""
        row, note = self._grid.rowCount(), Note(lines=lines)
        below = row + 1
        note.say(says)
        field.setAccessibleName(name)
        field.setAccessibleDescription(says)
        self._grid.addWidget(self._mnemonics.label(name, field), row, 0)
        self._grid.addWidget(field, row, 1, 1, 1 if button else 2)
        if button:
            self._grid.addWidget(button, row, 2)
        self._grid.addWidget(note, below, 1, 1, 2)
        self._grid.setRowMinimumHeight(below, note.minimumHeight() + SPACE)
        return note

    def _add_file(
        self, name: str, path: str, says: str = "", *, lines: int = 1
    ) -> tuple[QLineEdit, Note]:
        """Add a row that tells where a file is; return the field with its path, and the note."""
        path = QDir.toNativeSeparators(path)
        shown = QLineEdit(path, readOnly=True)
        shown.setCursorPosition(0)
        copy = self._mnemonics.button("Copy path", f"Copy path: {name}")
        copy.clicked.connect(partial(self._copy, path))
        return shown, self._add(name, shown, says, copy, lines=lines)


def _box(choices: Iterable[tuple[str, object]]) -> ChoiceBox:
    box = ChoiceBox()
    for text, value in choices:
        box.addItem(text, value)
    return box
