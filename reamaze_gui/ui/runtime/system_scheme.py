"""Follows the desktop from light to dark and back, also where Qt doesn't hear of it."""

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from reamaze_gui.ui.widgets.style import Scheme

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusPendingCallWatcher

# The portal that desktops of Linux tell such things by: with GTK 3, Qt says "light" at the start.
_PORTAL = (
    "org.freedesktop.portal.Desktop",
    "/org/freedesktop/portal/desktop",
    "org.freedesktop.portal.Settings",
)
_KEY = ("org.freedesktop.appearance", "color-scheme")
_SCHEMES = {1: Scheme.DARK, 2: Scheme.LIGHT}


class SystemScheme(QObject):
    """The colours that the desktop's portal asks for. Signals: `changed`."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.scheme = Scheme.SYSTEM  # where no portal has told another: then Qt knows best
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.changed)
        if sys.platform == "linux":
            self._ask()

    def _ask(self) -> None:
        """Ask the portal, without waiting for it, and hear of what changes later."""
        from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

        bus = QDBusConnection.sessionBus()
        told = SLOT("_hear(QString,QString,QDBusVariant)")
        bus.connect(*_PORTAL, "SettingChanged", self, told)  # type: ignore[call-overload]  # a str
        question = QDBusMessage.createMethodCall(*_PORTAL, "Read")
        question.setArguments(_KEY)
        watcher = QDBusPendingCallWatcher(bus.asyncCall(question), self)
        watcher.finished.connect(self._receive)

    @Slot("QDBusPendingCallWatcher*")
    def _receive(self, watcher: "QDBusPendingCallWatcher") -> None:
        answer = watcher.reply().arguments()
        if not watcher.isError():
            self._take(answer[0])
        watcher.deleteLater()

    @Slot(str, str, "QDBusVariant")
    def _hear(self, namespace: str, key: str, value: object) -> None:
        if (namespace, key) == _KEY:
            self._take(value)

    def _take(self, value: object) -> None:
        """Take over what the portal says: a number, in wrappings."""
        while hasattr(value, "variant"):
            value = value.variant()
        scheme = _SCHEMES.get(value, Scheme.SYSTEM) if isinstance(value, int) else Scheme.SYSTEM
        if scheme is not self.scheme:
            self.scheme = scheme
            self.changed.emit()
