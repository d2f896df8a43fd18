"""A chip that offers a corrected value."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy

from reamaze_gui.core.remark import Fix, Remark
from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.widgets.buttons import Button
from reamaze_gui.ui.widgets.style import Tone

_WIDEST = 34  # letters; a longer label is elided in the middle


def first_fix(remarks: Iterable[Remark]) -> Fix | None:
    """Return the fix to offer for these remarks, if there is one."""
    return next((remark.fix for remark in remarks if remark.fix), None)


class FixButton(Button):
    """A button for the fix that is `offered`; hidden if there is none."""

    def __init__(self) -> None:
        super().__init__("")
        self.offered: Fix | None = None
        self.setVisible(False)
        self.setFont(style.small(self.font()))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def offer(self, fix: Fix | None, tone: Tone = Tone.PROBLEM) -> None:
        """Offer a fix; its full label is the accessible name."""
        self.offered = fix
        self.setVisible(fix is not None)
        if fix:
            room = style.wide(self, _WIDEST)
            label = self.fontMetrics().elidedText(fix.label, Qt.TextElideMode.ElideMiddle, room)
            self.set_text(label.replace("&", "&&"), fix.label)
            style.set_tone(self, tone)
