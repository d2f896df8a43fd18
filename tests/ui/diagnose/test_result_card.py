"""The progress of a search is shown only if that takes long."""

import pytest
from PySide6.QtCore import QElapsedTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reamaze_gui.ui.diagnose.result_card import ResultCard
from tests.event_loop import wait_until

UNNOTICED = 300  # milliseconds in which nothing may flash up


@pytest.fixture
def card(qtbot: QtBot) -> ResultCard:
    card = ResultCard()
    qtbot.add_widget(card)
    with qtbot.wait_exposed(card):
        card.show()
    return card


def test_a_search_that_goes_on_shows_its_progress_after_a_while(card: ResultCard) -> None:
    elapsed = QElapsedTimer()
    elapsed.start()
    card.show_progress("Trying two mistakes at once…", 0.5)
    assert not card.note.isVisible()
    wait_until(card.note.isVisible)
    assert elapsed.elapsed() >= UNNOTICED
    assert card.cancel_button.isVisible()


def test_a_search_that_ends_at_once_shows_none(card: ResultCard) -> None:
    card.show_progress("Trying two mistakes at once…", 0.5)
    card.show_end()
    QTest.qWait(2 * UNNOTICED)
    assert not card.note.isVisible()
