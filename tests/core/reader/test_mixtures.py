"""Of two forms in one paste, one below the other, the customer is read as from either."""

from itertools import permutations

import pytest

from reamaze_gui.core.page import Place
from tests.core.forms import CODE, CUSTOMER, DEFINED, FORMS, JSON, SUPPORT
from tests.core.reading import user_in, values

TOGETHER = (
    *("a page", "a snippet", "its code alone", "key by key, with dots", "one JSON"),
    *("JSON.stringify(_support)", "JSON.stringify(_support.user)", "Chrome, folded"),
    *("PHP's print_r", "YAML", "lines of a ticket", "a table"),
    *("an address", "cURL", "fetch, JSON", "as the tools list it", "in parts"),
)
COMPUTED = CODE.replace(f"'{CUSTOMER['authkey']}'", "sign(customer)")
BETWEEN = "\n\nAnd this is what the console says:\n\n"


def _sent(text: str) -> dict[str, str]:
    return {name: values(text).get(name, "") for name in ("id", "email", "authkey")}


@pytest.mark.parametrize("one", TOGETHER)
def test_two_forms_in_one_paste_have_one_customer(one: str) -> None:
    expected = {name: CUSTOMER[name] for name in ("id", "email", "authkey")}
    for first, second in permutations(TOGETHER, 2):
        if one == first:
            assert _sent(FORMS[first] + BETWEEN + FORMS[second]) == expected, second


@pytest.mark.parametrize("answer", [JSON, SUPPORT, f"'{SUPPORT}'"], ids=["user", "all", "quoted"])
@pytest.mark.parametrize(
    "page",
    [
        f"<script>{COMPUTED}</script>",
        f"<!doctype html><html><head>{DEFINED}<script>{COMPUTED}</script></head></html>",
    ],
    ids=["snippet", "page"],
)
def test_the_console_tells_what_the_page_above_it_computes(page: str, answer: str) -> None:
    assert _sent(page + BETWEEN + answer)["authkey"] == CUSTOMER["authkey"]
    assert _sent(answer + BETWEEN + page)["authkey"] == CUSTOMER["authkey"]


def test_what_the_console_says_below_a_page_stands_where_the_page_sets_it() -> None:
    user = user_in(f"<html><script>{COMPUTED}</script></html>{BETWEEN}> _support.user\n< {JSON}")
    assert user.place is Place.USER
