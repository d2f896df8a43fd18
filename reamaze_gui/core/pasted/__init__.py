"""Reads customers from a paste: spreadsheet cells, lines, JSON, XML, a vCard or a snippet.

Each reader splits the text into records: values with a heading, or without one. A value is
recognised by its heading, else by what it looks like. Nothing is run.
"""

from functools import partial

from reamaze_gui.core.customer import Customer
from reamaze_gui.core.pasted.elements import read_xml
from reamaze_gui.core.pasted.lines import read_contacts, read_labels, read_mailboxes
from reamaze_gui.core.pasted.objects import read_json
from reamaze_gui.core.pasted.paste import Paste, PastedCustomer, Piece, shown
from reamaze_gui.core.pasted.program import read_printed, read_program
from reamaze_gui.core.pasted.tables import read_delimited, read_html
from reamaze_gui.core.pasted.vcards import read_vcards

__all__ = ["LONGEST", "Paste", "PastedCustomer", "Piece", "read_customers", "read_paste"]

LONGEST = 1_000_000  # characters; anything longer is a file

# The first that finds a customer is used.
_FORMS = (
    read_vcards,
    read_json,
    read_html,
    read_program,
    read_xml,
    read_labels,
    read_mailboxes,
    read_delimited,
    read_contacts,
    partial(read_delimited, alone=True),
    read_printed,
)


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
    text = text.removeprefix("\ufeff")
    pastes = (form(text) for form in _FORMS)
    nothing = Paste(left_over=tuple(line for line in text.splitlines() if line.strip()))
    found = next((paste for paste in pastes if paste.readings), nothing)
    return Paste(found.readings, tuple(shown(line.strip()) for line in found.left_over))
