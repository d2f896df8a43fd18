"""What does a pasted text say, whatever form it was handed over in?"""

from reamaze_gui.core.page import Fact, Page, Sign
from reamaze_gui.core.reader.passage import pasted

LONGEST = 5_000_000  # characters; longer ones are refused, in a sentence

# Without one of these there is no customer in a text, and nothing for Re:amaze.
_WORDS = ("_support", "auth", "reamaze", "sso", "hash", "mail")


def read(source: str) -> Page:
    """Return what is in a text of any of the forms in which people hand over a page.

    Nothing of it is run. What is longer than `LONGEST` is not read at all.
    """
    if len(source) > LONGEST:
        return Page(source, facts=(Fact(Sign.SKIPPED, 1, f"longer than {LONGEST:,} characters"),))
    from reamaze_gui.core.reader.long_values import put_back, set_aside
    from reamaze_gui.core.reader.views import best, is_page

    text, long = set_aside(pasted(source))
    whole = is_page(text.text)
    lowered = text.text.lower()
    if not any(word in lowered for word in _WORDS):
        return Page(source, is_page=whole)
    found = best(text, whole=whole)
    user, former = found.user, found.former
    if long:
        complete = put_back(long)
        user, former = complete(user) if user else None, tuple(map(complete, former))
    return Page(source, user, former, found.account, found.facts, whole)
