"""The footer of the snippet's card: a message and the buttons."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from reamaze_gui.ui.build.browser_trial import BrowserTrial
from reamaze_gui.ui.widgets import layouts, style
from reamaze_gui.ui.widgets.buttons import Button
from reamaze_gui.ui.widgets.copy_button import CopyButton
from reamaze_gui.ui.widgets.note import Note
from reamaze_gui.ui.widgets.style import SPACE, Tone

_LEAST_NOTE = 26  # letters of the message that must fit beside the buttons


class Footer(QWidget):
    """A message and, at the other end, the buttons; the primary one comes last."""

    def __init__(self, trial: BrowserTrial) -> None:
        super().__init__()
        self._message, self._tone = "", Tone.MUTED
        self.note = Note(lines=2)
        self.note.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)
        self.save_button = Button("Save…", "Save snippet")
        self.copy_button = CopyButton("Copy snippet")
        self._buttons = layouts.row(SPACE)
        self._buttons.addStretch()
        for button in (self.save_button, trial.try_button, self.copy_button):
            self._buttons.addWidget(button)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(SPACE)
        self._layout.addWidget(self.note, stretch=1)
        self._layout.addLayout(self._buttons)

    def say(self, message: str, tone: Tone = Tone.MUTED) -> None:
        """Show a message; the first of two lines is elided, as its names can be long."""
        self._message, self._tone = message, tone
        first, below, rest = message.partition("\n")
        if below:
            metrics, room = self.note.fontMetrics(), self.note.width() - 2 * SPACE  # for the mark
            first = metrics.elidedText(first, Qt.TextElideMode.ElideRight, room)
        self.note.say(f"{first}{below}{rest}", tone)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the message above the buttons if there isn't enough room beside them."""
        super().resizeEvent(event)
        room = self.width() - self._buttons.sizeHint().width() - SPACE
        is_wide = room >= style.wide(self.note, _LEAST_NOTE)
        direction = QBoxLayout.Direction
        self._layout.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)
        self._layout.activate()
        self.say(self._message, self._tone)
