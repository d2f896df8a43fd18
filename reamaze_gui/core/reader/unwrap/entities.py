"""Decodes the escapes of HTML."""

import re
from html import unescape

from reamaze_gui.core.reader.source_map import MappedText

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")


def is_escaped(text: str) -> bool:
    """Return whether the text contains escapes of HTML."""
    return _ENTITY.search(text) is not None


def unescaped(text: MappedText) -> MappedText:
    """Return the text with one level of HTML escapes decoded."""
    return text.replaced(_ENTITY, lambda match: unescape(match[0]).replace("\r", "\n"))
