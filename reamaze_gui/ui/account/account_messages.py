"""The messages about account and secret, below the header."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QBoxLayout, QFrame, QLineEdit, QSizePolicy, QWidget

from reamaze_gui.core.remark import Remark
from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.widgets.buttons import FlatButton
from reamaze_gui.ui.widgets.note import Note
from reamaze_gui.ui.widgets.remark_line import RemarkLine
from reamaze_gui.ui.widgets.style import FLAT, SPACE, TIGHT, Tone

Remarks = Mapping[QLineEdit, Sequence[Remark]]
"""The remarks about account and secret, by field."""


class AccountMessages(QFrame):
    """A sentence, remarks with their fixes, and buttons; hidden if there are none.

    Signals: `accepted(field, value)` for a corrected value.
    """

    accepted = Signal(QLineEdit, str)

    def __init__(self, parent: QWidget, *fields: QLineEdit) -> None:
        super().__init__(parent)  # without a parent it would be a window until it is laid out
        self.note = Note(beside=True)
        self.keep = FlatButton("Keep saved")
        self.keep.setToolTip("Esc in the field of the secret")
        escape = QShortcut(Qt.Key.Key_Escape, fields[-1], self.keep.click)
        escape.setContext(Qt.ShortcutContext.WidgetShortcut)
        self.remedy_button = FlatButton("")
        self._lines = {field: RemarkLine() for field in fields}
        row = self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setSpacing(SPACE)
        row.addWidget(self.note, stretch=1)
        for field, line in self._lines.items():
            row.addWidget(line)
            line.accepted.connect(partial(self.accepted.emit, field))
        for button in (self.keep, self.remedy_button):
            button.setFont(style.small(button.font()))
            row.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeading)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    @property
    def room(self) -> int:
        """The height in pixels, side by side, with a button or two lines."""
        return TIGHT + max(style.room(self.keep), 2 * self.note.fontMetrics().lineSpacing())

    def stack(self, *, is_stacked: bool) -> None:
        """Arrange the parts one below the other, for a card, or side by side."""
        direction = QBoxLayout.Direction
        self._row.setContentsMargins(0, TIGHT if is_stacked else 0, 0, TIGHT)
        self.setMinimumHeight(0 if is_stacked else self.room)
        for each in (self.note, *self._lines.values()):
            each.setContentsMargins(FLAT if is_stacked else 0, 0, 0, 0)
        self._row.setDirection(direction.TopToBottom if is_stacked else direction.LeftToRight)

    def say(self, sentence: str, tone: Tone) -> None:
        """Set the sentence; the next `show_remarks` shows or hides it."""
        self.note.say(sentence, tone)

    def leaving(self, remarks: Remarks, remedy: str) -> set[QWidget]:
        """Return the buttons that would disappear or change if these remarks were shown."""
        lines = ((line.fix, remarks[field], line) for field, line in self._lines.items())
        going: set[QWidget] = {fix for fix, about, line in lines if not line.keeps(about)}
        stays = remedy == self.remedy_button.accessibleName() and not all(remarks.values())
        return going if stays else {*going, self.remedy_button}

    def show_remarks(
        self, remarks: Remarks, remedy: str, *, with_note: bool, can_keep: bool
    ) -> None:
        """Show the remarks and the buttons to keep the saved secret and for the remedy.

        The smallest window hasn't room for everything: remarks hide the sentence, unless
        `with_note`, and remarks about both fields hide the remedy's button.
        """
        says = bool(self.note.text()) and (with_note or not any(remarks.values()))
        self.note.setVisible(says)
        self.keep.setVisible(can_keep)
        self.keep.setEnabled(can_keep)  # or Escape would wipe what is not saved
        self.remedy_button.set_text(remedy)
        self.remedy_button.setVisible(bool(remedy) and not all(remarks.values()))
        before: QWidget = self.remedy_button
        for field, line in self._lines.items():
            before = line.show_remarks(remarks[field], before)
        self.setVisible(
            says or any(remarks.values()) or can_keep or not self.remedy_button.isHidden()
        )
        self._row.setStretchFactor(self.note, self.note.one_line)
        for line in self._lines.values():
            self._row.setStretchFactor(line, line.one_line)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Be wide enough for unwrapped text."""
        parts = [self.note.one_line] if not self.note.isHidden() else []
        parts += [line.one_line for line in self._lines.values() if not line.isHidden()]
        buttons = (self.keep, self.remedy_button)
        parts += [each.sizeHint().width() for each in buttons if not each.isHidden()]
        width = sum(parts) + SPACE * len(parts)
        return QSize(width, self._row.heightForWidth(width))
