"""What can't be seen is shown by a sign or by name, and where two texts differ is marked."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reamaze_gui.core.report.visible import compare, exact, shortened, visible

ANY = st.text(st.characters(codec=None), max_size=30)
LONG = 100_000


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\u200b", "zero width space"),
        ("\ufeff", "zero width no-break space"),
        ("\u00a0", "no-break space"),
        ("\u202e", "right-to-left override"),
        ("\u2029", "paragraph separator"),
        ("\ufffc", "object replacement character"),
        ("\u3164", "hangul filler"),
        ("\r", "carriage return"),
        ("\x00", "U+0000"),
        ("\ud83d", "U+D83D"),
        ("\ufdd0", "U+FDD0"),
    ],
    ids=ascii,
)
def test_what_has_no_look_is_named(character: str, name: str) -> None:
    assert visible(f"a{character}b") == exact(f"a{character}b") == f"a⟨{name}⟩b"


def test_a_space_is_shown_only_where_texts_are_compared() -> None:
    assert (visible("a b\t\n"), exact("a b\t\n")) == ("a b⇥⏎", "a·b⇥⏎")


@given(ANY)
def test_whatever_is_shown_has_a_look_and_fits_on_one_line(text: str) -> None:
    for shown in (visible(text), exact(text)):
        assert {unicodedata.category(each) for each in shown if each != " "} & {
            *("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Zs")
        } == set()
        assert len(shown.splitlines()) <= 1


@given(st.text("a ·⏎⟨⟩\n\t\u200b\u00a0e\u0301é", max_size=6), st.text("a ·\u00a0e\u0301é\n⏎"))
def test_two_texts_never_look_alike(one: str, other: str) -> None:
    assert (exact(one) == exact(other)) is (one == other)


@given(ANY, ANY)
def test_what_is_marked_is_all_that_differs(one: str, other: str) -> None:
    ours, theirs = compare(one, other)
    if one and other:
        assert "".join(piece.text for piece in ours) == exact(one)
        assert "".join(piece.text for piece in theirs) == exact(other)
    same = ["".join(piece.text for piece in each if not piece.differs) for each in (ours, theirs)]
    assert same[0].replace("(nothing)", "") == same[1].replace("(nothing)", "")


def test_a_difference_in_case_alone_is_marked() -> None:
    (_, ours), (_, theirs) = compare("7:z", "7:Z")
    assert (ours.text, ours.differs) == ("z", True)
    assert (theirs.text, theirs.differs) == ("Z", True)


def test_nothing_is_called_nothing() -> None:
    assert [piece.text for piece in compare("", "7:")[0]] == ["(nothing)"]


def test_of_long_texts_what_stands_round_the_first_difference_is_shown() -> None:
    ours, theirs = compare("x" * LONG, "x" * (LONG - 500) + "y" + "x" * 499)
    assert ours[0].text == theirs[0].text == "… "
    assert any(piece.differs and "y" in piece.text for piece in theirs)
    assert ours[-1].text.endswith("(100,000 characters)")
    assert sum(len(piece.text) for piece in (*ours, *theirs)) < 500


@pytest.mark.parametrize("text", ["x" * LONG, "\u200b" * LONG], ids=["plain", "unseen"])
def test_a_long_value_is_short(text: str) -> None:
    assert len(shortened(text)) < 6_000
    assert f"({len(text):,} characters)" in shortened(text)


def test_of_a_value_white_space_is_shown_at_the_ends() -> None:
    assert shortened("  Zoë Quinn ") == "··Zoë Quinn·"
    assert (shortened("  "), shortened("")) == ("··", "(nothing)")
