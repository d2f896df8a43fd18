"""Says what a report found in the words of somebody in customer support."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.customer import FIELDS, Customer
from reamaze_gui.core.diagnosis import Explanation, Progress, Report, Verdict
from reamaze_gui.core.mistakes.search import DEEPEST
from reamaze_gui.core.mistakes.signed_texts import COMPLETE
from reamaze_gui.core.remark import Severity
from reamaze_gui.core.report.masked import masked
from reamaze_gui.core.report.overview import Row, rows
from reamaze_gui.core.report.visible import Pieces, compare, visible

_FIELDS = {field.name for field in FIELDS}
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six")


class Grade(Enum):
    """How it stands with something, which its colour and mark on screen repeat."""

    RIGHT = "right"
    DOUBTFUL = "doubtful"
    WRONG = "wrong"


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

    It holds none of the secrets that are known here, and no whole authkey. `made` are names and
    what they stand for; `ask` lists what the merchant can give that would help; `is_early` tells
    an answer that says nothing yet.
    """

    grade: Grade
    headline: str
    below: tuple[str, ...]
    mistakes: tuple[Advice, ...] = ()
    signed: Pieces = ()
    right: Pieces = ()
    made: tuple[tuple[str, str], ...] = ()
    rows: tuple[Row, ...] = ()
    findings: tuple[Advice, ...] = ()
    ask: tuple[str, ...] = ()
    is_early: bool = False


_VERDICTS = {
    Verdict.CORRECT: (Grade.RIGHT, "The authkey is right"),
    Verdict.EXPLAINED: (Grade.WRONG, "The authkey is wrong, and this is how it was made"),
    Verdict.UNEXPLAINED: (Grade.WRONG, "The authkey is wrong"),
    Verdict.WEAK: (Grade.DOUBTFUL, "Weak SSO: the page signs nobody in"),
    Verdict.NO_SECRET: (Grade.DOUBTFUL, "There is no secret to check the authkey with"),
    Verdict.NO_USER: (Grade.WRONG, "The page names no customer, so nobody is signed in"),
}
# What everybody can read though nobody may is worse than anything else.
_LEAKS = {
    "secret": "The SSO secret stands where others can read it: it must be changed",
    "secret-name": "What is named as the SSO secret stands where others can read it",
    "browser-hmac": "The SSO secret is given to every browser: it must be changed",
}
_OTHER_FAULT = Grade.WRONG, "The authkey is right, but something else in the page is wrong"

_NO_PAGE = Grade.DOUBTFUL, "No customer was found in this text"
_UNKNOWN = Grade.DOUBTFUL, "The authkey can't be told from this text"

# What helps to go on, said so that it fits both a list for oneself and a letter.
_ASK = {
    Verdict.UNEXPLAINED: (
        "The line of server code that makes the authkey, with the secret blotted out",
        "Other ids and emails that this customer has, or had (enter them under Also try)",
        "Whether the SSO secret was changed lately, or is that of another account or brand",
        "The page as the browser shows it while the customer is signed in, unedited",
    ),
    Verdict.NO_SECRET: (
        "Which Re:amaze account the page is meant for: the acme of acme.reamaze.com",
        "Who administers that account, and can enter its SSO secret (never ask for it by mail)",
    ),
    Verdict.WEAK: (
        "Whether the customer is to see past conversations: then id and authkey must be sent too",
    ),
    Verdict.NO_USER: (
        "The page as the browser shows it while the customer is signed in, not its template",
        "What the browser's console gives for the line that Copy console command copies",
    ),
}


def answer(
    report: Report,
    *,
    secrets: Iterable[Secret] = (),
    unread: tuple[str, ...] = (),
    searching: bool = False,
) -> Answer:
    """Return the report in sentences.

    `secrets` are blotted out wherever the page gives them away; `unread` are the accounts whose
    secrets the keyring has not given; `searching` says that a better report may follow.
    """
    report, _ = masked(report, secrets)
    early = searching and report.verdict is Verdict.UNEXPLAINED and report.depth < COMPLETE
    wrong = report.explanation if report.verdict is Verdict.EXPLAINED else None
    grade, headline = _headline(report)
    signed, to_sign = compare(wrong.message, wrong.right) if wrong is not None else ((), ())
    return Answer(
        grade,
        headline,
        tuple(_below(report, unread, early=early)),
        tuple(_mistakes(wrong)) if wrong is not None else (),
        signed,
        to_sign,
        _made(wrong) if wrong is not None else (),
        tuple(rows(report.page, report.authkey, report.shape)),
        tuple(_findings(report)),
        () if early else _ASK.get(report.verdict, ()),
        early,
    )


