"""A primary button that copies, and says for a moment that it has."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QShowEvent

from reamaze_gui.ui.widgets.buttons import PrimaryButton

_COPIED = "✓ Copied"
_TOLD_FOR = 2_000  # milliseconds for which the button says that it has copied


class CopyButton(PrimaryButton):
    """It stays as wide as its longer text."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._text = text
        self._end = QTimer(self, singleShot=True, interval=_TOLD_FOR)
        self._end.timeout.connect(self.offer_copy)

    def tell_copied(self) -> None:
        """Say, for a moment, that it has copied."""
        self.setText(_COPIED)
        self._end.start()

    @Slot()
    def offer_copy(self) -> None:
        """Say again what it does."""
        self._end.stop()
        self.setText(self._text)

    def showEvent(self, event: QShowEvent) -> None:
        """Stay as wide as the longer text needs."""
        super().showEvent(event)
        widths = []
        for text in (_COPIED, self._text):
            self.setText(text)
            widths.append(self.sizeHint().width())
        self.setMinimumWidth(max(widths))
