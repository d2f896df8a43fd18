"""Finds the slips, as few as possible, that make a digest.

Every text that may have been signed meets every key and every algorithm, fewest slips first; a rare
slip counts for two, so that the answer comes soon, and only later for one. Of equally many, those
with the secret of the account in question come first, then those without any, then those with the
secrets of others.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice

from reamaze_gui.core.authkey import Secret, message
from reamaze_gui.core.mistakes import Slip, algorithms, digests, key_changes, keys, singles
from reamaze_gui.core.mistakes.changes import utf_8
from reamaze_gui.core.mistakes.charsets import read_back
from reamaze_gui.core.mistakes.decoders import ENOUGH
from reamaze_gui.core.mistakes.derived import derived
from reamaze_gui.core.mistakes.digests import Digest
from reamaze_gui.core.mistakes.sent import Sent
from reamaze_gui.core.mistakes.signed_texts import (
    COMPLETE,
    FIRST,
    LATER,
    SignedTexts,
    Slips,
    by_weight,
)

DEEPEST = 4  # slips through which the search goes on, after three with rare ones too


@dataclass(frozen=True, slots=True)
class Found:
    """How a digest that was looked for is made; `account` is None where no secret had a part.

    `text` was signed, as its bytes read; `right` must be signed.
    """

    digest: bytes
    text: str
    right: str
    slips: Slips
    algorithm: str
    key: str
    account: str | None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the search has come: the share, 0 to 1, of all ways with `depth` slips at once.

    With `rare`, of those in which a rare slip counts for one like any other.
    """

    share: float
    tried: int
    depth: int
    rare: bool = False


@dataclass(frozen=True, slots=True)
class Targets:
    """The digests that are looked for: by their first `ENOUGH` bytes, or by what tells them.

    `sizes` are how many bytes they have, where that is known.
    """

    beginnings: frozenset[bytes]
    matches: tuple[Callable[[bytes], bool], ...] = ()
    sizes: frozenset[int] = frozenset()

    def among(self, texts: Iterable[bytes], digest: Digest) -> list[bytes]:
        """Return the texts of which a digest is one of them."""
        wanted = self.beginnings
        if not self.matches:
            return [text for text in texts if digest(text)[:ENOUGH] in wanted]
        made = ((text, digest(text)) for text in texts)
        return [
            text
            for text, each in made
            if each[:ENOUGH] in wanted or any(matches(each) for matches in self.matches)
        ]


@dataclass(frozen=True, slots=True)
class _Key:
    value: bytes
    slips: Slips
    called: str
    account: str | None


_Ring = tuple[Collection[_Key | None], ...]


def search(
    sent: Sent,
    secrets: Mapping[str, Secret],
    targets: Targets,
    deepest: int = DEEPEST,
) -> Iterator[Found | Progress]:
    """Yield how each of the digests is made, fewest slips first, and in between the progress.

    `secrets` has first the account that the page must be signed for, and the secret of any other
    counts as one slip more.
    """
    tried = 0
    for ways, depth in stages(sent, secrets, deepest):
        is_rare, texts = ways.counts is LATER, ways.texts
        for _ in texts.grow(depth):
            yield Progress(0, tried, depth, is_rare)
        is_complete = depth == COMPLETE and not is_rare
        these = [*ways.of(depth), *(ways.slow(targets.sizes) if is_complete else ())]
        whole = sum(texts.count(slips) for slips, _, _ in these) or 1
        before = tried
        for slips, key, algorithm in these:
            digest = algorithm.make(key.value) if key else algorithm.make
            for chunk, ways_to in texts.chunks(slips):
                tried += len(chunk)
                for text in targets.among(chunk, digest):
                    yield _found(digest(text), texts, ways_to[text], key, algorithm)
                yield Progress(min((tried - before) / whole, 1), tried, depth, is_rare)
        for each in _alone(sent, secrets, targets) if is_complete else ():
            if isinstance(each, Found):
                yield each
            else:
                tried += each
                yield Progress(1, tried, depth)


def stages(
    sent: Sent, secrets: Mapping[str, Secret], deepest: int
) -> Iterator[tuple["_Ways", int]]:
    """Yield what is to be tried, one after the other, and with how many slips."""
    weighted = _Ways(sent, secrets)
    yield from ((weighted, depth) for depth in range(min(deepest, COMPLETE) + 1))
    if deepest > COMPLETE:
        yield _Ways(sent, secrets, LATER), COMPLETE
    yield from ((weighted, depth) for depth in range(COMPLETE + 1, deepest + 1))


