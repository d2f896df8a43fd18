"""Every verdict is said in words of its own, with what to do next, and never with a secret."""

from dataclasses import replace

import pytest

from reamaze_gui.core.authkey import Secret, authkey
from reamaze_gui.core.customer import Customer
from reamaze_gui.core.diagnosis import Explanation, Report, Side, Verdict, diagnose
from reamaze_gui.core.mistakes import Slip
from reamaze_gui.core.mistakes.shapes import ONE_DIGIT, RIGHT_FORM, SHORTENED
from reamaze_gui.core.page import Entry, Page, Place, User
from reamaze_gui.core.remark import Severity
from reamaze_gui.core.report import details
from reamaze_gui.core.report.search_lines import stopped_line
from reamaze_gui.core.report.wording import Answer, Grade, answer
from reamaze_gui.core.rules.finding import Finding

SECRET = Secret("opensesame")
RIGHT = authkey(SECRET, "7", "zoe@example.org")
USER = User(Place.USER, (Entry("id", "7", 2), Entry("email", "Zoe@example.org", 3)), 1)
SLIPS = (
    Slip("The email was lower-cased.", "Sign it as sent.", str),
    Slip("The ID was signed as “opensesame”.", "Sign the ID.", str),
)
EXPLANATION = Explanation(
    "7:zoe@example.org",
    "7:Zoe@example.org",
    Side.SERVER,
    "the secret",
    "acme",
    "HMAC-SHA256",
    "hex",
    SLIPS,
)
REPORT = Report(
    Verdict.UNEXPLAINED,
    Page("…", USER),
    Customer("7", "Zoe@example.org"),
    "ab" * 32,
    tried=412_345,
    depth=3,
    accounts=("acme", "globex", "initech"),
)
EXPLAINED = replace(REPORT, verdict=Verdict.EXPLAINED, explanation=EXPLANATION)


def finding(severity: Severity, id: str = "rule") -> Finding:
    return Finding(id, severity, f"{severity.value.title()} opensesame. So.", "Mend it.", 5)


def below(said: Answer) -> str:
    return " ".join(said.below)


def test_every_verdict_has_a_sentence_of_its_own() -> None:
    said = [answer(replace(EXPLAINED, verdict=each)) for each in Verdict]
    assert len({each.headline for each in said}) == len(Verdict)


@pytest.mark.parametrize(
    ("severities", "grade", "part"),
    [
        ([], Grade.RIGHT, "is right"),
        ([Severity.WARNING], Grade.RIGHT, "is right"),
        ([Severity.PROBLEM], Grade.WRONG, "Problem opensesame"),
        ([Severity.MISSING], Grade.WRONG, "Missing opensesame"),
    ],
)
def test_a_right_authkey_is_no_good_news_where_the_page_has_another_fault(
    severities: list[Severity], grade: Grade, part: str
) -> None:
    report = replace(REPORT, verdict=Verdict.CORRECT, findings=tuple(map(finding, severities)))
    said = answer(report)
    assert (said.grade, part in said.headline) == (grade, True)
    is_cause = grade is Grade.WRONG
    assert [each.says for each in said.mistakes] == [f"{part}. So."] * is_cause
    assert len(said.findings) == len(severities) - is_cause


@pytest.mark.parametrize("verdict", Verdict)
@pytest.mark.parametrize("leak", ["secret", "secret-name", "browser-hmac"])
def test_a_leak_is_the_headline_whatever_else_is_wrong(verdict: Verdict, leak: str) -> None:
    found = (finding(Severity.GRAVE, leak), finding(Severity.PROBLEM))
    said = answer(replace(EXPLAINED, verdict=verdict, findings=found))
    assert said.grade is Grade.WRONG
    assert "SSO secret" in said.headline


@pytest.mark.parametrize(
    ("slips", "account", "part"),
    [
        (
            SLIPS[:1],
            "acme",
            "Proven: 1 mistake reproduces this authkey exactly, with the secret of acme.",
        ),
        (SLIPS, "", "Proven: 2 mistakes reproduce this authkey exactly, with the secret above."),
        (
            SLIPS,
            None,
            "Proven: 2 mistakes reproduce this authkey exactly, without any secret of yours.",
        ),
    ],
)
def test_an_explanation_counts_its_mistakes_and_names_the_secret(
    slips: tuple[Slip, ...], account: str | None, part: str
) -> None:
    said = answer(
        replace(EXPLAINED, explanation=replace(EXPLANATION, slips=slips, account=account))
    )
    assert said.below == (part,)
    assert [each.says for each in said.mistakes] == [slip.says for slip in slips]
    assert [each.fix for each in said.mistakes] == [slip.fix for slip in slips]


