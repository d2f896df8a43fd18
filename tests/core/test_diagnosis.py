"""A page is judged by its authkey, and a wrong one is explained by reproducing it."""

import hashlib
import json
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.customer import Customer
from reamaze_gui.core.diagnosis import Report, Verdict, diagnose
from tests.core.diagnosed import (
    ACME,
    BETA,
    BLANK,
    BOTH,
    RIGHT,
    WRONG,
    ZOE,
    block,
    explained,
    first_report,
    hmac_of,
    user,
)
from tests.core.making import TABLES, digest, page
from tests.core.sentences import faults

ANOTHER_DIGIT = RIGHT[:-1] + format(int(RIGHT[-1], 16) ^ 1, "x")
PAGES = {
    "right": (page(ZOE, RIGHT), Verdict.CORRECT),
    "an empty authkey of another name": (user(id="7", email="a@b.c", authKey=""), Verdict.WEAK),
    "upper case": (page(ZOE, RIGHT.upper()), Verdict.EXPLAINED),
    "cut to eight bytes": (page(ZOE, RIGHT[:16]), Verdict.EXPLAINED),
    "cut to seven bytes": (page(ZOE, RIGHT[:14]), Verdict.UNEXPLAINED),
    "a digit too much": (page(ZOE, f"{RIGHT}7"), Verdict.EXPLAINED),
    "the last digit none": (page(ZOE, RIGHT[:-1] + "g"), Verdict.UNEXPLAINED),
    "the last digit another one": (page(ZOE, ANOTHER_DIGIT), Verdict.UNEXPLAINED),
    "digits of the digits": (page(ZOE, RIGHT.encode().hex()), Verdict.EXPLAINED),
    "an empty authkey": (page(ZOE, ""), Verdict.WEAK),
    "no authkey": (user(email="zoe@example.org"), Verdict.WEAK),
    "null for an authkey": (user(id="7", email="zoe@example.org", authkey=None), Verdict.WEAK),
    "a schema": (
        '{"id": {"type": "string"}, "email": {"type": "string"}, "authkey": {"type": "string"}}',
        Verdict.NO_USER,
    ),
    "a placeholder": (page(ZOE, "AUTHENTICATION KEY"), Verdict.UNEXPLAINED),
    "a template's tag": (page(ZOE, "{{ AUTHENTICATION KEY }}"), Verdict.UNEXPLAINED),
    "a computed authkey": (
        block("id: '7', email: 'a@b.c', authkey: sign(7)"),
        Verdict.UNEXPLAINED,
    ),
    "a computed id": (block(f"id: u.id, email: 'a@b.c', authkey: '{BLANK}'"), Verdict.UNEXPLAINED),
    "an object": (page(ZOE, "[object Object]"), Verdict.UNEXPLAINED),
    "nobody": (page(Customer("", ""), hmac_of(ACME, ":")), Verdict.NO_USER),
    "a name alone": (user(name="Zoë"), Verdict.NO_USER),
    "nothing": ("", Verdict.NO_USER),
    "no page": ("Hello, I can't sign in.", Verdict.NO_USER),
}


@pytest.mark.parametrize("what", PAGES)
def test_a_page_has_its_verdict(what: str) -> None:
    source, verdict = PAGES[what]
    report = diagnose(source, {"acme": ACME})
    assert report.verdict is verdict
    assert bool(report.explanation) == (verdict is Verdict.EXPLAINED)
    assert bool(report.shape) == bool(report.authkey)
    assert not report.shape or not faults(report.shape)


@pytest.mark.parametrize("what", PAGES)
def test_without_a_secret_nothing_is_said_to_be_right(what: str) -> None:
    source, verdict = PAGES[what]
    report = first_report(source, {})
    known = verdict in {Verdict.CORRECT, Verdict.EXPLAINED} or report.authkey
    is_same = verdict in {Verdict.WEAK, Verdict.NO_USER} or not known
    assert report.verdict is (verdict if is_same else Verdict.NO_SECRET)


def test_the_number_of_candidates_tried_is_reported() -> None:
    report = diagnose(page(ZOE, WRONG), BOTH)
    assert (report.verdict, report.depth) == (Verdict.UNEXPLAINED, 3)
    assert report.accounts == ("acme", "beta")
    assert report.tried > 50_000
    assert diagnose(page(ZOE, RIGHT), BOTH).accounts == ("acme",)
    without = diagnose(page(ZOE, WRONG), {})
    assert 0 < without.tried < report.tried


