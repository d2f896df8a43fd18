"""Can everybody read in the page what nobody may?"""

import base64
import html
import re
import sys
from collections.abc import Iterable, Iterator, Mapping

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.page import Clue, Kind, Page
from reamaze_gui.core.rules.finding import Finding, grave
from reamaze_gui.core.rules.server_code import is_server_code

_SHORTEST = 8  # characters; what is shorter may stand in a page by chance
_CHANGE = (
    "Have the SSO secret changed in Re:amaze at once (Account Settings, Account IDs and Secret)"
)

_ESCAPE = re.compile(
    r"\\(?:u\{([0-9a-f]{1,6})\}|u([0-9a-f]{4})|x([0-9a-f]{2})|([0-3]?[0-7]{1,2})|(.))",
    re.IGNORECASE,
)
_OCTETS = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
# reamaze_sso_secret = "…", 'ssoSecret': '…', define("REAMAZE_SECRET", "…"). A `client_secret` of
# a payment service may stand in a page.
_NAMED = re.compile(
    r"""(?:sso|reamaze)[\w$-]{0,20}secret[\w$-]{0,10}['"]?\]?\s{0,9}[:=,]\s{0,9}
    (['"`])(?![^'"`]{0,40}your)[^'"`\s<>{}$%]{8,200}\1""",
    re.IGNORECASE | re.VERBOSE,
)
_BREAK = "\0"  # stands for a line break, so that an escaped one does not count as a line


def known_secret(page: Page, secrets: Mapping[str, Secret]) -> Iterator[Finding]:
    """Find the SSO secret itself, as it is or escaped, in Base64 or in hexadecimal digits."""
    for account, line in _leaks(page, secrets):
        yield grave(
            "secret",
            f"The SSO secret{f' of {account}' if account else ''} stands in this text. "
            "Whoever can read it can sign in as any customer of the shop.",
            f"{_CHANGE}; keep the new one on the server, and print only the authkey.",
            line,
        )


def named_secret(page: Page, secrets: Mapping[str, Secret]) -> Iterator[Finding]:
    """Find what calls itself the SSO secret, though it is none that is known here."""
    found = _NAMED.search(page.source) if "secret" in page.source.lower() else None
    if found and not is_server_code(page) and not any(_leaks(page, secrets)):
        yield grave(
            "secret-name",
            "Something named as the SSO secret stands in the page, where everyone can read it.",
            f"{_CHANGE} if it is the secret; keep the new one on the server.",
            page.source.count("\n", 0, found.start()) + 1,
        )


def browser_hmac(page: Page, _secrets: Mapping[str, Secret]) -> Iterator[Finding]:
    """Find an authkey that is computed in the browser, which needs the secret in the page.

    The plain hash of something else is let pass: avatars are named by one.
    """
    authkey = page.user.get("authkey") if page.user else None
    is_computed = authkey is not None and authkey.kind is Kind.COMPUTED
    calls = [call for call in page.seen(Clue.HMAC) if is_computed or "hmac" in call.text.lower()]
    if calls and not is_server_code(page):
        yield grave(
            "browser-hmac",
            "The authkey is computed in the customer's browser. "
            "That takes the SSO secret, so everyone can read it.",
            f"{_CHANGE}; compute the authkey on the server, and print only the result.",
            calls[0].line,
        )


def _leaks(page: Page, secrets: Mapping[str, Secret]) -> Iterator[tuple[str, int]]:
    """Yield the accounts whose secret is there, each with its line."""
    readings = [*_readings(page.source)]
    users = (*page.overwritten, page.user) if page.user else page.overwritten
    # The reader has put together what stands in the page in pieces.
    values = {entry.text: entry.line for user in users for entry in user.entries}
    for account, secret in secrets.items():
        line = _line(_spellings(secret.value.strip()), readings, values)
        if line is not None:
            yield account, line


def _line(needles: set[str], readings: Iterable[str], values: Mapping[str, int]) -> int | None:
    for text in readings:
        for at in filter(lambda at: at >= 0, map(text.find, needles)):
            return text.count(_BREAK, 0, at) + 1
    found = (values[text] for text in values if any(needle in text for needle in needles))
    return next(found, None)


def _readings(source: str) -> Iterator[str]:
    """Yield the text as it is, then with one more kind of escape undone each time."""
    text = source.replace("\n", _BREAK)
    yield text
    for undo in (html.unescape, _undo_javascript, _undo_javascript, _undo_url):
        before, text = text, undo(text)
        if text != before:
            yield text


def _undo_javascript(text: str) -> str:
    return _ESCAPE.sub(_character, text)


def _undo_url(text: str) -> str:
    # The standard library's takes a hundred times the memory of a text full of escapes.
    return _OCTETS.sub(_characters, text.replace("+", " "))


def _characters(octets: re.Match[str]) -> str:
    return bytes.fromhex(octets[0].replace("%", "")).decode("utf-8", "replace")


def _character(escape: re.Match[str]) -> str:
    code = escape[1] or escape[2] or escape[3]
    if code:
        return chr(min(int(code, 16), sys.maxunicode))
    return chr(int(escape[4], 8)) if escape[4] else escape[5]


def _spellings(secret: str) -> set[str]:
    """Return what to look for: the secret, its hexadecimal digits, and its Base64."""
    if len(secret) < _SHORTEST:
        return set()
    digits = secret.encode("utf-8", "surrogatepass")
    found = {secret.replace("\n", _BREAK), digits.hex(), digits.hex().upper()}
    for before in range(3):  # bytes, in a longer text that was encoded as a whole
        padded = base64.b64encode(bytes(before) + digits).decode().rstrip("=")
        # The characters at both ends depend on what stands around the secret.
        inner = padded[-(-before * 8 // 6) : len(padded) - ((before + len(digits)) % 3 > 0)]
        found |= {inner, inner.replace("+", "-").replace("/", "_")}
    return found
