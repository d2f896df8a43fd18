"""Creates rows and columns with their distances."""

from typing import TypeVar

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

T = TypeVar("T", bound=QBoxLayout)


def column(spacing: int, owner: QWidget | None = None, *, margin: int = 0) -> QVBoxLayout:
    """Return a column, of the whole `owner` if there is one, with this margin at every edge."""
    return _spaced(QVBoxLayout(owner) if owner else QVBoxLayout(), spacing, margin)


def row(spacing: int, owner: QWidget | None = None, *, margin: int = 0) -> QHBoxLayout:
    """Return a row, as `column` does."""
    return _spaced(QHBoxLayout(owner) if owner else QHBoxLayout(), spacing, margin)


def _spaced(layout: T, spacing: int, margin: int) -> T:
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(spacing)
    return layout
