"""Each field is checked, and the corrections that it offers are right."""

import re
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reamaze_gui.core.characters import LONGEST
from reamaze_gui.core.customer import FIELDS, Customer, Field
from reamaze_gui.core.remark import Remark, Severity
from reamaze_gui.resources import resource
from tests.core.sentences import faults


class Row(NamedTuple):
    """What a field must have: its words in the form, and a value without remarks."""

    label: str
    required: bool
    weak: bool
    good: str


AGREED = {
    "id": Row("Customer ID", required=True, weak=False, good="48151623"),
    "email": Row("Email", required=True, weak=True, good="zoe@example.org"),
    "name": Row("Name", required=False, weak=True, good="Zoë Day"),
    "phone": Row("Phone", required=False, weak=False, good="+14155552671"),
    "avatar": Row("Avatar URL", required=False, weak=False, good="https://example.com/zoe.png"),
}
BY_NAME = {field.name: field for field in FIELDS}
anything = st.text(st.characters(exclude_categories=()))
# What the checks look for, so that Hypothesis comes across every correction, also several in one.
telling = st.lists(
    st.sampled_from(" \t\n\0\u200b\u202e\u00a0\ud800@.:/+,;#'()-1A")
    | st.sampled_from(
        ["415", "555", "2671", ".0", "gid://shopify/Customer/", "zoe", "@example.org"]
    )
    | st.sampled_from(["https://", "//", "example.com/"])
).map("".join)
each_field = pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)


def test_the_form_and_the_snippet_have_these_fields_first_in_this_order() -> None:
    assert [field.name for field in FIELDS][: len(AGREED)] == [*AGREED]
    assert Customer() == Customer(*[""] * len(FIELDS))


@pytest.mark.parametrize("name", AGREED)
def test_a_field_is_called_and_sent_as_agreed(name: str) -> None:
    field, row = BY_NAME[name], AGREED[name]
    assert (field.label, field.required, field.weak) == (row.label, row.required, row.weak)


@each_field
def test_a_field_says_what_it_is_for_how_it_is_mended_and_where_help_is(field: Field) -> None:
    assert field.hint
    assert field.fix.endswith(".")
    assert resource(f"help/{field.topic}.md").is_file()


def test_no_two_fields_have_a_name_or_synonym_in_common() -> None:
    names = [name for field in FIELDS for name in (field.name, *field.synonyms)]
    assert len(names) == len(set(names))
    assert all(re.fullmatch("[a-z]+", name) for name in names)


@each_field
def test_there_is_no_remark_about_a_good_value(field: Field) -> None:
    assert _remarks(field, _good(field), "US") == ()


@each_field
def test_an_empty_field_is_missing_only_where_it_is_required(field: Field) -> None:
    severities = [remark.severity for remark in _remarks(field, "", "US")]
    assert severities == [Severity.MISSING] * field.required


@each_field
def test_a_whole_page_in_a_field_is_one_problem(field: Field) -> None:
    (remark,) = _remarks(field, "<p>" * LONGEST, "US")
    assert (remark.severity, remark.fix) == (Severity.PROBLEM, None)


@each_field
@pytest.mark.parametrize("character", ["\n", "\0", "\x1b", "\ud800"], ids=ascii)
def test_a_control_character_is_a_problem_in_every_field(field: Field, character: str) -> None:
    good = _good(field)
    (remark,) = _remarks(field, good + character, "US")
    assert remark.severity is Severity.PROBLEM
    assert remark.fix
    assert remark.fix.value == good


@each_field
@given(value=anything | telling, region=st.sampled_from(["US", "GB", "ZZ", ""]))
def test_corrections_end_and_each_takes_its_remark_away(
    field: Field, value: str, region: str
) -> None:
    steps = [value]
    while fixable := [remark for remark in _remarks(field, steps[-1], region) if remark.fix]:
        assert fixable[0].fix
        steps.append(fixable[0].fix.value)
        assert fixable[0].says not in _sentences(_remarks(field, steps[-1], region))
    assert len(set(steps)) == len(steps)


