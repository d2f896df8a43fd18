"""A sentence that the window says, to the eye and to a screen reader."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.widgets.style import Tone

# What stands before a sentence, so that its colour is not the only mark of what it means.
_MARKS = {Tone.GOOD: "✓ ", Tone.WARNING: "⚠ ", Tone.PROBLEM: "✗ "}


class Note(QLabel):
    """A sentence under a field: plain text that wraps, in the colour of what it means.

    It keeps the height of `lines` lines also when it is empty, so that nothing moves. `beside`
    something taller, it stands in the middle of the line.
    """

    def __init__(self, *, lines: int = 1, beside: bool = False) -> None:
        super().__init__()
        self._tone = Tone.MUTED
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setFont(style.small(self.font()))
        vertically = Qt.AlignmentFlag.AlignVCenter if beside else Qt.AlignmentFlag.AlignTop
        self.setAlignment(vertically | Qt.AlignmentFlag.AlignLeading)
        self.setMinimumHeight(lines * self.fontMetrics().lineSpacing())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._recolour()
        style.COLOURS.changed.connect(self._recolour)

    def say(self, text: str, tone: Tone = Tone.MUTED) -> None:
        """Show a sentence, or nothing where it is empty."""
        marked = f"{_MARKS.get(tone, '')}{text}" if text else ""
        if marked != self.text():
            self.setText(marked)
        if tone is not self._tone:
            self._tone = tone
            self._recolour()

    @property
    def one_line(self) -> int:
        """How wide, in pixels, all of it is in one line."""
        return max(map(self.fontMetrics().horizontalAdvance, self.text().splitlines()), default=0)

    @Slot()
    def _recolour(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(style.theme().tones[self._tone]))
        self.setPalette(palette)


def announce(about: QWidget, text: str) -> None:
    """Have a screen reader say a sentence now, wherever its cursor is, once there is a window."""
    if not text or not about.isVisible():
        return
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(about, text))
