"""Parses a page's scripts, repairs common mistakes in them, and notes the clues in their text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reamaze_gui.core.page import Clue, Sighting
from reamaze_gui.core.reader.budget import Budget
from reamaze_gui.core.reader.scripts.clues import MENTION, clues_in
from reamaze_gui.core.reader.scripts.markup import Runs, Script
from reamaze_gui.core.reader.scripts.program import Program, parse
from reamaze_gui.core.reader.scripts.quotes import repaired, separated, straightened, untyped
from reamaze_gui.core.reader.source_map import MappedText, around
from reamaze_gui.core.reader.unwrap.entities import is_escaped, unescaped

_LONGEST = 200_000  # characters of one script
_LIBRARY = 50_000  # characters; a longer script is a library, which may contain hash functions
_OURS = re.compile(r"_support\b|auth_?key", re.IGNORECASE)
# Angular's own escapes, in data that its server sends to the browser.
_ANGULAR = re.compile("&([aqslg]);")
_MEANT = {"a": "&", "q": '"', "s": "'", "l": "<", "g": ">"}
_RUNNING = {Runs.AT_ONCE, Runs.MODULE, Runs.LATE, Runs.HELD_BACK}


@dataclass(frozen=True, slots=True)
class ParsedScript:
    """A script as a tree; `works` is whether the browser runs it without repairs."""

    program: Program
    runs: Runs
    works: bool


def parsed(
    script: Script, budget: Budget, sightings: dict[Sighting, None], *, in_page: bool
) -> Iterator[ParsedScript]:
    """Yield a parsed script, a long one in pieces, and add the clues in its text."""
    length, read = len(script.code.text), 0
    is_data = script.runs is Runs.NEVER
    if is_data and "&q;" in script.code.text:
        script = replace(script, code=script.code.replaced(_ANGULAR, lambda it: _MEANT[it[1]]))
    if is_data and not _is_json(script.code.text):
        return
    if script.runs is Runs.HELD_BACK:
        sightings[Sighting(Clue.HELD_BACK, script.code.lines[0], script.kind)] = None
    for piece in around(script.code, MENTION, _LONGEST):
        read += len(piece.text)
        code = as_expression(piece) if is_data else piece
        seen = [] if is_data else _clues(code, length, in_page=in_page)
        curly = any(each.clue is Clue.CURLY for each in seen)
        program = parse(straightened(code) if curly else code, budget)
        if program is None:
            sightings[Sighting(Clue.SKIPPED, code.lines[0], "the script is too long")] = None
            continue
        if is_data and program.root.has_error:
            return
        tree, is_typed = program, False
        if program.root.has_error and length <= _LIBRARY:
            tree, is_typed = _repaired(code, program, budget)
        error = None
        if length <= _LONGEST and not program.tags and not is_data and not is_typed:
            error = program.first_error()
        seen += [Sighting(Clue.SYNTAX, *error)] if error else []
        seen += [Sighting(Clue.TAG, line, tag) for line, tag in program.concerned()]
        sightings |= dict.fromkeys(seen)
        yield ParsedScript(tree, script.runs, not error and not curly and script.runs in _RUNNING)
    if read < length:
        text = f"{length - read:,} of a script's {length:,} characters"
        sightings[Sighting(Clue.SKIPPED, script.code.lines[0], text)] = None


def _is_json(text: str) -> bool:
    return text.lstrip().startswith(("{", "[", "'", '"'))


def as_expression(data: MappedText) -> MappedText:
    """Return data as an expression: at the start of a statement, { would begin a block."""
    return MappedText(f"({data.text})", data.lines)


def _clues(code: MappedText, length: int, *, in_page: bool) -> list[Sighting]:
    """Return the clues in a script's text; hash functions of a library don't count."""
    own = length <= _LIBRARY and _OURS.search(code.text)
    hashes = {Clue.HMAC, Clue.SERVER_HMAC}
    return [each for each in clues_in(code, in_page=in_page) if own or each.clue not in hashes]


def _repaired(code: MappedText, program: Program, budget: Budget) -> tuple[Program, bool]:
    """Return a broken script as its author meant it, and whether it is TypeScript instead."""
    typed = untyped(code)
    if typed.text != code.text and (better := parse(typed, budget)) and not better.root.has_error:
        return better, True
    quoted = repaired(straightened(code))
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
            return better, False
        if best is program:
            best = better or program
    return best, False
