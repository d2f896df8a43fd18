"""Finds the widgets of a window by type and accessible name, and the parts of a text."""

from collections.abc import Iterator
from typing import TypeVar

from PySide6.QtGui import QAccessible, QTextBlock, QTextDocument, QTextFragment
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


def blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def fragments(document: QTextDocument) -> Iterator[QTextFragment]:
    """Yield the pieces of a text of which each has one format."""
    for block in blocks(document):
        at = block.begin()
        while not at.atEnd():
            yield at.fragment()
            at += 1
