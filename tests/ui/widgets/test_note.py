"""A note says a sentence in words, not by colour alone, and moves nothing."""

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reamaze_gui.ui.widgets.note import Note
from reamaze_gui.ui.widgets.style import Tone

LOUD = (Tone.GOOD, Tone.WARNING, Tone.PROBLEM)


@pytest.fixture
def note(qtbot: QtBot) -> Note:
    note = Note()
    qtbot.add_widget(note)
    return note


def test_every_tone_that_means_something_has_a_mark_of_its_own(note: Note) -> None:
    marks = set()
    for tone in LOUD:
        note.say("Saved.", tone)
        assert note.text().endswith(" Saved.")
        marks.add(note.text().removesuffix(" Saved."))
    assert len(marks) == len(LOUD)
    assert all(marks)


@pytest.mark.parametrize("tone", Tone)
def test_nothing_to_say_has_no_mark_either(note: Note, tone: Tone) -> None:
    note.say("Wrong.", Tone.PROBLEM)
    note.say("", tone)
    assert not note.text()


def test_every_tone_has_a_colour_of_its_own(note: Note) -> None:
    colours = set()
    for tone in Tone:
        note.say("Saved.", tone)
        colours.add(note.palette().windowText().color().name())
    assert len(colours) == len(Tone)


def test_what_was_pasted_is_not_rendered_as_html(note: Note) -> None:
    note.say("<b></b>")
    as_html = QLabel("<b></b>")
    as_html.setFont(note.font())
    as_html.setWordWrap(True)
    assert note.sizeHint().width() > as_html.sizeHint().width()


@pytest.mark.parametrize("lines", [1, 2])
def test_sentences_that_fit_its_lines_move_nothing_below_it(qtbot: QtBot, lines: int) -> None:
    column, note, below = QWidget(), Note(lines=lines), QLineEdit()
    qtbot.add_widget(column)
    layout = QVBoxLayout(column)
    layout.addWidget(note)
    layout.addWidget(below)
    layout.addStretch()
    column.resize(400, 300)
    with qtbot.wait_exposed(column):
        column.show()
    before = below.geometry()
    for tone in Tone:
        note.say("\n".join(["A short sentence."] * lines), tone)
        layout.activate()
        assert below.geometry() == before
