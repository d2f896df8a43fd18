"""The search finds the explanation with the fewest slips, always the same one."""

import base64
import hashlib
import hmac
from collections.abc import Callable, Iterator
from itertools import combinations, islice, pairwise, product
from random import Random

import pytest

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.mistakes import COMMON, ODD, RARE, Slip
from reamaze_gui.core.mistakes.decoders import ENOUGH
from reamaze_gui.core.mistakes.encodings import readings
from reamaze_gui.core.mistakes.search import (
    DEEPEST,
    Found,
    Progress,
    Targets,
    key_rings,
    search,
    stages,
)
from reamaze_gui.core.mistakes.sent import Sent
from reamaze_gui.core.mistakes.signed_texts import FIRST, LATER, SignedTexts
from tests.core.making import CUSTOMERS, MORE, NAME, SECRETS, TABLES, digest, signed_text

ZOE = CUSTOMERS[0]
SENT = Sent(ZOE.id, ZOE.email)
WITH_MORE = Sent(ZOE.id, ZOE.email, more=MORE, name=NAME)  # all that the tables' slips use
SECRET = Secret(SECRETS[0])
OFTEN = {
    step: [slip for slip in table if slip.weight == COMMON]
    for step, table in TABLES.items()
    if step not in {"stranger", "hash"}
}
WEIGHTS = {step: {slip.weight for slip in table} for step, table in TABLES.items()}


def _first(made: bytes, deepest: int, **secrets: Secret) -> Found | None:
    """Return how this is made, if it is, with the secret unless others are given."""
    steps = search(
        WITH_MORE, secrets or {"acme": SECRET}, Targets(frozenset([made[:ENOUGH]])), deepest
    )
    found = (each for each in steps if isinstance(each, Found) and each.digest == made)
    return next(found, None)


def _slip(step: str, part: str) -> Slip:
    """Return the first slip of a step that says this."""
    return next(slip for slip in TABLES[step] if part in slip.says)


def _chosen(count: int, slips: int) -> Iterator[dict[str, Slip]]:
    """Yield so many choices of so many slips, of different steps: always the same ones."""
    chance = Random(slips)  # noqa: S311 - a sample, not a secret
    for _ in range(count):
        yield {step: chance.choice(OFTEN[step]) for step in chance.sample([*OFTEN], slips)}


def _with_a_rare_one(count: int) -> Iterator[dict[str, Slip]]:
    """Yield so many choices of a common slip and a rare one of another step."""
    chance = Random(count)  # noqa: S311 - a sample, not a secret
    for slips in _chosen(count, 1):
        steps = [step for step in OFTEN if step not in slips and RARE in WEIGHTS[step]]
        step = chance.choice([*steps, "stranger"] if "key" not in slips else steps)
        yield slips | {step: chance.choice([slip for slip in TABLES[step] if slip.weight == RARE])}


@pytest.mark.parametrize("count", [20, pytest.param(500, marks=pytest.mark.slow)])
def test_two_or_three_slips_at_once_are_found_and_a_rare_one_with_another(count: int) -> None:
    chosen = [*_chosen(count, 2), *_chosen(count, 3), *_with_a_rare_one(count)]
    made = {digest(ZOE, SECRET.value, slips): slips for slips in chosen}
    found: dict[bytes, Found] = {}
    targets = Targets(frozenset(each[:ENOUGH] for each in made))
    for each in search(WITH_MORE, {"acme": SECRET}, targets, 3):
        if isinstance(each, Found):
            found.setdefault(each.digest, each)
    for key, slips in made.items():
        assert len(found[key].slips) <= len(slips)
        assert _remade(found[key]) == key


def test_rare_slips_at_once_are_found_before_three_common_ones() -> None:
    slips = {
        "id": _slip("id", "with “user_” in front"),
        "key": _slip("key", "with a space at its start"),
    }
    assert {slip.weight for slip in slips.values()} == {RARE}
    made = digest(ZOE, SECRET.value, slips)
    before = Progress(0, 0, 0)
    for each in search(SENT, {"acme": SECRET}, Targets(frozenset([made[:ENOUGH]]))):
        if isinstance(each, Found):
            assert {slip.says for slip in each.slips} == {slip.says for slip in slips.values()}
            break
        before = each
    assert (before.depth, before.rare) == (2, True)


def test_a_rare_slip_in_the_text_is_tried_with_a_rare_algorithm_before_four() -> None:
    *_, (before_four, depth), _ = stages(SENT, {"acme": SECRET}, DEEPEST)
    passes = [
        left
        for left, key, algorithm in before_four.at(depth)
        if key and not key.slips and algorithm.weight == RARE
    ]
    assert {*passes} == {1, 2}  # slips in the text, where a rare one counts for one


