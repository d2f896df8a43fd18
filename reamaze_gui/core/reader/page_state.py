"""Works out what the scripts of a page come to, all together."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reamaze_gui.core.page import Clue, Entry, Kind, Place, Sighting, User
from reamaze_gui.core.reader.budget import Budget
from reamaze_gui.core.reader.clues import MENTION, clues_in, is_hash
from reamaze_gui.core.reader.evaluate.calls import finish
from reamaze_gui.core.reader.evaluate.customers import account_of, elsewhere, one_alone, user_of
from reamaze_gui.core.reader.evaluate.evaluator import Evaluator
from reamaze_gui.core.reader.evaluate.interpreter import interpreter
from reamaze_gui.core.reader.evaluate.program import Program, parse
from reamaze_gui.core.reader.markup import Runs, Script, is_markup, scripts
from reamaze_gui.core.reader.quotes import mended, separated, straightened
from reamaze_gui.core.reader.source_map import MappedText, around, on_line
from reamaze_gui.core.reader.strip_quoting import is_escaped, unescaped

_LONGEST = 200_000  # characters of one script
_LIBRARY = 50_000  # characters; what is longer brings its hashes along, and nobody wrote it by hand
_MOST_EMBEDDED = 30  # strings that hold a script
_OURS = re.compile(r"_support\b|auth_?key", re.IGNORECASE)
_PROVES = re.compile("auth|hash|hmac|signature", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PageState:
    """Which customer comes of it, and what else of note."""

    user: User | None = None
    overwritten: tuple[User, ...] = ()
    account: Entry | None = None
    sightings: tuple[Sighting, ...] = ()

    @property
    def rank(self) -> int:
        """How much of a customer it has: 4 is all, and in working order."""
        if not self.user:
            return 0
        known = {entry.name.lower() for entry in self.user.entries if entry.kind != Kind.COMPUTED}
        proof = any(_PROVES.search(name) for name in known)
        return 1 + ("email" in known) + 2 * proof - self.is_broken

    @property
    def is_broken(self) -> bool:
        """Whether a script is one that no browser runs."""
        return any(sighting.clue in {Clue.SYNTAX, Clue.CURLY} for sighting in self.sightings)


@dataclass(frozen=True, slots=True)
class _Part:
    """A script that was taken apart; one that a browser does not run does not work."""

    program: Program
    runs: Runs
    works: bool


def page_state(
    found: Iterable[Script], budget: Budget, *, whole: bool, alone: bool = False
) -> PageState:
    """Return what comes of these scripts; `alone`: of an object that stands for itself."""
    sightings: dict[Sighting, None] = {}
    parts: list[_Part] = []
    for script in found:
        if budget.is_spent:
            break
        parts += _parts(script, budget, sightings)
    page = _run(budget, [part for part in parts if part.works])
    user = _user(page, alone=alone)
    if not user and not all(part.works for part in parts):
        page = _run(budget, parts)
        user = _user(page, alone=alone)
    if not user and not page.observer.overwritten:
        user = elsewhere(page.observer.made, budget, Place.OBJECT if alone else Place.ELSEWHERE)
    sightings |= page.observer.sightings
    sightings |= dict.fromkeys(_of_scope(page, whole=whole))
    account = _account(page, alone=alone)
    entries = (*(user.entries if user else ()), *((account,) if account else ()))
    sightings |= dict.fromkeys(_of_values(entries, [*sightings]))
    in_order = tuple(sorted(sightings, key=lambda sighting: sighting.line))
    return PageState(user, tuple(page.observer.overwritten), account, in_order)


def _parts(script: Script, budget: Budget, sightings: dict[Sighting, None]) -> Iterator[_Part]:
    """Yield a script taken apart, a long one in pieces; note what its text shows."""
    length, read = len(script.code.text), 0
    is_data = script.runs is Runs.NEVER
    if is_data and not _is_json(script.code.text):
        return
    for piece in around(script.code, MENTION, _LONGEST):
        read += len(piece.text)
        code = _as_expression(piece) if is_data else piece
        seen = [] if is_data else _clues(code, length)
        curly = any(sighting.clue is Clue.CURLY for sighting in seen)
        program = parse(straightened(code) if curly else code, budget)
        if program is None:
            sightings[Sighting(Clue.SKIPPED, code.lines[0], "the script is too long")] = None
            continue
        if is_data and program.root.has_error:
            return
        error = None
        if length <= _LONGEST and not program.tags and not is_data:
            error = program.first_error()
        seen += [Sighting(Clue.SYNTAX, *error)] if error else []
        seen += [Sighting(Clue.TAG, line, tag) for line, tag in program.concerned()]
        sightings |= dict.fromkeys(seen)
        if program.root.has_error and length <= _LIBRARY:
            program = _mended(code, program, budget)
        works = not error and not curly and script.runs in {Runs.AT_ONCE, Runs.MODULE, Runs.LATE}
        yield _Part(program, script.runs, works)
    if read < length:
        text = f"{length - read:,} of a script's {length:,} characters"
        sightings[Sighting(Clue.SKIPPED, script.code.lines[0], text)] = None


def _is_json(text: str) -> bool:
    return text.lstrip().startswith(("{", "[", "'", '"'))


def _as_expression(data: MappedText) -> MappedText:
    return MappedText(f"({data.text})", data.lines)


def _clues(code: MappedText, length: int) -> list[Sighting]:
    """Return what a script's text shows; a library that can hash does not do it for Re:amaze."""
    own = length <= _LIBRARY and _OURS.search(code.text)
    return [sighting for sighting in clues_in(code) if own or sighting.clue is not Clue.HMAC]


