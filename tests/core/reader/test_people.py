"""Values of several people in one text are never mixed."""

from urllib.parse import urlencode

import pytest

from reamaze_gui.core.reader import read
from tests.core.reading import values_of

EVA = {"id": "7105", "email": "eva@example.org", "authkey": "ab" * 32}
MAX = {"id": "8200", "email": "max@example.org", "authkey": "cd" * 32}


def request(account: str = "acme", **values: str) -> str:
    data = urlencode({f"sso[{name}]": value for name, value in values.items()})
    return f"curl 'https://{account}.reamaze.io/data/conversations' --data-raw '{data}'\n"


@pytest.mark.parametrize(
    ("other", "sent"),
    [
        (MAX, MAX),  # the last of two
        ({"email": MAX["email"]}, EVA),
        ({"id": MAX["id"], "authkey": MAX["authkey"]}, EVA),
    ],
)
def test_two_requests_are_two_people(other: dict[str, str], sent: dict[str, str]) -> None:
    assert values_of(read(request(**EVA) + request(**other))) == sent


def test_a_visitor_who_signs_in_is_the_one_who_is_signed_in() -> None:
    page = read(request("beta", email=MAX["email"]) + request("globex", **EVA))
    assert values_of(page) == EVA
    assert page.account
    assert page.account.text == "globex"


def test_one_request_that_sends_everything_twice_is_one_person() -> None:
    once = request(**EVA)
    again = urlencode({"sparams": urlencode({"sso[id]": EVA["id"], "sso[email]": EVA["email"]})})
    assert values_of(read(f"{once.rstrip()[:-1]}&{again}'")) == EVA


def test_elements_of_two_people_are_no_third_one() -> None:
    record = "<id>{id}</id><email>{email}</email><authkey>{authkey}</authkey>"
    assert values_of(read(record.format(**EVA) + record.format(**MAX))) == EVA
    halves = "<id>7105</id><email>eva@example.org</email><id>8200</id><authkey>{authkey}</authkey>"
    assert read(halves.format(**MAX)).user is None


def test_an_authkey_beside_another_id_is_nobody_s_who_stands_before_it() -> None:
    before, after = "id: 7105\nemail: eva@example.org\n", f"authkey: {MAX['authkey']}\n"
    assert "authkey" not in values_of(read(f"{before}---\nid: 8200\n{after}"))
    assert values_of(read(f"{before}---\n{after}"))["authkey"] == MAX["authkey"]
