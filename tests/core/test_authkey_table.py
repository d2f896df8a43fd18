"""A table of authkeys holds what Build would give for each row, and why where it gives nothing."""

import csv
import io

from reamaze_gui.core.attributes import Attribute
from reamaze_gui.core.authkey import Secret, authkey
from reamaze_gui.core.authkey_table import COLUMNS, write_authkeys
from reamaze_gui.core.customer import Customer
from reamaze_gui.core.preview import compose
from reamaze_gui.core.saved import Saved

SECRET = Secret("opensesame")
SPENT = Attribute("Total spent", "€ 412")
ZOE = Customer("007", "zoe@example.org", 'Zoë "Q"')
NOBODY = Customer(id="=1+1")
PEOPLE = (Saved("Zoë", ZOE, attributes=(SPENT,)), Saved("Nobody", NOBODY))


def rows(text: str) -> list[dict[str, str]]:
    return [*csv.DictReader(io.StringIO(text, newline=""))]


def test_each_row_has_the_customer_with_authkey_and_snippet() -> None:
    [row] = rows(write_authkeys(PEOPLE[:1], SECRET))
    assert tuple(row) == COLUMNS
    assert (row["id"], row["email"], row["name"]) == ("'007", ZOE.email, ZOE.name)
    assert row["authkey"].removeprefix("'") == authkey(SECRET, ZOE.id, ZOE.email)
    assert row["snippet"].removeprefix("'") == compose(ZOE, SECRET, data=[SPENT]).snippet
    assert row["to_correct"] == ""


def test_who_can_not_be_signed_in_has_no_authkey_but_the_reason() -> None:
    first, second = rows(write_authkeys(PEOPLE[::-1], SECRET))
    assert (first["authkey"], first["snippet"]) == ("", "")
    assert first["to_correct"] == "Still missing: Email."
    assert first["id"] == "'=1+1"  # which no spreadsheet may run
    assert second["authkey"]


def test_without_a_secret_nobody_has_an_authkey() -> None:
    [row] = rows(write_authkeys(PEOPLE[:1], None))
    assert row["authkey"] == ""
    assert "SSO secret" in row["to_correct"]
