"""A table of authkeys has what Build would show for each row, or the reason why there is none."""

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
    [row] = rows(write_authkeys(PEOPLE[:1], SECRET).text)
    assert tuple(row) == COLUMNS
    assert (row["id"], row["email"], row["name"]) == ("'007", ZOE.email, ZOE.name)
    assert row["authkey"] == authkey(SECRET, ZOE.id, ZOE.email)
    assert row["snippet"] == compose(ZOE, SECRET, data=[SPENT]).snippet
    assert row["to_correct"] == ""


def test_who_can_not_be_signed_in_has_no_authkey_but_the_reason() -> None:
    first, second = rows(write_authkeys(PEOPLE[::-1], SECRET).text)
    assert (first["authkey"], first["snippet"]) == ("", "")
    assert first["to_correct"] == "Still missing: Email."
    assert first["id"] == "'=1+1"  # which no spreadsheet may run
    assert second["authkey"]


def test_without_a_secret_nobody_has_an_authkey() -> None:
    [row] = rows(write_authkeys(PEOPLE[:1], None).text)
    assert row["authkey"] == ""
    assert "SSO secret" in row["to_correct"]


def test_the_summary_says_how_many_have_an_authkey_and_why_the_first_has_none() -> None:
    assert write_authkeys(PEOPLE[:1] * 3, SECRET).says == "3 customers"
    one, two = (write_authkeys(PEOPLE[:1] * 2 + PEOPLE[1:] * each, SECRET).says for each in (1, 2))
    assert one == "2 of 3 customers (row 3: Still missing: Email)"
    assert two == "2 of 4 customers (row 3: Still missing: Email; 1 more without)"
