"""A line that says what is wrong with one value, with a chip for what would be right."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reamaze_gui.core.remark import Fix, Remark
from reamaze_gui.ui.widgets.fix_button import FixButton
from reamaze_gui.ui.widgets.note import Note
from reamaze_gui.ui.widgets.style import SPACE, Tone


class RemarkLine(QWidget):
    """What is to be said about a value, beside the button that corrects it; else hidden.

    `fix` is that button, None as long as there was nothing to say: the first paint does not wait
    for it. Signals: `accepted(value)` for the corrected one.
    """

    accepted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.fix: FixButton | None = None
        self.setVisible(False)

    def keeps(self, remarks: Sequence[Remark]) -> bool:
        """Tell whether the button would stay as it is if these were shown."""
        return (self.fix.offered if self.fix else None) == _fix_in(remarks)

    def show_remarks(self, remarks: Sequence[Remark], before: QWidget) -> QWidget:
        """Say these, each in a line of its own, and offer the first correction.

        Return what comes last in the order of the Tab key, in which `before` is the one before.
        """
        if remarks:
            self._show(remarks, self.fix or self._make())
        elif self.fix:
            self.fix.offer(None)
        self.setVisible(bool(remarks))
        if not self.fix:
            return before
        self.setTabOrder(before, self.fix)
        return self.fix

    def _show(self, remarks: Sequence[Remark], fix: FixButton) -> None:
        wrong = any(remark.stops for remark in remarks)
        says = "\n".join(remark.says for remark in remarks)
        tone = Tone.PROBLEM if wrong else Tone.WARNING
        self._note.say(says, tone)
        fix.offer(_fix_in(remarks), tone)

    @property
    def one_line(self) -> int:
        """How wide, in pixels, it is where nothing is wrapped."""
        if not self.fix:
            return 0
        chip = SPACE + self.fix.sizeHint().width() if self.fix.offered else 0
        return self._note.one_line + chip

    def sizeHint(self) -> QSize:
        """Ask for the width in which it has two lines, beside another that may need as many."""
        hint = super().sizeHint()
        if self.fix:
            in_two_lines = self.one_line - self._note.one_line // 2 + SPACE
            hint.setWidth(in_two_lines)
        return hint

    def _make(self) -> FixButton:
        self._note = Note()
        self._note.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)
        self.fix = FixButton()
        self.fix.clicked.connect(self._accept)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self._note, stretch=1)
        layout.addWidget(self.fix, alignment=Qt.AlignmentFlag.AlignVCenter)
        return self.fix

    def _accept(self) -> None:
        if self.fix and self.fix.offered:
            self.accepted.emit(self.fix.offered.value)


def _fix_in(remarks: Sequence[Remark]) -> Fix | None:
    return next((remark.fix for remark in remarks if remark.fix), None)
