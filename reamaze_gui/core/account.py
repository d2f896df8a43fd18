"""Checks the name of a Re:amaze account."""

import re
from collections.abc import Iterator

from reamaze_gui.core.remark import Remark, Severity, use

_LONGEST = 63  # characters of a DNS label

# A DNS label, or the UUID that sites built with GoDaddy have in its place.
_NAME = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_ADDRESS = r"(?i)(?:https?://)?([a-z0-9-]+)\.reamaze\.(?:com|io)(?:/.*)?"
_IN_ADDRESSES = r"[./:@]"  # characters that every address has and no name


def name_meant(account: str) -> str:
    """Return the name of the account that is meant, itself if there is no telling.

    >>> name_meant("https://Acme.reamaze.com"), name_meant("our shop")
    ('acme', 'our shop')
    """
    return next((each.fix.value for each in check_account(account) if each.fix), account)


def check_account(account: str, *, needed: bool = False) -> Iterator[Remark]:
    """Yield what is wrong with an account's name: the `acme` of acme.reamaze.com, or empty.

    An address is a problem, since no secret may be saved under it. Any other invalid name is a
    problem where it is `needed` for the snippet, else a warning.

    >>> [remark.fix.label for remark in check_account("https://acme.reamaze.com/admin")]
    ['Use acme']
    """
    if not account:
        if needed:
            yield Remark(Severity.MISSING, "Enter the account: the page names it.")
        return
    if re.fullmatch(_NAME, account):
        return
    address = re.fullmatch(_ADDRESS, account.strip())
    name = address[1].lower() if address else account.strip().lower()
    fix = use(name) if re.fullmatch(_NAME, name) else None
    is_address = address or re.search(_IN_ADDRESSES, account)
    severity = Severity.PROBLEM if needed or is_address else Severity.WARNING
    says = "The account is the first part of its address: acme in acme.reamaze.com."
    if not fix and len(account) > _LONGEST:
        says = "Longer than any account name, such as acme in acme.reamaze.com."
    yield Remark(severity, says, fix)
