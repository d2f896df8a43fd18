"""Checks an email address: whether it is valid, and whether it is likely to be mistyped."""

import re
from collections.abc import Iterator

from email_validator import EmailNotValidError, validate_email

from reamaze_gui.core.characters import check_ends, check_invisible
from reamaze_gui.core.remark import Fix, Remark, problem, use, warning

_MAILBOX = re.compile(r"[^<>]*<([^<>]+)>")  # as mail programs copy one: Zoë <zoe@example.org>
_LINK = re.compile(r"mailto:([^?]*)(?:\?.*)?", re.IGNORECASE)
_AROUND = "\"'`“”‘’«»()[]<>,;:"  # punctuation of the sentence or list around an address
_COMMA = re.compile(r"([^\s@,;|]+@[^\s@,;|.]+),([^\s@,;|]+)")  # zoe@example,org
# Spaces inside an address, not between it and other words: zoe @exam ple . org
_SPACED = re.compile(r"\S+\s*@\s*[^\s@.]+(?:\s+[^\s@.]+)*(?:\s*\.\s*[^\s@.]+)+")

# The providers most people use, and common misspellings of .com.
_LONG_NAMES = ("gmail", "yahoo", "hotmail", "outlook", "icloud", "protonmail", "ymail")
_PROVIDERS = (*_LONG_NAMES, "aol", "live", "msn")  # a typo in a short name is another company
_ENDINGS = {"", "con", "cmo", "ocm", "cm", "om", "co", "comm", "coom", "ccom", "cim", "vom", "xom"}
_REAL = {"mail", "email"}  # real providers, one letter away from others


def check(email: str, _region: str) -> Iterator[Remark]:
    """Yield what is wrong with an address, by RFC 5321 and the list of reserved domains."""
    invisible = [*check_ends(email)] or [*check_invisible(email)]
    if invisible:
        yield from invisible
        return
    # A domain that lacks only a public ending (localhost, shop.test) is probably a test.
    is_public = _is_address(email)
    if not is_public and not _is_address(f"{email}.example.org"):
        yield _no_address(email)
        return
    mailbox, _, domain = email.rpartition("@")
    if meant := _provider(domain.lower()):
        yield warning(f"Did you mean {meant}?", use(f"{mailbox}@{meant}"))
    elif not is_public:
        yield warning("No mail can reach this address; fine for a test.")
    if any(character.isupper() for character in email):
        yield warning("Capitals matter: sign-in fails if the shop spells it differently.")


def _no_address(email: str) -> Remark:
    """Return what is wrong with an invalid address, with its correction if there is only one."""
    mailbox = _MAILBOX.fullmatch(email)
    if mailbox and _is_address(mailbox[1]):
        return problem("Enter only the address, without the name.", use(mailbox[1]))
    bare = email.lstrip(_AROUND).rstrip(_AROUND + ".")
    if link := _LINK.fullmatch(bare):
        bare = link[1]
    if bare != email and _is_address(bare):
        return problem("Enter only the address, without the text around it.", use(bare))
    if (comma := _COMMA.fullmatch(email)) and _is_address(address := f"{comma[1]}.{comma[2]}"):
        return problem("There is a comma in the address where a dot should be.", use(address))
    if not re.search(r"\s", email):
        return problem("Not an email address. It should look like zoe@example.org.")
    joined = "".join(email.split())
    is_one = _SPACED.fullmatch(email) and _is_address(joined)
    fix = Fix("Remove the space", joined) if is_one else None
    return problem("There is a space in the address, which can't have any.", fix)


def _provider(domain: str) -> str | None:
    """Return the domain that a mistyped one was meant to be; None for no typo.

    >>> _provider("gmial.com"), _provider("gmail.con"), _provider("gmail.com")
    ('gmail.com', 'gmail.com', None)
    """
    name, _, ending = domain.partition(".")
    if name in _PROVIDERS:
        return f"{name}.com" if ending in _ENDINGS else None
    if name not in _REAL and ending in {"com", *_ENDINGS}:
        meant = (each for each in _LONG_NAMES if re.fullmatch(_typos(each), name))
        return next((f"{each}.com" for each in meant), None)
    return None


def _typos(name: str) -> str:
    """Return a pattern for a name with two letters swapped, or one missing, wrong or too many."""
    parts = [(name[:at], name[at:]) for at in range(len(name) + 1)]
    swapped = [f"{head}{tail[1]}{tail[0]}{tail[2:]}" for head, tail in parts if tail[1:]]
    missing_or_wrong = [f"{head}.?{tail[1:]}" for head, tail in parts[1:-1]]
    too_many = [f"{head}.{tail}" for head, tail in parts[1:]]
    return "|".join(swapped + missing_or_wrong + too_many)


def _is_address(text: str) -> bool:
    try:
        validate_email(text, check_deliverability=False)
    except EmailNotValidError:
        return False
    return True
