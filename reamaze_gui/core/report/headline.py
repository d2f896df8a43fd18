"""Chooses the headline: the worst certain fact about the shop or the page."""

import re
from dataclasses import dataclass, replace
from enum import Enum

from reamaze_gui.core.customer import FIELDS
from reamaze_gui.core.diagnosis import OLD_SECRET, Explanation, Report, Verdict
from reamaze_gui.core.mistakes import Side
from reamaze_gui.core.mistakes.alternatives import SURE, entries_by_meaning
from reamaze_gui.core.mistakes.shapes import NOT_WHOLE, RIGHT_FORM
from reamaze_gui.core.page import Entry
from reamaze_gui.core.remark import Severity
from reamaze_gui.core.report.visible import visible
from reamaze_gui.core.rules import Finding
from reamaze_gui.core.rules.entries import is_nothing, is_template
from reamaze_gui.core.sentences import first_sentence, uncapitalized


class Grade(Enum):
    """How good or bad a piece of news is; its colour and mark on screen show the same."""

    RIGHT = "right"
    DOUBTFUL = "doubtful"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Headline:
    """The first sentence, without its full stop; `cause` is the finding it states, if any."""

    grade: Grade
    says: str
    cause: Finding | None = None


_VERDICTS = {
    Verdict.CORRECT: Headline(Grade.RIGHT, "The authkey is right"),
    Verdict.EXPLAINED: Headline(Grade.WRONG, "The authkey is wrong"),
    Verdict.WEAK: Headline(Grade.DOUBTFUL, "Weak SSO: the page signs nobody in"),
    Verdict.NO_SECRET: Headline(Grade.DOUBTFUL, "There is no secret to check the authkey with"),
    Verdict.NO_USER: Headline(Grade.DOUBTFUL, "No customer was found in this text"),
}
_NO_CUSTOMER = Headline(Grade.WRONG, "The page names no customer, so nobody is signed in")
_OF_ANOTHER = Headline(
    Grade.DOUBTFUL, "The authkey was made with the secret of an account that the page doesn't name"
)
_UNKNOWN = Headline(Grade.DOUBTFUL, "This text does not show which authkey is sent")

# A leak is worse than anything else.
_LEAKS = {
    "secret": "The SSO secret is where others can read it: it must be changed",
    "secret-name": "Something called the SSO secret is where others can read it",
    "browser-hmac": "Every visitor's browser receives the SSO secret: it must be changed",
}
_SIGNED = ("id", "email")
OTHER_ACCOUNT = "other-account"
_GENERAL = {"no-user"}  # says no more than the verdict
_CAUSES_IN_DOUBT = {"held-back", "computed", OTHER_ACCOUNT}  # warnings that may be the cause
# Findings that keep nobody from being signed in if the authkey is right.
_HARMLESS = {"skipped", "computed", *(each.name for each in FIELDS if not each.required)}
# Findings about the values that are signed; other values may have some of these faults too.
ABOUT_VALUES = {"escaped", "garbled", "number", "id", "email", "nothing", "template"}


def headline(report: Report) -> Headline:
    """Return the first of: a leak, a proven mistake, a certain part of one, a fault of the page."""
    if found := leaks(report):
        return Headline(Grade.WRONG, _LEAKS[found[0].id], found[0])
    if report.verdict is Verdict.EXPLAINED and report.explanation:
        grade = Grade.DOUBTFUL if report.explanation.is_shown_short else Grade.WRONG
        return Headline(grade, _of_mistakes(report.explanation))
    cause = _cause(report)
    if report.verdict in {Verdict.UNEXPLAINED, Verdict.NO_SECRET} and report.authkey:
        if certain := certain_part(report):
            grade = Grade.DOUBTFUL if report.shape in NOT_WHOLE else Grade.WRONG
            return Headline(grade, first_sentence(certain), cause)
        if is_customer_known(report):
            return replace(_general(report), cause=cause)
    return _of_cause(cause) if cause else _general(report)


def leaks(report: Report) -> tuple[Finding, ...]:
    """Return the findings that give the secret away."""
    return tuple(each for each in report.findings if each.id in _LEAKS)


