"""Applies a setting as soon as it changes, wherever it was changed."""

from PySide6.QtCore import QObject, Slot

from reamaze_gui.ui.build.customer_form import CustomerForm
from reamaze_gui.ui.runtime.clipboard import Clipboard
from reamaze_gui.ui.runtime.settings import Settings
from reamaze_gui.ui.runtime.system_scheme import SystemScheme
from reamaze_gui.ui.widgets import appearance
from reamaze_gui.ui.widgets.style import Scheme


class AppliedSettings(QObject):
    """Applies the colours, the clipboard's time and the phone region; keeps the form's region."""

    def __init__(
        self, settings: Settings, clipboard: Clipboard, form: CustomerForm, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._clipboard = clipboard
        self._form = form
        settings.changed.connect(self._apply)
        form.region_chosen.connect(self._keep_region)
        self._system = SystemScheme(self)
        self._system.changed.connect(self._follow_system)

    @Slot(str)
    def _apply(self, name: str) -> None:
        if name == "scheme":
            self._apply_scheme()
        elif name == "clearing":
            self._clipboard.set_minutes(self._settings.clearing)
        elif name == "region":
            self._form.choose_region(self._settings.region)

    @Slot()
    def _keep_region(self) -> None:
        self._settings.region = self._form.region

    @Slot()
    def _follow_system(self) -> None:
        if self._settings.scheme is Scheme.SYSTEM:
            self._apply_scheme()

    def _apply_scheme(self) -> None:
        scheme = self._settings.scheme
        appearance.apply(self._system.scheme if scheme is Scheme.SYSTEM else scheme)
