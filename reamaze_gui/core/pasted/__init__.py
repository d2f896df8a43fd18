"""Reads customers from a paste: spreadsheet cells, lines, JSON, XML, a vCard or a snippet.

Each reader splits the text into records: values with a heading, or without one. A value is
recognised by its heading, else by what it looks like. Nothing is run.
"""

import re

from reamaze_gui.core.customer import Customer
from reamaze_gui.core.pasted.cells import decoded
from reamaze_gui.core.pasted.elements import read_xml
from reamaze_gui.core.pasted.left_over import left_over
from reamaze_gui.core.pasted.lines import read_contacts, read_labels, read_mailboxes
from reamaze_gui.core.pasted.objects import read_json
from reamaze_gui.core.pasted.paste import Paste, PastedCustomer, Piece, shown
from reamaze_gui.core.pasted.program import read_anything, read_page, read_records
from reamaze_gui.core.pasted.tables import read_delimited
from reamaze_gui.core.pasted.vcards import read_vcards
from reamaze_gui.core.reader.scripts.markup import is_markup, without_tags
from reamaze_gui.core.reader.source_map import pasted
from reamaze_gui.core.reader.unwrap import unwrap
from reamaze_gui.core.reader.unwrap.entities import unescaped

__all__ = ["LONGEST", "Paste", "PastedCustomer", "Piece", "read_customers", "read_paste"]

LONGEST = 1_000_000  # characters; anything longer is a file

_TABLE = re.compile(r"<t(?:able|[rdh])\b(?:(?!</table\b).)*+", re.DOTALL | re.IGNORECASE)
_DIRECTION = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")  # of text; invisible
_IN_CELLS = re.compile(r"\s+|</?(?:br|p|div)\b[^<>]*>", re.IGNORECASE)

# The first of these that finds a customer is used.
_FORMATS = (read_vcards, read_json, read_xml, read_page)
# Else, of these, the one that knows most without a doubt.
_FORMS = (read_labels, read_mailboxes, read_delimited, read_contacts)


def read_customers(text: str) -> tuple[Customer, ...]:
    r"""Return the customers in a text, in order; empty if there is none.

    A value that may belong to another field is left out: `read_paste` tells which.

    >>> read_customers("Zoë Day\tzoe@example.org\t7")
    (Customer(id='7', email='zoe@example.org', name='Zoë Day', phone='', avatar=''),)
    """
    found = (reading.customer for reading in read_paste(text).readings)
    return tuple(each for each in found if each.email or each.name)


def read_paste(text: str) -> Paste:
    """Return the customers in a text, what was left unused, and what is in doubt.

    >>> [reading] = read_paste("7;zoe@example.org;Zoë Day;VIP").readings
    >>> reading.certain, [piece.text for piece in reading.unused]
    (True, ['VIP'])
    """
    if len(text) > LONGEST:
        says = f"That is longer than {LONGEST:,} characters. Open it as a file, or copy less of it."
        return Paste(trouble=says)
    unwrapped = unwrap(pasted(text.removeprefix("\ufeff")))
    text = visible = unwrapped.text
    if is_markup(text):
        page = unwrapped.replaced(_TABLE, lambda table: _IN_CELLS.sub(" ", table[0]))
        visible = re.sub(r"\s*\n\s*", "\n", unescaped(without_tags(page)).text)
    if found := next((paste for form in _FORMATS if (paste := form(text)).readings), None):
        return Paste(found.readings, tuple(map(shown, found.left_over)))
    visible = decoded(_DIRECTION.sub("", visible))
    pastes = (read_records(text), *(form(visible) for form in _FORMS))
    found = max(pastes, key=lambda paste: (paste.certain, paste.known))
    found = found if found.readings else read_anything(text)
    return Paste(found.readings, tuple(left_over(visible, found.readings)))
