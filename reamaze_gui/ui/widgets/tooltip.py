"""Tooltips that show a text as it is, also if it looks like markup."""

from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as Text


def plain(text: str) -> str:
    """Return the tooltip for a text, which Qt would render as HTML if it contains a tag."""
    normal = Qt.WhiteSpaceMode.WhiteSpaceNormal  # wraps
    return Text.convertFromPlainText(text, normal) if Text.mightBeRichText(text) else text
