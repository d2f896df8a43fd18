"""Follows the desktop's light or dark colour scheme, also where Qt doesn't."""

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from reamaze_gui.ui.widgets.style import Scheme

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusPendingCallWatcher

# The settings portal of Linux desktops. With GTK 3, Qt says "light" at start, whatever is set.
_PORTAL = (
    "org.freedesktop.portal.Desktop",
    "/org/freedesktop/portal/desktop",
    "org.freedesktop.portal.Settings",
)
_KEY = ("org.freedesktop.appearance", "color-scheme")
_SCHEMES = {1: Scheme.DARK, 2: Scheme.LIGHT}


class SystemScheme(QObject):
    """The colour scheme that the desktop's portal reports. Signals: `changed`."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.scheme = Scheme.SYSTEM  # leaves it to Qt, until a portal says otherwise
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.changed)
        if sys.platform == "linux":
            self._subscribe()

    def _subscribe(self) -> None:
        """Ask the portal for the scheme, asynchronously, and for later changes."""
        from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

        bus = QDBusConnection.sessionBus()
        slot = SLOT("_setting_changed(QString,QString,QDBusVariant)")
        bus.connect(*_PORTAL, "SettingChanged", self, slot)  # type: ignore[call-overload]  # a str
        call = QDBusMessage.createMethodCall(*_PORTAL, "Read")
        call.setArguments(_KEY)
        watcher = QDBusPendingCallWatcher(bus.asyncCall(call), self)
        watcher.finished.connect(self._receive)

    @Slot("QDBusPendingCallWatcher*")
    def _receive(self, watcher: "QDBusPendingCallWatcher") -> None:
        if not watcher.isError():
            self._set(watcher.reply().arguments()[0])
        watcher.deleteLater()

    @Slot(str, str, "QDBusVariant")
    def _setting_changed(self, namespace: str, key: str, value: object) -> None:
        if (namespace, key) == _KEY:
            self._set(value)

    def _set(self, value: object) -> None:
        """Set the scheme from the portal's number, which is wrapped in one or two variants."""
        while hasattr(value, "variant"):
            value = value.variant()
        scheme = _SCHEMES.get(value, Scheme.SYSTEM) if isinstance(value, int) else Scheme.SYSTEM
        if scheme is not self.scheme:
            self.scheme = scheme
            self.changed.emit()
