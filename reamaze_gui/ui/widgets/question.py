"""Says what a paste or a page has left open, and offers the ways to go on."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QVBoxLayout

from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.widgets.buttons import Button
from reamaze_gui.ui.widgets.note import Note, announce
from reamaze_gui.ui.widgets.style import ROOMY, SPACE, Tone


@dataclass(frozen=True, slots=True)
class Option:
    """A way to go on: the words on its button, and what it does."""

    label: str
    do: Callable[[], None]


class Question(QFrame):
    """A sentence with a button for each choice; hidden while there is nothing to say.

    Signals: `changed` after `obstacle` may have changed.
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
        """The sentence, while nothing may be copied before the user has chosen; else empty."""
        return self._obstacle

    def tell(self, sentence: str) -> None:
        """Say something that stops nothing."""
        self._show(sentence, Tone.MUTED)
        self._set_obstacle("")

    def ask(self, sentence: str, *choices: Option) -> None:
        """Ask, and let nothing be copied until it is settled: each choice does that."""
        self._show(sentence, Tone.WARNING)
        for choice in choices:
            self._add(choice)
        self._find_room()
        self._set_obstacle(sentence)

    def settle(self) -> None:
        """Say nothing any more."""
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

    def _add(self, choice: Option) -> None:
        button = Button(choice.label.replace("&", "&&"), choice.label)
        button.clicked.connect(self.settle)
        button.clicked.connect(choice.do)
        self._row.addWidget(button)
        self._choices.append(button)

    def _clear(self) -> None:
        for button in self._choices:
            if button.hasFocus():
                self.focusNextChild()  # a second press must not do something else
            button.hide()
            button.setAccessibleName("")
            button.deleteLater()
        self._choices.clear()

    def _find_room(self) -> None:
        """Put the choices side by side, or one below the other where they have no room for that."""
        direction = QBoxLayout.Direction
        needed = sum(each.sizeHint().width() + SPACE for each in self._choices) - SPACE
        fits = needed <= self.width() - 2 * ROOMY
        self._row.setDirection(direction.LeftToRight if fits else direction.TopToBottom)

    def minimumSizeHint(self) -> QSize:
        """Ask for no more width than the widest choice: they can stand below each other."""
        widest = max((each.sizeHint().width() for each in self._choices), default=0)
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), widest + 2 * ROOMY), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find room for the choices."""
        super().resizeEvent(event)
        self._find_room()
