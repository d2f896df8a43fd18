"""Saved customers are found by name, added, replaced and deleted, and stay sorted by name."""

import unicodedata
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reamaze_gui.core.customer import Customer
from reamaze_gui.core.saved import (
    LONGEST_NAME,
    ImportPlan,
    Saved,
    find,
    is_same,
    matching,
    name_for,
    plan_import,
    put,
    renamed_apart,
    tidy_name,
    without,
)
from tests.core.counting import lines_run

ZOE = Saved("Zoë", Customer("7", "zoe@example.org"), "acme")
OTHER_ZOE = Saved("ZOË", Customer("8", "zoe@example.com"))
BO = Saved("Bo", Customer("9", "bo@example.org"))


entries = st.builds(
    Saved,
    st.sampled_from(["Zoë", "zoë", "Bo", "Öz", "Al"]),
    st.builds(Customer, id=st.sampled_from("12")),
)
lists = st.lists(entries).map(lambda found: put((), found))


def test_a_new_customer_is_added_in_the_order_of_the_names() -> None:
    assert put((ZOE,), [BO]) == (BO, ZOE)
    oz = Saved("Öz", Customer("1"))
    assert put((BO, ZOE), [oz]) == (BO, oz, ZOE)


def test_who_has_the_same_name_is_replaced() -> None:
    assert put((BO, ZOE), [OTHER_ZOE]) == (BO, OTHER_ZOE)


def test_who_is_taken_out_is_known_by_name() -> None:
    assert without((BO, ZOE), [OTHER_ZOE]) == (BO,)
    assert without((BO,), [ZOE]) == (BO,)


def test_an_import_tells_whom_it_adds_replaces_and_leaves() -> None:
    al = Saved("Al", Customer("1"))
    assert plan_import((ZOE, BO), (OTHER_ZOE, BO, al)) == ImportPlan(added=1, replaced=1, same=1)
    assert plan_import((), ()) == ImportPlan(added=0, replaced=0, same=0)


@given(lists, st.lists(entries))
def test_an_import_does_what_was_planned(before: tuple[Saved, ...], found: list[Saved]) -> None:
    plan, after = plan_import(before, found), put(before, found)
    assert len(after) == len(before) + plan.added
    assert len({each.saved_as.casefold() for each in after}) == len(after)
    changed = [each for each in after if each not in before]
    assert len(changed) == plan.added + plan.replaced


@given(lists, st.lists(entries))
def test_renamed_apart_no_name_is_used_twice(before: tuple[Saved, ...], found: list[Saved]) -> None:
    apart = [*renamed_apart(before, found)]
    assert [each.customer for each in apart] == [each.customer for each in found]
    assert len(put(before, apart)) == len(before) + len(found)


def test_many_of_the_same_name_are_kept_apart_with_as_many_steps() -> None:
    long = Saved("x" * LONGEST_NAME, Customer("1"))
    apart = [*renamed_apart((), [long] * 1_200)]
    assert max(len(each.saved_as) for each in apart) == LONGEST_NAME
    few, many = (lines_run(lambda: [*renamed_apart((), [long] * n)]) for n in (100, 400))  # noqa: B023
    assert many < 5 * few


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
    assert tidy_name(typed) == shown


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
def test_a_filter_finds_every_word_anywhere(text: str, *, found: bool) -> None:
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
    assert plan_import(people, people).same == 100
    assert calls == ["no 99", "No 99"]
