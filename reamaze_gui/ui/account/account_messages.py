"""The messages about account and secret, below the header."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QFrame, QLineEdit, QSizePolicy, QWidget

from reamaze_gui.core.remark import Remark
from reamaze_gui.ui.widgets import layouts, style
from reamaze_gui.ui.widgets.buttons import FlatButton
from reamaze_gui.ui.widgets.note import Note, tone_of
from reamaze_gui.ui.widgets.remark_line import RemarkLine
from reamaze_gui.ui.widgets.style import CLOSE, SPACE, TIGHT, Tone

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
        self._line = RemarkLine()
        self._about = fields[0]  # the field that the line is about
        self.fix = self._line.fix
        row = self._row = layouts.row(SPACE, self)
        row.setContentsMargins(0, 0, 0, TIGHT)
        row.addWidget(self.note, stretch=1)
        row.addWidget(self._line)
        self._line.accepted.connect(lambda value: self.accepted.emit(self._about, value))
        for button in (self.keep, self.remedy_button):
            button.setFont(style.small(button.font()))
            row.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeading)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.setMinimumHeight(self.room)

    @property
    def room(self) -> int:
        """The height in pixels, with a button or two lines.

        A mark from another font makes a line taller.
        """
        lines = 2 * self.note.fontMetrics().lineSpacing() + CLOSE
        return TIGHT + max(style.room(self.keep), lines)

    def say(self, sentence: str, tone: Tone) -> None:
        """Set the sentence; the next `show_remarks` shows or hides it."""
        self.note.say(sentence, tone)

    def leaving(self, remarks: Remarks, remedy: str) -> set[QWidget]:
        """Return the buttons that would disappear or change if these remarks were shown."""
        going: set[QWidget] = set() if self._line.keeps(remarks[_first(remarks)]) else {self.fix}
        stays = remedy == self.remedy_button.accessibleName()
        return going if stays else {*going, self.remedy_button}

    def show_remarks(
        self, remarks: Remarks, remedy: str, *, with_note: bool, can_keep: bool
    ) -> None:
        """Show the remarks and the buttons to keep the saved secret and for the remedy.

        The smallest window hasn't room for everything: remarks hide the sentence, unless
        `with_note`, and those about one field hide those about the other.
        """
        self._about = _first(remarks)
        shown = remarks[self._about]
        says = bool(self.note.text()) and (with_note or not shown)
        self.note.setVisible(says)
        self.keep.setVisible(can_keep)
        self.keep.setEnabled(can_keep)  # or Escape would wipe what is not saved
        self.remedy_button.set_text(remedy)
        self.remedy_button.setVisible(bool(remedy))
        self._line.show_remarks(shown)
        self.setVisible(says or bool(shown) or can_keep or bool(remedy))
        for each in (self.note, self._line):
            self._row.setStretchFactor(each, each.one_line)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Be wide enough for unwrapped text."""
        parts = [each.one_line for each in (self.note, self._line) if not each.isHidden()]
        buttons = (self.keep, self.remedy_button)
        parts += [each.sizeHint().width() for each in buttons if not each.isHidden()]
        width = sum(parts) + SPACE * len(parts)
        return QSize(width, self._row.heightForWidth(width))


def _first(remarks: Remarks) -> QLineEdit:
    """Return the first field with a problem, or else with a warning, or else the first one."""
    ranks = (Tone.PROBLEM, Tone.WARNING, Tone.MUTED)
    return min(remarks, key=lambda field: ranks.index(tone_of(remarks[field])))
