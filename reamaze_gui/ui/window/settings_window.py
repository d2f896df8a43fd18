"""The settings dialog."""

from collections.abc import Iterable

from PySide6.QtCore import QDir, QMimeData, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QVBoxLayout,
    QWidget,
)

from reamaze_gui.ui.runtime.settings import CLEARING_TIMES, Settings
from reamaze_gui.ui.widgets import layouts, style
from reamaze_gui.ui.widgets.buttons import Button
from reamaze_gui.ui.widgets.card import Card
from reamaze_gui.ui.widgets.choice_box import ChoiceBox
from reamaze_gui.ui.widgets.heading import Heading
from reamaze_gui.ui.widgets.line_edit import LineEdit, TextEdit
from reamaze_gui.ui.widgets.mnemonics import FieldLabel
from reamaze_gui.ui.widgets.note import Note
from reamaze_gui.ui.widgets.style import GAP, ROOMY, TIGHT, Scheme, Tone

# Letters.
_WIDTH = 95
_NARROWEST = 80

_LINES = 2  # visible lines of a greeting or signature
_MOST = 1_000  # characters of each

_CLEARING = "Clears authkeys, also when you quit; “Never” keeps them."
_REMEMBERED = "Window sizes, account and format are remembered as you leave them."
_NOT_WRITTEN = (
    "This file can't be written, so your settings and the list of accounts will be lost when you "
    "quit. Check its permissions and the free space on the disk."
)
_GREETING = "for example: Hello,"
_SIGNATURE = "for example: Kind regards, Zoe"
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
        self._grid = QGridLayout()
        self._schemes = _box([(scheme.value, scheme) for scheme in Scheme])
        self._clearing = _box([(_later(minutes), minutes) for minutes in CLEARING_TIMES])
        self._greeting = _FewLines(settings.reply_greeting, _GREETING)
        self._signature = _FewLines(settings.reply_signature, _SIGNATURE)
        self._file = LineEdit(QDir.toNativeSeparators(settings.file.fileName()), readOnly=True)
        self._file.setCursorPosition(0)
        self._clears, self._written = Note(), Note()
        self._lay_out()
        self._connect()
        self._show()

    @Slot()
    def _show(self) -> None:
        """Show the current settings."""
        settings = self._settings
        self._schemes.setCurrentIndex(self._schemes.findData(settings.scheme))
        self._clearing.setCurrentIndex(self._clearing.findData(settings.clearing))
        usual = _REMEMBERED if settings.remember else _DEMONSTRATION
        says = usual if settings.is_writable else _NOT_WRITTEN
        self._written.say(says, Tone.MUTED if settings.is_writable else Tone.PROBLEM)
        self._file.setAccessibleDescription(says)

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
        settings.changed.connect(self._show)
        settings.failed.connect(self._show)
        shortcut = QShortcut(QKeySequence.StandardKey.HelpContents, self)
        shortcut.activated.connect(lambda: self.helped.emit("privacy"))

    def _lay_out(self) -> None:
        self._clears.say(_CLEARING)
        self._grid.setHorizontalSpacing(ROOMY)
        self._grid.setVerticalSpacing(ROOMY)
        self._grid.setColumnStretch(1, 1)
        self._add("&Colours", self._schemes)
        self._add("Clear the clip&board", self._clearing, self._clears)
        self._add("Settings &file", self._file, self._written)
        reply = layouts.row(GAP)
        for name, edit in (("&Greeting", self._greeting), ("&Signature", self._signature)):
            edit.setAccessibleName(name.replace("&", ""))
            reply.addLayout(_column(FieldLabel(name, edit), edit))
        buttons = QDialogButtonBox()
        buttons.addButton(Button("Cl&ose"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.close)
        layout = layouts.column(ROOMY, self, margin=GAP)
        layout.addWidget(Heading(self.windowTitle()))
        for title, content in (("This program", self._grid), ("Reply to the merchant", reply)):
            card = Card(title)
            card.content.addLayout(content)
            layout.addWidget(card)
        layout.addStretch()
        layout.addWidget(buttons)
        style.keep_legible(self, _NARROWEST)
        self.resize(style.wide(self, _WIDTH), self.minimumHeight())

    def _add(self, name: str, field: QWidget, *notes: Note) -> None:
        """Add a row: a label, and a field with a note below it."""
        label, row = FieldLabel(name, field), self._grid.rowCount()
        label.setFixedHeight(style.room(field))
        field.setAccessibleName(name.replace("&", ""))
        for note in notes:
            field.setAccessibleDescription(note.text())
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addLayout(_column(field, *notes), row, 1)


def _column(*parts: QWidget) -> QVBoxLayout:
    column = layouts.column(TIGHT)
    for part in parts:
        column.addWidget(part)
    return column


def _box(choices: Iterable[tuple[str, object]]) -> ChoiceBox:
    box = ChoiceBox()
    for text, value in choices:
        box.addItem(text, value)
    return box


class _FewLines(TextEdit):
    """A field for a greeting or signature."""

    def __init__(self, text: str, placeholder: str) -> None:
        super().__init__(text[:_MOST])
        self.setPlaceholderText(placeholder)
        self.setFixedHeight(style.height_of_lines(self, _LINES))

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Limit what is pasted: a whole page would make typing slow."""
        self.insertPlainText(source.text()[:_MOST])


def _later(minutes: int) -> str:
    """Return the label of a clearing time."""
    unit = "minute" if minutes == 1 else "minutes"
    return f"After {minutes} {unit}" if minutes else "Never"
