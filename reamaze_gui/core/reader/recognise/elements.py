"""Recognises a customer in XML elements, such as an API response, or in a page's hidden form."""

import re
from collections.abc import Iterator
from html import unescape

from reamaze_gui.core.page import Entry, Place, User
from reamaze_gui.core.reader.evaluate.handed_on import key_for
from reamaze_gui.core.reader.page_state import PageState
from reamaze_gui.core.reader.recognise.paste import PastedText, excerpt
from reamaze_gui.core.reader.recognise.people import people
from reamaze_gui.core.reader.source_map import MappedText

_ELEMENT = re.compile(
    r"<(?P<name>[A-Za-z][\w.:-]{0,60}+)(?:\s[^<>]*+)?>\s*+(?:<!\[CDATA\[)?(?P<text>[^<>\]]{1,500}+)"
    r"(?:\]\]>)?</(?P=name)>"
)

_NAMES = {"id", "email", "name", "authkey"}

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
    part = excerpt(paste.text)
    for entries in people((each, False) for each in _entries(part)):
        known = [each for each in entries if each.name in _NAMES]
        if {"email", "authkey"} <= {each.name for each in known}:
            yield PageState(User(Place.DATA, tuple(known), known[0].line))


def _entries(text: MappedText) -> Iterator[Entry]:
    for named in _named(text.text):
        name = key_for(named["name"].rpartition(":")[2])
        yield Entry(name, unescape(named["text"]).strip(), text.line_at(named.start()))


def _named(text: str) -> Iterator[re.Match[str]]:
    """Yield the names and values in a text, in attributes or in elements."""
    if element := _ATTRIBUTED.search(text):
        yield from _ATTRIBUTE.finditer(text, *element.span("attributes"))
    else:
        yield from _ELEMENT.finditer(text)