def test_what_was_signed_is_marked_where_it_is_not_what_must_be() -> None:
    said = answer(EXPLAINED)
    assert [piece.text for piece in said.signed if piece.differs] == ["z"]
    assert [piece.text for piece in said.right if piece.differs] == ["Z"]
    assert "".join(piece.text for piece in said.right) == "7:Zoe@example.org"
    assert [value for _, value in said.made] == ["HMAC-SHA256", "the secret", "hex"]


@pytest.mark.parametrize(
    ("accounts", "depth", "part"),
    [
        (
            ("acme", "globex", "initech"),
            3,
            "with the 3 secrets you have and up to three common mistakes at once.",
        ),
        (
            ("acme",),
            4,
            "of acme and up to three mistakes at once, or four common ones.",
        ),
        (("",), 1, "with the secret above and one common mistake."),
        ((), 3, "with no secret"),
    ],
)
def test_what_was_tried_in_vain_is_reported_with_its_number(
    accounts: tuple[str, ...], depth: int, part: str
) -> None:
    said = answer(replace(REPORT, accounts=accounts, depth=depth))
    assert part in below(said)
    assert "none of the 412,345 ways tried" in below(said)


def test_a_search_that_goes_on_does_not_say_yet_that_nothing_was_found() -> None:
    early = answer(replace(REPORT, depth=1), searching=True)
    assert early.is_early
    assert ("Looking for" in below(early), "none of the" in below(early)) == (True, False)
    assert not answer(REPORT, searching=True).is_early


@pytest.mark.parametrize("verdict", [Verdict.UNEXPLAINED, Verdict.NO_SECRET])
def test_a_secret_that_the_keyring_did_not_give_is_missed_by_name(verdict: Verdict) -> None:
    said = answer(replace(REPORT, verdict=verdict), unread=("globex", "initech"))
    assert "the secret of globex and initech." in below(said)
    assert "initech" not in below(answer(EXPLAINED, unread=("initech",)))


def test_without_a_secret_it_still_says_what_was_tried() -> None:
    said = answer(replace(REPORT, verdict=Verdict.NO_SECRET, accounts=()))
    assert "None of the 412,345 known mistakes that need no secret" in below(said)
    untried = answer(replace(REPORT, verdict=Verdict.NO_SECRET, tried=0))
    assert "known mistakes" not in below(untried)


@pytest.mark.parametrize(
    ("customer", "says"),
    [
        (Customer("7", "zoe@example.org", "Zoë"), "Email and name are filled in for the customer;"),
        (Customer(email="zoe@example.org"), "Only the email is filled in for the customer;"),
        (Customer("7", name="Zoë"), "Only the name is filled in for the customer;"),
        (Customer("7"), "Neither email nor name is filled in for the customer;"),
    ],
)
def test_in_weak_sso_it_says_what_is_filled_in(customer: Customer, says: str) -> None:
    weak = replace(REPORT, verdict=Verdict.WEAK, customer=customer)
    assert below(answer(weak)).startswith(says)


def test_what_is_said_beside_a_value_is_not_said_twice() -> None:
    findings = (finding(Severity.WARNING, "email"), finding(Severity.PROBLEM, "phone"))
    assert answer(replace(EXPLAINED, findings=findings)).findings == ()


def test_what_a_proven_mistake_of_the_page_explains_is_not_found_once_more() -> None:
    page = f"_support.user = {{\n id: 'zoe@example.org',\n email: '7',\n authkey: '{RIGHT}' }};"
    said = answer(diagnose(page, {"acme": SECRET}))
    assert said.headline.startswith("The page sends the email as the ID")
    assert said.findings == ()
    assert {row.field: row.remark for row in said.rows}["email"] == ""


def test_a_search_that_was_stopped_says_how_far_it_came() -> None:
    assert stopped_line(0) == "Stopped."
    assert stopped_line(1) == "Stopped after trying one common mistake."


def test_an_authkey_that_only_the_running_page_knows_is_not_called_wrong() -> None:
    unknown = answer(Report(Verdict.UNEXPLAINED, Page(""), Customer("7", "zoe@example.org")))
    assert "does not show" in unknown.headline
    assert unknown.below == ()


@pytest.mark.parametrize(
    ("shape", "headline"),
    [
        (RIGHT_FORM, "The authkey is wrong for each of the 3 secrets you have"),
        ("It is written as Base64. That alone is wrong.", "The authkey is written as Base64"),
        ("This is no digest at all: 4 letters.", "The authkey is no digest at all: 4 letters"),
        ("An object was printed: so.", "An object was printed: so"),
    ],
)
@pytest.mark.parametrize("verdict", [Verdict.UNEXPLAINED, Verdict.NO_SECRET])
def test_what_is_certain_is_said_before_what_is_unknown(
    verdict: Verdict, shape: str, headline: str
) -> None:
    report = replace(REPORT, verdict=verdict, shape=shape, explanation=None)
    said = answer(report)
    is_certain = shape != RIGHT_FORM
    if is_certain or verdict is Verdict.UNEXPLAINED:
        assert said.headline == headline
    assert ("That alone is wrong, whichever secret was used." in said.below) is is_certain
    assert "none of the 412,345" in " ".join(said.below).lower()


