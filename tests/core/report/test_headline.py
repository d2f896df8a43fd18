"""The headline of a report on an authkey that several mistakes made."""

import hashlib
import hmac
from base64 import b64encode

import pytest

from reamaze_gui.core.authkey import Secret, authkey
from reamaze_gui.core.diagnosis import Verdict, diagnose
from reamaze_gui.core.report import details, reply
from reamaze_gui.core.report.headline import Grade, headline
from reamaze_gui.core.report.wording import answer
from reamaze_gui.core.sentences import first_sentence
from tests.core.diagnosed import first_report

SECRET = "opensesame-0451"
PAGE = "_support['user'] = {{ id: '7', email: 'Zoe@Example.org', authkey: '{}' }};"


def signed(text: str, algorithm: str = "sha256") -> "hmac.HMAC":
    return hmac.new(SECRET.encode(), text.encode(), algorithm)


LOWERED = "The email was lower-cased before it was signed"


@pytest.mark.parametrize(
    ("authkey", "says"),
    [
        (
            b64encode(signed("7:zoe@example.org").digest()).decode(),
            f"{LOWERED}, and the digest was written as Base64",
        ),
        (
            hashlib.sha256(f"{SECRET}7:zoe@example.org".encode()).hexdigest(),
            f"{LOWERED}, and the authkey is not an HMAC, but the SHA-256 of secret and text joined",
        ),
        (
            signed("7zoe@example.org", "sha1").hexdigest(),
            "3 mistakes together made this authkey",
        ),
    ],
)
def test_two_mistakes_are_one_sentence_and_more_are_counted(authkey: str, says: str) -> None:
    assert headline(diagnose(PAGE.format(authkey), {"": Secret(SECRET)})).says == says


OF_INITECH = "_support.account = 'initech';\n" + PAGE


def test_without_the_secret_of_the_page_s_account_nothing_is_called_wrong() -> None:
    report = first_report(OF_INITECH.format("5a" * 32), {"acme": Secret(SECRET)})
    said = headline(report)
    assert (report.verdict, said.grade) == (Verdict.NO_SECRET, Grade.DOUBTFUL)
    assert (
        said.says == "The SSO secret of initech is not known here, so the authkey can't be checked"
    )
    assert "does not match" not in reply(report)


def test_an_authkey_of_another_account_than_the_page_s_is_not_simply_right() -> None:
    report = diagnose(
        OF_INITECH.format(signed("7:Zoe@Example.org").hexdigest()), {"acme": Secret(SECRET)}
    )
    said = headline(report)
    assert (report.verdict, said.grade) == (Verdict.CORRECT, Grade.DOUBTFUL)
    assert "an account that the page doesn't name" in said.says
    assert "acme" not in reply(report)
    assert "can stay as it is" not in reply(report)


@pytest.mark.parametrize("hidden", ["*" * 54, "xxxxxxxx", "•••", "…"])
def test_an_authkey_that_was_blotted_out_or_shortened_is_not_called_wrong(hidden: str) -> None:
    key = signed("7:zoe@example.org").hexdigest()
    report = first_report(PAGE.format(f"{key[:6]}{hidden}{key[-4:]}"), {"acme": Secret(SECRET)})
    said = reply(report)
    assert headline(report).grade is Grade.DOUBTFUL
    assert "whichever secret" not in " ".join(answer(report).below)
    assert "View page source" in said
    assert "line of your server's code" not in said


OURS = {"globex": Secret(SECRET), "beta": Secret("another-secret-9000")}


@pytest.mark.parametrize("account", ["", "_support.account = window.shop;\n"])
def test_a_page_is_not_told_to_use_the_secret_of_an_account_it_does_not_name(account: str) -> None:
    key = authkey(OURS["beta"], "7", "Zoe@Example.org")
    report = diagnose(account + PAGE.format(key), OURS)
    assert report.explanation is not None
    assert report.explanation.account == "beta"
    assert "globex" not in f"{headline(report).says} {reply(report)} {details(report)}"


@pytest.mark.parametrize("written", ["Beta", "https://beta.reamaze.com/", "beta.reamaze.com"])
def test_an_account_is_known_however_the_page_writes_it(written: str) -> None:
    key = authkey(OURS["beta"], "7", "Zoe@Example.org")
    report = diagnose(f"_support.account = '{written}';\n{PAGE.format(key)}", OURS)
    assert report.verdict is Verdict.CORRECT


