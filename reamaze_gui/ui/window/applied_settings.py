"""Applies settings as soon as they change."""

from PySide6.QtCore import QObject, Slot

from reamaze_gui.ui.runtime.clipboard import Clipboard
from reamaze_gui.ui.runtime.settings import Settings
from reamaze_gui.ui.runtime.system_scheme import SystemScheme
from reamaze_gui.ui.widgets import appearance
from reamaze_gui.ui.widgets.style import Scheme


class AppliedSettings(QObject):
    """Applies the colour scheme, which may follow the desktop, and the clipboard's time."""

    def __init__(self, settings: Settings, clipboard: Clipboard, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._clipboard = clipboard
        settings.changed.connect(self._apply)
        self._system = SystemScheme(self)
        self._system.changed.connect(self._follow_system)

    @Slot(str)
    def _apply(self, name: str) -> None:
        if name == "scheme":
            self._apply_scheme()
        elif name == "clearing":
            self._clipboard.set_minutes(self._settings.clearing)

    @Slot()
    def _follow_system(self) -> None:
        if self._settings.scheme is Scheme.SYSTEM:
            self._apply_scheme()

    def _apply_scheme(self) -> None:
        scheme = self._settings.scheme
        appearance.apply(self._system.scheme if scheme is Scheme.SYSTEM else scheme)
