"""Says what a paste or a page has left open, and offers the ways to go on."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.widgets.buttons import Button
from reamaze_gui.ui.widgets.note import Note, announce
from reamaze_gui.ui.widgets.style import SPACE, Tone


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
        self.setAutoFillBackground(True)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        self._layout.setSpacing(SPACE)
        self._layout.addWidget(self._note)
        self._tone = Tone.MUTED
        self._recolour()
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
        self._tone = tone
        self._recolour()
        self.setVisible(True)
        announce(self, sentence)

    def _add(self, choice: Option) -> None:
        button = Button(choice.label.replace("&", "&&"), choice.label)
        button.clicked.connect(self.settle)
        button.clicked.connect(choice.do)
        self._layout.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeading)
        self._choices.append(button)

    def _clear(self) -> None:
        for button in self._choices:
            if button.hasFocus():
                self.focusNextChild()  # a second press must not do something else
            button.hide()
            button.setAccessibleName("")
            button.deleteLater()
        self._choices.clear()

    def _recolour(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(style.theme().grounds[self._tone]))
        self.setPalette(palette)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change between light and dark."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._recolour()
