"""An address that can't be is a problem, one for tests a warning; what is signed stays as typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reamaze_gui.core.email_address import check
from reamaze_gui.core.remark import Fix


@pytest.mark.parametrize(
    "email",
    [
        *("zoe@example.org", "zoe.day+shop@mail.example.co.uk", "o'neill@example.org"),
        *("7@example.org", "zoë@exämple.org", "用户@例子.广告", "zoe@xn--exmple-cua.org"),
    ],
)
def test_nothing_is_said_about_a_good_address(email: str) -> None:
    assert not [*check(email, "US")]


@pytest.mark.parametrize(
    "email", ["zoe@localhost", "zoe@shop.test", "zoe@intranet", "zoe@shop.local", "zoe@10.0.0.1"]
)
def test_an_address_for_tests_is_a_warning(email: str) -> None:
    (remark,) = check(email, "US")
    assert not remark.stops
    assert "test" in remark.says


@pytest.mark.parametrize(
    "email",
    [
        *("zoe", "@", "zoe@", "@example.org", "zoe@@example.org", "zoe@exa_mple.org", "a@b@c.org"),
        *(".zoe@example.org", "zo..e@example.org", "zoe@example..org", "zoe@example.org."),
        *("<zoe@example>", "zoe@example.org,", "mailto:zoe@example.org", "zoe@[10.0.0.1]"),
        *("zoe@" + "x" * 64 + ".org", "x" * 300 + "@example.org", "zoe@-example.org"),
    ],
)
def test_what_is_no_address_is_a_problem(email: str) -> None:
    assert [(remark.stops, remark.fix) for remark in check(email, "US")] == [(True, None)]


@pytest.mark.parametrize(
    ("email", "corrected"),
    [
        (" zoe@example.org", "zoe@example.org"),
        ("zoe@example.org\n", "zoe@example.org"),
        ("zoe @example.org", "zoe@example.org"),
        ("zoe@ example . org", "zoe@example.org"),
        ("zoe@exam\u00a0ple.org", "zoe@example.org"),
        ("zoe\u200b@example.org", "zoe@example.org"),
        ("zoe@example.org\u202c", "zoe@example.org"),
        ("zoe\0@example.org", "zoe@example.org"),
    ],
    ids=ascii,
)
def test_what_does_not_belong_there_is_a_problem_with_its_correction(
    email: str, corrected: str
) -> None:
    (remark,) = check(email, "US")
    assert remark.stops
    assert remark.fix
    assert remark.fix.value == corrected
    assert not [*check(corrected, "US")]


def test_a_sentence_is_not_joined_to_an_address() -> None:
    (remark,) = check("write to zoe", "US")
    assert remark.stops
    assert remark.fix is None


@pytest.mark.parametrize("email", ["Zoe@example.org", "zoe@Example.org", "ZOË@EXAMPLE.ORG"])
def test_capital_letters_are_a_warning_and_are_kept(email: str) -> None:
    (remark,) = check(email, "US")
    assert not remark.stops
    assert remark.fix is None
    assert "capital" in remark.says.lower()


@given(st.text(st.characters(exclude_categories=())) | st.text("a@. é-\u200d\ud800\U0001f600["))
def test_any_text_can_be_checked(email: str) -> None:
    assert all(remark.says.endswith(".") for remark in check(email, "US"))


@pytest.mark.parametrize("written", ["Zoë Day <zoe@example.org>", "<zoe@example.org>"])
def test_an_address_is_taken_out_of_what_a_mail_program_copies(written: str) -> None:
    (remark,) = check(written, "US")
    assert remark.stops
    assert remark.fix == Fix("Use zoe@example.org", "zoe@example.org")


def test_brackets_without_an_address_in_them_are_no_mailbox() -> None:
    (remark,) = check("Zoë<Day>", "US")
    assert remark.fix is None
