"""Judges whether the page's scripts run, and whether Re:amaze sees the customer they set."""

import re
from collections.abc import Iterator, Mapping

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.page import Clue, Page
from reamaze_gui.core.rules.entries import breaks_off
from reamaze_gui.core.rules.finding import Finding, problem, warning
from reamaze_gui.core.rules.server_code import is_server_code

# 'O'Neill' and "say "hi"": the second quote is followed by a word instead of an operator.
_ENDED_BY_APOSTROPHE = re.compile(r"'[^'\\\n]*[^\W\d_]'[^\W\d_]")
_ENDED_BY_QUOTE = re.compile(r'[:=([,]\s*"[^"\\\n:,]+"\w')
_LONGEST_LINE = 2_000  # characters to look at around an error


def skipped(page: Page, _secrets: Mapping[str, Secret]) -> Iterator[Finding]:
    """Find that part of the text was not read."""
    for sighting in page.seen(Clue.SKIPPED)[:1]:
        yield problem(
            "skipped",
            f"Part of the text was not read: {sighting.text.rstrip('.')}.",
            "Paste only the part that contains _support.",
            sighting.line,
        )


def typographic_quotes(page: Page, _secrets: Mapping[str, Secret]) -> Iterator[Finding]:
    """Find typographic quotes, which are not valid in JavaScript."""
    for sighting in page.seen(Clue.CURLY)[:1]:
        yield problem(
            "quotes",
            "There are typographic quotes where the code needs straight ones, so this script does "
            "not run. A word processor or mail program inserts them.",
            "Replace ‘ ’ “ ” with ' in the code.",
            sighting.line,
        )


def cut(page: Page, _secrets: Mapping[str, Secret]) -> Iterator[Finding]:
    """Find a text that ends in the middle of the customer."""
    if breaks_off(page):
        yield problem(
            "cut",
            "The text ends in the middle of the customer's values, so some are missing here.",
            "Copy the page again, to its end.",
            page.source.count("\n") + 1,
        )


def syntax_error(page: Page, _secrets: Mapping[str, Secret]) -> Iterator[Finding]:
    """Find syntax errors; typographic quotes have a rule of their own."""
    if page.seen(Clue.CURLY) or is_server_code(page) or breaks_off(page):
        return
    for sighting in page.seen(Clue.SYNTAX)[:1]:
        around = f"{_line(page.source, sighting.line)}\n{sighting.text[:_LONGEST_LINE]}"
        if _ENDED_BY_APOSTROPHE.search(around) or _ENDED_BY_QUOTE.search(around):
            says = "A quote inside a value ends it too early, as an apostrophe in a name can. "
            fix = (
                "Have the server write each value with its JSON encoder, or put a backslash "
                r"before the quote: \'."
            )
        else:
            says = f"There is a syntax error in the script on line {sighting.line}. "
            fix = "Look for a missing or extra comma, quote or bracket."
        yield problem("syntax", f"{says}That script does not run.", fix, sighting.line)


def local(page: Page, _secrets: Mapping[str, Secret]) -> Iterator[Finding]:
    """Find a `_support` that is local to a function or module."""
    for sighting in page.seen(Clue.LOCAL)[:1]:
        yield problem(
            "local",
            "_support is declared inside a function or module, where Re:amaze does not see it, so "
            "nobody is signed in.",
            "Write window._support instead, without var, let or const.",
            sighting.line,
        )


def undefined(page: Page, _secrets: Mapping[str, Secret]) -> Iterator[Finding]:
    """Find a `_support` that is used before it is defined."""
    for sighting in page.seen(Clue.UNDEFINED)[:1]:
        yield problem(
            "undefined",
            "_support is used before it is defined. The script stops here with an error, and "
            "nobody is signed in.",
            "Put the installation code above it, or begin with: "
            "var _support = _support || { ui: {}, user: {} };",
            sighting.line,
        )


def late(page: Page, _secrets: Mapping[str, Secret]) -> Iterator[Finding]:
    """Find a customer who is set after the widget has started, without reloading it."""
    for sighting in page.seen(Clue.LATE)[:1]:
        if not page.seen(Clue.RELOAD):
            yield problem(
                "late",
                "The customer is set after the page has loaded, so the widget may have started "
                "without them.",
                "Call Reamaze.reload(); after this line, or set the customer while the page loads.",
                sighting.line,
            )


def held_back(page: Page, _secrets: Mapping[str, Secret]) -> Iterator[Finding]:
    """Find a customer who is set by a script that the browser does not run at once."""
    for sighting in page.seen(Clue.HELD_BACK)[:1]:
        yield warning(
            "held-back",
            "The script that sets the customer runs only after consent or the first touch, which "
            "may be why the customer is not signed in.",
            "Exclude this script from the optimiser or consent tool, so that it runs before "
            "Re:amaze's.",
            sighting.line,
        )


def _line(source: str, number: int) -> str:
    """Return the beginning of a line, counted from 1; nothing for 0."""
    lines = source.split("\n", number)
    return lines[number - 1][:_LONGEST_LINE] if 0 < number <= len(lines) else ""
