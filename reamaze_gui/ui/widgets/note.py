"""A label for messages, and announcements for screen readers."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from reamaze_gui.core.remark import Remark
from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.widgets.style import Tone

# Colour must not be the only sign of what a message means.
_MARKS = {Tone.GOOD: "✓ ", Tone.WARNING: "⚠ ", Tone.PROBLEM: "✗ "}


class Note(QLabel):
    """A message in plain text that wraps, in the colour of its tone.

    It is at least `lines` lines tall, even if empty, so that nothing moves. With `beside`, it is
    vertically centred, to be beside something taller.
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
        """Show a message; an empty one clears it."""
        marked = f"{_MARKS.get(tone, '')}{text}" if text else ""
        if marked != self.text():
            self.setText(marked)
        if tone is not self._tone:
            self._tone = tone
            self._recolour()

    @property
    def one_line(self) -> int:
        """The width in pixels without wrapping."""
        return max(map(self.fontMetrics().horizontalAdvance, self.text().splitlines()), default=0)

    @Slot()
    def _recolour(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(style.theme().tones[self._tone]))
        self.setPalette(palette)


def tone_of(remarks: Iterable[Remark]) -> Tone:
    """Return the tone of the most severe remark; MUTED if there are none."""
    stops = [remark.stops for remark in remarks]
    return Tone.PROBLEM if any(stops) else Tone.WARNING if stops else Tone.MUTED


def announce(about: QWidget, text: str) -> None:
    """Have a screen reader say a sentence now, wherever its cursor is; not if `about` is hidden."""
    if not text or not about.isVisible():
        return
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(about, text))
