"""Which slips, as few as possible, make this very authkey?

What is signed is built up step by step, each text remembered with the fewest slips that lead to
it. Then every text meets every key and every algorithm, fewest slips first; a rare slip counts for
two. Of equally many, those with the secret of the account in question come first, then those
without any, then those with the secrets of others.

The way to a text is a string of one character for each step: the number of its slip, 0 for none.
There are many, and strings cost the garbage collector nothing.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from reamaze_gui.core.authkey import Secret, message
from reamaze_gui.core.mistakes import Slip, algorithms, charsets, keys, values
from reamaze_gui.core.mistakes.changes import utf_8
from reamaze_gui.core.mistakes.decoders import ENOUGH
from reamaze_gui.core.mistakes.texts import JOIN, TEXT, appended

COMPLETE = 3  # slips at once, through which an answer is waited for
DEEPEST = 4  # through which the search goes on

_CHUNK = 512  # digests between two reports of progress: a millisecond

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


_Ring = tuple[Collection[_Key | None], ...]


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
            for chunk, ways_to in texts.chunks(slips):
                tried += len(chunk)
                for text in [text for text in chunk if digest(text)[:ENOUGH] in targets]:
                    yield _found(digest(text), texts, ways_to[text], key, algorithm)
                yield Progress(min((tried - before) / whole, 1), tried, depth)


def _ways(rings: list[tuple[int, _Ring]], depth: int) -> Iterator[tuple[int, _Key | None, Slip]]:
    """Yield how many slips are left to the text, with which key and which algorithm.

    A key that is None has no part in the algorithm.
    """
    for late, ring in rings:
        yield from _ways_of(ring, depth - late if depth <= COMPLETE else depth)
    if depth == COMPLETE:  # the secret of another account with as many slips more
        for late, ring in rings:
            yield from _ways_of(ring, depth) if late else ()


def _ways_of(ring: _Ring, depth: int) -> Iterator[tuple[int, _Key | None, Slip]]:
    for at_key, slipped_keys in enumerate(ring):
        for key in slipped_keys:
            for at_algorithm, table in _UNKEYED if key is None else _KEYED:
                left = depth - at_key - at_algorithm
                if left >= 0:
                    yield from ((left, key, algorithm) for algorithm in table)


def _rings(sent: Sent, secrets: Mapping[str, Secret]) -> list[tuple[int, _Ring]]:
    """Return, for each account, the keys that none, one and two slips lead to.

    Each comes with how many slips the account itself counts for.
    """
    current = next(iter(secrets), "")
    own, *others = [_ring(*each, current) for each in secrets.items()] or [()]
    strangers = _by_weight(keys.strangers(sent.keys))
    unknown = ([_Key(slip.make(), (slip,), slip.called, None) for slip in t] for t in strangers)
    return [(0, own), (0, ((None,),)), *((1, ring) for ring in others), (0, ((), *unknown))]


def _ring(account: str, secret: Secret, current: str) -> _Ring:
    wrong = () if account == current else (keys.other_account(account, current),)
    name = f"the SSO secret of {account}" if account else "the SSO secret"
    right = utf_8(secret.value)
    made = {right}
    ring = [[_Key(right, wrong, name, account)]]
    for table in _by_weight(keys.CHANGES):
        ring.append([])
        for slip in table:
            key = slip.make(secret.value)
            if key not in made:
                made.add(key)
                ring[-1].append(_Key(key, (*wrong, slip), f"{name}, {slip.called}", account))
    return tuple(ring)


def _by_weight(slips: Iterable[Slip]) -> tuple[Slips, Slips]:
    """Return those that count for one, and those that count for two."""
    slips = tuple(slips)
    return tuple(s for s in slips if not s.rare), tuple(s for s in slips if s.rare)


def _tables(slips: Iterable[Slip]) -> tuple[tuple[int, Slips], tuple[int, Slips]]:
    """Return what they count for; first the rare ones, as one says what two others may do too."""
    common, rare = _by_weight(slips)
    return (2, rare), (1, common)


_KEYED = (*_tables(algorithms.KEYED), (0, (algorithms.RIGHT,)))
_UNKEYED = _tables(algorithms.UNKEYED)

_Marked = tuple[tuple[str, Callable[[Any], Any]], ...]


@dataclass(frozen=True, slots=True)
class _Step:
    """What is right to be done in a step, and what each of its slips does instead.

    `common` and `rare` are what the slips do, each after its mark in a way.
    """

    right: Callable[[Any], Any]
    slips: Slips
    common: _Marked
    rare: _Marked


class _Texts:
    """The texts that may have been signed, by the number of slips that lead to them, no fewer.

    The way to a text has a character for each step: which slip was made, NUL for none.
    """

    def __init__(self, sent: Sent) -> None:
        self._steps = _steps(sent)
        self._start = (sent.id, sent.email)
        self._known: list[dict[Any, str]] = [{} for _ in self._steps]  # fewest slips first
        self._ends: list[list[int]] = [[0] for _ in self._steps]  # of each number of slips
        self._texts: list[list[bytes]] = []  # of each number of slips

    def grow(self, slips: int) -> Iterator[None]:
        """Find all that so many slips lead to; fewer must have been grown before."""
        if slips > COMPLETE:  # too many to be remembered
            return
        for step, (known, ends) in enumerate(zip(self._known, self._ends, strict=True)):
            reached = self._reached(step, slips)
            while some := [*islice(reached, _CHUNK)]:
                for value, way in some:
                    known.setdefault(value, way)
                yield
            ends.append(len(known))
        self._texts.append([*islice(self._known[-1], self._ends[-1][slips], None)])

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
            reached = self._reached(len(self._steps) - 1, slips)
            while chunk := dict(islice(reached, _CHUNK)):
                yield chunk, chunk

    def retrace(self, way: str) -> tuple[str, Slips]:
        """Return the text to which a way leads, before it became bytes, and the slips on it."""
        value: Any = self._start
        slips: list[Slip] = []
        text = ""
        for mark, step in zip(map(ord, way), self._steps, strict=True):
            text = value
            wrong = dict(step.common + step.rare)
            value = wrong[chr(mark)](value) if mark else step.right(value)
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
        if slips > 1:
            yield from self._slipped(number, slips - 2, step.rare)
        right = step.right
        for value, way in self._level(number - 1, slips):
            yield right(value), way + "\0"
        if slips:
            yield from self._slipped(number, slips - 1, step.common)

    def _slipped(self, number: int, slips: int, wrong: _Marked) -> Iterator[tuple[Any, str]]:
        for value, way in self._level(number - 1, slips):
            for mark, make in wrong:
                yield make(value), way + mark


def _steps(sent: Sent) -> tuple[_Step, ...]:
    """Return the steps in which id and email become the bytes that are signed."""
    return (
        _step(lambda pair: pair, (*values.ID, *values.instead("id", sent.ids)), _of_id),
        _step(lambda pair: pair, (*values.EMAIL, *values.instead("email", sent.emails)), _of_email),
        _step(lambda pair: message(*pair), (*JOIN, *appended(sent.more)), _of_both),
        _step(lambda text: text, TEXT),
        _step(utf_8, charsets.CHARSET),
    )


def _step(
    right: Callable[[Any], Any],
    slips: Slips,
    taking: Callable[[Callable[..., Any]], Callable[[Any], Any]] = lambda make: make,
) -> _Step:
    """Return a step; `taking` makes a slip's function take all that a step is given."""
    marked = {slip: (chr(at), taking(slip.make)) for at, slip in enumerate(slips, start=1)}
    common, rare = (tuple(marked[slip] for slip in table) for table in _by_weight(slips))
    return _Step(right, slips, common, rare)


def _of_id(make: Callable[[str], str]) -> Callable[[tuple[str, str]], tuple[str, str]]:
    return lambda pair: (make(pair[0]), pair[1])


def _of_email(make: Callable[[str], str]) -> Callable[[tuple[str, str]], tuple[str, str]]:
    return lambda pair: (pair[0], make(pair[1]))


def _of_both(make: Callable[[str, str], str]) -> Callable[[tuple[str, str]], str]:
    return lambda pair: make(*pair)


def _found(digest: bytes, texts: _Texts, way: str, key: _Key | None, algorithm: Slip) -> Found:
    text, path = texts.retrace(way)
    slips = (*path, *(key.slips if key else ()), *((algorithm,) if algorithm.says else ()))
    called = key.called if key else "no key"
    account = key.account if key else None
    return Found(digest, text, slips, algorithm.called, called, account)
