"""Finds what of a paste is in none of its customers, so that nothing is dropped silently."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from urllib.parse import unquote_plus

from reamaze_gui.core.headings import meaning
from reamaze_gui.core.pasted.cells import QUERY, RULE
from reamaze_gui.core.pasted.paste import PastedCustomer, shown

_WORD = re.compile(r"(?<![\w.+-])[\w.+-]++@[\w.-]*\w|[^\W_][\w+-]*")


def left_over(text: str, readings: Iterable[PastedCustomer]) -> Iterator[str]:
    """Yield each line or part of one whose words are in no piece, as it may be shown.

    A label alone doesn't count, nor do small words beside a value, such as “is”.
    """
    pieces = [piece for reading in readings for piece in reading.pieces]
    known = {
        word[0].casefold() for it in pieces for word in _WORD.finditer(f"{it.label}\n{it.text}")
    }
    for line in text.splitlines():
        line = unquote_plus(line) if QUERY.search(line) else line  # noqa: PLW2901
        words = [*_WORD.finditer(line)]
        missing = [word for word in words if word[0].casefold() not in known]
        if not missing or RULE.fullmatch(line):
            continue
        if missing == words or shown(line) != line:
            parts = [line.strip(" \t,;|")]
        else:
            split = groupby(words, lambda word: word[0].casefold() not in known)
            runs = [[*run] for is_missing, run in split if is_missing]
            parts = [line[run[0].start() : run[-1].end()] for run in runs if any(map(_counts, run))]
        known.update(word[0].casefold() for word in missing)
        parts = [" ".join(part.split()) for part in parts]
        yield from (shown(part) for part in parts if not meaning(part.rstrip(": ")))


def _counts(word: re.Match[str]) -> bool:
    return len(word[0]) > 1 and not (word[0].isalpha() and word[0].islower())