def test_a_key_without_a_secret_is_explained_without_one() -> None:
    wrong = page(ZOE, hashlib.sha256(f"{ZOE.id}:{ZOE.email}".encode()).hexdigest())
    explanation = diagnose(wrong, {}).explanation
    assert explanation
    assert (explanation.account, explanation.key) == (None, "no key")
    assert explanation.algorithm == "SHA-256"


def test_every_step_of_an_explanation_is_reported() -> None:
    text = f"{ZOE.id}|{ZOE.email.lower()}"
    explanation = explained(page(ZOE, hmac_of(ACME, text, "sha1").upper()))
    assert (explanation.message, explanation.account) == (text, "acme")
    assert (explanation.algorithm, explanation.encoding) == ("HMAC-SHA1", "hex in upper case")
    assert explanation.key == "the SSO secret of acme"
    assert len(explanation.slips) == 4
    assert all(slip.says and slip.fix for slip in explanation.slips)


@pytest.mark.parametrize("secrets", [BOTH, {"beta": BETA, "acme": ACME}], ids=["first", "last"])
def test_the_account_that_the_page_names_is_the_current_one(secrets: dict[str, Secret]) -> None:
    assert diagnose(page(ZOE, RIGHT), secrets).verdict is Verdict.CORRECT
    report = diagnose(page(ZOE, RIGHT, account="beta"), secrets)
    assert report.explanation
    assert report.explanation.account == "acme"
    assert [slip.says for slip in report.explanation.slips] == [
        "The secret of another account of yours was used, not that of beta."
    ]


def test_the_first_account_is_the_current_one_of_a_page_that_names_none() -> None:
    source = page(ZOE, RIGHT).replace('"account"', '"channel"')
    assert diagnose(source, BOTH).verdict is Verdict.CORRECT
    assert diagnose(source, {"beta": BETA, "acme": ACME}).verdict is Verdict.EXPLAINED


def test_the_email_may_have_been_signed_with_the_name_in_front() -> None:
    made = hmac_of(ACME, "7:Zoë <a@b.c>")
    explanation = explained(user(id="7", email="a@b.c", name="Zoë", authkey=made))
    assert explanation.message == "7:Zoë <a@b.c>"
    assert len(explanation.slips) == 1


def test_another_accounts_secret_and_three_slips_more_are_found() -> None:
    slips = {
        step: next(slip for slip in TABLES[step] if part in slip.says)
        for step, part in {
            "id": "signed as a decimal number",
            "join": "a bar",
            "algorithm": "SHA-1, not",
        }.items()
    }
    explanation = explained(page(ZOE, digest(ZOE, BETA.value, slips).hex()))
    assert explanation.account == "beta"
    assert len(explanation.slips) == 4


@given(
    picks=st.lists(st.sampled_from(["id", "email", "join", "charset", "key"]), max_size=1),
    write=st.sampled_from([str.upper, lambda text: f"0x{text}", lambda text: f" {text}\n"]),
    number=st.integers(0, 9),
)
@settings(max_examples=8)
def test_slips_and_writing_are_counted_together(
    picks: list[str], write: object, number: int
) -> None:
    slips = {step: TABLES[step][number] for step in picks}
    assert callable(write)
    report = diagnose(page(ZOE, write(digest(ZOE, ACME.value, slips).hex())), BOTH)
    assert report.explanation
    assert 1 <= len(report.explanation.slips) <= 1 + len(slips)


def test_values_that_the_user_knows_are_tried() -> None:
    other = Customer("4711", "zoe@work.example", name="zq")
    texts = [f"4711:{ZOE.email}", f"{ZOE.id}:zoe@work.example", f"zq:{ZOE.email}"]
    for text in texts:
        explanation = explained(page(ZOE, hmac_of(ACME, text)), Customer("0", "x@y.z"), other)
        assert explanation.message == text
        assert "Also try" in explanation.slips[0].says


def test_values_of_the_same_page_are_tried() -> None:
    former = {"id": "11", "email": "old@example.org", "authkey": WRONG}
    user = {"id": "7", "email": "a@b.c", "name": "Zoë", "plan": "gold"}
    for text, says in {
        "7:Zoë": "The name was signed, not the email.",
        "gold:a@b.c": "The plan was signed, not the ID.",
        "7:a@b.c:Zoë": "The ID, the email and the name were signed, joined with a colon.",
        "7:old@example.org": "The email on line 1, replaced later, was signed, not the email.",
        "a@b.c:a@b.c": "The email was signed, not the ID.",
        "7:7": "The ID was signed, not the email.",
    }.items():
        block = {**user, "authkey": hmac_of(ACME, text)}
        source = f"<script>_support.user = {json.dumps(former)};\n"
        explanation = explained(f"{source}_support.user = {json.dumps(block)};</script>")
        assert [slip.says for slip in explanation.slips] == [says]


