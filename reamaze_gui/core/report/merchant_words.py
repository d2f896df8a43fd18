"""Wording for merchants, where a finding's own words are meant for support staff."""

import re

from reamaze_gui.core.diagnosis import Report
from reamaze_gui.core.report.headline import OTHER_ACCOUNT, line_to_change
from reamaze_gui.core.report.visible import shortened, visible
from reamaze_gui.core.rules import Finding
from reamaze_gui.core.sentences import uncapitalized

CONSOLE = (
    "Please open the page in your browser, signed in as this customer, press F12, and choose "
    "Console. Paste the following line there, press Enter, and send us what it prints:\n\n"
    "JSON.stringify(_support, null, 2)"
)
PAGE_AGAIN = (
    "Please sign in to your shop as the customer, right-click the page, choose “View page source”, "
    "and send us everything it shows."
)
_NO_CUSTOMER = (
    "We found no customer in what you sent us: an ID, an email and an authkey for Re:amaze."
)
_RUNNING_PAGE = f"If an app or a script adds it later, we need to see the running page. {CONSOLE}"
_PLACEHOLDERS = "What you sent us has a template's placeholders where there should be values."
_STILL_THERE = "If the placeholders are there too, your shop's template has to fill them in."
_COMPUTED = (
    "Some of the values are computed while the page runs, so they cannot be read from its source."
)
_TWO_ACCOUNTS = (
    "The page names one Re:amaze account, but its authkey was made with the SSO secret of another."
)
_ONE_ACCOUNT = (
    "Unless these are two brands of one account, please either name the account whose secret your "
    "server uses, or use the secret of the account that the page names."
)
_ANOTHER_PRODUCT = (
    f"If the shop uses Re:amaze too, we need a page that contains _support. {PAGE_AGAIN}"
)
_FRAME = (
    "Please choose the page itself (top) above the console, run the line again, and send us what "
    "it prints. If that is the same, please add Re:amaze's installation code to the page."
)
# By finding: what to say to the merchant, if not what we say, and what to ask for.
FOR_MERCHANT: dict[str, tuple[str, str]] = {
    "no-user": (_NO_CUSTOMER, f"{PAGE_AGAIN}\n\n{_RUNNING_PAGE}"),
    "no-script": (
        "The page does not load Re:amaze's script, so the customer sees no widget.",
        f"Please add Re:amaze's installation code to the page. {_RUNNING_PAGE}",
    ),
    "skipped": (
        "We could not read everything that you sent us.",
        "Please send us only the part of the page that contains _support.",
    ),
    OTHER_ACCOUNT: (_TWO_ACCOUNTS, _ONE_ACCOUNT),
    "template": (_PLACEHOLDERS, f"{PAGE_AGAIN} {_STILL_THERE}"),
    "computed": (_COMPUTED, CONSOLE),
    "other-product": ("", _ANOTHER_PRODUCT),
    "no-support": ("", _FRAME),
}

# What is said to support staff, and to the merchant, who has neither our accounts nor our window.
_REWORDED = (
    (r", which you entered under Also try,", ""),
    (r"\b[Tt]he (?:SSO )?secret of another account of yours was used", "Another secret was used"),
    (r" of another account of yours", ""),
    (r"\bAsk for\b", "Please send us"),
    (r"\bask for\b", "send us"),
    (r"\bcopy the page again\b", "send us the page again"),
    (r"\bis in this text\b", "is in it"),
    (r"\bwas found in this text\b", "is in what you sent us"),
)


def about(report: Report, finding: Finding) -> str:
    """Return what a finding says, its line, and what to do about it."""
    says, fix = FOR_MERCHANT.get(finding.id, ("", please(finding.fix)))
    says = says or finding.says
    if finding.is_of_field:
        label, _, remark = says.partition(": ")
        says = f"The {uncapitalized(label)} needs correcting: {uncapitalized(remark)}"
    place = "" if f"line {finding.line}." in says else _place_of(report, finding.line)
    where = f" (See {place}.)" if place else ""
    return f"{reworded(says)}{where} {reworded(fix)}"


def _place_of(report: Report, line: int) -> str:
    """Return where something is in what was sent; empty if that is only one line."""
    is_long = "\n" in report.page.source.strip()
    return f"line {line} of what you sent us" if line and is_long else ""


def where_to_change(report: Report) -> str:
    """Return where in what was sent the main mistake is, in brackets."""
    place = _place_of(report, line_to_change(report))
    return f" ({place})" if place else ""


def quoted(text: str) -> str:
    """Return a value of the page in quotes, with its invisible characters named."""
    return f"“{shortened(text)}”"


def please(fix: str) -> str:
    """Return an instruction as a request."""
    starts_with_verb = re.match(r"(?!If |In |The |It )[A-Z][a-z]+ ", fix)
    return f"Please {fix[0].lower()}{fix[1:]}" if starts_with_verb else fix


def reworded(text: str) -> str:
    """Return a sentence for support staff as one for the merchant."""
    for ours, theirs in _REWORDED:
        text = re.sub(ours, theirs, text)
    return "\n\n".join(map(visible, text.split("\n\n")))
