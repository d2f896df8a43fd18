"""Puts a report into words for the people in customer support."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reamaze_gui.core.authkey import Secret, message
from reamaze_gui.core.customer import Customer
from reamaze_gui.core.diagnosis import Explanation, Report, Verdict
from reamaze_gui.core.mistakes import Side
from reamaze_gui.core.mistakes.shapes import NOT_WHOLE, ONE_DIGIT, RIGHT_FORM
from reamaze_gui.core.mistakes.signed_texts import COMPLETE
from reamaze_gui.core.remark import Severity
from reamaze_gui.core.report.headline import (
    OTHER_ACCOUNT,
    Grade,
    Headline,
    certain_part,
    headline,
    is_customer_known,
    leaks,
    line_to_change,
    secret_of,
    without_repeats,
)
from reamaze_gui.core.report.masked import masked
from reamaze_gui.core.report.overview import SentValue, rows
from reamaze_gui.core.report.search_lines import at_most
from reamaze_gui.core.report.visible import ComparedText, compare, visible
from reamaze_gui.core.rules import Finding
from reamaze_gui.core.sentences import enumerated

__all__ = ["Advice", "Answer", "Grade", "answer"]

_SIGNED = ("Signed", "Must be signed")
_SENT = ("The page sends", "Was signed")

_MAY_BE_RIGHT = (
    "Compare the secret with the one in Re:amaze first: if they differ, the authkey may be right."
)


@dataclass(frozen=True, slots=True)
class Advice:
    """What is wrong and what to do; `line` counts from 1 in what was pasted, 0 for none."""

    says: str
    fix: str
    grade: Grade = Grade.WRONG
    line: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """A report in sentences, for the window and for a ticket alike.

    It contains no known secret and no whole authkey. `mistakes` are what must be changed: leaks,
    then the mistakes that made the authkey wrong or the fault of the page. `signed` and `right`
    are two texts, titled by `titles`, with their differences marked; both are empty if they look
    the same. `made` pairs labels and values; `is_early` marks an answer while the search goes on.
    """

    grade: Grade
    headline: str
    below: tuple[str, ...]
    mistakes: tuple[Advice, ...] = ()
    signed: ComparedText = ()
    right: ComparedText = ()
    made: tuple[tuple[str, str], ...] = ()
    rows: tuple[SentValue, ...] = ()
    findings: tuple[Advice, ...] = ()
    is_early: bool = False
    titles: tuple[str, str] = _SIGNED


def answer(
    report: Report,
    *,
    secrets: Iterable[Secret] = (),
    unread: tuple[str, ...] = (),
    searching: bool = False,
    names_others: bool = True,
) -> Answer:
    """Return the report in sentences.

    `secrets` are masked wherever the page exposes them; `unread` are the accounts whose secrets
    the keyring did not return; `searching` means that a better report may follow; `names_others`
    allows naming accounts other than the page's, which only the window may do.
    """
    report, _ = masked(report, secrets)
    first = headline(report)
    wrong = report.explanation if report.verdict is Verdict.EXPLAINED else None
    told = leaks(report) or ((first.cause,) if first.cause and not wrong else ())
    if told and wrong and wrong.is_unsigned:
        wrong = None  # the secret in place of the authkey is told as a leak
    titles, signed, right = _compared(report, wrong)
    is_code = any(each.id == "server-code" for each in report.findings)
    is_unexplained = report.verdict is Verdict.UNEXPLAINED
    is_early = searching and is_unexplained and report.depth < COMPLETE
    return Answer(
        first.grade,
        visible(first.says),
        (
            *_below(report, first, wrong, names_others=names_others),
            *_unexplained(report, unread, searching=searching, is_early=is_early),
        ),
        (*_advice(told), *_mistakes(wrong, line_to_change(report))),
        signed,
        right,
        _made(wrong) if wrong is not None else (),
        () if is_code else tuple(rows(report)),
        tuple(
            _advice(
                each
                for each in without_repeats(report)
                if each not in told and not each.is_of_field
            )
        ),
        is_early,
        titles,
    )


def _below(
    report: Report, first: Headline, wrong: Explanation | None, *, names_others: bool
) -> Iterator[str]:
    """Yield what is proven, or needed to prove anything, below the headline."""
    if report.verdict is Verdict.WEAK:
        yield f"{_filled_in(report.customer)} for the customer; past conversations stay hidden."
    elif report.verdict is Verdict.NO_SECRET:
        account = report.page.account
        whose = f"choose {visible(account.text)} above and enter its" if account else "enter the"
        yield f"To check the authkey, {whose} SSO secret{'' if account else ' above'}."
    elif report.verdict is Verdict.CORRECT:
        is_of_authkey = first.grade is Grade.RIGHT or (
            first.cause and first.cause.id == OTHER_ACCOUNT
        )
        is_right = "It" if is_of_authkey else "The authkey is right: it"
        whose = _with_secret(report, next(iter(report.accounts), None), names_others=names_others)
        yield f"{is_right} was made from this ID and email, {whose}."
    elif wrong is not None:
        yield _reproduced(report, wrong, names_others=names_others)


def _unexplained(
    report: Report, unread: tuple[str, ...], *, searching: bool, is_early: bool
) -> Iterator[str]:
    """Yield what is certain about the authkey by itself, and what was tried."""
    if report.verdict not in {Verdict.UNEXPLAINED, Verdict.NO_SECRET}:
        return
    if is_early:
        yield "Looking for the mistake that made it…"
    is_certain = certain_part(report) and report.authkey and not leaks(report)
    if report.shape == ONE_DIGIT:
        yield "That is likely, not proven."
    elif is_certain and report.shape not in NOT_WHOLE:
        yield "That alone is wrong, whichever secret was used."
    if report.tried and not is_early and report.shape != ONE_DIGIT:
        yield _in_vain(report, searching=searching)
    may_be_right = report.shape == RIGHT_FORM and is_customer_known(report)
    if report.verdict is Verdict.UNEXPLAINED and may_be_right and not is_early:
        yield _MAY_BE_RIGHT
    if unread:
        names = enumerated(map(visible, unread))
        yield f"Not tried, because the keyring didn't return it: the secret of {names}."


def _in_vain(report: Report, *, searching: bool) -> str:
    if report.verdict is Verdict.NO_SECRET and not report.accounts:
        return f"None of the {report.tried:,} known mistakes that need no secret reproduces it."
    tried = f"none of the {report.tried:,} ways tried reproduces it, with {_secrets(report)}"
    unknown = "So far" if searching else "How the authkey was made is unknown"
    return f"{unknown}: {tried} and {at_most(report.depth)}."


def _compared(
    report: Report, wrong: Explanation | None
) -> tuple[tuple[str, str], ComparedText, ComparedText]:
    """Return titles for two texts and the texts, which are empty if they look the same."""
    if wrong is None:
        return _SIGNED, (), ()
    is_page = wrong.side is Side.PAGE
    sent = message(report.customer.id, report.customer.email)
    one, other = compare(sent if is_page else wrong.message, wrong.right)
    titles = _SENT if is_page else _SIGNED
    return (titles, one, other) if _read(one) != _read(other) else (titles, (), ())


def _read(pieces: ComparedText) -> str:
    return "".join(piece.text for piece in pieces)


def _filled_in(customer: Customer) -> str:
    """Return which fields of the widget's forms Weak SSO fills in."""
    if customer.email and customer.name:
        return "Email and name are filled in"
    sent = "email" if customer.email else "name" if customer.name else ""
    return f"Only the {sent} is filled in" if sent else "Neither email nor name is filled in"