def _remade(found: Found) -> bytes:
    """Return the digest that the slips lead to which were found, by their sentences."""
    tables = {step: {slip.says: slip for slip in table} for step, table in TABLES.items()}
    slips = {
        step: table[slip.says]
        for slip in found.slips
        for step, table in tables.items()
        if slip.says in table
    }
    swaps = {"The email was signed, not the ID.", "The ID was signed, not the email."}
    assert {slip.says for slip in found.slips} <= {slip.says for slip in slips.values()} | swaps
    return digest(ZOE, SECRET.value, slips)


def test_fewer_slips_are_found_first() -> None:
    made = [
        digest(ZOE, SECRET.value, slips)
        for slips in (
            {"id": _slip("id", "decimal number"), "text": _slip("text", "line break at its end")},
            {"email": _slip("email", "lower-cased")},
            {},
        )
    ]
    targets = Targets(frozenset(each[:ENOUGH] for each in made))
    found = [each for each in search(SENT, {"": SECRET}, targets, 2) if isinstance(each, Found)]
    first = list(dict.fromkeys(each.digest for each in found))
    assert first == made[::-1]
    counts = [len(each.slips) for each in found]
    assert counts == sorted(counts)


def test_the_same_is_found_every_time() -> None:
    made = hashlib.sha256(f"{ZOE.email}{SECRET.value}".encode()).digest()
    found = {_first(made, 2) for _ in range(3)}
    assert len(found) == 1
    assert None not in found


def test_what_needs_no_secret_is_found_without_one() -> None:
    slips = [(step, slip) for step in ("stranger", "hash") for slip in TABLES[step]]
    made = {digest(ZOE, "", {step: slip}): slip for step, slip in slips}
    found: dict[bytes, Found] = {}
    for each in search(SENT, {}, Targets(frozenset(each[:ENOUGH] for each in made)), 3):
        if isinstance(each, Found):
            found.setdefault(each.digest, each)
    assert {key: found[key].slips for key in made} == {key: (slip,) for key, slip in made.items()}
    assert {each.account for each in found.values()} == {None}


def test_the_current_account_comes_before_the_others() -> None:
    same = SECRET.value.upper()
    made = hmac.digest(same.encode(), f"{ZOE.id}:{ZOE.email}".encode(), "sha256")
    found = _first(made, 1, acme=SECRET, beta=Secret(same))
    assert found
    assert [slip.says for slip in found.slips] == [
        "The secret was upper-cased before it was used as the key."
    ]  # rather than as it is, but of another account
    assert found.account == "acme"
    assert _first(made, 1, acme=Secret(same), beta=SECRET) == Found(
        made,
        f"{ZOE.id}:{ZOE.email}",
        f"{ZOE.id}:{ZOE.email}",
        (),
        "HMAC-SHA256",
        "the SSO secret of acme",
        "acme",
    )


def test_values_besides_id_and_email_are_tried() -> None:
    sent = Sent("7", "a@b.c", {"the ID before": "8"}, {"the name": "Zoë"}, {"the phone": "+1"}, {})
    for text, says in {
        "8:a@b.c": "The ID before was signed, not the ID.",
        "7:Zoë": "The name was signed, not the email.",
        "7:a@b.c:+1": "The ID, the email and the phone were signed, joined with a colon.",
    }.items():
        made = hmac.digest(SECRET.value.encode(), text.encode(), "sha256")
        steps = search(sent, {"": SECRET}, Targets(frozenset([made[:ENOUGH]])), 2)
        found = next(each for each in steps if isinstance(each, Found))
        assert [slip.says for slip in found.slips] == [says]
        assert (found.text, found.key) == (text, "the SSO secret")


def _progress(deepest: int, **secrets: Secret) -> Iterator[Progress]:
    steps = search(SENT, secrets, Targets(frozenset([bytes(ENOUGH)])), deepest)
    return (each for each in steps if isinstance(each, Progress))


@pytest.mark.parametrize("secrets", [{}, {"acme": SECRET}, {"acme": SECRET, "b": Secret("bbbb")}])
def test_progress_only_grows(secrets: dict[str, Secret]) -> None:
    seen = [(each.depth, each.share, each.tried) for each in _progress(2, **secrets)]
    assert all(before <= after for before, after in pairwise(seen))
    assert all(before[2] <= after[2] for before, after in pairwise(seen))
    assert {depth for depth, _, _ in seen} == {0, 1, 2}
    assert seen[-1][1] == 1