class _Ways:
    """The ways to make a key: with each text, each key and each algorithm.

    `counts` is as how many slips one of each weight counts.
    """

    def __init__(
        self, sent: Sent, secrets: Mapping[str, Secret], counts: Mapping[int, int] = FIRST
    ) -> None:
        self.counts = counts
        self.texts = SignedTexts(sent, counts)
        self._rings = rings(sent, secrets, counts)
        self._unkeyed = by_weight(algorithms.UNKEYED, counts)
        self._keyed = {**by_weight(algorithms.KEYED, counts), 0: (algorithms.RIGHT,)}

    def of(self, depth: int) -> Iterator[tuple[int, "_Key | None", Slip]]:
        """Yield how many of the slips are left to the text, with which key and which algorithm.

        A key that is None has no part in the algorithm. The secret of another account is a slip,
        but is tried with as many others in the end.
        """
        if self.counts is LATER:  # fewer than before: two rare ones counted for four
            for _, ring in self._rings:
                yield from self._of(ring, depth - 1)
        is_first = self.counts is FIRST and depth <= COMPLETE
        for late, ring in self._rings:
            yield from self._of(ring, depth - late if is_first else depth)
        if is_first and depth == COMPLETE:
            for late, ring in self._rings:
                yield from self._of(ring, depth) if late else ()

    def slow(self, sizes: Collection[int]) -> Iterator[tuple[int, "_Key | None", Slip]]:
        """Yield the ways that take long, for the right text and the secret as it is."""
        (_, own), *_ = self._rings
        yield from ((0, key, each) for key in chain(*own[:1]) for each in derived(sizes))

    def _of(self, ring: "_Ring", depth: int) -> Iterator[tuple[int, "_Key | None", Slip]]:
        for at_key, slipped_keys in enumerate(ring):
            for key in slipped_keys:
                tables = self._unkeyed if key is None else self._keyed
                for at_algorithm, table in tables.items():
                    left = depth - at_key - at_algorithm
                    if left >= 0:
                        yield from ((left, key, algorithm) for algorithm in table)


def rings(
    sent: Sent, secrets: Mapping[str, Secret], counts: Mapping[int, int] = FIRST
) -> list[tuple[int, _Ring]]:
    """Return, for each account, the keys that no slip leads to, one, two and three.

    Each comes with how many slips the account itself counts for.
    """
    current = next((account for account in secrets if account != keys.OLD_SECRET), "")
    own, *others = [_ring(*each, current, sent, counts) for each in secrets.items()] or [()]
    strangers = sorted(by_weight(keys.strangers(sent.keys), counts).items())
    unknown = ([_Key(slip.make(), (slip,), slip.called, None) for slip in t] for _, t in strangers)
    return [(0, own), (0, ((None,),)), *((1, ring) for ring in others), (0, ((), *unknown))]


def _ring(
    account: str, secret: Secret, current: str, sent: Sent, counts: Mapping[int, int]
) -> _Ring:
    wrong: Slips = () if account == current else (keys.other_account(current),)
    wrong = (keys.old_secret(),) if account == keys.OLD_SECRET else wrong
    name = keys.key_of(account, current)
    right = utf_8(secret.value)
    made = {right}
    ring = [[_Key(right, wrong, name, account)]]
    changes = (*key_changes.CHANGES, *key_changes.joined_with(sent.keys))
    for _, table in sorted(by_weight(changes, counts).items()):
        ring.append([])
        for slip in table:
            key = slip.make(secret.value)
            if key not in made:
                made.add(key)
                ring[-1].append(_Key(key, (*wrong, slip), f"{name}, {slip.called}", account))
    return tuple(ring)


def _alone(sent: Sent, secrets: Mapping[str, Secret], targets: Targets) -> Iterator[Found | int]:
    """Yield what makes a digest with nothing else wrong, and now and then how many were tried."""
    right = message(sent.id, sent.email)
    for account, secret in islice(secrets.items(), 1):
        name = keys.key_of(account, account)
        for made, digest, is_key in (
            (singles.texts(sent), algorithms.RIGHT.make(utf_8(secret.value)), False),
            (singles.secrets(secret.value), digests.swapped("SHA-256", utf_8(right)), True),
        ):
            while some := {each.made: each for each in islice(made, 512)}:
                for text in targets.among(some, digest):
                    slip = Slip(some[text].says, some[text].fix, str)
                    signed = right if is_key else read_back(text, None)
                    called = f"{name}, {some[text].called}" if is_key else name
                    yield Found(
                        digest(text), signed, right, (slip,), "HMAC-SHA256", called, account
                    )
                yield len(some)


def _found(digest: bytes, texts: SignedTexts, way: str, key: _Key | None, algorithm: Slip) -> Found:
    made = texts.retrace(way)
    slips = (*made.slips, *(key.slips if key else ()), *((algorithm,) if algorithm.says else ()))
    called = key.called if key else "no key"
    account = key.account if key else None
    return Found(digest, made.signed, made.right, slips, algorithm.called, called, account)
