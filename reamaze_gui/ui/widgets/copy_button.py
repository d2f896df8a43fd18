"""A primary button that briefly confirms a copy."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QShowEvent

from reamaze_gui.ui.widgets.buttons import PrimaryButton

_COPIED = "✓ Copied"
_CONFIRMATION_TIME = 2_000  # milliseconds


class CopyButton(PrimaryButton):
    """Shows "Copied" for a moment; it is as wide as the longer of its two texts."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._text = text
        self._timer = QTimer(self, singleShot=True, interval=_CONFIRMATION_TIME)
        self._timer.timeout.connect(self.reset)

    def confirm(self) -> None:
        """Show "Copied" for a moment."""
        self.setText(_COPIED)
        self._timer.start()

    @Slot()
    def reset(self) -> None:
        """Show the usual text again."""
        self._timer.stop()
        self.setText(self._text)

    def showEvent(self, event: QShowEvent) -> None:
        """Reserve the width of the longer text."""
        super().showEvent(event)
        widths = []
        for text in (_COPIED, self._text):
            self.setText(text)
            widths.append(self.sizeHint().width())
        self.setMinimumWidth(max(widths))