def test_no_key_is_tried_twice() -> None:
    for secret in SECRETS:
        found = key_rings(SENT, {"acme": Secret(secret)})
        tried = [key.value for _, ring in found for keys in ring for key in keys if key]
        assert len(tried) == len(set(tried))


def test_two_of_any_kind_come_before_three_common_slips_and_three_before_four() -> None:
    steps = stages(SENT, {"acme": SECRET}, DEEPEST)
    counted = [(ways.counts, depth) for ways, depth in steps]
    first = [(FIRST, depth) for depth in range(5)]
    assert counted == [*first[:3], (LATER, 2), first[3], (LATER, 3), first[4]]


def test_the_texts_of_four_slips_are_streamed_with_the_ways_to_them() -> None:
    texts = SignedTexts(SENT)
    for depth in range(DEEPEST + 1):
        assert all(each is None for each in texts.grow(depth))
    fewer = {text for slips in range(DEEPEST) for chunk, _ in texts.chunks(slips) for text in chunk}
    for chunk, ways in islice(texts.chunks(DEEPEST), 3):
        assert chunk
        assert not {*chunk} & fewer
        for text in chunk:
            assert sum(slip.weight for slip in texts.retrace(ways[text]).slips) == DEEPEST


def test_the_texts_of_three_common_slips_are_streamed_to_the_last() -> None:
    texts = SignedTexts(WITH_MORE, {COMMON: 1, RARE: 9, ODD: 9})
    assert all(each is None for each in texts.grow(3))
    fewer = {text for slips in range(3) for chunk, _ in texts.chunks(slips) for text in chunk}
    streamed = {text for chunk, _ in texts.chunks(3) for text in chunk}
    assert not streamed & fewer
    assert sum(map(texts.count, range(3))) == len(fewer)
    assert 0.2 < texts.count(3) / len(streamed) < 5  # an estimate, for the progress bar
    steps = [step for step in OFTEN if step in {"pair", "id", "email", "join", "text"}]
    for chosen in combinations(steps, 3):
        for slips in product(*(OFTEN[step][:5] for step in chosen)):
            made = signed_text(ZOE, dict(zip(chosen, slips, strict=True)))
            assert made.encode() in streamed | fewer


def _random(count: int) -> Targets:
    """Return what so many random keys may mean, written in several ways."""
    random = [hashlib.sha256(f"random {number}".encode()).digest() for number in range(count)]
    writings: tuple[Callable[[bytes], str], ...] = (
        bytes.hex,
        lambda digest: digest.hex().upper(),
        lambda digest: digest.hex()[:16],
        lambda digest: "".join(f"{byte:x}" for byte in digest),
        lambda digest: base64.b64encode(digest).decode(),
    )
    written = (writings[at % len(writings)](each) for at, each in enumerate(random))
    meant = [each for text in written for each in readings(text)]
    return Targets(frozenset(each.digest[:ENOUGH] for each in meant if each.digest))


@pytest.mark.parametrize("count", [300, pytest.param(10_000, marks=pytest.mark.slow)])
def test_random_keys_are_never_explained_and_fewer_than_330_000_ways_are_tried(count: int) -> None:
    # The price of each new slip is paid by everybody who waits; drop one that nobody makes.
    steps = [*search(SENT, {"acme": SECRET}, _random(count), 3)]
    assert not [each for each in steps if isinstance(each, Found)]
    assert isinstance(steps[-1], Progress)
    assert (steps[-1].depth, steps[-1].tried < 330_000) == (3, True)


@pytest.mark.parametrize(
    "write",
    [
        lambda digest: digest.decode("utf-8", "replace"),
        lambda digest: digest.decode("cp1252", "replace"),
        lambda digest: base64.b64encode(digest).decode().lower(),
        lambda digest: digest.hex()[-20:],
        lambda digest: f"{digest.hex()[:8]}…{digest.hex()[-8:]}",
        lambda digest: "".join(map(str, digest)),
    ],
    ids=["UTF-8", "Windows-1252", "Base64", "the end", "both ends", "decimal"],
)
@pytest.mark.parametrize("slips", [2, pytest.param(3, marks=pytest.mark.slow)])
def test_a_random_key_is_never_explained_of_which_a_part_was_lost(
    write: Callable[[bytes], str], slips: int
) -> None:
    texts = (write(hashlib.sha256(bytes([number])).digest()) for number in range(3))
    meant = [each for text in texts for each in readings(text)]
    assert meant
    beginnings = frozenset(each.digest[:ENOUGH] for each in meant if each.digest)
    targets = Targets(beginnings, tuple(each.matches for each in meant if each.matches))
    steps = search(SENT, {"acme": SECRET}, targets, slips)
    assert not [each for each in steps if isinstance(each, Found)]
