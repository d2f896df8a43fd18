"""Every slip of the tables is found, alone, in a key that was made with it."""

from collections import Counter
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.customer import Customer
from reamaze_gui.core.diagnosis import Verdict, diagnose
from reamaze_gui.core.mistakes import Slip
from reamaze_gui.core.mistakes.texts import appended
from reamaze_gui.core.mistakes.values import instead
from tests.core.making import CUSTOMERS, SECRETS, TABLES, digest, page
from tests.core.sentences import faults

SLIPS = [(step, slip) for step, table in TABLES.items() for slip in table]
CASES = [(customer, secret) for secret in SECRETS for customer in CUSTOMERS]
ANY_TEXT = st.text(st.characters(exclude_categories=())) | st.text("0123456789,.-:/+%&;=@ \n'\"b")


@cache
def _outcomes(customer: Customer, secret: str) -> dict[int, bytes]:
    """Return the digest to which each slip leads, alone."""
    return {id(slip): digest(customer, secret, {step: slip}) for step, slip in SLIPS}


def _distinguishing(slip: Slip) -> tuple[Customer, str] | None:
    """Return whom and which secret a slip changes: if there is one, as no other slip does."""
    telling = [case for case in CASES if _outcomes(*case)[id(slip)] != digest(*case, {})]
    alone = (
        case
        for case in telling
        if Counter(_outcomes(*case).values())[_outcomes(*case)[id(slip)]] == 1
    )
    return next(alone, telling[0] if telling else None)


@pytest.mark.parametrize(("step", "slip"), SLIPS, ids=[f"{s}: {each.says}" for s, each in SLIPS])
def test_a_slip_alone_is_found(step: str, slip: Slip) -> None:
    case = _distinguishing(slip)
    assert case, "It changes nothing, whatever it is applied to."
    customer, secret = case
    made = digest(customer, secret, {step: slip})
    report = diagnose(page(customer, made.hex()), {"acme": Secret(secret)})
    assert (report.verdict, report.customer) == (Verdict.EXPLAINED, customer)
    assert report.explanation
    found = report.explanation.slips[0]
    same = {each.says for at, each in SLIPS if digest(customer, secret, {at: each}) == made}
    assert found.says in same
    assert found.fix
    assert len(report.explanation.slips) == 1
    assert report.explanation.account == (None if step in {"stranger", "hash"} else "acme")


def test_no_sentence_is_said_twice() -> None:
    said = Counter(slip.says for _, slip in SLIPS)
    assert [says for says, count in said.items() if count > 1] == []


def test_every_slip_is_a_sentence_with_its_fix() -> None:
    for _, slip in SLIPS:
        for sentence in (slip.says, slip.fix):
            assert not faults(sentence)
            assert "{}" not in sentence.replace("{}:{}", "")


@given(id=ANY_TEXT, email=ANY_TEXT)
def test_every_slip_takes_any_text(id: str, email: str) -> None:
    for step, slip in SLIPS:
        if step == "pair":
            assert {*slip.make((id, email))} == {id, email}
        elif step in {"id", "email", "text"}:
            assert isinstance(slip.make(id), str)
        elif step in {"charset", "key"}:
            assert isinstance(slip.make(email), bytes)
        elif step == "join":
            assert isinstance(slip.make(id, email), str)


@pytest.mark.parametrize("number", ["9" * 308, "9" * 309, "9" * 5_000, "0" * 400, "٣", "²"])
def test_no_number_is_too_long_for_a_slip(number: str) -> None:
    assert all(isinstance(slip.make(number), str) for slip in TABLES["id"])


def test_another_value_is_called_by_its_name() -> None:
    (slip,) = instead("email", {"the name": "Zoë"})
    assert (slip.says, slip.make("zoe@example.org")) == (
        "Not the email was signed, but the name.",
        "Zoë",
    )


def test_a_value_that_was_signed_too_is_called_by_its_name() -> None:
    (slip,) = appended({"the name": "Zoë"})
    assert (slip.says, slip.make("7", "zoe@example.org")) == (
        "Not only id and email were signed, but the name too.",
        "7:zoe@example.org:Zoë",
    )
