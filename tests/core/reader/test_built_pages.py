"""What real frameworks make of a page with the widget's customer is read as they deliver it."""

from pathlib import Path

import pytest

from reamaze_gui.core.page import Clue, Place
from reamaze_gui.core.reader import read
from reamaze_gui.core.rules import judge
from tests.core.forms import CUSTOMER

BUILT = sorted((Path(__file__).parent / "built").glob("*.html"))


@pytest.mark.parametrize("path", BUILT, ids=lambda path: path.stem)
def test_the_customer_of_a_page_that_a_framework_built_is_found(path: Path) -> None:
    page = read(path.read_bytes().decode())
    assert page.user
    assert page.user.place is Place.DATA
    assert {entry.name: entry.text for entry in page.user.entries} == CUSTOMER
    assert not page.overwritten
    assert {each.clue for each in page.sightings} == {Clue.LOADER}
    assert [*judge(page, {})] == []


def test_the_account_that_next_sets_in_a_script_is_read() -> None:
    page = read((Path(__file__).parent / "built" / "next.html").read_bytes().decode())
    assert page.account
    assert page.account.text == "acme"
