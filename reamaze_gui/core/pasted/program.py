"""Reads the customer of a page's snippet, as Diagnose does."""

import json
import re
from collections.abc import Iterator

from reamaze_gui.core.attributes import IN_TABLES, Attribute
from reamaze_gui.core.page import Kind, Page
from reamaze_gui.core.pasted.labelled import read_labelled
from reamaze_gui.core.pasted.objects import pieces_of_data
from reamaze_gui.core.pasted.paste import DATA, Paste, Piece
from reamaze_gui.core.reader import read

_PROGRAM = re.compile(r"_support|sso|[{}]")


def read_program(text: str) -> Paste:
    """Return the customer whom a page signs in, of values that are known without running it."""
    page = read(text) if _PROGRAM.search(text) else Page(text)
    entries = page.user.entries if page.user else ()
    record = tuple(
        Piece(entry.text, entry.name) for entry in entries if entry.kind in {Kind.TEXT, Kind.NUMBER}
    )
    return Paste(tuple(filter(None, [read_labelled((*record, *_data_in(page)))])))


def attributes_in(page: Page) -> tuple[Attribute, ...]:
    """Return the attributes that a page sends with its customer, as far as they are known."""
    found = (each for each in _data_in(page) if each.label.startswith(IN_TABLES))
    return tuple(each.attribute for each in found)


def _data_in(page: Page) -> Iterator[Piece]:
    entry = page.user.get(DATA) if page.user else None
    if entry and entry.written.startswith("{"):
        yield from pieces_of_data(json.loads(entry.written))
