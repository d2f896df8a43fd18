"""Tells the program that makes a page from the page, and code for a server from a browser's."""

import re
from collections.abc import Iterator, Mapping

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.page import Kind, Page
from reamaze_gui.core.rules.finding import Finding, problem
from reamaze_gui.core.rules.spelling import names_secret

# What no browser is ever sent.
_MARKS = (
    *("<?php", "{%", "<% ", "<%\n", "<%-", "<%@", "os.environ", "os.Getenv(", "openssl dgst"),
    *("hash_hmac(", "OpenSSL::HMAC", "hmac.new(", "hmac.digest(", "hmac.New(", "HMACSHA256("),
    *("Mac.getInstance(", "hmac_sha256", "[System.Web.", "cfset "),
)
# Code that answers requests: of Deno, Bun, Workers, Node.js and the frameworks on them.
_HANDLER = re.compile(
    r"""\b(?:Deno|Bun)\.|\$env/(?:static|dynamic)/private|['"](?:use\ server|server-only)['"]
    |\bNextRe(?:sponse|quest)\b|\bResponse\.json\(|\bnew\s+Response\(|\bgetServerSideProps\b
    |\bdefineEventHandler\b|\bexports\.handler\b|\bmodule\.ex|\baddEventListener\(\s*['"]fetch
    |\bexport\s+(?:default\s+)?(?:async\s+)?(?:function|const)\s+
        (?:GET|POST|loader|action|load|handler|onRequest\w*)\b
    |\bfetch\s*\(\s*\w+\s*(?::\s*Request\s*)?,\s*env\b|\b(?:context|c|event\.platform)\.env\b
    |\b(?:app|router|server|fastify|api)\.(?:get|post|use|all|listen)\(
    |\bre(?:s|ply)\.(?:json|send|render|end)\(|\bexpress\(\)|next/headers""",
    re.VERBOSE,
)
_NODE = re.compile(r"""(?:require\(\s?|from\s)['"](?:node:)?crypto['"]""")
_COMPONENT = re.compile(
    r"""['"]use\ client['"]|\buse(?:Layout)?(?:Effect|State|Memo|Ref)\s*\(|\bonMount(?:ed)?\s*\(
    |\bcomponentDid|\bngOnInit\b|<script\ setup""",
    re.VERBOSE,
)
_BROWSER = re.compile(r"(?<![\w.])(?:window|document|localStorage|navigator)\s*\.")
# A variable that is written into the code for browsers, as its name or its place says.
_PUBLIC = re.compile(
    r"""(?<![A-Za-z0-9])(?:[A-Z]{1,20}_PUBLIC|PUBLIC|[A-Z]{1,20}_APP|VITE|GATSBY|STORYBOOK)_
        (?P<variable>\w{1,60})
    |(?:\.public|\benvironment|\bextra)\??\.(?P<member>\w{1,60})""",
    re.VERBOSE,
)
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
    return not page.is_page and _runs_on_a_server(page.source)


def public_secret(page: Page) -> int | None:
    """Return the line of a variable that takes the SSO secret into browsers; None without one."""
    for found in _PUBLIC.finditer(page.source):
        if names_secret(found["variable"] or found["member"]):
            return page.source.count("\n", 0, found.start()) + 1
    return None


def _runs_on_a_server(source: str) -> bool:
    """Return whether a script without HTML around it is made for a server."""
    if _HANDLER.search(source):
        return True
    if _COMPONENT.search(source):
        return False
    if _NODE.search(source):
        return True
    return "process.env." in source and not _BROWSER.search(source)


def server_code(page: Page, _secrets: Mapping[str, Secret]) -> Iterator[Finding]:
    """Find that what was pasted is no page."""
    if is_server_code(page):
        yield problem(
            "server-code",
            "This is the code on the shop's server. What it sends for a customer can't be seen.",
            "Ask for the page as the customer's browser shows it: signed in to the shop, "
            "right-click, View page source, copy everything.",
        )
