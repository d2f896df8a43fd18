"""The texts that may have been signed, and the slips that lead to each.

A text is built up step by step, and remembered with the fewest slips that lead to it. The way to it
is a string of one character for each step: the number of its slip, NUL for none. There are many,
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

COMPLETE = 3  # slips at once, through which an answer is waited for

# As how many slips one of each weight counts: at first, and once all through three were tried.
FIRST = {COMMON: COMMON, RARE: RARE, ODD: ODD}
LATER = {COMMON: 1, RARE: 1, ODD: 2}

_CHUNK = 512  # texts at once: a millisecond

Slips = tuple[Slip, ...]

_Marked = tuple[tuple[str, Callable[[Any], Any]], ...]


@dataclass(frozen=True, slots=True)
class Retraced:
    """How a text came about: `signed` as its bytes read, `right` if the page alone was at fault."""

    signed: str
    right: str
    slips: Slips


@dataclass(frozen=True, slots=True)
class _Step:
    """What is right to be done in a step, and what each of its slips does instead.

    `wrong` is what the slips do, each after its mark in a way, by how many they count for.
    """

    right: Callable[[Any], Any]
    slips: Slips
    wrong: Mapping[int, _Marked]


class SignedTexts:
    """The texts that may have been signed, by the number of slips that lead to them, no fewer.

    `counts` is as how many slips one of each weight counts.
    """

    def __init__(self, sent: Sent, counts: Mapping[int, int] = FIRST) -> None:
        self._steps = _steps(sent, counts)
        self._remembered = COMPLETE if counts is FIRST else COMPLETE - 1  # slips: more are too many
        self._start = (sent.id, sent.email)
        self._known: list[dict[Any, str]] = [{} for _ in self._steps]  # fewest slips first
        self._ends: list[list[int]] = [[0] for _ in self._steps]  # of each number of slips
        self._texts: list[list[bytes]] = []  # of each number of slips

    def grow(self, slips: int) -> Iterator[None]:
        """Find all that so many slips or fewer lead to, unless there are too many."""
        for count in range(len(self._texts), min(slips, self._remembered) + 1):
            for step, (known, ends) in enumerate(zip(self._known, self._ends, strict=True)):
                reached = self._reached(step, count)
                while some := [*islice(reached, _CHUNK)]:
                    for value, way in some:
                        known.setdefault(value, way)
                    yield
                ends.append(len(known))
            self._texts.append([*islice(self._known[-1], self._ends[-1][count], None)])

    def count(self, slips: int) -> int:
        """Return how many texts so many slips lead to: about, where they are not remembered."""
        if slips < len(self._texts):
            return len(self._texts[slips])
        *_, before, last = map(len, self._texts)
        return last**2 // max(before, 1)

    def chunks(self, slips: int) -> Iterator[tuple[Collection[bytes], Mapping[bytes, str]]]:
        """Yield the texts, some at a time, and what knows the ways to them."""
        if slips < len(self._texts):
            texts = self._texts[slips]
            for at in range(0, len(texts), _CHUNK):
                yield texts[at : at + _CHUNK], self._known[-1]
        else:
            known = self._known[-1]  # with fewer slips
            reached = self._reached(len(self._steps) - 1, slips)
            while some := [*islice(reached, _CHUNK)]:
                chunk = {value: way for value, way in some if value not in known}
                yield chunk, chunk

    def retrace(self, way: str) -> Retraced:
        """Return how the text came about to which a way leads."""
        value: Any = self._start
        right: Any = self._start
        slips: list[Slip] = []
        for mark, step in zip(map(ord, way), self._steps, strict=True):
            taken = step.slips[mark - 1 : mark]
            wrong = dict(chain(*step.wrong.values()))[chr(mark)] if taken else step.right
            value = wrong(value)
            is_undone = any(slip.side is Side.PAGE for slip in taken)
            right = wrong(right) if is_undone else step.right(right)
            slips += taken
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
        """Yield all that a step makes of what the one before gives, also what is known already."""
        step = self._steps[number]
        for count, wrong in step.wrong.items():
            if 1 < count <= slips:
                yield from self._slipped(number, slips - count, wrong)
        right = step.right
        for value, way in self._level(number - 1, slips):
            yield right(value), way + "\0"
        if slips:
            yield from self._slipped(number, slips - 1, step.wrong[1])

    def _slipped(self, number: int, slips: int, wrong: _Marked) -> Iterator[tuple[Any, str]]:
        for value, way in self._level(number - 1, slips):
            for mark, make in wrong:
                yield make(value), way + mark


def by_weight(slips: Iterable[Slip], counts: Mapping[int, int]) -> dict[int, Slips]:
    """Return the slips by how many they count for, the heaviest first."""
    slips = tuple(slips)
    return {
        count: tuple(each for each in slips if counts[each.weight] == count)
        for count in sorted({*counts.values()}, reverse=True)
    }


@dataclass(frozen=True, slots=True)
class Tables:
    """The slips of each step in which id and email become the bytes that are signed."""

    both: Slips
    id: Slips
    email: Slips
    join: Slips
    text: Slips
    charset: Slips


def tables(sent: Sent) -> Tables:
    """Return the slips that may have been made with what a page sends."""
    number = (rewritten(sent.written, sent.id),) if sent.written else ()
    return Tables(
        (SWAPPED, *DAMAGED_BOTH, *values.BOTH),
        (
            *number,
            *values.ID,
            *values.with_account(sent.more.get("the account", "")),
            *values.instead("id", sent.ids, own=sent.id),
            *values.instead("id", sent.far_ids, RARE, own=sent.id),
        ),
        (
            *values.EMAIL,
            *values.instead("email", sent.emails, own=sent.email),
            *values.instead("email", sent.far_emails, RARE, own=sent.email),
        ),
        (*JOIN, *joined_with(sent.more, sent.name)),
        TEXT,
        charsets.CHARSET,
    )


def _steps(sent: Sent, counts: Mapping[int, int]) -> tuple[_Step, ...]:
    """Return the steps in which id and email become the bytes that are signed."""
    slips = tables(sent)
    return (
        _step(lambda pair: pair, slips.both, counts),
        _step(lambda pair: pair, slips.id, counts, _of_id),
        _step(lambda pair: pair, slips.email, counts, _of_email),
        _step(lambda pair: message(*pair), slips.join, counts, _of_both),
        _step(lambda text: text, slips.text, counts),
        _step(utf_8, slips.charset, counts),
    )


def _step(
    right: Callable[[Any], Any],
    slips: Slips,
    counts: Mapping[int, int],
    taking: Callable[[Callable[..., Any]], Callable[[Any], Any]] = lambda make: make,
) -> _Step:
    """Return a step; `taking` makes a slip's function take all that a step is given."""
    wrong: dict[int, list[tuple[str, Callable[[Any], Any]]]]
    wrong = {count: [] for count in by_weight((), counts)}
    for at, slip in enumerate(slips, start=1):
        wrong[counts[slip.weight]].append((chr(at), taking(slip.make)))
    return _Step(right, slips, {count: tuple(marked) for count, marked in wrong.items()})


def _of_id(make: Callable[[str], str]) -> Callable[[tuple[str, str]], tuple[str, str]]:
    return lambda pair: (make(pair[0]), pair[1])


def _of_email(make: Callable[[str], str]) -> Callable[[tuple[str, str]], tuple[str, str]]:
    return lambda pair: (pair[0], make(pair[1]))


def _of_both(make: Callable[[str, str], str]) -> Callable[[tuple[str, str]], str]:
    return lambda pair: make(*pair)
