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

    `fix` is that button, None as long as there was nothing to say: the first paint does not wait
    for it. Signals: `accepted(value)` for the corrected one.
    """

    accepted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.fix: QPushButton | None = None
        self._right: Fix | None = None
        self.setVisible(False)

    def keeps(self, remarks: Sequence[Remark]) -> bool:
        """Tell whether the button would stay as it is if these were shown."""
        return self._right == _fix_in(remarks)

    def show_remarks(self, remarks: Sequence[Remark], before: QWidget) -> QWidget:
        """Say these, each in a line of its own, and offer the first correction.

        Return what comes last in the order of the Tab key, in which `before` is the one before.
        """
        if remarks:
            self._show(remarks, self.fix or self._make())
        self._right = _fix_in(remarks)
        self.setVisible(bool(remarks))
        if not self.fix:
            return before
        self.setTabOrder(before, self.fix)
        return self.fix

    def _show(self, remarks: Sequence[Remark], button: QPushButton) -> None:
        wrong = any(remark.stops for remark in remarks)
        says = "\n".join(remark.says for remark in remarks)
        self._note.say(says, Tone.PROBLEM if wrong else Tone.WARNING)
        fix = _fix_in(remarks)
        whole = fix.label if fix else ""
        room = style.wide(button, _WIDEST_FIX)
        label = button.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideMiddle, room)
        button.setText(label.replace("&", "&&"))
        button.setAccessibleName(whole)
        button.setVisible(bool(whole))

    def _make(self) -> QPushButton:
        self._note = Note(lines=2)
        self.fix = QPushButton()
        self.fix.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.fix.clicked.connect(self._accept)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self._note, stretch=1)
        layout.addWidget(self.fix, alignment=Qt.AlignmentFlag.AlignTop)
        style.give_room(self)
        return self.fix

    def _accept(self) -> None:
        if self._right:
            self.accepted.emit(self._right.value)


def _fix_in(remarks: Sequence[Remark]) -> Fix | None:
    return next((remark.fix for remark in remarks if remark.fix), None)
