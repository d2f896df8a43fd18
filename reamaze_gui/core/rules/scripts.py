"""Judges whether the page's scripts run, and whether Re:amaze sees what they set."""

import re
from collections.abc import Iterator, Mapping

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.page import Clue, Page
from reamaze_gui.core.rules.finding import Finding, problem, warning
from reamaze_gui.core.rules.server_code import is_server_code

# 'O'Neill' and "say "hi"": what stands behind the second quote is a word, and no operator.
_ENDED_BY_APOSTROPHE = re.compile(r"'[^'\\\n]*[^\W\d_]'[^\W\d_]")
_ENDED_BY_QUOTE = re.compile(r'[:=([,]\s*"[^"\\\n:,]+"\w')
_A_LINE = 2_000  # characters, to look at around an error


def skipped(page: Page, _secrets: Mapping[str, Secret]) -> Iterator[Finding]:
    """Find that the reader left out a part."""
    for sighting in page.seen(Clue.SKIPPED)[:1]:
        yield problem(
            "skipped",
            f"Not all of it was read: {sighting.text.rstrip('.')}.",
            "Paste the part with _support alone.",
            sighting.line,
        )


def typographic_quotes(page: Page, _secrets: Mapping[str, Secret]) -> Iterator[Finding]:
    """Find quotes as word processors make them, which JavaScript does not know."""
    for sighting in page.seen(Clue.CURLY)[:1]:
        yield problem(
            "quotes",
            "Typographic quotes stand where the code needs straight ones, so nothing of this "
            "script runs. A word processor or mail program makes them.",
            "Replace ‘ ’ “ ” with ' in the code.",
            sighting.line,
        )


def syntax_error(page: Page, _secrets: Mapping[str, Secret]) -> Iterator[Finding]:
    """Find scripts that the browser refuses; typographic quotes are a finding of their own."""
    if page.seen(Clue.CURLY) or is_server_code(page):
        return
    for sighting in page.seen(Clue.SYNTAX)[:1]:
        around = f"{_line(page.source, sighting.line)}\n{sighting.text[:_A_LINE]}"
        if _ENDED_BY_APOSTROPHE.search(around) or _ENDED_BY_QUOTE.search(around):
            says = "A quote within a value ends it too early, as an apostrophe in a name can. "
            fix = (
                "Have the server write each value with its JSON encoder, or put a backslash "
                r"before the quote: \'."
            )
        else:
            says = f"There is a mistake in the script's code in line {sighting.line}. "
            fix = "Look for a comma, quote or bracket that is missing, or one too many."
        yield problem("syntax", f"{says}Nothing of that script runs.", fix, sighting.line)


def local(page: Page, _secrets: Mapping[str, Secret]) -> Iterator[Finding]:
    """Find a `_support` of a function's or module's own."""
    for sighting in page.seen(Clue.LOCAL)[:1]:
        yield problem(
            "local",
            "_support is declared inside a function or module, where Re:amaze does not see it: "
            "nobody is signed in.",
            "Write window._support instead, without var, let or const.",
            sighting.line,
        )


def undefined(page: Page, _secrets: Mapping[str, Secret]) -> Iterator[Finding]:
    """Find a `_support` that is used before there is one."""
    for sighting in page.seen(Clue.UNDEFINED)[:1]:
        yield problem(
            "undefined",
            "_support is used before it is defined. The script stops here with an error, and "
            "nobody is signed in.",
            "Put the installation code above, or begin with: "
            "var _support = _support || { ui: {}, user: {} };",
            sighting.line,
        )


def late(page: Page, _secrets: Mapping[str, Secret]) -> Iterator[Finding]:
    """Find a customer who comes after the widget, which is not told."""
    for sighting in page.seen(Clue.LATE)[:1]:
        if not page.seen(Clue.RELOAD):
            yield problem(
                "late",
                "The customer is set after the page was loaded. The widget may have started "
                "without them.",
                "Call Reamaze.reload(); after this line, or set the customer while the page loads.",
                sighting.line,
            )


def held_back(page: Page, _secrets: Mapping[str, Secret]) -> Iterator[Finding]:
    """Find a customer who is set by a script that the browser does not run at once."""
    for sighting in page.seen(Clue.HELD_BACK)[:1]:
        yield warning(
            "held-back",
            "The script that sets the customer runs only after consent or the first touch: that "
            "may be why the customer sees no sign-in.",
            "Exclude this script from the optimiser or consent tool, so that it runs before "
            "Re:amaze's.",
            sighting.line,
        )


def _line(source: str, number: int) -> str:
    """Return the beginning of a line, counted from 1; nothing for 0."""
    lines = source.split("\n", number)
    return lines[number - 1][:_A_LINE] if 0 < number <= len(lines) else ""
