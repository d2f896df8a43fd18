"""Attributes are read with their customer: from a snippet, JSON, or a table's columns."""

import pytest

from reamaze_gui.core.attributes import Attribute
from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.customer import Customer
from reamaze_gui.core.pasted import PastedCustomer, read_paste
from reamaze_gui.core.pasted.known_secrets import without_secrets
from reamaze_gui.core.pasted.program import attributes_in
from reamaze_gui.core.preview import compose
from reamaze_gui.core.reader import read

SECRET = Secret("opensesame-12345")
ZOE = Customer("7", "zoe@example.org", "Zoë Day")
SPENT, ORDERS, VIP = (
    Attribute("Total spent", "€ 412"),
    Attribute("Orders", 7),
    Attribute("VIP", True),
)
ALL = (SPENT, ORDERS, VIP)
SNIPPET = compose(ZOE, SECRET, data=ALL).snippet
JSON = """{"id": "7", "email": "zoe@example.org", "name": "Zoë Day",
    "data": {"Total spent": "€ 412", "Orders": 7, "VIP": true}}"""
HEADING = "id\temail\tname\tdata.Total spent\tdata.Orders\n"


def one(text: str) -> PastedCustomer:
    [reading] = read_paste(text).readings
    return reading


@pytest.mark.parametrize("text", [SNIPPET, JSON], ids=["snippet", "JSON"])
def test_numbers_and_truth_values_stay_what_they_are(text: str) -> None:
    reading = one(text)
    assert (reading.customer, reading.attributes) == (ZOE, ALL)
    assert [piece.text for piece in reading.unused if piece.label != "authkey"] == []
    assert [type(each.value) for each in reading.attributes] == [str, int, bool]


def test_a_page_that_is_diagnosed_hands_on_the_same() -> None:
    assert attributes_in(read(SNIPPET)) == ALL
    assert attributes_in(read(compose(ZOE, SECRET).snippet)) == ()
    assert attributes_in(read("<p>Hello</p>")) == ()


def test_columns_of_a_table_are_texts_and_each_row_has_its_own() -> None:
    rows = "7\tzoe@example.org\tZoë Day\t€ 412\t7\n8\tbo@example.org\tBo Ek\t\t3\n"
    first, second = read_paste(HEADING + rows).readings
    assert first.attributes == (SPENT, Attribute("Orders", "7"))
    assert second.attributes == (Attribute("Orders", "3"),)


def test_of_two_values_for_a_label_the_second_is_named_as_not_used() -> None:
    reading = one("email\tdata.Town\tdata.Town\nzoe@example.org\tOslo\tBergen\n")
    assert reading.attributes == (Attribute("Town", "Oslo"),)
    assert [piece.text for piece in reading.unused] == ["Bergen"]


def test_what_has_no_place_among_them_is_named_as_not_used() -> None:
    nested = one(
        '{"email": "zoe@example.org", "data": {"Address": {"Town": "Oslo"}, "Note": null}}'
    )
    assert nested.attributes == ()
    assert [piece.text for piece in nested.unused] == ['{"Town": "Oslo"}']


def test_a_number_that_no_browser_has_is_a_text() -> None:
    reading = one(f'{{"email": "zoe@example.org", "data": {{"Card": {2**53 + 1}, "Sum": 0.5}}}}')
    assert reading.attributes == (Attribute("Card", str(2**53 + 1)), Attribute("Sum", 0.5))


def test_not_a_number_is_taken_as_it_is_and_found_wrong_later() -> None:
    [attribute] = one('{"email": "zoe@example.org", "data": {"Sum": NaN}}').attributes
    assert str(attribute.value) == "nan"


def test_a_secret_among_them_is_not_taken() -> None:
    text = f'{{"email": "zoe@example.org", "data": {{"Note": "{SECRET.value}", "Town": "Oslo"}}}}'
    [reading] = without_secrets(read_paste(text), [SECRET]).readings
    assert reading.attributes == (Attribute("Town", "Oslo"),)
    assert not reading.certain
    assert SECRET.value not in " ".join(piece.text for piece in reading.unused)
