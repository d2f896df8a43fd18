"""Every label gets a letter of its own to press with Alt, and still reads as it did."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QAction, QKeySequence

from reamaze_gui.ui.widgets.mnemonics import ALLOTTED, Mnemonics
from reamaze_gui.ui.window.menus import MENUS

LABELS = st.lists(st.text("abcdé &1", min_size=1, max_size=6), max_size=8)


def letter_of(marked: str) -> str:
    """Return the key that Qt binds to a label, such as Alt+E; empty if none."""
    return QKeySequence.mnemonic(marked).toString()


@given(LABELS, st.text("abé1", max_size=3))
def test_no_two_labels_share_a_letter_nor_take_one_that_was_taken(
    labels: list[str], taken: str
) -> None:
    mnemonics = Mnemonics(taken)
    letters = [letter for label in labels if (letter := letter_of(mnemonics.mark(label)))]
    assert len(letters) == len(set(letters))
    assert not {f"Alt+{each.upper()}" for each in taken} & set(letters)


@pytest.mark.usefixtures("qapp")
@given(LABELS)
def test_a_marked_label_is_shown_as_it_was(labels: list[str]) -> None:
    mnemonics = Mnemonics()
    shown = [QAction(mnemonics.mark(label)).iconText() for label in labels]
    assert shown == [label.strip() for label in labels]


@given(LABELS)
def test_a_label_goes_without_only_where_none_of_its_letters_is_free(labels: list[str]) -> None:
    mnemonics = Mnemonics()
    letters = [letter_of(mnemonics.mark(label)) for label in labels]
    used = {letter.removeprefix("Alt+").lower() for letter in letters}
    for label, letter in zip(labels, letters, strict=True):
        assert letter or set(label) <= used | set(" &")


def test_every_allotted_letter_is_in_its_label_and_none_is_a_menu_s() -> None:
    for label, letter in ALLOTTED.items():
        assert letter in label.lower()
        assert not letter or not [name for name in MENUS if name.lower().startswith(letter)]
        marked = Mnemonics(allotted=ALLOTTED).mark(label)
        assert letter_of(marked) == (f"Alt+{letter.upper()}" if letter else "")
