"""Expressions in a browser's console and their answers are read as the state of the page."""

import pytest

from reamaze_gui.core.authkey import Secret, authkey
from reamaze_gui.core.diagnosis import Verdict, diagnose

SECRET = Secret("opensesame-0451")
KEY = authkey(SECRET, "7", "zoe@example.org")
OBJECT = f"{{id: '7', email: 'zoe@example.org', authkey: '{KEY}'}}"
CUT = OBJECT.replace(KEY, f"{KEY[:10]}…{KEY[-4:]}")
MEMBERS = f'authkey: "{KEY}"\nemail: "zoe@example.org"\nid: "7"\n'
ANSWERS = {
    "Safari": f"> _support.user\n< {OBJECT} = $1",
    "Safari, with a dot": f"> _support['user']\n<· {OBJECT}",
    "Chrome": f"> _support.user\n< ▶ {OBJECT}",
    "Firefox": f"» window._support.user;\n← Object {OBJECT}",
    "several questions": f"> _support.account\n< 'acme'\n> _support.user\n< {OBJECT}\n> 1 + 1\n< 2",
    "in a mail": f"Hi, I asked the console:\n\n_support.user\n{OBJECT}\n\nThanks, Zoë",
    "in a mail, the answer alone": f"It says:\n{OBJECT}\nThanks, Zoë",
    "opened": f"{CUT}\n{MEMBERS}[[Prototype]]: Object",
    "opened, without line breaks": f"_support.user\n{OBJECT}{MEMBERS.replace(chr(10), '')}[[Prototype]]: Object",
    "opened, in a mail": f"It says:\n{CUT}\n{MEMBERS}[[Prototype]]: Object\nThanks",
    "opened in Firefox": (
        f"_support.user\nObject {CUT}\n\u200b\n" + MEMBERS.replace("\n", "\n\u200b\n") + "<prototype>: {…}"
    ),
    "the member alone": f"user: {OBJECT}",
    "within a sentence": f"Bonjour, voici la console : {OBJECT} merci d'avance !",
    "at the end of a sentence": f"Here's what it prints {OBJECT}.",
}  # fmt: skip


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_the_customer_is_read_and_nothing_is_wrong_with_it(answer: str) -> None:
    report = diagnose(answer, {"acme": SECRET})
    assert (report.customer.id, report.customer.email) == ("7", "zoe@example.org")
    assert (report.verdict, report.authkey, report.findings) == (Verdict.CORRECT, KEY, ())


def test_lines_are_those_of_the_paste() -> None:
    answer = f"Hi,\n_support.user\n{CUT}\n{MEMBERS.replace('id:', 'ID:')}[[Prototype]]: Object"
    [finding] = diagnose(answer, {"acme": SECRET}).findings
    assert (finding.id, finding.line) == ("spelling", 6)


def test_an_object_that_stays_in_a_variable_is_still_in_the_wrong_place() -> None:
    findings = diagnose(f"var customer = {OBJECT};", {"acme": SECRET}).findings
    assert [each.id for each in findings] == ["place"]


def test_an_object_in_code_hides_no_mistake_in_that_code() -> None:
    findings = diagnose(
        f"window.customer = {OBJECT};\nvar name = 'O'Neill';", {"acme": SECRET}
    ).findings
    assert "syntax" in [each.id for each in findings]
