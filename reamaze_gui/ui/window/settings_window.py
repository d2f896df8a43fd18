"""The settings dialog."""

from collections.abc import Iterable

from PySide6.QtCore import QDir, QMimeData, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reamaze_gui.ui.runtime.settings import CLEARING_TIMES, Settings
from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.widgets.buttons import Button
from reamaze_gui.ui.widgets.card import Card
from reamaze_gui.ui.widgets.choice_box import ChoiceBox
from reamaze_gui.ui.widgets.heading import Heading
from reamaze_gui.ui.widgets.line_edit import LineEdit
from reamaze_gui.ui.widgets.mnemonics import FieldLabel
from reamaze_gui.ui.widgets.note import Note, announce
from reamaze_gui.ui.widgets.style import GAP, ROOMY, SPACE, TIGHT, Scheme, Tone

# Letters.
_WIDTH = 95
_NARROWEST = 80

_LINES = 2  # visible lines of a greeting or signature
_MOST = 1_000  # characters of each

_COLOURS = "“Like the system” follows your desktop where it says light or dark."
_CLEARING = "Copied authkeys are cleared then, or when you quit. With Never, they stay."
_REMEMBERED = "Window sizes, account and format are remembered as you leave them."
_NOT_WRITTEN = (
    "This file can't be written, so your settings and the list of accounts will be lost when you "
    "quit. Check its permissions and the free space on the disk."
)
_GREETING = "Begins every reply to a merchant, for example: Hello,"
_SIGNATURE = "Ends every reply, for example with your name."
_DEMONSTRATION = "This is a demonstration: nothing is saved."


class SettingsWindow(QDialog):
    """All settings; each change takes effect at once.

    Signals: `helped(topic)` when F1 was pressed.
    """

    helped = Signal(str)

    def __init__(self, parent: QWidget, settings: Settings) -> None:
        super().__init__(parent)
        self.setWindowTitle("Settings")
        self._settings = settings
        self._cards = QVBoxLayout()
        self._labels: list[FieldLabel] = []
        self._grids: list[QGridLayout] = []  # of each card
        self._schemes = _box([(scheme.value, scheme) for scheme in Scheme])
        self._clearing = _box([(_later(minutes), minutes) for minutes in CLEARING_TIMES])
        self._greeting = _FewLines(settings.reply_greeting)
        self._signature = _FewLines(settings.reply_signature)
        self._file = LineEdit(QDir.toNativeSeparators(settings.file.fileName()), readOnly=True)
        self._file.setCursorPosition(0)
        self._copy_path = Button("Copy path")
        self._status = Note(beside=True)
        self._lay_out()
        self._connect()
        self._show()

    @Slot()
    def _show(self) -> None:
        """Show the current settings."""
        settings = self._settings
        self._schemes.setCurrentIndex(self._schemes.findData(settings.scheme))
        self._clearing.setCurrentIndex(self._clearing.findData(settings.clearing))
        self._show_file_state()

    def _show_file_state(self) -> None:
        """Say what else is remembered, or that nothing can be saved."""
        settings = self._settings
        usual = _REMEMBERED if settings.remember else _DEMONSTRATION
        says = usual if settings.is_writable else _NOT_WRITTEN
        self._written.say(says, Tone.MUTED if settings.is_writable else Tone.PROBLEM)
        self._file.setAccessibleDescription(says)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._file.text())
        self._status.say("Path copied.")
        announce(self._status, "Path copied.")

    def _connect(self) -> None:
        settings, schemes, times = self._settings, self._schemes, self._clearing
        schemes.activated.connect(lambda _at: setattr(settings, "scheme", schemes.currentData()))
        times.activated.connect(lambda _at: setattr(settings, "clearing", times.currentData()))
        for name, edit in (
            ("reply_greeting", self._greeting),
            ("reply_signature", self._signature),
        ):
            edit.textChanged.connect(
                lambda name=name, edit=edit: setattr(settings, name, edit.toPlainText())
            )
        self._copy_path.clicked.connect(self._copy)
        settings.changed.connect(self._show)
        settings.failed.connect(self._show)
        shortcut = QShortcut(QKeySequence.StandardKey.HelpContents, self)
        shortcut.activated.connect(lambda: self.helped.emit("privacy"))

    def _lay_out(self) -> None:
        self._cards.setSpacing(ROOMY)
        self._cards.addWidget(Heading(self.windowTitle()))
        self._add_card("This program")
        self._add("&Colours", self._schemes, _COLOURS)
        self._add("Clear the clip&board", self._clearing, _CLEARING)
        self._add_card("Reply to the merchant")
        self._add("&Greeting", self._greeting, _GREETING)
        self._add("&Signature", self._signature, _SIGNATURE)
        self._add_card("Where settings are saved")
        self._written = self._add("Settings &file", self._file, "", self._copy_path)
        widest = max(label.sizeHint().width() for label in self._labels)
        for grid in self._grids:
            grid.setColumnMinimumWidth(0, widest)
            grid.setColumnStretch(1, 1)
        buttons = QDialogButtonBox()
        buttons.addButton(Button("Cl&ose"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(ROOMY)
        layout.addLayout(self._cards)
        layout.addStretch()
        below = QHBoxLayout()
        below.addWidget(self._status, stretch=1)
        below.addWidget(buttons)
        layout.addLayout(below)
        style.keep_legible(self, _NARROWEST)
        self.resize(style.wide(self, _WIDTH), self.minimumHeight())

    def _add_card(self, title: str) -> None:
        """Add a card for the rows that follow."""
        card, grid = Card(title), QGridLayout()
        grid.setHorizontalSpacing(SPACE)
        grid.setVerticalSpacing(TIGHT)
        card.content.addLayout(grid)
        self._cards.addWidget(card)
        self._grids.append(grid)

    def _add(
        self,
        name: str,
        field: QWidget,
        says: str,
        button: QPushButton | None = None,
    ) -> Note:
        """Add a row, optionally with a button; return the note below it."""
        grid, note, label = self._grids[-1], Note(), FieldLabel(name, field)
        row = grid.rowCount()
        note.say(says)
        field.setAccessibleName(name.replace("&", ""))
        field.setAccessibleDescription(says)
        if row > 1:
            note_above = row - 1
            grid.setRowMinimumHeight(note_above, note.minimumHeight() + SPACE)
        grid.addWidget(label, row, 0)
        grid.addWidget(field, row, 1, 1, 1 if button else 2)
        if button:
            grid.addWidget(button, row, 2)
        grid.addWidget(note, row + 1, 1, 1, 2)
        self._labels.append(label)
        return note


def _box(choices: Iterable[tuple[str, object]]) -> ChoiceBox:
    box = ChoiceBox()
    for text, value in choices:
        box.addItem(text, value)
    return box


class _FewLines(QPlainTextEdit):
    """A field for a greeting or signature."""

    def __init__(self, text: str) -> None:
        super().__init__(text[:_MOST], tabChangesFocus=True)
        self.setFixedHeight(style.height_of_lines(self, _LINES))

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Limit what is pasted: a whole page would make typing slow."""
        self.insertPlainText(source.text()[:_MOST])


def _later(minutes: int) -> str:
    """Return the label of a clearing time."""
    unit = "minute" if minutes == 1 else "minutes"
    return f"After {minutes} {unit}" if minutes else "Never"
