"""What is wrong with account or secret, and what can be done: hangs from the header."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QLineEdit, QSizePolicy, QWidget

from reamaze_gui.core.remark import Remark, Severity
from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.widgets.buttons import FlatButton
from reamaze_gui.ui.widgets.note import Note
from reamaze_gui.ui.widgets.remark_line import RemarkLine
from reamaze_gui.ui.widgets.style import FLAT, SPACE, TIGHT, Tone

Remarks = Mapping[QLineEdit, Sequence[Remark]]
"""What is to be said about the account and the secret, by their fields."""


class AccountMessages(QFrame):
    """A sentence, the remarks with their corrections, and buttons; hidden where there are none.

    It is no wider than what is in it, if there is room for that. Signals: `accepted(field, value)`
    for a corrected value.
    """

    accepted = Signal(QLineEdit, str)

    def __init__(self, parent: QWidget, *fields: QLineEdit) -> None:
        super().__init__(parent)  # or it would be a window of its own until it is put somewhere
        self.note = Note(beside=True)
        self.keep = FlatButton("Keep saved")
        self.act = FlatButton("")
        self._lines = {field: RemarkLine() for field in fields}
        row = self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setSpacing(SPACE)
        row.addWidget(self.note, stretch=1)
        for field, line in self._lines.items():
            row.addWidget(line)
            line.accepted.connect(partial(self.accepted.emit, field))
        for button in (self.keep, self.act):
            button.setFont(style.small(button.font()))
            row.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeading)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def stack(self, *, is_stacked: bool) -> None:
        """Put one thing below the other, flush in a card, or all side by side."""
        direction = QBoxLayout.Direction
        self._row.setContentsMargins(0, TIGHT if is_stacked else 0, 0, TIGHT)
        for each in (self.note, *self._lines.values()):
            each.setContentsMargins(FLAT if is_stacked else 0, 0, 0, 0)
        self._row.setDirection(direction.TopToBottom if is_stacked else direction.LeftToRight)

    def say(self, sentence: str, tone: Tone) -> None:
        """Say a sentence, or none; it is seen at the next `show_remarks`."""
        self.note.say(sentence, tone)

    def leaving(self, remarks: Remarks, remedy: str) -> set[QWidget]:
        """Return the buttons that would go, or become others, if these were shown."""
        lines = ((line.fix, remarks[field], line) for field, line in self._lines.items())
        going: set[QWidget] = {fix for fix, about, line in lines if not line.keeps(about)}
        stays = remedy == self.act.accessibleName() and not all(remarks.values())
        return going if stays else {*going, self.act}

    def show_remarks(
        self, remarks: Remarks, remedy: str, *, with_note: bool, can_keep: bool
    ) -> None:
        """Show what is wrong, and buttons to keep what is saved, and for the keyring, if any.

        The sentence gives way to it, unless they belong together; the button, where both fields
        have something to be corrected: in the smallest window there is no room for all of it.
        """
        says = bool(self.note.text()) and (with_note or not any(remarks.values()))
        self.note.setVisible(says)
        self.keep.setVisible(can_keep)
        self.act.set_text(remedy)
        self.act.setVisible(bool(remedy) and not all(remarks.values()))
        before: QWidget = self.act
        for field, line in self._lines.items():
            before = line.show_remarks(remarks[field], before)
        self.setVisible(says or any(remarks.values()) or can_keep or not self.act.isHidden())
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Ask for the width in which nothing is wrapped."""
        parts = [self.note.one_line] if not self.note.isHidden() else []
        parts += [line.one_line for line in self._lines.values() if not line.isHidden()]
        buttons = (self.keep, self.act)
        parts += [each.sizeHint().width() for each in buttons if not each.isHidden()]
        width = sum(parts) + SPACE * len(parts)
        return QSize(width, self._row.heightForWidth(width))


def tone_of(about: Sequence[Remark]) -> Tone | None:
    """Return the tone of the worst that is said about a field; None where nothing is wrong."""
    about = [remark for remark in about if remark.severity is not Severity.MISSING]
    if not about:
        return None
    return Tone.PROBLEM if any(remark.stops for remark in about) else Tone.WARNING
