"""Reads the customer from a page's snippet, as Diagnose does."""

import json
import re
from collections.abc import Iterator

from reamaze_gui.core.attributes import IN_TABLES, Attribute
from reamaze_gui.core.page import Kind, Page
from reamaze_gui.core.pasted.labelled import read_labelled
from reamaze_gui.core.pasted.looks import ADDRESS
from reamaze_gui.core.pasted.objects import pieces_of_data
from reamaze_gui.core.pasted.paste import DATA, Paste, Piece
from reamaze_gui.core.reader import read

_ADDRESSES = re.compile(rf"""(?<![^\s@<>(){{}}[\]"',;:|]){ADDRESS.pattern}""")
_PROGRAM = re.compile(r"_support|sso|[{}]")


def read_program(text: str) -> Paste:
    """Return the customer whom a page signs in, with the values known without running it."""
    return read_printed(text) if _PROGRAM.search(text) else Paste()


def read_printed(text: str) -> Paste:
    """Return the customer in any text that Diagnose can read; other addresses are left over."""
    page = read(text)
    entries = page.user.entries if page.user else ()
    record = tuple(
        Piece(entry.text, entry.name) for entry in entries if entry.kind in {Kind.TEXT, Kind.NUMBER}
    )
    reading = read_labelled((*record, *_data_in(page)))
    if not reading:
        return Paste()
    addresses = dict.fromkeys(each[0] for each in _ADDRESSES.finditer(text))
    return Paste((reading,), tuple(each for each in addresses if each != reading.customer.email))


def attributes_in(page: Page) -> tuple[Attribute, ...]:
    """Return the attributes that a page sends with its customer, as far as they can be read."""
    found = (each for each in _data_in(page) if each.label.startswith(IN_TABLES))
    return tuple(each.attribute for each in found)


def _data_in(page: Page) -> Iterator[Piece]:
    entry = page.user.get(DATA) if page.user else None
    if entry and entry.written.startswith("{"):
        yield from pieces_of_data(json.loads(entry.written))
