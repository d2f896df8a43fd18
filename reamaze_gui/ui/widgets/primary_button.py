"""Which button are most people here for?"""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QPushButton

from reamaze_gui.ui.widgets import style


class PrimaryButton(QPushButton):
    """A button in the colour that says: this is it."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._recolour()

    def _recolour(self) -> None:
        theme, palette = style.theme(), QPalette()
        for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
            palette.setColor(group, QPalette.ColorRole.Button, QColor(theme.primary))
            palette.setColor(group, QPalette.ColorRole.ButtonText, QColor(theme.on_accent))
        self.setPalette(palette)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change between light and dark."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._recolour()
