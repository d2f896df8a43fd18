"""Which slips, as few as possible, make this very authkey?

What is signed is built up step by step, each text remembered with the fewest slips that lead to
it. Then every text meets every key and every algorithm, fewest slips first.

The way to a text is a string of one character for each step: the number of its slip, 0 for none.
There are many, and strings cost the garbage collector nothing.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from typing import Any

from reamaze_gui.core import mistakes
from reamaze_gui.core.authkey import Secret, message
from reamaze_gui.core.mistakes import Slip, algorithms, charsets, keys
from reamaze_gui.core.mistakes.changes import utf_8
from reamaze_gui.core.mistakes.decoders import ENOUGH

COMPLETE = 3  # slips at once, through which an answer is waited for
DEEPEST = 4  # through which the search goes on

_CHUNK = 1_024  # digests between two reports of progress: a few milliseconds

Slips = tuple[Slip, ...]


@dataclass(frozen=True, slots=True)
class Sent:
    """What the page sends, and what else may have been used, by what it is called in a sentence.

    `ids` and `emails` may have been signed instead, `more` besides, `keys` used as the key.
    """

    id: str
    email: str
    ids: Mapping[str, str] = field(default_factory=dict)
    emails: Mapping[str, str] = field(default_factory=dict)
    more: Mapping[str, str] = field(default_factory=dict)
    keys: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Found:
    """How a digest that was looked for is made; `account` is None where no secret had a part."""

    digest: bytes
    text: str
    slips: Slips
    algorithm: str
    key: str
    account: str | None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the search has come: the share, 0 to 1, of all ways with `depth` slips at once."""

    share: float
    tried: int
    depth: int


@dataclass(frozen=True, slots=True)
class _Key:
    value: bytes
    slips: Slips
    called: str
    account: str | None


def search(
    sent: Sent, secrets: Mapping[str, Secret], targets: frozenset[bytes], deepest: int = DEEPEST
) -> Iterator[Found | Progress]:
    """Yield how each of the digests is made, fewest slips first, and in between the progress.

    `targets` are the first `ENOUGH` bytes of the digests; `secrets` has first the account that
    the page must be signed for, and the secret of any other counts as one slip more.
    """
    texts = _Texts(sent)
    rings = _rings(sent, secrets)
    tried = 0
    for depth in range(deepest + 1):
        for _ in texts.grow(depth):
            yield Progress(0, tried, depth)
        ways = [*_ways(rings, depth)]
        whole = sum(texts.count(slips) for slips, _, _ in ways) or 1
        before = tried
        for slips, key, algorithm in ways:
            digest = algorithm.make(key.value) if key else algorithm.make
            for chunk in texts.chunks(slips):
                tried += len(chunk)
                for text in [text for text in chunk if digest(text)[:ENOUGH] in targets]:
                    yield _found(digest(text), texts, chunk[text], key, algorithm)
                yield Progress(min((tried - before) / whole, 1), tried, depth)


def _ways(
    rings: list[tuple[list[_Key], list[_Key]]], depth: int
) -> Iterator[tuple[int, _Key | None, Slip]]:
    """Yield how many slips are left to the text, with which key and which algorithm.

    A key that is None has no part in the algorithm.
    """
    for ring in rings:
        for at_key, slipped_keys in enumerate(ring):
            for key in slipped_keys:
                for at_algorithm, table in enumerate(((algorithms.RIGHT,), algorithms.KEYED)):
                    left = depth - at_key - at_algorithm
                    if left >= 0:
                        yield from ((left, key, algorithm) for algorithm in table)
    if depth:
        yield from ((depth - 1, None, algorithm) for algorithm in algorithms.UNKEYED)


def _rings(sent: Sent, secrets: Mapping[str, Secret]) -> list[tuple[list[_Key], list[_Key]]]:
    """Return, for each account, the right key and those that one slip leads to."""
    strangers = [
        _Key(slip.make(), (slip,), slip.called, None) for slip in keys.strangers(sent.keys)
    ]
    current = next(iter(secrets), "")
    rings: list[tuple[list[_Key], list[_Key]]] = [([], strangers)]
    for account, secret in secrets.items():
        of = f" of {account}" if account else ""
        wrong = () if account == current else (keys.other_account(account, current),)
        value = utf_8(secret.value)
        changed = {slip.make(secret.value): slip for slip in reversed(keys.CHANGES)}
        changed.pop(value, None)
        ring = [_Key(value, wrong, f"the SSO secret{of}", account)]
        slipped = [
            _Key(key, (*wrong, slip), f"the SSO secret{of}, {slip.called}", account)
            for key, slip in reversed(changed.items())
        ]
        rings.append((ring, slipped))
    return [*rings[1:], rings[0]]


