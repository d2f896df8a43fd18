"""Underlines mnemonics in labels, buttons and the menu bar, but only while Alt is held."""

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import (
    QAction,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QWindow,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QMenuBar,
    QWidget,
)

from reamaze_gui.ui.widgets import style

if TYPE_CHECKING:  # avoids an import at startup
    from PySide6.QtWidgets import QStyleOptionMenuItem

_AMPERSAND = re.compile("&(&?)")


class AltWatch(QObject):
    """Watches the Alt key in the focused window.

    Qt's own way, SH_UnderlineShortcut, needs a QProxyStyle in Python, which slows every widget.
    """

    is_held = False

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._follow)
        self._follow(QGuiApplication.focusWindow())

    @Slot(QWindow)
    def _follow(self, window: QWindow | None) -> None:
        self._set_held(held=False)
        if window:
            window.installEventFilter(self)

    @classmethod
    def _set_held(cls, *, held: bool) -> None:
        if held is not cls.is_held:
            cls.is_held = held
            for widget in QApplication.allWidgets():
                if isinstance(widget, QAbstractButton | QLabel | QMenuBar):
                    widget.update()

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        """Follow presses and releases of Alt."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Alt:
            self._set_held(held=event.type() is QEvent.Type.KeyPress)
        return False


def with_mnemonic(text: str) -> str:
    """Return a text as it is to be drawn: with its `&` only while Alt is held."""
    return text if AltWatch.is_held else _AMPERSAND.sub(r"\1\1", text)


class FieldLabel(QLabel):
    """The label of a field; `&` marks its mnemonic."""

    def __init__(self, text: str, field: QWidget | None = None) -> None:
        super().__init__(text)
        self.setFont(style.small(self.font()))
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)  # the muted colour
        if field:
            self.setBuddy(field)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Underline the mnemonic only while Alt is held."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        flags = self.alignment().value | Qt.TextFlag.TextShowMnemonic.value
        painter.drawText(self.contentsRect(), flags, with_mnemonic(self.text()))


class MenuBar(QMenuBar):
    """A menu bar whose mnemonics are underlined only while Alt is held."""

    def initStyleOption(self, option: "QStyleOptionMenuItem", action: QAction) -> None:
        """Underline the mnemonic only while Alt is held."""
        super().initStyleOption(option, action)
        option.text = with_mnemonic(option.text)
