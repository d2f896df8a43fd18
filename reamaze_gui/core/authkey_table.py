"""A table of several customers with their authkeys and snippets: each row lets somebody in."""

from collections.abc import Iterable, Iterator
from dataclasses import astuple

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.csv_cells import csv_line
from reamaze_gui.core.customer import FIELDS
from reamaze_gui.core.preview import compose
from reamaze_gui.core.saved import Saved

COLUMNS = (*(field.name for field in FIELDS), "authkey", "snippet", "to_correct")


def write_authkeys(people: Iterable[Saved], secret: Secret | None) -> str:
    """Return a table (CSV by RFC 4180) of customers; who can't be signed in has the reason instead.

    >>> from reamaze_gui.core.customer import Customer
    >>> write_authkeys([Saved("Bo", Customer("8"))], Secret("s")).splitlines()[1]
    '"8","","","","","","","Still missing: Email."'
    """
    return "".join(map(csv_line, (COLUMNS, *_rows(people, secret))))


def _rows(people: Iterable[Saved], secret: Secret | None) -> Iterator[tuple[str, ...]]:
    for each in people:
        preview = compose(each.customer, secret, data=each.attributes)
        authkey = preview.authkey if preview.snippet else ""
        yield (*astuple(each.customer), authkey, preview.snippet, preview.obstacle)