def without_repeats(report: Report) -> tuple[Finding, ...]:
    """Return the findings, without those that repeat what else is said."""
    entries = entries_by_meaning(report.page.user)
    signed = {entries[name].line for name in _SIGNED if name in entries}
    is_of_page = report.explanation is not None and report.explanation.side is Side.PAGE
    return tuple(
        each
        for each in report.findings
        if not (is_of_page and each.id in ABOUT_VALUES and each.line in signed)
        if not (each.id == "authkey-space" and report.explanation)
        if not (each.id == OTHER_ACCOUNT and report.verdict is Verdict.NO_SECRET)
    )


def certain_part(report: Report) -> str:
    """Return what is wrong with the form of the authkey; empty if it looks right."""
    return (
        "" if report.shape == RIGHT_FORM else re.sub(r"^(?:It|This)\b", "The authkey", report.shape)
    )


def line_to_change(report: Report) -> int:
    """Return the line of the authkey or, if the page is at fault, of the ID or email; else 0."""
    entries, explanation = entries_by_meaning(report.page.user), report.explanation
    if explanation is None or explanation.side is Side.SERVER:
        return entries["authkey"].line if "authkey" in entries else 0
    signed = (entries[name] for name in _SIGNED if name in entries)
    return next((each.line for each in signed if each.text not in explanation.right), 0)


def secret_of(account: str) -> str:
    """Return an account's secret as a phrase; the account may be empty, or OLD_SECRET."""
    if account == OLD_SECRET:
        return account
    return f"the secret of {visible(account)}" if account else "the secret above"


def is_customer_known(report: Report) -> bool:
    """Return whether the page shows the ID and the email, without which no authkey is wrong."""
    entries = entries_by_meaning(report.page.user)
    return all(name in entries and _is_known(entries[name]) for name in _SIGNED)


def _is_known(entry: Entry) -> bool:
    is_value = not is_nothing(entry) and not is_template(entry)
    return entry.kind in SURE and bool(entry.text) and is_value


def _of_cause(cause: Finding) -> Headline:
    if cause.id == OTHER_ACCOUNT:
        return replace(_OF_ANOTHER, cause=cause)
    may_be_right = cause.severity is Severity.WARNING or _is_another_text(cause)
    grade = Grade.DOUBTFUL if may_be_right else Grade.WRONG
    return Headline(grade, first_sentence(cause.says), cause)


def _is_another_text(cause: Finding) -> bool:
    """Return whether this isn't the page, but something in which no mistake was found."""
    is_code = cause.id == "server-code" and not cause.line  # a line would be the mistake's
    return is_code or cause.id == "other-product"


def _general(report: Report) -> Headline:
    if report.verdict is Verdict.UNEXPLAINED:
        says = f"The authkey is wrong for {_checked_with(report)}"
        return Headline(Grade.WRONG, says) if report.authkey else _UNKNOWN
    account = report.page.account
    if report.verdict is Verdict.NO_SECRET and report.accounts and account:
        says = f"The SSO secret of {account.text} is not known here"
        return Headline(Grade.DOUBTFUL, f"{says}, so the authkey can't be checked")
    if report.verdict is Verdict.NO_USER and report.page.is_page:
        return _NO_CUSTOMER
    return _VERDICTS[report.verdict]


def _checked_with(report: Report) -> str:
    """Return with whose secret an authkey was found wrong, as a phrase."""
    own, known = report.page.account_name, report.accounts
    if own not in known and len(known) > 1:
        return f"each of the {len(known)} secrets you have"
    return secret_of(own if own in known else next(iter(known), ""))


def _of_mistakes(explanation: Explanation) -> str:
    said = [first_sentence(slip.says) for slip in explanation.slips]
    if explanation.side is Side.PAGE or len(said) == 1:
        return said[0]
    if len(said) == 2:  # noqa: PLR2004 - a pair
        return f"{said[0]}, and {uncapitalized(said[1])}"
    return f"{len(said)} mistakes together made this authkey"


def _cause(report: Report) -> Finding | None:
    """Return the fault of the page that most likely keeps the customer from being signed in."""
    is_right = report.verdict is Verdict.CORRECT
    passed_over = _GENERAL | (_HARMLESS if is_right else {OTHER_ACCOUNT})
    faults = (
        each
        for each in report.findings
        if each.severity is not Severity.WARNING or each.id in _CAUSES_IN_DOUBT
    )
    return next((each for each in faults if each.id not in passed_over), None)
