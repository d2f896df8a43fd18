"""Recognises a customer in the elements of XML, as an endpoint answers, or a page's hidden form."""

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


# Apple's property lists, in which a name has an element of its own.
_PAIR = re.compile(
    r"<key>(?P<name>[^<>]{1,60}+)</key>\s*+<(?P<type>\w++)>(?P<text>[^<>]{1,500}+)</(?P=type)>"
)


def elements(paste: PastedText) -> Iterator[PageState]:
    """Yield the customer of elements that are named as a customer's values are."""
    if paste.is_page:
        return
    for part in excerpt(paste.text):
        found: dict[str, Entry] = {}
        pattern = _PAIR if _PAIR.search(part.text) else _ELEMENT
        for element in pattern.finditer(part.text):
            name = key_for(element["name"].rpartition(":")[2])
            text = unescape(element["text"]).strip()
            found.setdefault(name, Entry(name, text, part.line_at(element.start())))
        if {"email", "authkey"} <= found.keys():
            known = [found[name] for name in ("id", "email", "name", "authkey") if name in found]
            yield PageState(User(Place.DATA, tuple(known), known[0].line))
