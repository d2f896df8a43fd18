"""A table of several customers with their authkeys and snippets: each row lets somebody in."""

import csv
import io
from collections.abc import Iterable
from dataclasses import astuple

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.customer import FIELDS, Customer
from reamaze_gui.core.customer_table import guarded
from reamaze_gui.core.preview import compose

COLUMNS = (*(field.name for field in FIELDS), "authkey", "snippet", "to_correct")


def write_authkeys(customers: Iterable[Customer], secret: Secret | None) -> str:
    """Return a table (CSV by RFC 4180) of customers; who can't be signed in has the reason instead.

    >>> write_authkeys([Customer("8")], Secret("s")).splitlines()[1]
    '8,,,,,,,Still missing: Email.'
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for customer in customers:
        preview = compose(customer, secret)
        made = (preview.authkey if preview.snippet else "", preview.snippet, preview.obstacle)
        writer.writerow(guarded(value) for value in (*astuple(customer), *made))
    return text.getvalue()
