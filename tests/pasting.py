"""The window with Eva Haas in its form, and every way to paste and copy."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLabel

from reamaze_gui.core.customer import Customer
from reamaze_gui.ui.window.main_window import MainWindow
from tests.parts import button
from tests.windows import CONTROL, SHIFT, actions, press

BEN = Customer("7106", "ben@example.org", "Ben")
EVA = Customer("7105", "eva@example.org", "Eva Haas")
NOBODY = "Dear team, please help me with my order"
FROM_BEFORE = "copied before"
HOLDS = ("Copy snippet", "Copy authkey", "Save snippet", "Try in browser")


def offers(window: MainWindow) -> list[str]:
    shown = (each for each in window.findChildren(QAbstractButton) if each.isVisible())
    return [each.accessibleName() for each in shown]


def in_form(window: MainWindow) -> str:
    """Return all messages in the form's half of the window."""
    half = window.build_page.widget(0)
    labels = half.findChildren(QLabel) if half else []
    return " ".join(each.text() for each in labels if each.isVisible())


def paste(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    press(Qt.Key.Key_V, CONTROL | SHIFT)


def copied_by_every_way(window: MainWindow) -> str:
    """Try every way to copy, and return what is then on the clipboard."""
    QGuiApplication.clipboard().setText(FROM_BEFORE)
    press(Qt.Key.Key_C, CONTROL | SHIFT)
    press(Qt.Key.Key_K, CONTROL | SHIFT)
    for way in ("Edit/Copy snippet", "Edit/Copy authkey"):
        actions(window)[way].trigger()
    for name in ("Copy snippet", "Copy authkey"):
        button(window, name).click()
    return QGuiApplication.clipboard().text()
