"""Works out the state of a page after its scripts: the customer, the account, and clues."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from reamaze_gui.core.page import Clue, Entry, Kind, Place, Sighting, User
from reamaze_gui.core.reader.budget import Budget
from reamaze_gui.core.reader.evaluate.calls import finish
from reamaze_gui.core.reader.evaluate.customers import (
    account_of,
    elsewhere,
    standalone_customer,
    user_of,
)
from reamaze_gui.core.reader.evaluate.evaluator import Evaluator
from reamaze_gui.core.reader.evaluate.handed_on import handed_on, in_address, in_request, is_known
from reamaze_gui.core.reader.evaluate.interpreter import interpreter
from reamaze_gui.core.reader.scripts.clues import is_hash
from reamaze_gui.core.reader.scripts.markup import Runs, Script, is_markup, scripts
from reamaze_gui.core.reader.scripts.parsed import ParsedScript, as_expression, parsed
from reamaze_gui.core.reader.scripts.program import parse
from reamaze_gui.core.reader.source_map import on_line

_LONGEST = 200_000  # characters of a script in a string
_MOST_EMBEDDED = 30  # strings that hold a script
_PROVES = re.compile("auth|hash|hmac|signature", re.IGNORECASE)
_FRAMEWORK = re.compile(rb"\b__[a-zA-Z]\w+|_\$HY\b")  # a variable of a framework


@dataclass(frozen=True, slots=True)
class PageState:
    """The customer that a page ends up with, the account, and clues."""

    user: User | None = None
    overwritten: tuple[User, ...] = ()
    account: Entry | None = None
    sightings: tuple[Sighting, ...] = ()

    @property
    def rank(self) -> int:
        """How complete the customer is: 4 is complete, and in working order."""
        if not self.user:
            return 0
        known = {entry.name.lower() for entry in self.user.entries if entry.kind != Kind.COMPUTED}
        proof = any(_PROVES.search(name) for name in known)
        return 1 + ("email" in known) + 2 * proof - self.is_broken

    @property
    def is_broken(self) -> bool:
        """Whether a browser would refuse one of the scripts."""
        return any(each.clue in {Clue.SYNTAX, Clue.CURLY} for each in self.sightings)


def page_state(
    found: Iterable[Script],
    budget: Budget,
    *,
    whole: bool = False,
    in_page: bool = False,
) -> PageState:
    """Return the state after these scripts; `whole` is whether they are all those of a page."""
    sightings: dict[Sighting, None] = {}
    code: list[ParsedScript] = []
    data: list[ParsedScript] = []
    for script in found:
        if budget.is_spent:
            break
        into = data if script.runs is Runs.NEVER else code
        into += parsed(script, budget, sightings, in_page=in_page)
    page = _run(budget, [each for each in code if each.works])
    user = _user(page)
    if not user and not all(each.works for each in code):
        page = _run(budget, code)
        user = _user(page)
    beside = _run(budget, data)
    if not is_known(user) and not page.observer.overwritten:
        written = user_of(beside.support, budget) if beside.support else None  # by code in data
        user = written or _handed_on(page, beside) or user or _elsewhere(page)
    sightings |= page.observer.sightings
    sightings |= dict.fromkeys(_scope_clues(page, whole=whole))
    account = _account(page) or _account(beside)
    entries = (*(user.entries if user else ()), *((account,) if account else ()))
    sightings |= dict.fromkeys(_value_clues(entries, [*sightings]))
    in_order = tuple(sorted(sightings, key=lambda each: each.line))
    return PageState(user, tuple(page.observer.overwritten), account, in_order)


def printed_state(data: Script, budget: Budget, *, by_server: bool = False) -> PageState:
    """Return the state for an object on its own, as a console or a server prints it.

    An object printed `by_server` may have other names for a customer's values.
    """
    sightings: dict[Sighting, None] = {}
    page = _run(budget, [*parsed(data, budget, sightings, in_page=False)])
    objects = [*page.observer.created, *page.observer.data]
    inner = [each for each in objects if each.object("user")]
    users = (_user(page), *(user_of(each, budget) for each in inner))
    user = next((each for each in users if each and _is_proven(each)), None)
    alone = standalone_customer(objects[0], budget) if objects else None
    if not user and alone and _is_proven(alone) and not by_server:
        user = alone
    user = user or handed_on(objects, page.observer.foreign, budget)
    user = user or next(filter(None, users), None) or alone
    if not is_known(user):
        return PageState()  # a program's source, rather than what a console printed
    accounts = (account_of(each, budget) for each in objects)
    account = _account(page) or next(filter(None, accounts), None)
    entries = user.entries if user else ()
    sightings |= dict.fromkeys(_value_clues(entries, []))
    return PageState(user, (), account, tuple(sightings))


def _is_proven(user: User) -> bool:
    names = {entry.name.lower() for entry in user.entries}
    return "email" in names and any(_PROVES.search(name) for name in names)


def _run(budget: Budget, parts: list[ParsedScript]) -> Evaluator:
    """Return the state of a page after these scripts."""
    page = interpreter(budget)
    is_framework = False
    for part in sorted(parts, key=lambda each: _WHEN[each.runs]):
        before = len(page.observer.created)
        is_late = part.runs in {Runs.LATE, Runs.IF_ASKED}
        page.run(part.program, module=part.runs is Runs.MODULE, late=is_late)
        of_framework = _FRAMEWORK.search(part.program.source) is not None
        is_framework |= of_framework
        if part.runs is Runs.NEVER or of_framework:
            page.observer.data += page.observer.created[before:]
    before = len(page.observer.created)
    finish(page)
    page.observer.data += page.observer.created[before:] if is_framework else ()
    if not _user(page):
        _run_embedded(page, budget)
    return page


_WHEN = {
    Runs.NEVER: 0,
    Runs.AT_ONCE: 0,
    Runs.MODULE: 0,
    Runs.HELD_BACK: 1,
    Runs.LATE: 2,
    Runs.IF_ASKED: 2,
}


def _run_embedded(page: Evaluator, budget: Budget) -> None:
    """Evaluate the scripts that are inside strings, and those inside their strings."""
    done = 0
    while done < min(len(page.observer.embedded), _MOST_EMBEDDED):
        text, line = [*page.observer.embedded][done]
        done += 1
        inner = on_line(text, line)
        found = [*scripts(inner)] if is_markup(text) else [Script(inner, Runs.AT_ONCE)]
        for script in found:
            before = len(page.observer.created)
            is_json = script.code.text.lstrip().startswith(("{", "["))
            code = as_expression(script.code) if is_json else script.code
            program = parse(code, budget) if len(code.text) <= _LONGEST else None
            if program and not program.root.has_error:
                page.run(program)
                page.observer.data += page.observer.created[before:] if is_json else ()
    finish(page)


def _user(page: Evaluator) -> User | None:
    """Return the customer in `_support`, else in one that the widget can't see."""
    places = [page.support, *(each for _, each in reversed(page.observer.hidden))]
    places += [each for each in page.observer.data if each.members.keys() & {"account", "ui"}]
    found = (user_of(place, page.budget) for place in places if place)
    return next(filter(None, found), None)


