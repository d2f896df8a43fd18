"""Finds the fewest slips that reproduce a digest.

Every text that may have been signed is tried with every key and algorithm, fewest slips first. A
rare slip counts for two at first, so that likely answers come soon, then for one. Among equal
numbers of slips, candidates with the secret of the account in question come first, then those
without a secret, then those with the secrets of other accounts.
"""

from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain, islice

from reamaze_gui.core.authkey import Secret, message
from reamaze_gui.core.mistakes import Side, Slip, algorithms, digests, key_changes, keys, singles
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
    Tables,
    by_weight,
    tables,
)

DEEPEST = 4  # slips that the search goes on to, once all combinations of three were tried


@dataclass(frozen=True, slots=True)
class Found:
    """How one of the targets is made; `account` is None if no secret was used.

    `text` is what was signed; `right` is what must be signed.
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
    """How far the search has come: the share, 0 to 1, of candidates with `depth` slips at once.

    `tried` counts all candidates until now. With `rare`, a rare slip counts for one like any other.
    """

    share: float
    tried: int
    depth: int
    rare: bool = False


@dataclass(frozen=True, slots=True)
class Targets:
    """The digests to look for, by their first `ENOUGH` bytes or by a function that matches them.

    `sizes` are their lengths in bytes, where known.
    """

    beginnings: frozenset[bytes]
    matches: tuple[Callable[[bytes], bool], ...] = ()
    sizes: frozenset[int] = frozenset()

    def among(self, texts: Iterable[bytes], digest: Digest) -> list[bytes]:
        """Return the texts whose digest is a target."""
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
    name: str
    account: str | None


_KeyRing = tuple[Collection[_Key | None], ...]  # by number of slips


def search(
    sent: Sent, secrets: Mapping[str, Secret], targets: Targets, deepest: int = DEEPEST
) -> Iterator[Found | Progress]:
    """Yield how the targets are made, fewest slips first, and progress in between.

    The first of `secrets` is that of the account that the page must be signed for; the secret of
    any other account counts as one more slip.
    """
    tried = 0
    for candidates, depth in stages(sent, secrets, deepest):
        is_rare, texts = candidates.counts is LATER, candidates.texts
        for _ in texts.grow(depth):
            yield Progress(0, tried, depth, is_rare)
        is_complete = depth == COMPLETE and not is_rare
        passes = [*candidates.at(depth), *(candidates.slow(targets.sizes) if is_complete else ())]
        total = sum(texts.count(slips) for slips, _, _ in passes) or 1
        before = tried
        for slips, key, algorithm in passes:
            digest = algorithm.make(key.value) if key else algorithm.make
            for chunk, paths in texts.chunks(slips):
                tried += len(chunk)
                for text in targets.among(chunk, digest):
                    yield _found(digest(text), texts, paths[text], key, algorithm)
                yield Progress(min((tried - before) / total, 1), tried, depth, is_rare)
        if not is_complete:
            continue
        single = _single_mistakes(sent, secrets, targets)
        tried = yield from _with_progress(single, Progress(1, tried, depth))
        combined = candidates.at(1) if secrets and deepest > COMPLETE else ()
        further = _single_texts(sent, targets, combined)
        tried = yield from _with_progress(further, Progress(0, tried, depth, rare=True))


def _with_progress(
    found: Iterator[Found | int], progress: Progress
) -> Generator[Found | Progress, None, int]:
    """Yield what is found, and progress instead of numbers tried; return the total tried."""
    for each in found:
        if isinstance(each, Found):
            yield each
        else:
            progress = replace(progress, tried=progress.tried + each)
            yield progress
    return progress.tried


def stages(
    sent: Sent, secrets: Mapping[str, Secret], deepest: int
) -> Iterator[tuple["_Candidates", int]]:
    """Yield the candidates to try, stage by stage, with their number of slips."""
    slips = tables(sent)
    weighted = _Candidates(sent, secrets, FIRST, slips)
    yield from ((weighted, depth) for depth in range(min(deepest + 1, COMPLETE)))
    if deepest < COMPLETE:
        return
    unweighted = _Candidates(sent, secrets, LATER, slips)
    yield from ((unweighted, COMPLETE - 1), (weighted, COMPLETE))
    yield from ((unweighted, COMPLETE),) if deepest > COMPLETE else ()
    yield from ((weighted, depth) for depth in range(COMPLETE + 1, deepest + 1))


class _Candidates:
    """The candidates: every text with every key and every algorithm.

    `counts` tells how many slips one of each weight counts for.
    """

    def __init__(
        self, sent: Sent, secrets: Mapping[str, Secret], counts: Mapping[int, int], slips: Tables
    ) -> None:
        self.counts = counts
        self.texts = SignedTexts(sent, counts, slips)
        self._key_rings = key_rings(sent, secrets, counts)
        self._unkeyed = by_weight(algorithms.UNKEYED, counts)
        self._keyed = {**by_weight(algorithms.KEYED, counts), 0: (algorithms.RIGHT,)}

    def at(self, depth: int) -> Iterator[tuple[int, "_Key | None", Slip]]:
        """Yield the number of slips left for the text, the key, and the algorithm.

        The key is None for algorithms that take none. The secret of another account counts as a
        slip, but in the end it is tried with as many other slips as our own.
        """
        if self.counts is LATER and depth < COMPLETE:  # only with the own secret, rightly used
            (_, own), *_ = self._key_rings
            for slips_of_key, ring_keys in enumerate(own):
                left = depth - slips_of_key
                yield from ((left, key, algorithms.RIGHT) for key in ring_keys)
            return
        if self.counts is LATER:  # not tried yet: before, two rare slips counted for four
            for _, ring in self._key_rings:
                yield from self._with_keys(ring, depth - 1)
        is_first = self.counts is FIRST and depth <= COMPLETE
        for extra, ring in self._key_rings:
            yield from self._with_keys(ring, depth - extra if is_first else depth)
        for extra, ring in self._key_rings if is_first and depth == COMPLETE else ():
            yield from self._with_keys(ring, depth) if extra else ()

    def slow(self, sizes: Collection[int]) -> Iterator[tuple[int, "_Key | None", Slip]]:
        """Yield the slow algorithms, with the right text and the unchanged secret."""
        (_, own), *_ = self._key_rings
        yield from ((0, key, each) for key in chain(*own[:1]) for each in derived(sizes))

    def _with_keys(self, ring: "_KeyRing", depth: int) -> Iterator[tuple[int, "_Key | None", Slip]]:
        for slips_of_key, ring_keys in enumerate(ring):
            for key in ring_keys:
                tables = self._unkeyed if key is None else self._keyed
                for slips_of_algorithm, table in tables.items():
                    left = depth - slips_of_key - slips_of_algorithm
                    if left >= 0:
                        yield from ((left, key, algorithm) for algorithm in table)


def key_rings(
    sent: Sent, secrets: Mapping[str, Secret], counts: Mapping[int, int] = FIRST
) -> list[tuple[int, _KeyRing]]:
    """Return the keys of each account by number of slips, each with the slips of the account."""
    current = next((account for account in secrets if account != keys.OLD_SECRET), "")
    own, *others = [_key_ring(*each, current, sent, counts) for each in secrets.items()] or [()]
    strangers = sorted(by_weight(keys.strangers(sent.keys), counts).items())
    unknown = ([_Key(slip.make(), (slip,), slip.result, None) for slip in t] for _, t in strangers)
    return [(0, own), (0, ((None,),)), *((1, ring) for ring in others), (0, ((), *unknown))]


def _key_ring(
    account: str, secret: Secret, current: str, sent: Sent, counts: Mapping[int, int]
) -> _KeyRing:
    may_be_right = account == current or sent.account is None
    wrong: Slips = () if may_be_right else (keys.other_account(sent.account or ""),)
    wrong = (keys.old_secret(),) if account == keys.OLD_SECRET else wrong
    name = keys.key_of(account, None if sent.account is None else current)
    right = utf_8(secret.value)
    known = {right}
    ring = [[_Key(right, wrong, name, account)]]
    changes = (*key_changes.CHANGES, *key_changes.joined_with(sent.keys))
    for _, table in sorted(by_weight(changes, counts).items()):
        ring.append([])
        for slip in table:
            key = slip.make(secret.value)
            if key not in known:
                known.add(key)
                ring[-1].append(_Key(key, (*wrong, slip), f"{name}, {slip.result}", account))
    return tuple(ring)


def _single_mistakes(
    sent: Sent, secrets: Mapping[str, Secret], targets: Targets
) -> Iterator[Found | int]:
    """Yield the single mistakes that make a target, and now and then how many were tried."""
    right = message(sent.id, sent.email)
    for account, secret in islice(secrets.items(), 1):
        own = _Key(utf_8(secret.value), (), keys.key_of(account, account), account)
        yield from _single_texts(sent, targets, [(0, own, algorithms.RIGHT)])
        swapped = digests.swapped("SHA-256", utf_8(right))
        for made, owner in ((singles.secrets(secret.value), account), (singles.strangers(), None)):
            for chunk in _chunks(made):
                for value in targets.among(chunk, swapped):
                    single = chunk[value]
                    name = single.key if owner is None else f"{own.name}, {single.key}"
                    key = _Key(value, single.slips, name, owner)
                    yield _made(swapped(value), (right, right), key.slips, key, algorithms.RIGHT)
                yield len(chunk)


def _single_texts(
    sent: Sent, targets: Targets, passes: Iterable[tuple[int, _Key | None, Slip]]
) -> Iterator[Found | int]:
    """Yield the wrong texts that make a target with one of these keys and algorithms."""
    right = message(sent.id, sent.email)
    for _, key, algorithm in passes:
        digest = algorithm.make(key.value) if key else algorithm.make
        for chunk in _chunks(singles.texts(sent)):
            for text in targets.among(chunk, digest):
                signed = read_back(text, None)
                must_be = signed if chunk[text].side is Side.PAGE else right
                slips = (*chunk[text].slips, *_slips(key, algorithm))
                yield _made(digest(text), (signed, must_be), slips, key, algorithm)
            yield len(chunk)


def _chunks(made: Iterator[singles.Single]) -> Iterator[dict[bytes, singles.Single]]:
    """Yield the mistakes by what they make, the first one where several make the same."""
    while chunk := [*islice(made, 512)]:
        yield {each.made: each for each in reversed(chunk)}


def _found(
    digest: bytes, texts: SignedTexts, path: str, key: _Key | None, algorithm: Slip
) -> Found:
    text = texts.retrace(path)
    slips = (*text.slips, *_slips(key, algorithm))
    return _made(digest, (text.signed, text.right), slips, key, algorithm)


def _slips(key: _Key | None, algorithm: Slip) -> Slips:
    return (*(key.slips if key else ()), *((algorithm,) if algorithm.says else ()))


def _made(
    digest: bytes, texts: tuple[str, str], slips: Slips, key: _Key | None, algorithm: Slip
) -> Found:
    name = key.name if key else "no key"
    account = key.account if key else None
    return Found(digest, *texts, slips, algorithm.result, name, account)