def test_a_number_that_the_browser_rounds_is_known_as_it_was_written() -> None:
    key = hmac_of(ACME, "9007199254740993:a@b.c")
    source = block(f"id: 9007199254740993, email: 'a@b.c', authkey: '{key}'")
    assert diagnose(source, BOTH).customer.id == "9007199254740992"
    explanation = explained(source)
    assert explanation.message == "9007199254740993:a@b.c"
    assert "the browser changes to 9007199254740992" in explanation.slips[0].says


def test_a_misspelt_authkey_is_diagnosed_too() -> None:
    report = diagnose(user(id=ZOE.id, email=ZOE.email, authKey=RIGHT.upper()), BOTH)
    assert (report.verdict, report.authkey) == (Verdict.EXPLAINED, RIGHT.upper())
    assert [each.id for each in report.findings]


@pytest.mark.parametrize("write", [str, str.upper], ids=["as it is", "in upper case"])
@pytest.mark.parametrize("name", ["token", "authKey", "note"])
def test_an_authkey_that_the_page_has_twice_is_not_taken_for_what_was_signed(
    name: str, write: Callable[[str], str]
) -> None:
    beside = user(id=ZOE.id, email=ZOE.email, authkey=RIGHT, **{name: write(RIGHT)})
    before = user(id="1", email="old@example.org", **{name: write(RIGHT)})
    for source in (beside, before + page(ZOE, RIGHT)):
        assert diagnose(source, BOTH).verdict is Verdict.CORRECT


def test_an_object_for_an_authkey_is_read_as_json_writes_it() -> None:
    data = [*bytes.fromhex(RIGHT)]
    source = block(
        f"id: '{ZOE.id}', email: '{ZOE.email}', authkey: {{type: 'Buffer', data: {data}}}"
    )
    assert explained(source).encoding == "JSON"


@pytest.mark.parametrize("name", ["id", "email"])
def test_a_value_longer_than_any_id_is_not_searched(name: str) -> None:
    long = {"id": "7", "email": "a@b.c", name: "x" * 501}
    report = diagnose(user(**long, authkey=WRONG), BOTH)
    assert (report.verdict, report.tried) == (Verdict.UNEXPLAINED, 0)


def test_the_secret_is_nowhere_in_a_report_but_where_the_page_has_it() -> None:
    value = ACME.value
    for source in (
        page(ZOE, RIGHT),
        page(ZOE, value),
        page(ZOE, RIGHT.upper()),
        user(id=value, email="a@b.c", authkey=hmac_of(ACME, f"{value}:A@B.C")),
        user(id="7", email="a@b.c", name=value, authkey=hmac_of(ACME, f"7:{value}")),
        user(id="7", email="a@b.c", authkey=hashlib.sha256(f"{value}7:a@b.c".encode()).hexdigest()),
        f"<!-- {value} -->{page(ZOE, WRONG[:12])}",
    ):
        report = diagnose(source, {"acme": ACME}, [Customer(value, value)])
        said = f"{report} {report.explanation} {report.shape} {report.findings} {report.accounts}"
        assert value not in said
        slips = report.explanation.slips if report.explanation else ()
        assert all(value not in f"{slip.says}{slip.fix}{slip.result}" for slip in slips)


def test_the_right_authkey_is_nowhere_in_the_report_on_a_wrong_one() -> None:
    for wrong in (WRONG, hmac_of(ACME, ZOE.email)):
        report = diagnose(page(ZOE, wrong), {"acme": ACME})
        fields = [getattr(report, name) for name in Report.__slots__]
        assert RIGHT not in f"{fields} {report.page.source}"


@pytest.mark.parametrize(
    "written",
    [ANOTHER_DIGIT, RIGHT[:30] + RIGHT[31:], RIGHT[:40] + "e" + RIGHT[40:]],
    ids=["another", "missing", "too much"],
)
def test_one_wrong_digit_is_likely_and_never_proven(written: str) -> None:
    report = first_report(page(ZOE, written), {"beta": BETA, "acme": ACME})
    assert (report.verdict, report.explanation) == (Verdict.UNEXPLAINED, None)
    assert "in one digit" in report.shape
    assert "likely, not proven" in report.shape
    assert "in one digit" not in first_report(page(ZOE, written), {"beta": BETA}).shape
    of_beta = {"beta": BETA, "acme": ACME}
    assert "in one digit" not in first_report(page(ZOE, written, account="beta"), of_beta).shape
    spaced = diagnose(page(ZOE, f" {RIGHT}"), of_beta)
    assert (spaced.verdict, "in one digit" in spaced.shape) == (Verdict.EXPLAINED, False)