@each_field
@given(value=anything | telling, region=st.sampled_from(["US", "GB", "ZZ", ""]))
def test_a_value_that_is_offered_for_use_is_no_problem(
    field: Field, value: str, region: str
) -> None:
    fixes = [remark.fix for remark in _remarks(field, value, region) if remark.fix]
    offered = [fix.value for fix in fixes if fix.label.startswith("Use ")]
    assert not [
        remark for use in offered for remark in _remarks(field, use, region) if remark.stops
    ]


@each_field
@given(value=anything | telling)
def test_every_remark_is_a_short_sentence_and_every_button_begins_with_what_it_does(
    field: Field, value: str
) -> None:
    for remark in _remarks(field, value, "US"):
        assert not faults(remark.says)
        assert remark.says.isprintable()
        assert len(remark.says) < 100
        assert not remark.fix or remark.fix.label.split()[0] in {"Use", "Remove", "Clear"}


@pytest.mark.parametrize(
    ("id", "bare"),
    [
        *[("1,234", "1234"), ("1.234.567", "1234567"), ("12 345", "12345"), ("1'234", "1234")],
        *[("1’234", "1234"), ("1\u00a0234", "1234"), ("1\u202f234", "1234")],
        *[("4815 1623", "48151623"), ("48 15 16 23", "48151623"), ("123.0", "123")],
        *[("48151623.00", "48151623"), ("gid://shopify/Customer/7", "7")],
    ],
    ids=ascii,
)
def test_an_id_formatted_for_display_is_a_warning_with_the_bare_number(id: str, bare: str) -> None:
    (remark,) = _remarks(BY_NAME["id"], id, "US")
    assert remark.severity is Severity.WARNING
    assert remark.fix
    assert (remark.fix.label, remark.fix.value) == (f"Use {bare}", bare)


@pytest.mark.parametrize(
    "id", ["1,23", "1,2345", "1234,567", "1,234.567", "123.5", "0", "wp-5", "zoë", "two words"]
)
def test_an_id_that_only_resembles_a_number_is_left_alone(id: str) -> None:
    assert _remarks(BY_NAME["id"], id, "US") == ()


@pytest.mark.parametrize(
    ("ids", "what"),
    [
        (["#1001", "# 1001", "№ 1001", "No. 1001", "Nr 1001"], "order"),
        (["4.81516E+07", "4,81516E+07", "5e+12"], "spreadsheet"),
        (["a:b", ":", "gid://shopify/Order/7"], "colon"),
    ],
)
def test_an_id_that_is_probably_none_is_a_warning_that_says_why(ids: list[str], what: str) -> None:
    for each in ids:
        (remark,) = _remarks(BY_NAME["id"], each, "US")
        assert (remark.severity, remark.fix) == (Severity.WARNING, None), each
        assert what in remark.says


@pytest.mark.parametrize("name", ["Zoë", "O'Neill", " Zoe ", "👩\u200d🚀", "م\u200cی", "</script>"])
def test_a_name_is_taken_as_it_is(name: str) -> None:
    assert _remarks(BY_NAME["name"], name, "US") == ()


def test_the_region_decides_what_a_national_number_means() -> None:
    fixes = [_remarks(BY_NAME["phone"], "020 7946 0958", code)[0].fix for code in ("GB", "ZZ")]
    assert [fix and fix.value for fix in fixes] == ["+442079460958", None]


def _good(field: Field) -> str:
    """Return a value that is right for a field: of words, unless something else was agreed."""
    return AGREED[field.name].good if field.name in AGREED else "Zoë"


def _remarks(field: Field, value: str, region: str) -> tuple[Remark, ...]:
    """Return what the form says about a value in a format that needs no more than it must."""
    return field.remarks(value, region, needed=field.required)


def _sentences(remarks: tuple[Remark, ...]) -> list[str]:
    return [remark.says for remark in remarks]
