"""Whatever is said about a value is said in whole sentences, and a button in a few plain words."""

from collections.abc import Iterable

import pytest

from reamaze_gui.core.account import check_account
from reamaze_gui.core.authkey import Secret, check_secret
from reamaze_gui.core.characters import LONGEST
from reamaze_gui.core.customer import FIELDS, Customer
from reamaze_gui.core.preview import Mode, compose
from reamaze_gui.core.remark import Remark
from reamaze_gui.core.snippets import SNIPPETS, Snippet
from tests.core.sentences import faults

LONG = "x" * (LONGEST + 1)
WRONG = {
    "id": ["", " ", " 7", "7 ", "\t 7", "1,234", "123.0", "gid://shopify/Customer/7", "a:b", LONG],
    "email": [
        "",
        "zoe",
        "write to zoe",
        "zoe @example.org",
        "Zoe <zoe@example.org>",
        "a@localhost",
    ],
    "name": ["zoe\0", "zoe\u2028", "\ud800", LONG],
    "phone": [
        "020 7946 0958",
        "call me",
        "+999123456",
        "+1",
        "+1415",
        "+141555526711",
        "+44020",
        "+4402079460958",
        "+12345678",
    ],
    "avatar": ["zoe", "data:,", "https://a:b@example.com/", "http://example.com/", "https://nas/"],
}
VALUES = [(name, value) for name, values in WRONG.items() for value in values]
SECRETS = ["", " ", "'s'", " s", "s\u200bt", "\ud800", "\udfff", LONG]
ACCOUNTS = ["", "acme shop", "acme.reamaze.com"]


@pytest.mark.parametrize(("name", "value"), VALUES, ids=lambda text: ascii(text[:30]))
def test_what_is_said_about_a_customer_is_written_well(name: str, value: str) -> None:
    (field,) = [each for each in FIELDS if each.name == name]
    _read(field.remarks(value, "US", needed=True))


def test_capitals_in_an_address_are_told_in_a_sentence() -> None:
    (email,) = [each for each in FIELDS if each.name == "email"]
    _read(email.remarks("Zoe@example.org", "US", needed=True))


@pytest.mark.parametrize("secret", SECRETS, ids=lambda text: ascii(text[:30]))
def test_what_is_said_about_a_secret_is_written_well(secret: str) -> None:
    _read(each for each in compose(Customer(), Secret(secret)).about("secret"))
    _read(check_secret(secret or " "))


@pytest.mark.parametrize("account", ACCOUNTS)
def test_what_is_said_about_an_account_is_written_well(account: str) -> None:
    _read(check_account(account, needed=True))


@pytest.mark.parametrize("snippet", SNIPPETS, ids=lambda snippet: snippet.name)
def test_what_server_code_gives_is_written_well(snippet: Snippet) -> None:
    for customer in (Customer(), Customer("7", "zoe@example.org")):
        gives = compose(customer, Secret("s"), snippet).gives
        assert not gives or not faults(gives)


@pytest.mark.parametrize("mode", Mode)
def test_what_a_mode_gives_is_written_well(mode: Mode) -> None:
    assert not faults(mode.says)


def _read(remarks: Iterable[Remark]) -> None:
    said = [*remarks]
    assert said
    assert not [fault for each in said for fault in faults(each.says)]
    labels = [each.fix.label for each in said if each.fix]
    assert not [label for label in labels if label.split()[0] not in {"Use", "Remove", "Clear"}]
    assert not [label for label in labels if faults(f"{label}.")]
