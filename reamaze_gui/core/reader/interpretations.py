"""Reads a text as all that it can be: a page, code, a request, an object, a listing."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from reamaze_gui.core.page import Clue, Kind, Sighting, User
from reamaze_gui.core.reader.budget import Budget
from reamaze_gui.core.reader.clues import MENTION, loads_the_widget
from reamaze_gui.core.reader.listing import listed
from reamaze_gui.core.reader.markup import Runs, Script, is_markup, is_page, scripts, without_tags
from reamaze_gui.core.reader.page_state import PageState, page_state
from reamaze_gui.core.reader.relevance import relevant
from reamaze_gui.core.reader.request import request
from reamaze_gui.core.reader.source_map import MappedText, around
from reamaze_gui.core.reader.strip_quoting import is_escaped, strip_quoting, unescaped

__all__ = ["best", "is_page"]

_WINDOW = 200_000  # characters of a text that is no page
_MOST_SCRIPTS = 5_000
_LEVELS = 3  # of HTML's escapes
_COMPLETE = 4  # the rank of an outcome that can't be better
_TELLING = re.compile(r"_support|auth[ _-]?(?:key|path|token)|sso[\[%\"]|mail", re.IGNORECASE)
_PRINTED = re.compile(r"\s*+(?:[▶▼▾▸]\s*+)?(?:Object|Proxy\(Object\))?\s*+(?=[{\['\"])")
_MARKED = re.compile(r"\s*<[a-zA-Z!/]")
_OF_CODE_TOO = re.compile("[=({`]")
_CODE_ENDS = re.compile(r"[;})\]'\"]\s*$|_support")


def best(text: MappedText, budget: Budget, *, whole: bool) -> PageState:
    """Return what is the most telling of all that the text can be."""
    text = strip_quoting(text)
    found = PageState()
    for view in _views(text):
        budget.check()
        for each in _states(view, budget, whole=whole):
            if _worth(each) > _worth(found):
                found = _told_below(found, each) if whole and found.user else each
            if each.overwritten and not found.user:  # there was a customer, who was taken away
                return each
            is_all = found.rank >= _COMPLETE or (whole and found.user and not _computes(found.user))
            if is_all or budget.is_spent:
                return found
    return found if found.user else replace(found, user=_listed(text, found))


def _computes(user: User) -> bool:
    """Return whether only running the page tells all of the customer, as a console does."""
    return any(entry.kind is Kind.COMPUTED for entry in user.entries)


def _told_below(page: PageState, answer: PageState) -> PageState:
    """Return a page with the values that the console gave, which were pasted along with it."""
    return replace(answer, account=answer.account or page.account, sightings=page.sightings)


def _listed(text: MappedText, found: PageState) -> User | None:
    """Return the customer of a text that is neither a page nor code nor a request."""
    parts = (part for view in _views(text) for part in islice(around(view, _TELLING, _WINDOW), 1))
    # What a page shows, or keeps as data, is no listing; but a script past mending is read as one.
    told = (part for part in parts if found.is_broken or not _MARKED.match(part.text))
    return next(filter(None, map(listed, told)), None)


def _worth(found: PageState) -> tuple[int, bool, int]:
    return found.rank, found.account is not None, len(found.sightings)


def _views(text: MappedText) -> Iterator[MappedText]:
    """Yield the text as it is, then with HTML's escapes undone, then without its tags."""
    yield text
    for part in islice(around(text, _TELLING, _WINDOW), 1):
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


def _states(view: MappedText, budget: Budget, *, whole: bool) -> Iterator[PageState]:
    """Yield what comes of a text as a page, and as the pieces that people paste alone."""
    if is_markup(view.text):
        found = [*islice(scripts(view), _MOST_SCRIPTS)]
        loaders = [Sighting(Clue.LOADER, s.code.lines[0]) for s in found if loads_the_widget(s.src)]
        result = page_state(relevant([s for s in found if not s.src]), budget, whole=whole)
        ignored = [s for s in found if s.src and MENTION.search(s.code.text)]
        sightings = [*result.sightings, *loaders, *map(_unread, ignored)]
        if len(found) == _MOST_SCRIPTS:
            line = found[-1].code.lines[-1]
            sightings.append(
                Sighting(Clue.SKIPPED, line, f"what comes after {_MOST_SCRIPTS:,} scripts")
            )
        yield replace(result, sightings=tuple(sorted(sightings, key=lambda each: each.line)))
        if result.user and result.rank > 1:
            return
    for part in islice(around(view, _TELLING, _WINDOW), 1):
        yield from _alone(part, budget)


def _unread(script: Script) -> Sighting:
    text = "code inside a script that is loaded from an address is not run"
    return Sighting(Clue.SKIPPED, script.code.lines[0], text)


def _alone(part: MappedText, budget: Budget) -> Iterator[PageState]:
    user, account = request(part, budget)
    yield PageState(user, account=account if user else None)
    if printed := _PRINTED.match(part.text):
        source = part.cut(printed.end(), len(part.text.rstrip(" \n\t;,")))
        yield page_state([Script(source, Runs.NEVER)], budget, whole=False, alone=True)
    for code in {code.text: code for code in _code(part)}.values():
        result = page_state([Script(code, Runs.AT_ONCE)], budget, whole=False)
        if not result.user:  # prose is no JavaScript
            sightings = tuple(
                sighting for sighting in result.sightings if sighting.clue not in _OF_CODE
            )
            result = replace(result, sightings=sightings)
        yield result


_OF_CODE = {Clue.SYNTAX, Clue.CURLY}


def _code(part: MappedText) -> Iterator[MappedText]:
    """Yield the text, then what of it may be code between sentences."""
    if _MARKED.match(part.text) or not _OF_CODE_TOO.search(part.text):
        return
    yield part
    lines = part.text.split("\n")
    told = [at for at, line in enumerate(lines) if MENTION.search(line)]
    ends = [at for at, line in enumerate(lines) if _CODE_ENDS.search(line)]
    if told and ends and ends[-1] >= told[0]:
        start = sum(len(line) + 1 for line in lines[: told[0]])
        end = sum(len(line) + 1 for line in lines[: ends[-1] + 1])
        yield part.cut(start, end)
        yield _paragraphs(part)


def _paragraphs(part: MappedText) -> MappedText:
    """Return the text with those paragraphs blank that don't speak of Re:amaze."""
    pattern = re.compile(r"(?:(?!\n[ \t]*\n).)++", re.DOTALL)
    return part.replaced(
        pattern,
        lambda match: match[0] if MENTION.search(match[0]) else "\n" * match[0].count("\n"),
    )
