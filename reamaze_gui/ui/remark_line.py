"""How is said what is wrong with one value, with a button for what would be right?"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from reamaze_gui.core.remark import Fix, Remark
from reamaze_gui.ui import style
from reamaze_gui.ui.note import Note
from reamaze_gui.ui.style import SPACE, Tone

_WIDEST_FIX = 27  # letters; a longer label is shortened in the middle


class RemarkLine(QWidget):
    """What is to be said about a value, beside the button that corrects it; else hidden.

    Signals: `accepted(value)` for the corrected one.
    """

    accepted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._fix: Fix | None = None
        self._note = Note(lines=2)
        self.fix = QPushButton()
        self.fix.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.fix.clicked.connect(self._accept)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self._note, stretch=1)
        layout.addWidget(self.fix, alignment=Qt.AlignmentFlag.AlignTop)
        self.show_remarks(())

    def keeps(self, remarks: Sequence[Remark]) -> bool:
        """Tell whether the button would stay as it is if these were shown."""
        return self._fix == _fix_in(remarks)

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Say these, each in a line of its own, and offer the first correction."""
        wrong = any(remark.stops for remark in remarks)
        says = "\n".join(remark.says for remark in remarks)
        self._note.say(says, Tone.PROBLEM if wrong else Tone.WARNING)
        self._fix = _fix_in(remarks)
        whole = self._fix.label if self._fix else ""
        room = style.wide(self.fix, _WIDEST_FIX)
        label = self.fix.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideMiddle, room)
        self.fix.setText(label.replace("&", "&&"))
        self.fix.setAccessibleName(whole)
        self.fix.setVisible(bool(whole))
        self.setVisible(bool(remarks))

    def _accept(self) -> None:
        if self._fix:
            self.accepted.emit(self._fix.value)


def _fix_in(remarks: Sequence[Remark]) -> Fix | None:
    return next((remark.fix for remark in remarks if remark.fix), None)
