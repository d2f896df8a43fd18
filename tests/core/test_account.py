"""An account is a name; people often paste its address instead."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reamaze_gui.core.account import check_account
from tests.core.sentences import faults

UUID = "6ba7b810-9dad-11d1-80b4-00c04fd430c8"


@pytest.mark.parametrize("account", ["", "acme", "a", "7", "acme-shop", "a" * 63, UUID])
def test_there_is_no_remark_about_a_name(account: str) -> None:
    assert not [*check_account(account)]


@pytest.mark.parametrize(
    ("account", "name"),
    [
        ("Acme", "acme"),
        (" acme\n", "acme"),
        ("acme.reamaze.com", "acme"),
        ("ACME.Reamaze.com", "acme"),
        ("https://acme.reamaze.com/admin/inbox?x=1", "acme"),
        (" http://acme.reamaze.io/\n", "acme"),
    ],
)
def test_an_address_is_corrected_to_its_name(account: str, name: str) -> None:
    (remark,) = check_account(account)
    assert not faults(remark.says)
    assert remark.stops == ("reamaze" in account.lower())  # nothing may be kept under an address
    assert remark.fix
    assert remark.fix.value == name
    assert remark.fix.label == f"Use {name}"


@pytest.mark.parametrize(
    "account",
    ["acme shop", "acme_shop", "-acme", "acme-", "a" * 64, "acme.example.org", "-.reamaze.com"],
)
def test_what_names_no_account_is_reported_without_a_correction(account: str) -> None:
    (remark,) = check_account(account)
    assert not faults(remark.says)
    assert remark.fix is None


@pytest.mark.parametrize(
    ("account", "is_told"),
    [
        ("a" * 64, True),
        ("x" * 253, True),
        ("acme shop", False),
        (f"acme.reamaze.com/{'x' * 90}", False),
    ],
)
def test_what_was_pasted_by_mistake_is_called_too_long(account: str, *, is_told: bool) -> None:
    (remark,) = check_account(account)
    assert ("Longer than any account" in remark.says) is is_told


@pytest.mark.parametrize("account", ["help.acme.example", "https://acme", "zoe@acme", "a/b"])
def test_nothing_is_kept_under_what_looks_like_an_address(account: str) -> None:
    assert [remark.stops for remark in check_account(account)] == [True]


@given(st.text() | st.text("aA-. :/\u017f\u212a").map(lambda text: text + ".reamaze.com"))
def test_a_correction_needs_no_correction(account: str) -> None:
    fixes = [remark.fix for remark in check_account(account) if remark.fix]
    assert not [remark for fix in fixes for remark in check_account(fix.value)]
