"""Invisible characters in a value are named, and can be removed."""

import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reamaze_gui.core.characters import LONGEST, check_ends, check_invisible, check_length, name_of

anything = st.text(st.characters(exclude_categories=()))
spaced = st.text(" \t\n\r\u00a0\u3000ab")


@pytest.mark.parametrize(
    ("character", "name"),
    [
        (" ", "space"),
        ("\t", "tab"),
        ("\n", "line break"),
        ("\r", "line break"),
        ("\0", "NUL character"),
        ("\x07", "control character (U+0007)"),
        ("\u00a0", "no-break space (U+00A0)"),
        ("\u200b", "zero width space (U+200B)"),
        ("\u202e", "right-to-left override (U+202E)"),
        ("\ufeff", "zero width no-break space (U+FEFF)"),
        ("\ud800", "broken character (U+D800)"),
        ("\ue000", "private character (U+E000)"),
        ("\u0378", "unassigned character (U+0378)"),
        ("\U000e0041", "tag latin capital letter a (U+E0041)"),
    ],
    ids=ascii,
)
def test_a_character_that_cannot_be_seen_has_a_name(character: str, name: str) -> None:
    assert name_of(character) == name


@pytest.mark.parametrize(
    ("text", "what", "where", "cleaned"),
    [
        ("zoe ", "space", "the end", "zoe"),
        ("\tzoe", "tab", "the start", "zoe"),
        ("zoe\n", "line break", "the end", "zoe"),
        ("\u2003zoe", "em space (U+2003)", "the start", "zoe"),
        ("zoe\u00a0", "no-break space (U+00A0)", "the end", "zoe"),
        ("zoe\r\n", "white space", "the end", "zoe"),
        (" zoe day ", "white space", "both ends", "zoe day"),
    ],
    ids=ascii,
)
def test_white_space_at_an_end_is_a_problem_with_its_correction(
    text: str, what: str, where: str, cleaned: str
) -> None:
    (remark,) = check_ends(text)
    assert remark.stops
    assert f"{what} at {where}" in remark.says
    assert remark.fix
    assert (remark.fix.label, remark.fix.value) == (f"Remove the {what}", cleaned)


@pytest.mark.parametrize("text", [" ", "\n\n", "\u00a0\t"], ids=ascii)
def test_only_white_space_is_a_problem_and_can_be_cleared(text: str) -> None:
    (remark,) = check_ends(text)
    assert remark.stops
    assert remark.fix
    assert remark.fix.value == ""


@given(anything | spaced)
def test_after_its_correction_a_text_has_clean_ends(text: str) -> None:
    (cleaned,) = [remark.fix.value for remark in check_ends(text) if remark.fix] or [text]
    assert cleaned == text.strip()
    assert not [*check_ends(cleaned)]


@pytest.mark.parametrize(
    ("text", "which", "cleaned"),
    [
        ("zoe\u200b", "zero width space (U+200B)", "zoe"),
        ("z\u00adoe", "soft hyphen (U+00AD)", "zoe"),
        ("z\0oe", "NUL character", "zoe"),
        ("\u2066z\ud800o\u2069e", "left-to-right isolate (U+2066)", "zoe"),
        ("a\u2063b\u2063", "invisible separator (U+2063)", "ab"),
    ],
    ids=ascii,
)
def test_an_unseen_character_can_be_corrected(text: str, which: str, cleaned: str) -> None:
    (remark,) = check_invisible(text)
    assert remark.stops
    assert which in remark.says
    assert remark.fix
    assert remark.fix.value == cleaned


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("7105\tEva Haas\teva@example.org", "a tab"),
        ("Zoë \r\n Day", "a line break"),
        ("Zoë\u2028Day\n", "a line separator"),
        ("7\u200b\n8", "a line break"),
    ],
    ids=ascii,
)
def test_what_a_tab_or_line_break_parts_is_never_offered_as_one(text: str, what: str) -> None:
    (remark,) = check_invisible(text)
    assert remark.stops
    assert f"{what}" in remark.says
    assert "between two values" in remark.says
    assert remark.fix is None


@pytest.mark.parametrize("text", ["Zoë Day\n", "\tZoë Day", "Zoë\0 Day"], ids=ascii)
def test_a_tab_or_line_break_at_an_end_is_only_removed(text: str) -> None:
    (fix,) = [remark.fix for remark in check_invisible(text) if remark.fix]
    assert (fix.label, fix.value) == ("Remove it", "Zoë Day")


@pytest.mark.parametrize(("text", "count"), [("z\0oe", 1), ("\u200bz\ud800o\u200be", 3)], ids=ascii)
def test_a_correction_says_if_it_removes_more_than_one_character(text: str, count: int) -> None:
    (fix,) = [remark.fix for remark in check_invisible(text) if remark.fix]
    assert fix.label.startswith("Remove")
    assert (str(count) in fix.label) == (count > 1)


@given(anything)
def test_after_its_correction_a_text_has_no_unseen_character(text: str) -> None:
    remarks = [*check_invisible(text)]
    assume(all(remark.fix for remark in remarks))
    (cleaned,) = [remark.fix.value for remark in remarks if remark.fix] or [text]
    assert not [*check_invisible(cleaned)]
    assert all(unicodedata.category(each)[0] != "C" for each in cleaned)
    assert [each for each in text if each in cleaned] == [*cleaned]


@pytest.mark.parametrize("text", ["", "Zoë Day", "李小龍", "🦊", "e\u0301", "a\u00a0b"], ids=ascii)
def test_there_is_no_remark_about_what_can_be_seen(text: str) -> None:
    assert not [*check_ends(text), *check_invisible(text), *check_length(text)]


def test_a_text_longer_than_any_value_is_a_problem() -> None:
    assert not [*check_length("x" * LONGEST)]
    assert [remark.stops for remark in check_length("x" * (LONGEST + 1))] == [True]