def progress_line(progress: Progress) -> str:
    r"""Return how far the search has come.

    >>> progress_line(Progress(share=0.4, tried=1, depth=4)).split("\N{NO-BREAK SPACE}")
    ['Looking for four mistakes at once… 40', '%']
    """
    percent = f"{int(100 * progress.share)}\N{NO-BREAK SPACE}%"
    rare = ", rare ones too" if progress.rare else ""
    return f"Looking for {_at_once(progress.depth)}{rare}… {percent}"


def stopped_line(depth: int) -> str:
    """Return through how many mistakes a search is complete that was stopped.

    >>> stopped_line(3)
    'Stopped. Everything through three common mistakes at once was tried.'
    """
    return f"Stopped. Everything {_through(depth)} was tried." if depth else "Stopped."


def _headline(report: Report) -> tuple[Grade, str]:
    if leak := next((each for each in report.findings if each.id in _LEAKS), None):
        return Grade.WRONG, _LEAKS[leak.id]
    if report.verdict is Verdict.UNEXPLAINED and not report.authkey:
        return _UNKNOWN
    if report.verdict is Verdict.NO_USER and not report.page.is_page:
        return _NO_PAGE
    faults = [each for each in report.findings if each.severity is not Severity.WARNING]
    if report.verdict is Verdict.CORRECT and faults:
        return _OTHER_FAULT
    return _VERDICTS[report.verdict]


def _below(report: Report, unread: tuple[str, ...], *, early: bool) -> Iterator[str]:
    """Yield what stands below the verdict."""
    if report.verdict is Verdict.WEAK:
        yield f"{_filled_in(report.customer)} for the customer; past conversations stay hidden."
    elif report.verdict is Verdict.NO_SECRET:
        yield "Enter the SSO secret of this account above."
    elif report.verdict is Verdict.CORRECT:
        yield f"It was made from the id and email of this page, with {_secrets(report)}."
    elif report.explanation is not None:
        yield _reproduced(report.explanation)
    elif early:
        yield "Looking for the mistake that made it…"
    elif report.tried:
        tried = f"None of {report.tried:,} known ways makes it, with {_secrets(report)}"
        yield f"{tried}, {_through(report.depth)}."
    if report.verdict not in {Verdict.UNEXPLAINED, Verdict.NO_SECRET}:
        return
    if report.verdict is Verdict.NO_SECRET and report.tried:
        yield f"None of {report.tried:,} known ways that need no secret makes it."
    if unread:
        yield f"Not tried, as the keyring has not given it: the secret of {_listed(unread)}."


def _filled_in(customer: Customer) -> str:
    """Return what of the widget's forms is, with what Weak SSO sends."""
    if customer.email and customer.name:
        return "Email and name are filled in"
    if customer.email:
        return "Only the email is filled in"
    if customer.name:
        return "Only the name is filled in"
    return "Neither email nor name is filled in"


def _reproduced(explanation: Explanation) -> str:
    count = len(explanation.slips)
    mistakes = "1 mistake reproduces" if count == 1 else f"{count} mistakes reproduce"
    if explanation.account is None:
        return f"{mistakes} it exactly, without any secret of yours."
    return f"{mistakes} it exactly, with {_secret_of(explanation.account)}."


def _secrets(report: Report) -> str:
    """Return whose secrets were used, for the middle of a sentence."""
    if len(report.accounts) > 1:
        return f"the {len(report.accounts)} secrets you have"
    return _secret_of(report.accounts[0]) if report.accounts else "no secret"


def _secret_of(account: str) -> str:
    return f"the secret of {visible(account)}" if account else "the secret above"


def _at_once(depth: int) -> str:
    """Return a number of simultaneous mistakes in words."""
    return f"{_NUMBERS[depth]} mistake" if depth == 1 else f"{_NUMBERS[depth]} mistakes at once"


def _through(depth: int) -> str:
    """Return through how many simultaneous mistakes a search is complete."""
    if depth < DEEPEST:
        return f"through {_at_once(depth).replace(' mistake', ' common mistake')}"
    return f"through {_at_once(COMPLETE)}, and {_NUMBERS[depth]} common ones"


def _listed(names: tuple[str, ...]) -> str:
    *others, last = map(visible, names)
    return f"{', '.join(others)} and {last}" if others else last


def _mistakes(explanation: Explanation) -> Iterator[Advice]:
    for slip in explanation.slips:
        yield Advice(visible(slip.says), visible(slip.fix))


def _made(explanation: Explanation) -> tuple[tuple[str, str], ...]:
    return (
        ("Algorithm", explanation.algorithm),
        ("Key", explanation.key),
        ("Written as", explanation.encoding),
    )


def _findings(report: Report) -> Iterator[Advice]:
    for each in report.findings:
        if each.severity is Severity.WARNING and each.id in _FIELDS:
            continue  # said beside the value
        grade = Grade.DOUBTFUL if each.severity is Severity.WARNING else Grade.WRONG
        yield Advice(visible(each.says), visible(each.fix), grade, each.line)
