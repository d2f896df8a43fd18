"""Recognises the cookie in which the widget stores its customer: JSON, encoded once or twice."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from reamaze_gui.core.page import Place, User
from reamaze_gui.core.reader.evaluate.conversions import from_json
from reamaze_gui.core.reader.evaluate.customers import entries_of
from reamaze_gui.core.reader.evaluate.values import JSObject
from reamaze_gui.core.reader.json_text import json_end
from reamaze_gui.core.reader.page_state import PageState
from reamaze_gui.core.reader.recognise.paste import PastedText, excerpt

_COOKIE = re.compile(
    r"reamaze_user\\?[\"']?\s*(?:[=:\t,]|\n)\s*(?:\\?[\"']?value\\?[\"']?\s*[:=]\s*)?\\?[\"']?"
    r"(?P<value>(?:%(?:25)*7B|\{)[^\s;]*+)",
    re.IGNORECASE,
)
_LEVELS = 3


def cookie(paste: PastedText) -> Iterator[PageState]:
    """Yield the customer of a cookie."""
    part = excerpt(paste.text)
    for found in _COOKIE.finditer(part.text):
        line = part.line_at(found.start())
        value = _decoded(part.text[found.start("value") :][:10_000])
        of = from_json(value, line, paste.budget) if value else None
        if isinstance(of, JSObject) and (entries := entries_of(of, line, paste.budget)):
            yield PageState(User(Place.REQUEST, entries, line))


def _decoded(text: str) -> str:
    """Return the JSON that a text begins with, however it is encoded; empty for none."""
    for _ in range(_LEVELS):
        if end := json_end(text):
            return text[:end]
        text = unquote(re.split(r"[\s;,\"']", text, maxsplit=1)[0] if "%" in text else text)
    return ""