def _handed_on(page: Evaluator, beside: Evaluator) -> User | None:
    """Return the customer in data that the page contains for its scripts."""
    foreign = [*page.observer.foreign, *beside.observer.foreign]
    data = [*page.observer.data, *beside.observer.created, *beside.observer.data]
    return handed_on(data, foreign, page.budget)


def _elsewhere(page: Evaluator) -> User | None:
    """Return the customer whom a script signs in by a URL, or sets where Re:amaze doesn't look."""
    seen = page.observer
    found = in_request(seen.created, page.budget) or in_address(reversed(seen.addresses))
    found = found or elsewhere(seen.created, seen.foreign, page.budget)
    if not found and (called := handed_on(seen.created, seen.foreign, page.budget)):
        found = replace(called, place=Place.ELSEWHERE)
    return found if is_known(found) else None


def _account(page: Evaluator) -> Entry | None:
    places = [page.support, *(each for _, each in page.observer.hidden)]
    places += [each for each in page.observer.data if each.object("user")]
    found = (account_of(place, page.budget) for place in places if place)
    return next(filter(None, found), None)


def _scope_clues(page: Evaluator, *, whole: bool) -> Iterator[Sighting]:
    """Yield where `_support` is not the variable that the script expects."""
    is_seen = page.support and user_of(page.support, page.budget)
    for sighting, each in page.observer.hidden:
        if each is not page.support and not is_seen:
            yield sighting
    if whole or page.observer.defined_late:
        for line, source in page.observer.used_before:
            yield Sighting(Clue.UNDEFINED, line, source)


def _value_clues(entries: Iterable[Entry], noted: Iterable[Sighting]) -> Iterator[Sighting]:
    """Yield clues in the customer's values: template tags, and hashes computed by the page."""
    tagged = {each.line for each in noted if each.clue is Clue.TAG}
    hashes = {each.text for each in noted if each.clue in {Clue.HMAC, Clue.SERVER_HMAC}}
    for entry in entries:
        if entry.kind is Kind.TEMPLATE and entry.line not in tagged:
            yield Sighting(Clue.TAG, entry.line, entry.text)
        elif entry.kind is Kind.COMPUTED and is_hash(entry.text) and entry.text not in hashes:
            yield Sighting(Clue.HMAC, entry.line, entry.text)
