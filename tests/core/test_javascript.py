"""A literal evaluates to the original text, and nothing in it has a meaning in HTML."""

import json
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reamaze_gui.core.javascript import HTML, TEMPLATES, joined_surrogates, literal, unescape

anything = st.text(st.characters(exclude_categories=()))  # lone surrogates and controls too


@given(text=anything)
@example(text="\\'\"\n\r\t\b\f\v\0\u2028\u2029\ud800\udc00\ud800\U0010ffff")
@example(text="".join(map(chr, range(0x250))))
def test_javascript_reads_a_literal_as_its_text(run: Callable[[str], str], text: str) -> None:
    units = f"{literal(text)}.split('').map(unit => unit.charCodeAt(0))"
    read = json.loads(run(f"JSON.stringify({units})"))
    assert read == memoryview(text.encode("utf-16-le", "surrogatepass")).cast("H").tolist()


@given(text=anything)
def test_a_literal_is_one_visible_line_without_markup_or_a_template_s_tag(text: str) -> None:
    written = literal(text)
    assert written.isprintable()
    assert not set(HTML + TEMPLATES) & set(written)


@pytest.mark.parametrize(
    "text", ["Zoë", "Łódź", "李小龍", "🦊 fox", "+14155552671", 'say "hi"', "a/b?c=d"]
)
def test_what_can_be_seen_stays_readable(text: str) -> None:
    assert literal(text) == f"'{text}'"


def test_in_a_sentence_only_markup_is_escaped() -> None:
    assert literal("zoe+#1@example.org <", HTML) == "'zoe+#1@example.org \\u003C'"


@given(text=anything)
def test_a_literal_is_read_as_the_text_it_was_made_from(text: str) -> None:
    assert unescape(literal(text)[1:-1]) == joined_surrogates(text)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        *[
            ("a", "a"),
            (r"\n\t\0", "\n\t\0"),
            (r"\q\"", 'q"'),
            ("a\\\nb", "ab"),
            (r"\x41\101", "AA"),
        ],
        *[(r"\u0041\u{1F98A}", "A🦊"), (r"\uD83E\uDD8A", "🦊"), (r"\u{FFFFFF}", "\U0010ffff")],
    ],
)
def test_an_escape_means_what_it_means_in_a_script(source: str, text: str) -> None:
    assert unescape(source) == text