def _reproduced(report: Report, explanation: Explanation, *, names_others: bool) -> str:
    count = len(explanation.slips)
    mistakes = "1 mistake reproduces" if count == 1 else f"{count} mistakes reproduce"
    is_short = explanation.is_shown_short
    proven = "the part shown is right" if is_short else f"{mistakes} this authkey exactly"
    whose = _with_secret(report, explanation.account, names_others=names_others)
    return f"Proven: {proven}, {whose}."


def _with_secret(report: Report, account: str | None, *, names_others: bool) -> str:
    """Return with whose secret an authkey was made, as a phrase; None if with no known one."""
    if account is None:
        return "without any secret of yours"
    own = report.page.account_name or next(iter(report.accounts), "")
    if account in {own, ""} or names_others:
        return f"with {secret_of(account)}"
    return "with the secret of another account of yours"


def _secrets(report: Report) -> str:
    """Return whose secrets were used, as a phrase."""
    if len(report.accounts) > 1:
        return f"the {len(report.accounts)} secrets you have"
    return secret_of(report.accounts[0]) if report.accounts else "no secret"


def _mistakes(explanation: Explanation | None, line: int) -> Iterator[Advice]:
    for slip in explanation.slips if explanation else ():
        yield Advice(visible(slip.says), visible(slip.fix), line=line)


def _made(explanation: Explanation) -> tuple[tuple[str, str], ...]:
    return (
        ("Algorithm", explanation.algorithm),
        ("Key", visible(explanation.key)),
        ("Written as", explanation.encoding),
    )


def _advice(findings: Iterable[Finding]) -> Iterator[Advice]:
    for each in findings:
        grade = Grade.DOUBTFUL if each.severity is Severity.WARNING else Grade.WRONG
        yield Advice(visible(each.says), visible(each.fix), grade, each.line)