def _mended(code: MappedText, program: Program, budget: Budget) -> Program:
    """Return what the author of a broken script meant, as far as that can be told."""
    quoted = mended(straightened(code))
    tries = [quoted, separated(quoted)]
    if is_escaped(code.text):
        tries.append(unescaped(code))
    best, seen = program, {code.text}
    for each in tries:
        if each.text in seen:
            continue
        seen.add(each.text)
        better = parse(each, budget)
        if better and not better.root.has_error:
            return better
        if best is program:
            best = better or program
    return best


def _run(budget: Budget, parts: list[_Part]) -> Evaluator:
    """Return the state of a page after these scripts."""
    page = interpreter(budget)
    for part in parts:
        if part.runs not in {Runs.LATE, Runs.IF_ASKED}:
            page.run(part.program, module=part.runs is Runs.MODULE)
    for part in parts:
        if part.runs in {Runs.LATE, Runs.IF_ASKED}:
            page.run(part.program, late=True)
    finish(page)
    if not _user(page, alone=False):
        _run_embedded(page, budget)
    return page


def _run_embedded(page: Evaluator, budget: Budget) -> None:
    """Do what the scripts do that stand in strings, also in the strings of those."""
    done = 0
    while done < min(len(page.observer.embedded), _MOST_EMBEDDED):
        text, line = [*page.observer.embedded][done]
        done += 1
        inner = on_line(text, line)
        found = [*scripts(inner)] if is_markup(text) else [Script(inner, Runs.AT_ONCE)]
        for script in found:
            code, made = script.code, len(page.observer.made)
            is_json = code.text.lstrip().startswith("{")
            code = _as_expression(code) if is_json else code
            program = parse(code, budget) if len(code.text) <= _LONGEST else None
            if program and not program.root.has_error:
                page.run(program)
                page.observer.printed += page.observer.made[made : made + 1] if is_json else ()
    finish(page)


def _user(page: Evaluator, *, alone: bool) -> User | None:
    """Return the customer in `_support`, or else in one that the widget can't see."""
    places = [page.support, *(each for _, each in reversed(page.observer.hidden))]
    places += [each for each in page.observer.printed if each.members.keys() & {"account", "ui"}]
    if alone:
        places += [each for each in page.observer.made if each.object("user")]
    found = (user_of(place, page.budget) for place in places if place)
    if user := next(filter(None, found), None):
        return user
    return one_alone(page.observer.made[0], page.budget) if alone and page.observer.made else None


def _account(page: Evaluator, *, alone: bool) -> Entry | None:
    places = [
        page.support,
        *(each for _, each in page.observer.hidden),
        *(page.observer.made if alone else ()),
    ]
    return next(filter(None, (account_of(place, page.budget) for place in places if place)), None)


def _of_scope(page: Evaluator, *, whole: bool) -> Iterator[Sighting]:
    """Yield where `_support` is not what the script takes it for."""
    for sighting, each in page.observer.hidden:
        if each is not page.support:
            yield sighting
    if whole or page.observer.defined_late:
        for line, source in page.observer.used_before:
            yield Sighting(Clue.UNDEFINED, line, source)


def _of_values(entries: Iterable[Entry], noted: Iterable[Sighting]) -> Iterator[Sighting]:
    """Yield what the customer's values show: tags of templates, and hashes made by the page."""
    tagged = {sighting.line for sighting in noted if sighting.clue is Clue.TAG}
    hashes = {sighting.text for sighting in noted if sighting.clue is Clue.HMAC}
    for entry in entries:
        if entry.kind is Kind.TEMPLATE and entry.line not in tagged:
            yield Sighting(Clue.TAG, entry.line, entry.text)
        elif entry.kind is Kind.COMPUTED and is_hash(entry.text) and entry.text not in hashes:
            yield Sighting(Clue.HMAC, entry.line, entry.text)
