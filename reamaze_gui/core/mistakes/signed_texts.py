"""The texts that may have been signed, and the slips that lead to each.

A text is built step by step, and remembered with the fewest slips that lead to it. Its path is a
string with one character per step: the number of the slip, or NUL for none. There are many paths,
and strings cost the garbage collector nothing.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

from reamaze_gui.core.authkey import message
from reamaze_gui.core.mistakes import COMMON, ODD, RARE, Side, Slip, charsets, values
from reamaze_gui.core.mistakes.changes import utf_8
from reamaze_gui.core.mistakes.damage import DAMAGED_BOTH, SWAPPED, rewritten
from reamaze_gui.core.mistakes.sent import Sent
from reamaze_gui.core.mistakes.texts import JOIN, TEXT, joined_with

COMPLETE = 3  # simultaneous slips that are all tried before a report says that none was found

# How many slips one of each weight counts for: at first, and once all up to three were tried.
FIRST = {COMMON: COMMON, RARE: RARE, ODD: ODD}
LATER = {COMMON: 1, RARE: 1, ODD: 2}

_CHUNK = 512  # texts: a millisecond's work

Slips = tuple[Slip, ...]

_Marked = tuple[tuple[str, Callable[[Any], Any]], ...]  # a slip's mark in a path, its function


@dataclass(frozen=True, slots=True)
class Retraced:
    """How a text was made: the text that was signed, the one that must be, and the slips."""

    signed: str
    right: str
    slips: Slips


@dataclass(frozen=True, slots=True)
class _Step:
    """A step's right function and its slips.

    `wrong` are the functions of the slips, by how many slips they count for.
    """

    right: Callable[[Any], Any]
    slips: Slips
    wrong: Mapping[int, _Marked]


class SignedTexts:
    """The texts that may have been signed, by the smallest number of slips that lead to them.

    `counts` tells how many slips one of each weight counts for; `slips` are those of `sent`.
    """

    def __init__(
        self, sent: Sent, counts: Mapping[int, int] = FIRST, slips: "Tables | None" = None
    ) -> None:
        self._steps = _steps(slips or tables(sent), counts)
        # Slips up to which all texts are remembered; with more, they take too much memory.
        self._remembered = COMPLETE if counts is FIRST else COMPLETE - 1
        self._start = (sent.id, sent.email)
        self._known: list[dict[Any, str]] = [{} for _ in self._steps]  # path by value, in order
        self._ends: list[list[int]] = [[0] for _ in self._steps]  # in `_known`, by number of slips
        self._texts: list[list[bytes]] = []  # by number of slips

    def grow(self, slips: int) -> Iterator[None]:
        """Find all texts that up to this many slips lead to, unless they are too many."""
        for count in range(len(self._texts), min(slips, self._remembered) + 1):
            for step, (known, ends) in enumerate(zip(self._known, self._ends, strict=True)):
                reached = self._reached(step, count)
                while chunk := [*islice(reached, _CHUNK)]:
                    for value, path in chunk:
                        known.setdefault(value, path)
                    yield
                ends.append(len(known))
            self._texts.append([*islice(self._known[-1], self._ends[-1][count], None)])

    def count(self, slips: int) -> int:
        """Return how many texts this many slips lead to; an estimate if they are not remembered."""
        if slips < len(self._texts):
            return len(self._texts[slips])
        *_, before, last = map(len, self._texts)
        return last**2 // max(before, 1)

    def chunks(self, slips: int) -> Iterator[tuple[Collection[bytes], Mapping[bytes, str]]]:
        """Yield the texts in chunks, each with a mapping that has their paths."""
        if slips < len(self._texts):
            texts = self._texts[slips]
            for at in range(0, len(texts), _CHUNK):
                yield texts[at : at + _CHUNK], self._known[-1]
        else:
            known = self._known[-1]  # with fewer slips
            reached = self._reached(len(self._steps) - 1, slips)
            while found := [*islice(reached, _CHUNK)]:
                chunk = {value: path for value, path in found if value not in known}
                yield chunk, chunk

    def retrace(self, path: str) -> Retraced:
        """Return how the text at the end of a path was made."""
        value: Any = self._start
        right: Any = self._start
        slips: list[Slip] = []
        for mark, step in zip(map(ord, path), self._steps, strict=True):
            made = step.slips[mark - 1 : mark]
            wrong = dict(chain(*step.wrong.values()))[chr(mark)] if made else step.right
            value = wrong(value)
            is_pages_fault = any(slip.side is Side.PAGE for slip in made)
            right = wrong(right) if is_pages_fault else step.right(right)
            slips += made
        charset = next((slip for slip in slips if slip in charsets.CHARSET), None)
        return Retraced(
            charsets.read_back(value, charset), charsets.read_back(right, None), tuple(slips)
        )

    def _level(self, step: int, slips: int) -> Iterable[tuple[Any, str]]:
        if step < 0:
            return () if slips else ((self._start, ""),)
        ends = self._ends[step]
        if slips < len(ends) - 1:
            return islice(self._known[step].items(), ends[slips], ends[slips + 1])
        return self._reached(step, slips)

    def _reached(self, number: int, slips: int) -> Iterator[tuple[Any, str]]:
        """Yield all results of a step with this many slips in all, known ones included."""
        step = self._steps[number]
        for count, wrong in step.wrong.items():
            if 1 < count <= slips:
                yield from self._slipped(number, slips - count, wrong)
        right = step.right
        for value, path in self._level(number - 1, slips):
            yield right(value), path + "\0"
        if slips:
            yield from self._slipped(number, slips - 1, step.wrong[1])

    def _slipped(self, number: int, slips: int, wrong: _Marked) -> Iterator[tuple[Any, str]]:
        for value, path in self._level(number - 1, slips):
            for mark, make in wrong:
                yield make(value), path + mark


def by_weight(slips: Iterable[Slip], counts: Mapping[int, int]) -> dict[int, Slips]:
    """Return the slips by how many they count for, the heaviest first."""
    slips = tuple(slips)
    return {
        count: tuple(each for each in slips if counts[each.weight] == count)
        for count in sorted({*counts.values()}, reverse=True)
    }


@dataclass(frozen=True, slots=True)
class Tables:
    """The slips of each step that turns id and email into the signed bytes."""

    both: Slips
    id: Slips
    email: Slips
    join: Slips
    text: Slips
    charset: Slips


def ids(sent: Sent) -> Slips:
    """Return the slips in the id."""
    return (
        *((rewritten(sent.written, sent.id),) if sent.written else ()),
        *values.ID,
        *values.with_account(sent.more.get("the account", "")),
        *values.instead("ID", sent.ids, own=sent.id),
        *values.instead("ID", sent.far_ids, RARE, own=sent.id),
    )


def emails(sent: Sent) -> Slips:
    """Return the slips in the email."""
    return (
        *values.EMAIL,
        *values.instead("email", sent.emails, own=sent.email),
        *values.instead("email", sent.far_emails, RARE, own=sent.email),
    )


def tables(sent: Sent) -> Tables:
    """Return the slips that are possible with the values of a page."""
    return Tables(
        (SWAPPED, *DAMAGED_BOTH, *values.BOTH),
        ids(sent),
        emails(sent),
        (*JOIN, *joined_with(sent.more, sent.name)),
        TEXT,
        charsets.CHARSET,
    )


def _steps(slips: Tables, counts: Mapping[int, int]) -> tuple[_Step, ...]:
    """Return the steps that turn id and email into the signed bytes."""
    return (
        _step(lambda pair: pair, slips.both, counts),
        _step(lambda pair: pair, slips.id, counts, _on_id),
        _step(lambda pair: pair, slips.email, counts, _on_email),
        _step(lambda pair: message(*pair), slips.join, counts, _on_pair),
        _step(lambda text: text, slips.text, counts),
        _step(utf_8, slips.charset, counts),
    )


def _step(
    right: Callable[[Any], Any],
    slips: Slips,
    counts: Mapping[int, int],
    adapt: Callable[[Callable[..., Any]], Callable[[Any], Any]] = lambda make: make,
) -> _Step:
    """Return a step; `adapt` makes a slip's function take the step's argument."""
    wrong: dict[int, list[tuple[str, Callable[[Any], Any]]]]
    wrong = {count: [] for count in by_weight((), counts)}
    for at, slip in enumerate(slips, start=1):
        wrong[counts[slip.weight]].append((chr(at), adapt(slip.make)))
    return _Step(right, slips, {count: tuple(marked) for count, marked in wrong.items()})


def _on_id(make: Callable[[str], str]) -> Callable[[tuple[str, str]], tuple[str, str]]:
    return lambda pair: (make(pair[0]), pair[1])


def _on_email(make: Callable[[str], str]) -> Callable[[tuple[str, str]], tuple[str, str]]:
    return lambda pair: (pair[0], make(pair[1]))


def _on_pair(make: Callable[[str, str], str]) -> Callable[[tuple[str, str]], str]:
    return lambda pair: make(*pair)
