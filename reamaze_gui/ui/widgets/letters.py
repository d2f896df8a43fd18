"""Mnemonics: the letters for Alt, underlined in labels and buttons while Alt is held."""

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

if TYPE_CHECKING:  # or it would be imported before it is wanted
    from PySide6.QtWidgets import QStyleOptionMenuItem

_MARK = re.compile("&(&?)")


class AltWatch(QObject):
    """Watches for Alt in whichever window has the focus.

    Qt's own way, a hint of the style, would be asked in Python for every widget that is made.
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
        """See Alt go down and up."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Alt:
            self._set_held(held=event.type() is QEvent.Type.KeyPress)
        return False


def drawn(text: str) -> str:
    """Return a text with `&` before its letter as it is drawn now: with the mark, or without it."""
    return text if AltWatch.is_held else _MARK.sub(r"\1\1", text)


class FieldLabel(QLabel):
    """The name of a field, to stand above it or before it; `&` marks its letter."""

    def __init__(self, text: str, field: QWidget | None = None) -> None:
        super().__init__(text)
        self.setFont(style.small(self.font()))
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)  # which is the muted colour
        if field:
            self.setBuddy(field)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the text; a letter is underlined while Alt is held."""
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        painter.setPen(self.palette().color(self.foregroundRole()))
        flags = self.alignment().value | Qt.TextFlag.TextShowMnemonic.value
        painter.drawText(self.contentsRect(), flags, drawn(self.text()))


class MenuBar(QMenuBar):
    """A menu bar whose letters are underlined while Alt is held."""

    def initStyleOption(self, option: "QStyleOptionMenuItem", action: QAction) -> None:
        """Draw the name of a menu."""
        super().initStyleOption(option, action)
        option.text = drawn(option.text)
