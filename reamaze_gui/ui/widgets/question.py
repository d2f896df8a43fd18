"""An inline question that must be answered before anything can be copied."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QVBoxLayout

from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.widgets.buttons import Button
from reamaze_gui.ui.widgets.note import Note, announce
from reamaze_gui.ui.widgets.style import ROOMY, SPACE, Tone

Option = tuple[str, Callable[[], None]]
"""A possible answer: its button's label, and what it does."""


class Question(QFrame):
    """A sentence with a button for each option; hidden while there is nothing to say.

    Signals: `changed` after `obstacle` changed.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._obstacle = ""
        self._choices: list[QPushButton] = []
        self._note = Note()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(SPACE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(ROOMY, SPACE, ROOMY, SPACE)
        layout.setSpacing(SPACE)
        layout.addWidget(self._note)
        layout.addLayout(self._row)
        layout.setAlignment(self._row, Qt.AlignmentFlag.AlignLeading)
        self.setVisible(False)

    @property
    def obstacle(self) -> str:
        """The question, until the user has answered it; else empty."""
        return self._obstacle

    def inform(self, sentence: str) -> None:
        """Show information that needs no answer."""
        self._show(sentence, Tone.MUTED)
        self._set_obstacle("")

    def ask(self, sentence: str, *choices: Option) -> None:
        """Ask a question, which is an obstacle until it is settled; each option settles it."""
        self._show(sentence, Tone.WARNING)
        for choice in choices:
            self._add(*choice)
        self._arrange()
        self._set_obstacle(sentence)

    def settle(self) -> None:
        """Hide the question or information."""
        if self.isHidden():
            return
        self._clear()
        self.setVisible(False)
        self._set_obstacle("")

    def _set_obstacle(self, obstacle: str) -> None:
        if obstacle != self._obstacle:
            self._obstacle = obstacle
            self.changed.emit()

    def _show(self, sentence: str, tone: Tone) -> None:
        self._clear()
        self._note.say(sentence, tone)
        style.set_tone(self, tone)
        self.setVisible(True)
        announce(self, sentence)

    def _add(self, label: str, do: Callable[[], None]) -> None:
        button = Button(label.replace("&", "&&"), label)
        button.clicked.connect(self.settle)
        button.clicked.connect(do)
        self._row.addWidget(button)
        self._choices.append(button)

    def _clear(self) -> None:
        for button in self._choices:
            if button.hasFocus():
                self.focusNextChild()  # so that pressing again doesn't choose another option
            button.hide()
            button.setAccessibleName("")
            button.deleteLater()
        self._choices.clear()

    def _arrange(self) -> None:
        """Put the buttons side by side, or one below the other if there isn't enough room."""
        direction = QBoxLayout.Direction
        needed = sum(each.sizeHint().width() + SPACE for each in self._choices) - SPACE
        fits = needed <= self.width() - 2 * ROOMY
        self._row.setDirection(direction.LeftToRight if fits else direction.TopToBottom)

    def minimumSizeHint(self) -> QSize:
        """Need only the width of the widest button, since they can be stacked."""
        widest = max((each.sizeHint().width() for each in self._choices), default=0)
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), widest + 2 * ROOMY), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rearrange the buttons."""
        super().resizeEvent(event)
        self._arrange()
