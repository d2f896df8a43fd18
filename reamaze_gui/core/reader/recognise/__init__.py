"""Tries every form of a pasted page, and returns the state with the most complete customer.

To add a form of paste: one recogniser, and its line in `_RECOGNISERS`.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from reamaze_gui.core.other_products import UNKNOWN, is_for_another_product, product_in
from reamaze_gui.core.page import Clue, Kind, Place, Sighting, User
from reamaze_gui.core.reader.budget import Budget
from reamaze_gui.core.reader.page_state import PageState
from reamaze_gui.core.reader.recognise.code import code
from reamaze_gui.core.reader.recognise.cookie import cookie
from reamaze_gui.core.reader.recognise.elements import elements
from reamaze_gui.core.reader.recognise.listing import listed
from reamaze_gui.core.reader.recognise.paste import PastedText, excerpt
from reamaze_gui.core.reader.recognise.printed import json_alone, objects_inside, printed
from reamaze_gui.core.reader.recognise.request import request
from reamaze_gui.core.reader.recognise.web_page import web_page
from reamaze_gui.core.reader.scripts.markup import is_markup, without_tags
from reamaze_gui.core.reader.source_map import MappedText
from reamaze_gui.core.reader.unwrap import unwrap
from reamaze_gui.core.reader.unwrap.entities import is_escaped, unescaped
from reamaze_gui.core.reader.unwrap.string_literal import without_backslashes

_LEVELS = 3  # of HTML escapes
_COMPLETE = 4  # the best rank of a state

# The members of the object around one with a proof of who the customer is.
_AROUND_PROOF = re.compile(r"\{([^{}]*+)\{[^{}]*?(?:hash|signature|hmac)", re.IGNORECASE)
_KEY = re.compile(r"(\w+)['\"]?\s*:")

# Each yields the states of a text that has its form, and costs little if it hasn't.
_RECOGNISERS: tuple[Callable[[PastedText], Iterator[PageState]], ...] = (
    web_page,  # a page, or a piece with <script> in it
    request,  # cURL, fetch, HAR, an address with sso[…]
    cookie,  # reamaze_user
    printed,  # an object alone, as consoles print it
    json_alone,  # JSON on lines of its own, JSONP
    code,  # JavaScript alone, or between sentences; JSX
    objects_inside,  # objects between sentences, or after the headers of a response
    elements,  # XML
)


def best(text: MappedText, budget: Budget, *, whole: bool) -> PageState:
    """Return the most complete state among all forms that the text may have."""
    text = unwrap(text)
    found: PageState | None = None
    for view in _views(text):
        paste = PastedText(view, budget, whole)
        for each in (state for recogniser in _RECOGNISERS for state in recogniser(paste)):
            budget.check()
            if found is None or _worth(each) > _worth(found):
                found = _with_answer(found, each) if found and whole and found.user else each
            if each.overwritten and not found.user:  # a customer was set, and removed again
                return without_others(text, each)
            is_all = found.rank >= _COMPLETE or (whole and found.user and not _computes(found.user))
            if is_all or budget.is_spent:
                return without_others(text, found)
    found = found or PageState()
    user = found.user
    if (not user or found.is_broken) and (listing := PageState(_listed(text, found))).user:
        # It is another language, rather than broken JavaScript.
        is_foreign = user and user.place is Place.ELSEWHERE and listing.rank > found.rank + 1
        found = listing if is_foreign else found if user else replace(found, user=listing.user)
    return without_others(text, found)


def _worth(found: PageState) -> tuple[int, bool, bool]:
    is_telling = any(each.clue is not Clue.SKIPPED for each in found.sightings)
    return found.rank, found.account is not None, is_telling and not found.is_broken


def _computes(user: User) -> bool:
    """Return whether parts of the customer are known only to the running page."""
    return any(entry.kind is Kind.COMPUTED for entry in user.entries)


def _with_answer(page: PageState, answer: PageState) -> PageState:
    """Return a page with the values that a console printed, which were pasted along with it."""
    user = answer.user
    if user and page.user and user.place is Place.ELSEWHERE:  # printed, and not set anywhere
        user = replace(user, place=page.user.place)
    account = answer.account or page.account
    return replace(answer, user=user, account=account, sightings=page.sightings)


def _listed(text: MappedText, found: PageState) -> User | None:
    """Return the customer of a text that is neither a page nor code nor a request."""
    parts = map(excerpt, _views(text))
    # The text and data of a page are no listing, but a script beyond repair is read as one.
    listings = (part for part in parts if found.is_broken or not part.text.lstrip().startswith("<"))
    return next(filter(None, map(listed, listings)), None)


def without_others(text: MappedText, found: PageState) -> PageState:
    """Return the state with a clue for another product, and without a customer of that product."""
    user = found.user
    if user and user.place not in {Place.ELSEWHERE, Place.OBJECT, Place.DATA}:
        return found  # certainly Re:amaze's
    other = product_in(text.text)
    lowered = text.text.lower()
    is_ours = any(word in lowered for word in ("_support", "reamaze", "sso[", "sso%5b", "authkey"))
    if not other:
        names = [entry.name for entry in user.entries] if user else []
        names += (
            key for around in _AROUND_PROOF.findall(text.text) for key in _KEY.findall(around)
        )
        if is_ours or not user or not is_for_another_product(names):
            return found
        other = UNKNOWN, 0
    sighting = Sighting(Clue.OTHER_PRODUCT, text.line_at(other[1]), other[0])
    if user:  # other products call their key user_hash or signature
        is_ours &= any("auth" in entry.name.lower() for entry in user.entries)
    user = user if is_ours else None
    in_order = sorted((*found.sightings, sighting), key=lambda each: each.line)
    return replace(found, user=user, sightings=tuple(in_order))


def _views(text: MappedText) -> Iterator[MappedText]:
    """Yield the text as it is, with HTML escapes decoded, without tags, and out of a literal."""
    yield text
    part = excerpt(text)
    plain = part
    for _ in range(_LEVELS):
        if not is_escaped(plain.text):
            break
        plain = unescaped(plain)
        yield plain
    if is_markup(part.text):
        plain = unescaped(without_tags(part))
        yield plain
        if is_escaped(plain.text):
            yield unescaped(plain)
    inner = without_backslashes(part)
    if inner is not part:
        yield inner
