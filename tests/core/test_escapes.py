"""Escapes of every kind are decoded, and each character keeps its place in the text."""

import html
import json
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reamaze_gui.core.escapes import rounds, rounds_with_places, unescaped

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


@given(TEXTS)
def test_what_others_wrote_is_read(text: str) -> None:
    plain = text.replace("%", "").replace("&", "").replace("\\", "")
    assert unescaped(quote(plain)) == plain
    assert unescaped(json.dumps(plain)[1:-1]) == plain
    assert unescaped(html.escape(plain)) == plain


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("&#233;&#xe9;&eacute;", "ééé"),
        ("\\xe9\\u00e9\\u{e9}\\351", "éééé"),
        ("\\ud83d\\ude00", "😀"),
        ("%F0%9F%98%80", "😀"),
        ("\\a\\'", "a'"),
        ("&nonsense; 100% \\", "&nonsense; 100% \\"),
    ],
)
def test_each_kind_is_decoded(written: str, text: str) -> None:
    assert unescaped(written) == text


@given(st.text("ab%4126;&#x\\u0e9é"))
def test_both_ways_to_undo_them_agree_and_each_character_has_its_place(text: str) -> None:
    readings = [*rounds_with_places(text)]
    plain = [*rounds(text)]
    assert [reading for reading, _ in readings][: len(plain)] == plain
    for reading, places in readings:
        assert len(reading) == len(places)
        assert all(0 <= start < end <= len(text) for start, end in places)
        assert [*places] == sorted(places)


def test_what_was_escaped_four_times_is_decoded_three_times() -> None:
    written = "%2525252541"
    assert [*rounds(written)][-1] == [*rounds_with_places(written)][-1][0] == "%2541"
