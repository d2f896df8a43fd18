"""Finds out why a customer is not signed in."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum

from reamaze_gui.core.authkey import Secret, message
from reamaze_gui.core.customer import FIELDS, Customer
from reamaze_gui.core.masking import mask_of
from reamaze_gui.core.mistakes import Side
from reamaze_gui.core.mistakes.algorithms import RIGHT
from reamaze_gui.core.mistakes.alternatives import SURE, entries_by_meaning, what_is_sent
from reamaze_gui.core.mistakes.changes import utf_8
from reamaze_gui.core.mistakes.decoders import ENOUGH
from reamaze_gui.core.mistakes.encodings import Reading, cut_off, readings
from reamaze_gui.core.mistakes.explanation import Explanation
from reamaze_gui.core.mistakes.keys import OLD_SECRET
from reamaze_gui.core.mistakes.search import DEEPEST, Found, Progress, Targets, search
from reamaze_gui.core.mistakes.shapes import ONE_DIGIT, differs_in_one_digit, shape
from reamaze_gui.core.mistakes.signed_texts import COMPLETE
from reamaze_gui.core.mistakes.unsigned import explain_unsigned
from reamaze_gui.core.page import Entry, Kind, Page
from reamaze_gui.core.reader import Stopped, read
from reamaze_gui.core.reader.budget import never
from reamaze_gui.core.rules import Finding, judge
from reamaze_gui.core.rules.entries import is_template, judged_user
from reamaze_gui.core.rules.installation import is_account_unknown
from reamaze_gui.core.rules.named_secrets import named_secrets

__all__ = [
    "OLD_SECRET",
    "Explanation",
    "Finding",
    "Progress",
    "Report",
    "Side",
    "Verdict",
    "diagnose",
    "investigate",
]

_LEAST_DEPTH = 1  # simultaneous mistakes that must be ruled out before a report


class Verdict(Enum):
    """The outcome of a diagnosis."""

    CORRECT = "correct"
    EXPLAINED = "explained"
    UNEXPLAINED = "unexplained"
    WEAK = "weak"
    NO_SECRET = "no secret"  # noqa: S105 - a verdict, not a secret
    NO_USER = "no user"


@dataclass(frozen=True, slots=True)
class Report:
    """What is known about a pasted text.

    `shape` describes in a sentence what the authkey looks like. `tried` counts the candidates
    tried; `depth` is the number of simultaneous mistakes of which every combination was tried,
    where a rare one counts for two until the depth is four. `accounts` are those whose secrets were
    tried, or the one whose secret is right. `named_secrets` are values that the text calls the SSO
    secret, known or not. A secret in the page is only in `page`, `customer` and `authkey`, which no
    `repr` shows.
    """

    verdict: Verdict
    page: Page = field(repr=False)
    customer: Customer = field(repr=False)
    authkey: str = field(default="", repr=False)
    explanation: Explanation | None = None
    findings: tuple[Finding, ...] = ()
    shape: str = ""
    tried: int = 0
    depth: int = 0
    accounts: tuple[str, ...] = ()
    named_secrets: tuple[Secret, ...] = field(default=(), repr=False)


def diagnose(source: str, secrets: Mapping[str, Secret], also: Iterable[Customer] = ()) -> Report:
    """Return what is known about a pasted text, after trying up to three simultaneous mistakes.

    A rare mistake counts for two; `investigate` goes on to three of any kind, then four. The
    first of `secrets` is that of the account in question, unless the page names another of them.
    `also` are values that may have been signed instead of those in the page. A former secret of
    the account may be given under `OLD_SECRET`; it is tried last.

    >>> diagnose("_support.user = { email: 'zoe@example.org' }", {}).verdict
    <Verdict.WEAK: 'weak'>
    """
    steps = _investigate(read(source), secrets, also, COMPLETE)
    *_, last = (each for each in steps if isinstance(each, Report))
    return last


def investigate(
    source: str,
    secrets: Mapping[str, Secret],
    also: Iterable[Customer] = (),
    stopped: Callable[[], bool] = never,
    former: Collection[Secret] = (),
) -> Iterator[Report | Progress]:
    """Yield an early report, then better ones, with progress every few milliseconds between them.

    The last report covers three mistakes of any kind, and four in which a rare one counts for
    two. The search ends when the iteration does. While the page is being read, before the first
    report, `stopped` is called every few milliseconds; once it is true, nothing is yielded.
    `former` are secrets to look for in the page; no key is made with them.
    """
    try:
        page = read(source, stopped)
    except Stopped:
        return
    yield from _investigate(page, secrets, also, DEEPEST, former)


def _investigate(
    page: Page,
    secrets: Mapping[str, Secret],
    also: Iterable[Customer],
    deepest: int,
    former: Collection[Secret] = (),
) -> Iterator[Report | Progress]:
    secrets = _current_first(page, secrets)
    report = _before_search(page, secrets, former)
    hide = mask_of([*secrets.values(), *report.named_secrets]).sentence
    if report.verdict not in {Verdict.UNEXPLAINED, Verdict.NO_SECRET} or not report.authkey:
        yield report
        return
    sent = what_is_sent(page, report.customer, also)
    if sent:
        sent = replace(sent, account=_named_account(page, secrets))
    if unsigned := explain_unsigned(report.authkey, sent, secrets):
        yield replace(
            report,
            verdict=Verdict.EXPLAINED,
            explanation=unsigned.hidden(hide, hide),
            shape=unsigned.slips[0].says,
        )
        return
    meant = readings(report.authkey)
    if not meant or not sent:
        yield report
        return
    text = utf_8(message(sent.id, sent.email))
    own = [*secrets.values()][: None if sent.account is None else 1]
    right = (RIGHT.make(utf_8(each.value))(text).hex() for each in own)
    looks = report.shape
    if any(differs_in_one_digit(report.authkey, each) for each in right):
        report = replace(report, shape=ONE_DIGIT)
    targets = Targets(
        frozenset(each.digest[:ENOUGH] for each in meant if each.digest),
        tuple(each.matches for each in meant if each.matches),
        frozenset(len(each.digest) for each in meant if len(each.slips) == len(meant[0].slips)),
    )
    stage = 0, False
    for each in search(sent, secrets, targets, deepest):
        if isinstance(each, Found):
            if explained := _explained(report, each, meant, hide):
                yield replace(explained, shape=looks)
                return
        else:
            if (each.depth, each.rare) > stage >= (_LEAST_DEPTH, False):
                yield replace(report, depth=stage[0])
            stage = each.depth, each.rare
            report = replace(report, tried=each.tried)
            yield each
    yield replace(report, depth=stage[0])


def _current_first(page: Page, secrets: Mapping[str, Secret]) -> dict[str, Secret]:
    """Return the secrets: first that of the account named in the page, last the former one."""
    named = page.account_name
    return dict(sorted(secrets.items(), key=lambda each: (each[0] == OLD_SECRET, each[0] != named)))


def _named_account(page: Page, secrets: Mapping[str, Secret]) -> str | None:
    """Return the account that the page names, if it is known; None for an unknown one."""
    named = page.account_name
    return named if named in secrets else None if is_account_unknown(page, secrets) else ""


def _before_search(page: Page, secrets: Mapping[str, Secret], former: Collection[Secret]) -> Report:
    """Return what is known without trying any candidate."""
    entries = entries_by_meaning(page.user)
    sent = {
        each.name: entries[each.name].text
        for each in FIELDS
        if each.name in entries and entries[each.name].kind in {*SURE, Kind.TEMPLATE}
    }
    proof = entries.get("authkey")
    is_unknown = proof is not None and (proof.kind is Kind.COMPUTED or is_template(proof))
    authkey = "" if proof is None or is_unknown else _authkey(proof)
    named = tuple(Secret(each.value) for each in named_secrets(page))
    if not judged_user(page):
        verdict = Verdict.NO_USER
    elif is_unknown:
        verdict = Verdict.UNEXPLAINED
    elif authkey:
        can_check = secrets and not is_account_unknown(page, secrets)
        verdict = Verdict.UNEXPLAINED if can_check else Verdict.NO_SECRET
    elif any(not is_template(entries[name]) for name in ("id", "email") if name in entries):
        verdict = Verdict.WEAK
    else:
        verdict = Verdict.NO_USER
    return Report(
        verdict,
        page,
        Customer(**sent),
        authkey,
        findings=judge(page, secrets, former),
        shape=mask_of([*secrets.values(), *named]).sentence(shape(authkey)) if authkey else "",
        accounts=tuple(secrets),
        named_secrets=named,
    )


def _authkey(entry: Entry) -> str:
    """Return the authkey as it is in the page, which may be a list or an object."""
    return entry.text if entry.kind in SURE else entry.written


def _explained(
    report: Report, found: Found, meant: Iterable[Reading], hide: Callable[[str], str]
) -> Report | None:
    """Return the report with the explanation found, if it reproduces the authkey exactly."""
    for reading in meant:
        if not reading.admits(found.digest):
            continue
        slips = (*found.slips, *cut_off(reading, found.digest), *reading.slips)
        if not slips:
            account = (found.account,) if found.account is not None else ()
            return replace(report, verdict=Verdict.CORRECT, accounts=account)
        explanation = Explanation(
            found.text,
            found.right,
            Side.PAGE if all(each.side is Side.PAGE for each in slips) else Side.SERVER,
            found.key,
            found.account,
            found.algorithm,
            reading.encoding,
            slips,
        )
        hidden = explanation.hidden(hide, hide)
        return replace(report, verdict=Verdict.EXPLAINED, explanation=hidden)
    return None
