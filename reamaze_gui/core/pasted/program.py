"""Reads the customer from a page's snippet, as Diagnose does."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from urllib.parse import unquote_plus

from reamaze_gui.core.attributes import IN_TABLES, Attribute
from reamaze_gui.core.headings import names_customer, plain
from reamaze_gui.core.page import Entry, Kind, Page
from reamaze_gui.core.pasted.cells import QUERY
from reamaze_gui.core.pasted.labelled import read_labelled
from reamaze_gui.core.pasted.looks import ADDRESSES
from reamaze_gui.core.pasted.objects import pieces_of_data
from reamaze_gui.core.pasted.paste import DATA, Paste, Piece, Record
from reamaze_gui.core.reader import read
from reamaze_gui.core.reader.recognise.listing import records_in
from reamaze_gui.core.reader.source_map import pasted

_MOST_NAMED = 3  # other addresses
_OPENS = re.compile(r"[\[({]|#<|\w=[\w\"'%]")
_PATH = re.compile(r"(?<![\w.])(?:\w+\.)++(?=(\w+)=)")  # before a name, in a log
_OURS = re.compile(r"""_support|\bsso["']?(?:\[|%5B|\s*[:=]\s*\{)""")


def read_page(text: str) -> Paste:
    """Return the customer whom a page signs in, with the values known without running it."""
    return read_printed(text) if _OURS.search(text) else Paste()


def read_records(text: str) -> Paste:
    """Return the customers of objects that a program printed, in the notation of any language."""
    text = unquote_plus(re.sub(r"&|\?(?!id=)", "\n", text)) if QUERY.search(text) else text
    text = _PATH.sub(lambda path: path[0] if _is_anothers_id(path) else "", text)
    entries = records_in(pasted(text)) if _OPENS.search(text) else ()
    found = map(read_labelled, map(_pieces, entries))
    readings = tuple(each for each in found if each and each.customer.email)
    whole = {each.customer.email: each for each in sorted(readings, key=lambda it: len(it.pieces))}
    readings = tuple(each for each in readings if whole[each.customer.email] is each)
    paste = Paste(readings)
    printed = read_printed(text) if "{" in text else paste
    return max(printed, paste, key=lambda paste: paste.known)


def _is_anothers_id(path: re.Match[str]) -> bool:
    """Return whether an ID after a path is not a customer's, such as “request.id”."""
    return plain(path[1]) == "id" and not names_customer(path[0].split(".")[-2])


def read_anything(text: str) -> Paste:
    """Return the customer in a text of no known form; other addresses put them in doubt."""
    found = read_printed(text)
    if not found.left_over:
        return found
    [reading] = found.readings
    others = " and ".join(f"“{each}”" for each in found.left_over[:_MOST_NAMED])
    doubt = f"The text also has {others}. Is “{reading.customer.email}” the customer's Email?"
    return Paste((replace(reading, doubts=(*reading.doubts, doubt)),))


def _pieces(entries: Iterable[Entry]) -> Record:
    known = (entry for entry in entries if entry.kind in {Kind.TEXT, Kind.NUMBER})
    return tuple(Piece(entry.text, entry.name) for entry in known)


def read_printed(text: str) -> Paste:
    """Return the customer in any text that Diagnose can read; other addresses are left over."""
    page = read(text)
    entries = page.user.entries if page.user else ()
    reading = read_labelled((*_pieces(entries), *_data_in(page)))
    if not reading:
        return Paste()
    addresses = dict.fromkeys(each[0] for each in ADDRESSES.finditer(text))
    return Paste((reading,), tuple(each for each in addresses if each != reading.customer.email))


def attributes_in(page: Page) -> tuple[Attribute, ...]:
    """Return the attributes that a page sends with its customer, as far as they can be read."""
    found = (each for each in _data_in(page) if each.label.startswith(IN_TABLES))
    return tuple(each.attribute for each in found)


def _data_in(page: Page) -> Iterator[Piece]:
    entry = page.user.get(DATA) if page.user else None
    if entry and entry.written.startswith("{"):
        yield from pieces_of_data(json.loads(entry.written))
