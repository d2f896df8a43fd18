"""Every slip of the tables is found, alone, in a key that was made with it."""

from collections import defaultdict
from dataclasses import replace
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.customer import Customer
from reamaze_gui.core.mistakes import COMMON, ODD, RARE, Side, Slip
from reamaze_gui.core.mistakes.decoders import ENOUGH
from reamaze_gui.core.mistakes.search import Found, Targets, search
from reamaze_gui.core.mistakes.sent import Sent
from reamaze_gui.core.mistakes.texts import joined_with
from reamaze_gui.core.mistakes.values import instead, with_account
from tests.core.making import CUSTOMERS, MORE, NAME, SECRETS, TABLES, digest
from tests.core.sentences import faults

Case = tuple[Customer, str]

# Some have their email as their ID: a slip in both values changes both, or neither.
_CUSTOMERS = (*CUSTOMERS, *(replace(each, id=each.email) for each in CUSTOMERS))
CASES: list[Case] = [(customer, secret) for customer in _CUSTOMERS for secret in SECRETS]
ANY_TEXT = st.text(st.characters(exclude_categories=())) | st.text("0123456789,.-:/+%&;=@ \n'\"b")


def _telling(step: str, slip: Slip) -> Case | None:
    """Return whom and which secret a slip changes."""
    right = (case for case in CASES if digest(*case, {step: slip}) != digest(*case, {}))
    return next(right, None)


def _found(case: Case, made: set[bytes], deepest: int) -> dict[bytes, Found]:
    """Return how each digest is found first."""
    found: dict[bytes, Found] = {}
    customer, secret = case
    sent = Sent(customer.id, customer.email, more=MORE, name=NAME)
    targets = Targets(frozenset(each[:ENOUGH] for each in made))
    for each in search(sent, {"acme": Secret(secret)}, targets, deepest):
        if isinstance(each, Found):
            found.setdefault(each.digest, each)
    return found


@pytest.mark.parametrize("weights", [{COMMON, RARE}, pytest.param({ODD}, marks=pytest.mark.slow)])
def test_every_slip_is_found_alone(weights: set[int]) -> None:
    cases: dict[Case, dict[bytes, list[tuple[str, Slip]]]] = defaultdict(lambda: defaultdict(list))
    changing_nothing = []
    for step, slip in ((step, slip) for step, table in TABLES.items() for slip in table):
        case = _telling(step, slip)
        if not case:
            changing_nothing.append(slip.says)
        elif slip.weight in weights:
            cases[case][digest(*case, {step: slip})].append((step, slip))
    assert changing_nothing == []
    for case, made in cases.items():
        found = _found(
            case, {*made}, max(min(slip.weight for _, slip in slips) for slips in made.values())
        )
        for key, slips in made.items():
            counted = sum(slip.weight for slip in found[key].slips)
            assert counted <= min(slip.weight for _, slip in slips)
            without_secret = any(step in {"stranger", "hash"} for step, _ in slips)
            assert found[key].account == (None if without_secret else "acme")


def test_no_sentence_is_said_twice() -> None:
    said: dict[str, str] = {}
    for step, table in TABLES.items():
        for slip in table:
            assert said.setdefault(slip.says, step) == step
        assert len({slip.says for slip in table}) == len(table)


def test_every_slip_is_a_sentence_with_its_fix() -> None:
    for table in TABLES.values():
        for slip in table:
            assert not faults(slip.says)
            assert not faults(slip.fix)


@given(id=ANY_TEXT, email=ANY_TEXT)
@settings(max_examples=12)
def test_every_slip_takes_any_text(id: str, email: str) -> None:
    for step in ("id", "email", "text"):
        assert all(isinstance(slip.make(id), str) for slip in TABLES[step])
    for step in ("charset", "key"):
        assert all(isinstance(slip.make(email), bytes) for slip in TABLES[step])
    assert all(isinstance(slip.make(id, email), str) for slip in TABLES["join"])
    assert all(len(slip.make((id, email))) == 2 for slip in TABLES["pair"])


@pytest.mark.parametrize("number", ["9" * 308, "9" * 309, "9" * 5_000, "0" * 400, "٣", "²"])
def test_no_number_is_too_long_for_a_slip(number: str) -> None:
    assert all(isinstance(slip.make(number), str) for slip in TABLES["id"])


def test_another_value_is_called_by_its_name() -> None:
    (slip,) = instead("email", {"the name": "Zoë"}, own="zoe@example.org")
    assert (slip.says, slip.make("zoe@example.org"), slip.side) == (
        "The name was signed, not the email.",
        "Zoë",
        Side.SERVER,
    )


@pytest.mark.parametrize("own", ["", "undefined", "null", "[email protected]", "Zoë Day"])
def test_a_page_that_has_no_value_is_at_fault_for_another_one(own: str) -> None:
    (slip,) = instead("email", {"the name": "Zoë"}, own=own)
    assert slip.side is Side.PAGE
    assert "Correct the page" in slip.fix


def test_a_value_that_was_signed_too_is_called_by_its_name() -> None:
    slips = {slip.says: slip for slip in joined_with({"the name": "Zoë"}, "")}
    slip = slips["The ID, the email and the name were signed, joined with a colon."]
    assert (slip.make("7", "zoe@example.org"), slip.weight) == ("7:zoe@example.org:Zoë", RARE)


def test_the_account_may_stand_before_the_id() -> None:
    slips = {slip.says: slip.make("7") for slip in with_account("acme")}
    assert slips["The ID was signed with the account in front, joined with “-”."] == "acme-7"
    assert slips["The ID was signed with the account in front."] == "acme7"
    assert not [*with_account("")]


def test_the_products_are_odd_and_what_people_do_every_day_is_common() -> None:
    weights = {slip.says: slip.weight for table in TABLES.values() for slip in table}
    assert weights["The text of ID and email was signed with a line break at its end."] == COMMON
    assert weights["The email was signed with a line break at its end."] == RARE
    assert weights["The email was lower-cased before it was signed."] == COMMON
    assert weights["ID and email were joined with a bar instead of a colon."] == COMMON
    assert sum(weight == COMMON for weight in weights.values()) < 130
    assert sum(weight == ODD for weight in weights.values()) > 5_000
    assert [*islice((each for each in weights.values() if each not in {1, 2, 3}), 1)] == []
