"""The wording for merchants, where a finding's own is meant for support staff."""

import re

from reamaze_gui.core.report.headline import ANOTHERS
from reamaze_gui.core.report.visible import visible

CONSOLE = (
    "Please open the page in your browser, signed in as this customer, press F12, and choose "
    "Console. Paste the following line there, press Enter, and send us what it prints:\n\n"
    "JSON.stringify(_support, null, 2)"
)
PAGE_AGAIN = (
    "Please sign in to your shop as the customer, click the page with the right mouse button, "
    "choose “View page source”, and send us all of it."
)
_NO_CUSTOMER = (
    "In what you sent us there is no customer: it sets neither an ID nor an email nor an authkey "
    "for Re:amaze."
)
_RUNNING_PAGE = f"If it is added later by an app or a script, we need the running page. {CONSOLE}"
_PLACEHOLDERS = (
    "In what you sent us, placeholders of a template stand where the customer's values should be."
)
_STILL_THERE = "If they are there too, your shop's template has to fill them in."
_COMPUTED = (
    "Some of the values are computed while the page runs, so they cannot be read in its source."
)
_TWO_ACCOUNTS = (
    "The page names one Re:amaze account, but its authkey was made with the SSO secret of another."
)
_ONE_ACCOUNT = (
    "If these are not two brands of one account, please write the name of the account whose "
    "secret your server uses, or use the secret of the account that the page names."
)
# Where a finding's own words are meant for us: what to write instead, and what to ask for.
FOR_MERCHANT: dict[str, tuple[str, str]] = {
    "no-user": (_NO_CUSTOMER, f"{PAGE_AGAIN}\n\n{_RUNNING_PAGE}"),
    "no-script": (
        "Re:amaze's script is not in this page, so the customer sees no widget.",
        f"Please add the installation code of Re:amaze to the page. {_RUNNING_PAGE}",
    ),
    "skipped": (
        "What you sent us could not be read to its end.",
        "Please send us only the part of the page in which _support stands.",
    ),
    ANOTHERS: (_TWO_ACCOUNTS, _ONE_ACCOUNT),
    "template": (_PLACEHOLDERS, f"{PAGE_AGAIN} {_STILL_THERE}"),
    "computed": (_COMPUTED, CONSOLE),
}

# What a mistake says to us, and to the merchant, who has neither our accounts nor our window.
_REWORDED = (
    (r", which you entered under Also try", ""),
    (r"\b[Tt]he (?:SSO )?secret of another account of yours was used", "Another secret was used"),
    (r" of another account of yours", ""),
    (r"\bAsk for\b", "Please send us"),
    (r"\bask for\b", "send us"),
    (r"\bcopy the page again\b", "send us the page again"),
    (r"\bis in this text\b", "is in it"),
    (r"\bstands in this text\b", "stands in what you sent us"),
)


def please(fix: str) -> str:
    """Return what to do as a request."""
    starts_with_verb = re.match(r"(?!If |In |The |It )[A-Z][a-z]+ ", fix)
    return f"Please {fix[0].lower()}{fix[1:]}" if starts_with_verb else fix


def reworded(text: str) -> str:
    """Return a sentence that is meant for us as it is said to the merchant, unseen signs named."""
    for ours, theirs in _REWORDED:
        text = re.sub(ours, theirs, text)
    return "\n\n".join(map(visible, text.split("\n\n")))
