"""The line below the header: what is wrong with account or secret, and what can be done."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from reamaze_gui.core.remark import Remark, Severity
from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.widgets.buttons import FlatButton
from reamaze_gui.ui.widgets.note import Note
from reamaze_gui.ui.widgets.remark_line import RemarkLine
from reamaze_gui.ui.widgets.style import SPACE, Tone

Remarks = Mapping[QLineEdit, Sequence[Remark]]
"""What is to be said about the account and the secret, by their fields."""


class AccountMessages(QWidget):
    """A sentence, the remarks with their corrections, and buttons that come and go.

    It keeps its height where there is nothing to say, so that nothing below it moves. Signals:
    `accepted(field, value)` for a corrected value.
    """

    accepted = Signal(QLineEdit, str)

    def __init__(self, *fields: QLineEdit) -> None:
        super().__init__()
        self.note = Note()
        self.note.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)
        self.keep = FlatButton("Keep saved")
        self.act = FlatButton("")
        self._lines = {field: RemarkLine() for field in fields}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        row.addWidget(self.note, stretch=1)
        for field, line in self._lines.items():
            row.addWidget(line, stretch=1)
            line.accepted.connect(partial(self.accepted.emit, field))
        for button in (self.keep, self.act):
            button.setFont(style.small(button.font()))
            row.addWidget(button)
        self.setMinimumHeight(self.act.sizeHint().height())

    def leaving(self, remarks: Remarks, remedy: str) -> set[QWidget]:
        """Return the buttons that would go, or become others, if these were shown."""
        lines = ((line.fix, remarks[field], line) for field, line in self._lines.items())
        going: set[QWidget] = {fix for fix, about, line in lines if fix and not line.keeps(about)}
        stays = remedy == self.act.accessibleName() and not all(remarks.values())
        return going if stays else {*going, self.act}

    def show_remarks(self, remarks: Remarks, remedy: str, *, with_note: bool) -> None:
        """Show what is wrong, and the button for what can be done about the keyring, if any.

        The sentence gives way to it, unless they belong together; the button, where both fields
        have something to be corrected: in the smallest window there is no room for all of it.
        """
        self.note.setVisible(with_note or not any(remarks.values()))
        self.act.setText(remedy)
        self.act.setAccessibleName(remedy)
        self.act.setVisible(bool(remedy) and not all(remarks.values()))
        before: QWidget = self.act
        for field, line in self._lines.items():
            before = line.show_remarks(remarks[field], before)


def tone_of(about: Sequence[Remark]) -> Tone | None:
    """Return the tone of the worst that is said about a field; None where nothing is wrong."""
    about = [remark for remark in about if remark.severity is not Severity.MISSING]
    if not about:
        return None
    return Tone.PROBLEM if any(remark.stops for remark in about) else Tone.WARNING