@pytest.mark.parametrize("searching", [False, True])
def test_the_secret_is_to_be_compared_first_and_a_search_that_goes_on_is_no_end(
    *, searching: bool
) -> None:
    report = replace(REPORT, shape=RIGHT_FORM)
    tried, compare = answer(report, searching=searching).below[-2:]
    assert tried.startswith("So far" if searching else "How the authkey was made is unknown")
    assert compare.startswith("Compare the secret with the one in Re:amaze first")


def test_the_headline_names_the_secret_of_the_page_s_account_or_the_only_one() -> None:
    report = replace(REPORT, shape=RIGHT_FORM)
    for accounts, whose in (
        (("acme",), "the secret of acme"),
        (("",), "the secret above"),
        (("globex", "acme"), "each of the 2 secrets you have"),
    ):
        said = answer(replace(report, accounts=accounts))
        assert said.headline == f"The authkey is wrong for {whose}"
    of_acme = replace(
        report,
        page=replace(REPORT.page, account=Entry("account", "acme", 1)),
        accounts=("b", "acme"),
    )
    assert answer(of_acme).headline == "The authkey is wrong for the secret of acme"


def test_a_fault_of_the_page_that_is_the_cause_is_the_headline_and_no_other_finding() -> None:
    found = tuple(
        finding(Severity.PROBLEM, each) for each in ("phone", "late", "spelling", "local")
    )
    said = answer(replace(REPORT, verdict=Verdict.CORRECT, findings=found))
    assert (said.headline, len(said.mistakes), len(said.findings)) == ("Problem opensesame", 1, 2)
    assert said.below[0].startswith("The authkey is right: it was made from")


def test_of_the_code_of_a_server_no_values_are_shown() -> None:
    code = replace(REPORT, verdict=Verdict.NO_USER, findings=(finding(Severity.PROBLEM),))
    assert answer(code).rows
    of_code = (finding(Severity.PROBLEM, "server-code"),)
    assert answer(replace(code, findings=of_code)).rows == ()


def test_two_texts_that_read_the_same_are_not_both_shown() -> None:
    same = replace(EXPLANATION, message="7:Zoe@example.org", right="7:Zoe@example.org")
    said = answer(replace(EXPLAINED, explanation=same))
    assert (said.signed, said.right) == ((), ())


@pytest.mark.parametrize(
    ("id", "email", "line"),
    [("7", "Zoe@example.org", 4), ("#7", "zoe@example.org", 2), ("7", "mailto:zoe@example.org", 3)],
)
def test_a_mistake_has_the_line_that_must_be_changed(id: str, email: str, line: int) -> None:
    page = f"_support.user = {{\n id: '{id}',\n email: '{email}',\n authkey: '{RIGHT}' }};"
    [mistake] = answer(diagnose(page, {"acme": SECRET})).mistakes
    assert mistake.line == line


def test_where_the_page_is_at_fault_it_is_compared_with_what_was_signed() -> None:
    at_fault = replace(
        EXPLANATION, message="7:zoe@example.org", right="7:zoe@example.org", side=Side.PAGE
    )
    said = answer(replace(EXPLAINED, explanation=at_fault))
    assert said.titles == ("The page sends", "Was signed")
    assert "".join(piece.text for piece in said.signed) == "7:Zoe@example.org"
    assert "".join(piece.text for piece in said.right) == "7:zoe@example.org"
    assert said.headline == "The email was lower-cased"


def test_a_secret_in_place_of_the_authkey_is_reported_once() -> None:
    leaked = replace(EXPLANATION, algorithm="none", slips=SLIPS[:1])
    found = (finding(Severity.GRAVE, "secret"),)
    said = answer(replace(EXPLAINED, explanation=leaked, findings=found))
    assert [each.says for each in said.mistakes] == ["Grave opensesame. So."]


@pytest.mark.parametrize(("account", "is_named"), [("acme", True), ("globex", False)])
def test_another_account_is_named_in_the_window_only(account: str, *, is_named: bool) -> None:
    report = replace(EXPLAINED, explanation=replace(EXPLANATION, account=account))
    assert account in below(answer(report))
    assert (account in below(answer(report, names_others=False))) is is_named
    assert (account in details(report)) is is_named


@pytest.mark.parametrize(
    ("shape", "says"),
    [
        (ONE_DIGIT, "That is likely, not proven."),
        (SHORTENED, "How the authkey was made is unknown"),
        ("It is written as Base64. That alone is wrong.", "That alone is wrong, whichever"),
    ],
)
def test_only_what_is_wrong_with_any_secret_is_called_that(shape: str, says: str) -> None:
    said = answer(replace(REPORT, shape=shape))
    assert said.below[0].startswith(says)
