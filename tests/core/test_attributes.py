"""Attributes are in the snippet as typed, are not signed, and are checked."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reamaze_gui.core.attributes import MOST, Attribute, check_attributes, check_data
from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.customer import Customer
from reamaze_gui.core.preview import Mode, compose
from reamaze_gui.core.remark import Severity
from reamaze_gui.core.snippets import SNIPPETS, Snippet

SECRET = Secret("opensesame-12345")
ZOE = Customer("7", "zoe@example.org", "Zoë")
WARNED = [
    *(Attribute("Card", "4111 1111 1111 1111"), Attribute("Note", "paid by 5555-5555-5555-4444")),
    *(Attribute("Password", "x"), Attribute("API key", "x"), Attribute("CVV", "123")),
    *(Attribute("Town", "{{ customer.town }}"), Attribute("{{ label }}", "x")),
]
WRONG = [
    *(Attribute("", "x"), Attribute(" ", "x"), Attribute("__proto__", "x")),
    *(Attribute("Town", "Ber\nlin"), Attribute("To\0wn", "x"), Attribute("Town", "\ud800")),
    *(Attribute("Town", "x" * 2_001), Attribute("x" * 2_001, "x")),
    *(Attribute("Orders", float("nan")), Attribute("Orders", float("-inf"))),
    *(Attribute("Orders", 2**53), Attribute("Orders", -(2**60))),
]
FINE = [
    *(Attribute("Total spent", "€ 412"), Attribute("Orders", 7), Attribute("VIP", value=True)),
    *(Attribute("Rating", 4.5), Attribute("Note", "'</script>' #1 @ 100 %"), Attribute("Town", "")),
    *(Attribute("", ""), Attribute("Order", "4111 1111 1111 1112"), Attribute("Zip", "10115")),
    *(
        Attribute("constructor", "x"),
        Attribute("Phone", "+49 30 901820"),
        Attribute("EAN", "1" * 13),
    ),
]

texts = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1)
attributes = st.lists(
    st.builds(
        Attribute,
        texts.filter(lambda label: label.strip() and label != "__proto__"),
        texts | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.floats(-1e9, 1e9),
    ),
    unique_by=lambda each: each.label,
)


@given(data=attributes)
def test_a_page_has_every_attribute_as_it_was_typed(
    run: Callable[[str], str], data: list[Attribute]
) -> None:
    preview = compose(ZOE, SECRET, data=data)
    script = preview.snippet.partition(">")[2].rpartition("</script>")[0]
    user = json.loads(run(f"_support = {{}};{script};JSON.stringify(_support.user)"))
    assert user.get("data", {}) == {each.label: each.value for each in data}
    assert preview.authkey == user["authkey"] == compose(ZOE, SECRET).authkey


def test_attributes_stand_on_lines_of_their_own_behind_the_authkey() -> None:
    data = [Attribute("Total spent", "€ 412"), Attribute("Orders", 7), Attribute("VIP", value=True)]
    assert compose(ZOE, SECRET, data=data).snippet.endswith(
        "',\n"
        "    data: {\n"
        "      'Total spent': '€ 412',\n"
        "      'Orders': 7,\n"
        "      'VIP': true\n"
        "    }\n"
        "  }\n"
        "</script>\n"
    )


def test_what_has_no_value_is_not_sent() -> None:
    data = [Attribute("Town", ""), Attribute("", "")]
    assert compose(ZOE, SECRET, data=data) == compose(ZOE, SECRET)


def test_weak_sso_sends_no_attributes_and_says_nothing_about_them() -> None:
    weak = compose(ZOE, None, mode=Mode.WEAK, data=WRONG)
    assert weak == compose(ZOE, None, mode=Mode.WEAK)


@pytest.mark.parametrize("snippet", SNIPPETS, ids=lambda snippet: snippet.name)
def test_a_wrong_attribute_stops_only_what_would_have_it(snippet: Snippet) -> None:
    customer = Customer("7", "zoe@example.org", avatar="https://example.org/z.png")
    preview = compose(customer, SECRET, snippet, account="acme", data=WRONG)
    assert bool(preview.snippet) == (not snippet.of_customer or bool(snippet.only))
    assert preview.obstacle == ("" if preview.snippet else "Correct first: Attributes.")


@pytest.mark.parametrize("attribute", FINE, ids=str)
def test_there_is_no_remark_about_an_attribute_that_is_right(attribute: Attribute) -> None:
    assert not [*check_attributes([attribute], SECRET)]


@pytest.mark.parametrize("attribute", WARNED, ids=str)
def test_what_nobody_may_read_in_a_page_is_a_warning(attribute: Attribute) -> None:
    (remark,) = check_attributes([attribute], SECRET)
    assert remark.severity is Severity.WARNING
    assert remark.says.startswith(f"“{attribute.label}”: ")
    assert compose(ZOE, SECRET, data=[attribute]).snippet


@pytest.mark.parametrize("attribute", WRONG, ids=lambda each: ascii(each)[:50])
def test_what_can_not_be_sent_is_a_problem(attribute: Attribute) -> None:
    (remark,) = check_attributes([attribute], None)
    assert remark.stops
    assert not compose(ZOE, SECRET, data=[attribute]).snippet


def test_two_attributes_of_one_label_are_a_problem() -> None:
    (remark,) = check_attributes([Attribute("Town", "Bonn"), Attribute("Town", "Kiel")], None)
    assert remark.stops
    assert "twice" in remark.says


@pytest.mark.parametrize(
    "attribute",
    [
        *(Attribute("Note", SECRET.value), Attribute("Note", f"it is {SECRET.value}!")),
        *(Attribute(SECRET.value, "x"), Attribute("", SECRET.value)),
        Attribute("Note", SECRET.value.encode().hex()),
    ],
    ids=["alone", "within", "label", "without a label", "hex"],
)
def test_the_secret_in_an_attribute_is_a_problem_and_is_not_shown(attribute: Attribute) -> None:
    preview = compose(ZOE, SECRET, data=[attribute])
    (remark,) = preview.problems
    assert not preview.snippet
    assert SECRET.value not in remark.says


@pytest.mark.parametrize(("count", "warnings"), [(MOST, 0), (MOST + 1, 1)])
def test_more_attributes_than_anybody_reads_are_a_warning(count: int, warnings: int) -> None:
    data = [Attribute(f"Label {number}", "x") for number in range(count)]
    found = [*check_attributes(data, None)]
    assert [remark.severity for remark in found] == [Severity.WARNING] * warnings
    assert [*check_data({each.label: each.value for each in data})] == found


@pytest.mark.parametrize("value", [{"a": 1}, [], ["x"], {}])
def test_a_nested_value_of_a_page_is_a_warning(value: object) -> None:
    (remark,) = check_data({"Orders": value, "Town": "Bonn", "VIP": True, "Since": None})
    assert remark.severity is Severity.WARNING
    assert remark.says.startswith("“Orders”: ")


@pytest.mark.parametrize(
    ("label", "shown"), [("x" * 40, "x" * 40), ("x" * 41, "x" * 39 + "…"), ("a\n\ud800b", "a b")]
)
def test_a_label_of_a_page_is_named_in_one_short_line(label: str, shown: str) -> None:
    (remark,) = check_data({label: []})
    assert remark.says.startswith(f"“{shown}”: ")


@pytest.mark.parametrize("attribute", WARNED, ids=str)
def test_a_page_is_warned_of_the_same(attribute: Attribute) -> None:
    typed = [replace(each, row=None) for each in check_attributes([attribute], None)]
    assert [*check_data({attribute.label: attribute.value})] == typed