@dataclass(frozen=True, slots=True)
class _Step:
    """What is right to be done in a step, and what each of its slips does instead."""

    right: Callable[[Any], Any]
    slips: Slips
    wrong: tuple[Callable[[Any], Any], ...]


class _Texts:
    """The texts that may have been signed, by the number of slips that lead to them, no fewer.

    The way to a text has a character for each step: which slip was made, NUL for none.
    """

    def __init__(self, sent: Sent) -> None:
        self._steps = _steps(sent)
        self._start = (sent.id, sent.email)
        self._known: list[dict[Any, str]] = [{} for _ in self._steps]  # fewest slips first
        self._ends: list[list[int]] = [[0] for _ in self._steps]  # of each number of slips
        self._chunks: dict[int, list[dict[bytes, str]]] = {}

    def grow(self, slips: int) -> Iterator[None]:
        """Find all that so many slips lead to; fewer must have been grown before."""
        if slips > COMPLETE:  # too many to be remembered
            return
        for step, (known, ends) in enumerate(zip(self._known, self._ends, strict=True)):
            for at, (value, way) in enumerate(self._reached(step, slips)):
                if not at % _CHUNK:
                    yield
                if value not in known:
                    known[value] = way
            ends.append(len(known))

    def count(self, slips: int) -> int:
        """Return how many texts so many slips lead to: about, where they are not remembered."""
        ends = self._ends[-1]
        if slips < len(ends) - 1:
            return ends[slips + 1] - ends[slips]
        return (ends[-1] - ends[-2]) ** 2 // max(ends[-2] - ends[-3], 1)

    def chunks(self, slips: int) -> Iterable[dict[bytes, str]]:
        """Return the texts with the ways to them, some at a time."""
        found = _chunks(self._level(len(self._steps) - 1, slips))
        if slips > COMPLETE:
            return found
        if slips not in self._chunks:
            self._chunks[slips] = [*found]
        return self._chunks[slips]

    def retrace(self, way: str) -> tuple[str, Slips]:
        """Return the text to which a way leads, before it became bytes, and the slips on it."""
        value: Any = self._start
        slips: list[Slip] = []
        text = ""
        for mark, step in zip(map(ord, way), self._steps, strict=True):
            text = value
            value = step.wrong[mark - 1](value) if mark else step.right(value)
            slips += step.slips[mark - 1 : mark]
        return text, tuple(slips)

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
        for value, way in self._level(number - 1, slips):
            yield step.right(value), f"{way}\0"
        if slips:
            marked = [(chr(mark), wrong) for mark, wrong in enumerate(step.wrong, start=1)]
            for value, way in self._level(number - 1, slips - 1):
                for mark, wrong in marked:
                    yield wrong(value), way + mark


def _chunks(texts: Iterable[tuple[bytes, str]]) -> Iterator[dict[bytes, str]]:
    texts = iter(texts)
    while chunk := dict(islice(texts, _CHUNK)):
        yield chunk


def _steps(sent: Sent) -> tuple[_Step, ...]:
    """Return the steps in which id and email become the bytes that are signed."""
    ids = (*mistakes.ID, *mistakes.instead("id", sent.ids))
    emails = (*mistakes.EMAIL, *mistakes.instead("email", sent.emails))
    joins = (*mistakes.JOIN, *mistakes.appended(sent.more))
    return (
        _Step(lambda pair: pair, ids, tuple(_of_id(slip.make) for slip in ids)),
        _Step(lambda pair: pair, emails, tuple(_of_email(slip.make) for slip in emails)),
        _Step(
            lambda pair: message(*pair),
            joins,
            tuple(partial(_of_both, slip.make) for slip in joins),
        ),
        _Step(lambda text: text, mistakes.TEXT, tuple(slip.make for slip in mistakes.TEXT)),
        _Step(utf_8, charsets.CHARSET, tuple(slip.make for slip in charsets.CHARSET)),
    )


def _of_id(make: Callable[[str], str]) -> Callable[[tuple[str, str]], tuple[str, str]]:
    return lambda pair: (make(pair[0]), pair[1])


def _of_email(make: Callable[[str], str]) -> Callable[[tuple[str, str]], tuple[str, str]]:
    return lambda pair: (pair[0], make(pair[1]))


def _of_both(make: Callable[[str, str], str], pair: tuple[str, str]) -> str:
    return make(*pair)


def _found(digest: bytes, texts: _Texts, way: str, key: _Key | None, algorithm: Slip) -> Found:
    text, path = texts.retrace(way)
    slips = (*path, *(key.slips if key else ()), *((algorithm,) if algorithm.says else ()))
    called = key.called if key else "no key"
    account = key.account if key else None
    return Found(digest, text, slips, algorithm.called, called, account)
