"""A change of the saved customers is made where it still can be, and can be taken back."""

import time
import unicodedata
from collections.abc import Iterable
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reamaze_gui.core.customer import Customer
from reamaze_gui.core.saved import (
    LONGEST_NAME,
    Arrivals,
    Change,
    Saved,
    arrivals,
    change,
    find,
    is_same,
    kept_apart,
    matching,
    name_for,
    said_of,
    tidy,
)

ZOE = Saved("Zoë", Customer("7", "zoe@example.org"), "acme")
OTHER_ZOE = Saved("ZOË", Customer("8", "zoe@example.com"))
BO = Saved("Bo", Customer("9", "bo@example.org"))


def changed(saved: Iterable[Saved], changes: Iterable[Change]) -> tuple[Saved, ...]:
    return change(saved, changes)[0]


entries = st.builds(
    Saved,
    st.sampled_from(["Zoë", "zoë", "Bo", "Öz", "Al"]),
    st.builds(Customer, id=st.sampled_from("12")),
)
lists = st.lists(entries).map(lambda found: changed((), (Change(None, each) for each in found)))
changes = st.lists(st.builds(Change, st.none() | entries, st.none() | entries))


def test_a_new_customer_is_added_in_the_order_of_the_names() -> None:
    assert changed((ZOE,), [Change(None, BO)]) == (BO, ZOE)
    oz = Saved("Öz", Customer("1"))
    assert changed((BO, ZOE), [Change(None, oz)]) == (BO, oz, ZOE)


def test_only_what_is_known_is_replaced() -> None:
    assert changed((ZOE,), [Change(None, OTHER_ZOE)]) == (ZOE,)
    assert changed((ZOE,), [Change(BO, OTHER_ZOE)]) == (ZOE,)
    assert changed((ZOE,), [Change(ZOE, OTHER_ZOE)]) == (OTHER_ZOE,)


def test_only_what_is_as_it_was_is_deleted_or_renamed() -> None:
    assert changed((OTHER_ZOE,), [Change(ZOE, None)]) == (OTHER_ZOE,)
    assert changed((BO, ZOE), [Change(ZOE, None)]) == (BO,)
    renamed = Saved("Al", ZOE.customer, "acme")
    assert changed((BO, ZOE), [Change(ZOE, renamed)]) == (renamed, BO)
    onto_bo = Change(ZOE, Saved("bo", ZOE.customer, "acme"))
    assert changed((BO, ZOE), [onto_bo]) == (BO, ZOE)
    assert change((BO, ZOE), [onto_bo, Change(BO, None)])[1] == (Change(BO, None),)


def test_a_name_may_be_written_otherwise() -> None:
    louder = Saved("ZOË", ZOE.customer, "acme")
    assert changed((ZOE,), [Change(ZOE, louder)]) == (louder,)


@given(lists, changes)
def test_what_was_made_can_be_taken_back(before: tuple[Saved, ...], wanted: list[Change]) -> None:
    after, made = change(before, wanted)
    assert set(made) <= set(wanted)
    back = [each.undone for each in reversed(made)]
    assert change(after, back) == (before, tuple(back))


AL = Saved("Al", Customer("1"))
AL_BEFORE = Saved("Al", Customer("99"))
UNDOING = {
    "a deletion": ([Change(None, AL)], "Al is back."),
    "a new one": ([Change(AL, None)], "Al is saved no longer."),
    "a name": ([Change(BO, AL)], "Bo is called Al again."),
    "a replacement": ([Change(AL, AL_BEFORE)], "Al is as before."),
    "deletions": ([Change(None, AL), Change(None, BO)], "2 customers are back as they were."),
    "an import": ([Change(AL, None), Change(BO, None)], "2 customers are saved no longer."),
}


@pytest.mark.parametrize(("undoing", "says"), UNDOING.values(), ids=UNDOING)
def test_it_is_said_what_was_undone(undoing: list[Change], says: str) -> None:
    assert said_of(undoing) == says


@given(lists, changes)
def test_no_two_customers_ever_have_the_same_name(
    before: tuple[Saved, ...], wanted: list[Change]
) -> None:
    after = changed(before, wanted)
    names = [each.saved_as.casefold() for each in after]
    assert len(names) == len(set(names))


