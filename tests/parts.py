"""Finds the widgets of a window by type and accessible name."""

from typing import TypeVar

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

T = TypeVar("T", bound=QWidget)


def name_of(widget: QWidget) -> str:
    told = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    return widget.accessibleName() or told


def part(window: QWidget, kind: type[T], name: str) -> T:
    [found] = [each for each in window.findChildren(kind) if each.accessibleName() == name]
    return found


def button(window: QWidget, name: str) -> QAbstractButton:
    return part(window, QAbstractButton, name)


def edit(window: QWidget, name: str) -> QLineEdit:
    return part(window, QLineEdit, name)


def in_sight(window: QWidget) -> list[str]:
    return [each.text() for each in window.findChildren(QLabel) if each.isVisible()]
