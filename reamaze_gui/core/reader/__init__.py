"""Reads a pasted page, in whatever form it was handed over."""

from collections.abc import Callable

from reamaze_gui.core.page import Clue, Page, Sighting
from reamaze_gui.core.reader.budget import Budget, Stopped, never
from reamaze_gui.core.reader.source_map import pasted

__all__ = ["LONGEST", "Stopped", "read"]

LONGEST = 5_000_000  # characters; longer ones are refused, in a sentence

# A text without any of these contains no customer, and nothing for Re:amaze.
_WORDS = ("_support", "auth", "reamaze", "sso", "hash", "mail", "javascript;", "base64", "eyj")


def read(source: str, stopped: Callable[[], bool] = never) -> Page:
    """Return what was found in a text, in any form in which people hand over a page.

    Nothing in it is run. A text longer than `LONGEST` is not read at all. `stopped` is called every
    few milliseconds; once it returns True, `Stopped` is raised.
    """
    if len(source) > LONGEST:
        return Page(
            source, sightings=(Sighting(Clue.SKIPPED, 1, f"longer than {LONGEST:,} characters"),)
        )
    from reamaze_gui.core.reader.examples import is_somebody, without_placeholders
    from reamaze_gui.core.reader.page_state import PageState
    from reamaze_gui.core.reader.recognise import best, without_others
    from reamaze_gui.core.reader.scripts.markup import is_page
    from reamaze_gui.core.reader.unwrap.long_values import put_back, set_aside

    text, long = set_aside(pasted(source))
    whole = is_page(text.text)
    lowered = text.text.lower()
    if not any(word in lowered for word in _WORDS):
        nothing = without_others(text, PageState())
        return Page(source, sightings=nothing.sightings, is_page=whole)
    found = best(text, Budget(stopped=stopped), whole=whole)
    user, overwritten = found.user, found.overwritten
    if long:
        complete = put_back(long)
        user = complete(user) if user else None
        overwritten = tuple(map(complete, overwritten))
    user = without_placeholders(user) if user else None
    overwritten = tuple(filter(is_somebody, map(without_placeholders, overwritten)))
    return Page(source, user, overwritten, found.account, found.sightings, whole)
