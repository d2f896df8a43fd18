"""The remarks about a value, with a chip for the correction."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from reamaze_gui.core.remark import Remark
from reamaze_gui.ui.widgets import layouts
from reamaze_gui.ui.widgets.fix_button import FixButton, first_fix
from reamaze_gui.ui.widgets.note import Note, tone_of
from reamaze_gui.ui.widgets.style import SPACE


class RemarkLine(QWidget):
    """Remarks about a value, and `fix`, the button that corrects it; hidden if there are none.

    Signals: `accepted(value)` with the corrected value.
    """

    accepted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._note = Note(beside=True)
        self.fix = FixButton()
        self.fix.clicked.connect(self._accept)
        layout = layouts.row(SPACE, self)
        layout.addWidget(self._note, stretch=1)
        layout.addWidget(self.fix, alignment=Qt.AlignmentFlag.AlignVCenter)
        self.setVisible(False)

    def keeps(self, remarks: Sequence[Remark]) -> bool:
        """Whether showing these remarks would leave the button as it is."""
        return self.fix.offered == first_fix(remarks)

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Show the remarks, each on its own line, and offer the first fix."""
        tone = tone_of(remarks)
        self._note.say("\n".join(remark.says for remark in remarks), tone)
        self.fix.offer(first_fix(remarks), tone)
        self.setVisible(bool(remarks))

    @property
    def one_line(self) -> int:
        """The width in pixels without wrapping."""
        chip = SPACE + self.fix.sizeHint().width() if self.fix.offered else 0
        return self._note.one_line + chip

    def _accept(self) -> None:
        if self.fix.offered:
            self.accepted.emit(self.fix.offered.value)
