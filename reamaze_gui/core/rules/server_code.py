"""Recognises server code that was pasted instead of the page it produces."""

import re
from collections.abc import Iterator, Mapping

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.code_side import is_server
from reamaze_gui.core.page import Clue, Kind, Page
from reamaze_gui.core.placeholders import is_instruction
from reamaze_gui.core.rules.finding import Finding, problem
from reamaze_gui.core.rules.signed_code import SignedCode, signed_code

# Code that is never sent to a browser.
_MARKS = (
    *("<?php", "{%", "<% ", "<%\n", "<%-", "<%@", "os.environ", "os.Getenv(", "openssl dgst"),
    *("hash_hmac(", "OpenSSL::HMAC", "hmac.new(", "hmac.digest(", "hmac.New(", "HMACSHA256("),
    *("Mac.getInstance(", "hmac_sha256", "[System.Web.", "cfset "),
)
# The beginning of a program that may contain a whole page, as JSX does.
_PROGRAM = re.compile(r"\s*(?:(?:import|export|const|let|var|async|function)\b|['\"]use|//|/\*)")
_SHOWN = 80  # characters of an expression

# An ID, an address or a digest, rather than a variable.
_VALUE = re.compile(r"[0-9]+|[^\s@]+@[^\s@]+|[A-Za-z0-9+/_-]{32,}=*")


def is_server_code(page: Page) -> bool:
    """Return whether this is a program's source, in which no customer was filled in."""
    named = [*map(page.user.get, ("id", "email", "authkey"))] if page.user else []
    if any(entry and is_instruction(entry.text) for entry in named):  # documentation, not a program
        return False
    sure = [entry.text for entry in named if entry and entry.kind in (Kind.TEXT, Kind.NUMBER)]
    authkey = page.user.get("authkey") if page.user else None
    is_signed = authkey is not None and authkey.kind is not Kind.COMPUTED
    is_foreign = not page.is_page and is_server(page.source)
    makes_it = page.seen(Clue.SERVER_HMAC) or (authkey and is_foreign)
    if any(map(_VALUE.fullmatch, sure)) and (is_signed or not makes_it):
        return False
    if any(mark in page.source for mark in _MARKS):
        return True
    return is_foreign or (_PROGRAM.match(page.source) is not None and is_server(page.source))


def server_code(page: Page, _secrets: Mapping[str, Secret]) -> Iterator[Finding]:
    """Find server code instead of a page, and say what it signs if that is known."""
    if is_server_code(page):
        code = signed_code(page.source)
        wrong_at = code.line if code and code.wrong else 0
        yield problem(
            "server-code",
            _says(code),
            f"{'Have the code corrected, then ask' if wrong_at else 'Ask'} for the page as the "
            "customer's browser shows it: signed in to the shop, right-click, View page source, "
            "copy everything.",
            wrong_at,
        )


def what_is_signed(code: SignedCode) -> str:
    """Return what server code signs, as the rest of a sentence that begins with the code."""
    shown = code.signed.replace("“", '"').replace("”", '"')
    is_short = len(shown) <= _SHOWN and shown.isprintable()
    as_written = f": “{shown}”" if shown and is_short else ""
    if code.wrong:
        return f"{code.wrong}{as_written}. It must sign id:email exactly as the page sends them."
    return f"signs the ID and the email{as_written}."


def _says(code: SignedCode | None) -> str:
    if code is None:
        return "This is the code on the shop's server. It doesn't show what the page sends."
    if code.wrong:
        return f"The shop's code {what_is_signed(code)}"
    return f"This is the code on the shop's server. It {what_is_signed(code)}"
