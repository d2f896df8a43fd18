"""Is this the program that makes the page, instead of the page that it makes?"""

import re
from collections.abc import Iterator, Mapping

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.page import Kind, Page
from reamaze_gui.core.rules.finding import Finding, problem

# What no browser is ever sent.
_MARKS = (
    *("<?php", "{%", "<% ", "<%\n", "<%-", "<%@", "os.environ", "os.Getenv(", "openssl dgst"),
    *("hash_hmac(", "OpenSSL::HMAC", "hmac.new(", "hmac.digest(", "hmac.New(", "HMACSHA256("),
    *("Mac.getInstance(", "hmac_sha256", "[System.Web.", "cfset "),
)
# Node.js, if it is not in a page, whose own scripts look much like it.
_NODE = re.compile(r"""(?:require\(\s?|from\s)['"](?:node:)?crypto|\bprocess\.env\.|\bmodule\.ex""")
# An ID, an address, a digest: no name of a variable.
_VALUE = re.compile(r"[0-9]+|[^\s@]+@[^\s@]+|[A-Za-z0-9+/_-]{32,}=*")


def is_server_code(page: Page) -> bool:
    """Whether it is a program's source, and no customer has been put in."""
    named = map(page.user.get, ("id", "email", "authkey")) if page.user else ()
    sure = [entry.text for entry in named if entry and entry.kind in (Kind.TEXT, Kind.NUMBER)]
    if any(map(_VALUE.fullmatch, sure)):
        return False
    if any(mark in page.source for mark in _MARKS):
        return True
    return not page.is_page and _NODE.search(page.source) is not None


def server_code(page: Page, _secrets: Mapping[str, Secret]) -> Iterator[Finding]:
    """Find that what was pasted is no page."""
    if is_server_code(page):
        yield problem(
            "server-code",
            "This is the code on the shop's server. What it sends for a customer can't be seen.",
            "Ask for the page as the customer's browser shows it: signed in to the shop, "
            "right-click, View page source, copy everything.",
        )