def test_what_arrives_is_told_apart_by_whether_its_name_is_taken() -> None:
    al = Saved("Al", Customer("1"))
    assert arrivals((ZOE, BO), (OTHER_ZOE, BO, al)) == Arrivals(
        new=(Change(None, al),),
        taken=(Change(ZOE, OTHER_ZOE),),
        beside=(Change(None, Saved("ZOË (2)", OTHER_ZOE.customer)),),
    )


def test_who_arrives_beside_another_takes_no_name_that_is_new() -> None:
    second = Saved("Zoë (2)", Customer("1"))
    [beside] = arrivals((ZOE, BO), (OTHER_ZOE, second)).beside
    assert beside.after == Saved("ZOË (3)", OTHER_ZOE.customer)


@given(lists, st.lists(entries))
def test_kept_apart_nobody_takes_a_name(before: tuple[Saved, ...], found: list[Saved]) -> None:
    apart = [*kept_apart(before, found)]
    assert [each.customer for each in apart] == [each.customer for each in found]
    assert len(changed(before, (Change(None, each) for each in apart))) == len(before) + len(found)


def test_ten_thousand_of_the_same_name_are_kept_apart_without_a_wait() -> None:
    long = Saved("x" * LONGEST_NAME, Customer("1"))
    started = time.process_time()
    apart = [*kept_apart((), [long] * 2_000)]
    one_fifth = time.process_time() - started
    started = time.process_time()
    apart = [*kept_apart((), [long] * 10_000)]
    assert time.process_time() - started < 20 * one_fifth  # linear; squared would be 25
    assert max(len(each.saved_as) for each in apart) == LONGEST_NAME


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("  Zoë \n Quinn\t", "Zoë Quinn"),
        ("a\u202eb\u2066", "ab"),
        ("\x00\ud800", ""),
        ("x" * 200, "x" * LONGEST_NAME),
        ("👩\u200d🚀", "👩\u200d🚀"),
    ],
    ids=["white space", "turned text", "unseen", "long", "joined emoji"],
)
def test_a_name_is_made_fit_for_a_menu(typed: str, shown: str) -> None:
    assert tidy(typed) == shown


@pytest.mark.parametrize(
    ("customer", "name"),
    [
        (Customer("7", "zoe@example.org", "Zoë"), "Zoë"),
        (Customer("7", "zoe@example.org", "  "), "zoe@example.org"),
        (Customer("7"), "7"),
        (Customer(), "Customer"),
    ],
    ids=["name", "email", "id", "nothing"],
)
def test_a_customer_has_a_name_even_if_nobody_gave_one(customer: Customer, name: str) -> None:
    assert name_for(customer) == name


@pytest.mark.parametrize("name", ["zoë", " ZOË", "Zoe\u0308", "Zo\u00eb\n"])
def test_a_name_is_found_however_it_is_written(name: str) -> None:
    assert is_same("Zoë", name)
    assert find((BO, ZOE), name) is ZOE


def test_another_name_is_not_found() -> None:
    assert find((BO, ZOE), "Zoe") is None


@pytest.mark.parametrize(
    ("text", "found"),
    [("", True), ("zoe", True), ("ACME 7", True), ("acme bo", False), ("7zoe", False)],
)
def test_a_filter_finds_every_word_anywhere(text: str, found: bool) -> None:  # noqa: FBT001 - a table
    assert bool(matching([ZOE], text)) is found


def test_nobody_s_letters_are_compared_anew_at_every_key(monkeypatch: pytest.MonkeyPatch) -> None:
    people = [Saved(f"Nº {at}", Customer(str(at))) for at in range(100)]
    normalize, calls = unicodedata.normalize, list[str]()

    def count(form: Literal["NFKC", "NFKD"], text: str) -> str:
        calls.append(text)
        return normalize(form, text)

    monkeypatch.setattr(unicodedata, "normalize", count)
    assert matching(people, "no 99") == (people[99],)
    assert find(people, "No 99") is people[99]
    assert arrivals(people, people) == Arrivals()
    assert calls == ["no 99", "No 99"]
