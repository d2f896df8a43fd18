"""Recognises JavaScript without a page around it: alone, between sentences, or as JSX."""

import re
from collections.abc import Iterator
from dataclasses import replace

from reamaze_gui.core.page import Clue
from reamaze_gui.core.reader.page_state import PageState, page_state
from reamaze_gui.core.reader.recognise.paste import PastedText, excerpt
from reamaze_gui.core.reader.recognise.printed import is_unfolded
from reamaze_gui.core.reader.scripts.clues import MENTION
from reamaze_gui.core.reader.scripts.markup import Runs, Script
from reamaze_gui.core.reader.source_map import MappedText

_MARKED = re.compile(r"\s*<[a-zA-Z!/]")
_JSX = re.compile(r"<[A-Za-z][\w.]*(?:\s[^<>]*?)?(?:=\{|\s\{\.\.\.)|>\s*\{\s*[`'\"]|<>|className=")
_OBJECT = re.compile(r"\s*\{\s*['\"]?\w+['\"]?\s*:")
_MAY_BE_CODE = re.compile("[=({`]")
_CODE_ENDS = re.compile(r"[;})\]'\"]\s*$|_support")
_PARAGRAPH = re.compile(r"(?:(?!\n[ \t]*\n).)++", re.DOTALL)
_OF_CODE = {Clue.SYNTAX, Clue.CURLY}


def code(paste: PastedText) -> Iterator[PageState]:
    """Yield the state after the text as a script, then after the parts that may be one."""
    part = excerpt(paste.text)
    for source in {each.text: each for each in _code(part)}.values():
        result = page_state([Script(source, Runs.AT_ONCE)], paste.budget)
        if not result.user:  # prose is not broken JavaScript
            kept = tuple(each for each in result.sightings if each.clue not in _OF_CODE)
            result = replace(result, sightings=kept)
        yield result


def _code(part: MappedText) -> Iterator[MappedText]:
    """Yield the text, then the parts that may be code between sentences."""
    is_jsx = _JSX.search(part.text) is not None
    is_page = _MARKED.match(part.text) is not None and not is_jsx
    if is_page or is_unfolded(part.text) or not _MAY_BE_CODE.search(part.text):
        return
    yield part
    lines = part.text.split("\n")
    mentions = [at for at, line in enumerate(lines) if MENTION.search(line)]
    ends = [at for at, line in enumerate(lines) if _CODE_ENDS.search(line)]
    if mentions and ends and ends[-1] >= mentions[0]:
        start = sum(len(line) + 1 for line in lines[: mentions[0]])
        end = sum(len(line) + 1 for line in lines[: ends[-1] + 1])
        for each in (part.cut(start, end), _paragraphs(part)):
            if not _OBJECT.match(each.text):  # `objects_inside` reads those
                yield each


def _paragraphs(part: MappedText) -> MappedText:
    """Return the text with the paragraphs that don't mention Re:amaze blanked."""
    return part.replaced(
        _PARAGRAPH,
        lambda match: match[0] if MENTION.search(match[0]) else "\n" * match[0].count("\n"),
    )