def test_no_account_is_named_in_its_place_where_the_page_s_account_is_unknown() -> None:
    page = OF_INITECH.format(signed("7:zoe@example.org").hexdigest())
    report = diagnose(page, {"acme": Secret("another-secret"), "globex": Secret(SECRET)})
    assert headline(report).says == LOWERED
    assert "with the secret of globex." in " ".join(answer(report).below)
    for said in (reply(report), details(report)):
        assert "acme" not in said
        assert "globex" not in said


@pytest.mark.parametrize(
    ("email", "says"),
    [
        ("'{{ customer.email }}'", "There is a placeholder where a value should be: email"),
        ("''", "The customer's email is missing: an authkey is made from ID and email"),
        ("'undefined'", "The email is not a value, but what a program prints for a missing one"),
        ("user.email", "The page computes its email while it runs, so it can't be read here"),
    ],
)
def test_no_authkey_is_called_wrong_for_a_customer_who_is_not_known(email: str, says: str) -> None:
    page = f"_support.user = {{ id: '7', email: {email}, authkey: '{'5a' * 32}' }};"
    report = first_report(page, {"acme": Secret(SECRET)})
    assert headline(report).says.startswith(says)
    assert "does not match" not in reply(report)
    assert "Compare the secret" not in " ".join(answer(report).below)


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("<?php hash_hmac('sha256', $u->id.':'.$u->email, $secret);", Grade.DOUBTFUL),
        ("<?php hash_hmac('sha256', $u->email.':'.$u->id, $secret);", Grade.WRONG),
        ("intercomSettings = {app_id: 'x', user_hash: 'y'}", Grade.DOUBTFUL),
    ],
)
def test_only_a_mistake_makes_another_text_than_the_page_wrong(text: str, grade: Grade) -> None:
    assert headline(first_report(text, {"acme": Secret(SECRET)})).grade is grade


def test_where_the_page_names_no_account_the_merchant_is_asked_for_it() -> None:
    page, secrets = PAGE.format("5a" * 32), {"acme": Secret(SECRET)}
    asked = "Please also tell us for which Re:amaze account the page is meant"
    assert asked in reply(first_report(page, secrets))
    assert asked not in reply(first_report(f"_support.account = 'acme';\n{page}", secrets))


def test_an_authkey_that_is_right_as_far_as_it_is_shown_is_not_called_wrong() -> None:
    key = signed("7:Zoe@Example.org").hexdigest()
    report = diagnose(PAGE.format(f"{key[:40]}…"), {"acme": Secret(SECRET)})
    assert headline(report).grade is Grade.DOUBTFUL
    said = reply(report)
    assert "does not match" not in said
    assert "part we can see is right for the customer with ID “7”" in said
    assert "View page source" in said
    assert key[:40] not in said
    assert "the part shown is right, with the secret of acme." in " ".join(answer(report).below)


def test_what_is_wrong_with_an_authkey_beside_its_being_shortened_is_still_said() -> None:
    key = signed("7:zoe@example.org").hexdigest()
    report = diagnose(PAGE.format(f"{key[:40]}…"), {"acme": Secret(SECRET)})
    assert headline(report).grade is Grade.WRONG
    assert f"{LOWERED}." in reply(report)


@pytest.mark.parametrize(
    ("page", "asked"),
    [
        (OF_INITECH, "we need somebody who administers the Re:amaze account “initech”"),
        (PAGE, "Please tell us for which Re:amaze account the page is meant"),
    ],
)
def test_the_merchant_is_not_asked_for_an_account_that_the_page_names(
    page: str, asked: str
) -> None:
    assert asked in reply(first_report(page.format("5a" * 32), {}))


def test_the_account_whose_secret_is_missing_is_named_where_the_secret_is_asked_for() -> None:
    report = first_report(OF_INITECH.format("5a" * 32), {"acme": Secret(SECRET)})
    assert "choose initech above and enter its SSO secret" in " ".join(answer(report).below)
    nobodys = first_report(PAGE.format("5a" * 32), {})
    assert "enter the SSO secret above" in " ".join(answer(nobodys).below)


def test_the_first_sentence_is_found_in_time_whatever_is_quoted() -> None:
    assert first_sentence("“a. b” " * 500) == ("“a. b” " * 500)
    assert first_sentence("“" * 5_000 + "a. b.") == "“" * 5_000 + "a"


def test_texts_that_only_look_the_same_are_told_apart_in_the_reply() -> None:
    composed, apart = "\u00e9va@example.org", "e\u0301va@example.org"
    page = PAGE.replace("Zoe@Example.org", apart).format(signed(f"7:{composed}").hexdigest())
    said = reply(diagnose(page, {"acme": Secret(SECRET)}))
    assert f"signed “7:{composed}”. It must sign “7:e⟨combining acute accent⟩va@" in said
