"""Recognises a customer in XML elements, such as an API response, or in a page's hidden form."""

import re
from collections.abc import Iterator
from html import unescape

from reamaze_gui.core.page import Entry, Place, User
from reamaze_gui.core.reader.evaluate.handed_on import key_for
from reamaze_gui.core.reader.page_state import PageState
from reamaze_gui.core.reader.recognise.paste import PastedText, excerpt

_ELEMENT = re.compile(
    r"<(?P<name>[A-Za-z][\w.:-]{0,60}+)(?:\s[^<>]*+)?>\s*+(?:<!\[CDATA\[)?(?P<text>[^<>\]]{1,500}+)"
    r"(?:\]\]>)?</(?P=name)>"
)

# An element with a customer's values as attributes.
_ATTRIBUTED = re.compile(
    r"<[A-Za-z][\w.:-]{0,60}+(?=[^<>]*[\s:]email=)(?P<attributes>[^<>]{1,2000}+)>"
)
_ATTRIBUTE = re.compile(
    r"""(?P<name>[\w.:-]{1,60}+)=(?P<quote>["'])(?P<text>[^"'<>]{1,500}+)(?P=quote)"""
)


def elements(paste: PastedText) -> Iterator[PageState]:
    """Yield the customer of elements that have the names of a customer's values."""
    if paste.is_page:
        return
    for part in excerpt(paste.text):
        found: dict[str, Entry] = {}
        for named in _named(part.text):
            name = key_for(named["name"].rpartition(":")[2])
            text = unescape(named["text"]).strip()
            found.setdefault(name, Entry(name, text, part.line_at(named.start())))
        if {"email", "authkey"} <= found.keys():
            known = [found[name] for name in ("id", "email", "name", "authkey") if name in found]
            yield PageState(User(Place.DATA, tuple(known), known[0].line))


def _named(text: str) -> Iterator[re.Match[str]]:
    """Yield the names and values in a text, in attributes or in elements."""
    if element := _ATTRIBUTED.search(text):
        yield from _ATTRIBUTE.finditer(text, *element.span("attributes"))
    else:
        yield from _ELEMENT.finditer(text)
