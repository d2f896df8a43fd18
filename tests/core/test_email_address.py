"""An invalid address is a problem, one for tests a warning; what is signed stays as typed."""

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
def test_there_is_no_remark_about_a_good_address(email: str) -> None:
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
        *(".zoe@example.org", "zo..e@example.org", "zoe@example..org", "zoe@[10.0.0.1]"),
        *("7,zoe@example.org", "zoe@example.org,Zoe", "zoe@example.org,ben@example.org"),
        *("zoe@example.org;ben@example.org", "zoe@example.org|7", "mailto:", "mailto:zoe"),
        *("zoe day@example.org", "zoe@example.org Zoe", "7 zoe@example.org"),
        *("zoe@example.org www.example.org", "zoe@example.org . Zoe Day", "a.b c.d@example.org"),
        *("zoe@example.org ben@example.org", "zoe@example.org, ben@example.org"),
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
        ("mailto:zoe@example.org", "zoe@example.org"),
        ("MailTo:zoe@example.org?subject=Hello", "zoe@example.org"),
        ("<mailto:zoe@example.org>", "zoe@example.org"),
        ("zoe@example.org;", "zoe@example.org"),
        ("zoe@example.org.", "zoe@example.org"),
        ("'zoe@example.org',", "zoe@example.org"),
        ("(zoe@example.org)", "zoe@example.org"),
        ("zoe@example,org", "zoe@example.org"),
        ("zoe.day@example,co.uk", "zoe.day@example.co.uk"),
    ],
    ids=ascii,
)
def test_what_does_not_belong_there_can_be_corrected(email: str, corrected: str) -> None:
    (remark,) = check(email, "US")
    assert remark.stops
    assert remark.fix
    assert remark.fix.value == corrected
    assert not [*check(corrected, "US")]


@pytest.mark.parametrize(
    ("domain", "meant"),
    [
        *(("gmial.com", "gmail.com"), ("gmai.com", "gmail.com"), ("gmaill.com", "gmail.com")),
        *(("gnail.com", "gmail.com"), ("gmail.con", "gmail.com"), ("GMAIL.CO", "gmail.com")),
        *(("gmial.con", "gmail.com"), ("gmail", "gmail.com"), ("mgail.com", "gmail.com")),
        *(("hotmial.com", "hotmail.com"), ("hotmai.com", "hotmail.com")),
        *(("yaho.com", "yahoo.com"), ("yahooo.com", "yahoo.com"), ("yahoo.cm", "yahoo.com")),
        *(("outlok.com", "outlook.com"), ("outloook.com", "outlook.com")),
        *(("icoud.com", "icloud.com"), ("iclould.com", "icloud.com"), ("aol.con", "aol.com")),
        *(("live.comm", "live.com"), ("msn.om", "msn.com"), ("protonmial.com", "protonmail.com")),
    ],
)
def test_a_slip_in_the_name_of_a_big_provider_is_warned_of(domain: str, meant: str) -> None:
    remark = next(check(f"zoe+1@{domain}", "US"))
    assert not remark.stops
    assert meant in remark.says
    assert remark.fix == Fix(f"Use zoe+1@{meant}", f"zoe+1@{meant}")


@pytest.mark.parametrize(
    "domain",
    [
        *("gmail.com", "yahoo.com", "yahoo.co.uk", "yahoo.fr", "hotmail.de", "live.nl"),
        *("mail.com", "ymail.com", "email.com", "love.com", "all.com", "gmx.de", "gmx.net"),
        *("outlook.jp", "proton.me", "gmail.example.org", "mygmail.com", "cloud.com"),
    ],
)
def test_the_name_of_another_company_is_no_slip(domain: str) -> None:
    assert not [*check(f"zoe@{domain}", "US")]


@pytest.mark.parametrize("text", ["write to zoe", "Zoë<Day>"])
def test_no_address_is_made_of_words_or_brackets(text: str) -> None:
    (remark,) = check(text, "US")
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
