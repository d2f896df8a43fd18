"""Nothing in the window moves when the keyring answers, a search ends, or something is said.

What hangs from the header covers nothing that can be read or pressed, and is no part of it.

Within what is scrolled, the form and a report, a sentence takes its room when it comes: what stands
below it may move. As long as there is no report, the page has its room too.
"""

from functools import cache

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reamaze_gui.ui.account.account_messages import AccountMessages
from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.widgets.card import Card
from reamaze_gui.ui.widgets.scrolled import Scrolled
from tests.event_loop import settle
from tests.parts import name_of
from tests.side_states import SIDE_STATES, opened_beside
from tests.states import STATES, opened_in, unsaved

SIZES = {"smallest": style.SMALLEST, "usual": style.WINDOW}
SOLID = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QTabBar, QLabel)
PAGES = {
    "keyring": [name for name in STATES if name.startswith("keyring")],
    "build": [name for name in STATES if name.startswith("build")],
    "diagnose": [name for name in STATES if name.startswith("diagnose")],
    "list": ["list-opened", "list-running"],
}
WIDER = "diagnose-empty"

BESIDE = {  # one window is seen in all states that have the first part of their name in common
    first: [each for each in SIDE_STATES if each.split("-")[0] == first]
    for first in dict.fromkeys(name.split("-")[0] for name in SIDE_STATES)
}
BESIDE["customers"].remove("customers-not-imported")  # which is another window


def places(window: QWidget) -> dict[str, QRect]:
    """Return where everything is that stays, by name: no sentence, nothing that is scrolled."""
    areas = [each for each in window.findChildren(Scrolled) if isinstance(each.parent(), Card)]
    own = [*areas, *window.findChildren(AccountMessages)]
    return {
        name_of(each): _place(each)
        for each in window.findChildren(QWidget)
        if not any(area.isAncestorOf(each) for area in own)
        if isinstance(each, SOLID) and each.isVisible()
        if not isinstance(each, QLabel) or isinstance(each.buddy(), QWidget)
    }


@cache
def looks_of(name: str) -> dict[str, tuple[dict[str, QRect], QRect]]:
    """Return where everything is in a state, and what hangs from the header, by size."""
    window = opened_in(STATES[name], unsaved(), style.SMALLEST)
    looks = {}
    for size, (width, height) in SIZES.items():
        window.resize(width, height)
        settle()
        hanging = window.account_bar.messages
        shown = (each for each in window.findChildren(Card) if each.isVisible())
        cards = {f"card {at}": _place(card) for at, card in enumerate(shown)}
        looks[size] = places(window) | cards, _place(hanging) if hanging.isVisible() else QRect()
    window.close()
    return looks


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("names", PAGES.values(), ids=PAGES)
def test_every_state_of_a_page_has_all_in_the_same_place(names: list[str], size: str) -> None:
    looks = {name: looks_of(name)[size][0] for name in names}
    usual = looks[names[-1]]
    assert len(usual) > 7
    for name, look in looks.items():
        moved = {key for key in usual.keys() & look.keys() if usual[key] != look[key]}
        if name == WIDER:
            moved = {key for key in moved if rows(usual[key]) != rows(look[key])}
        assert not moved, name


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize("size", SIZES)
def test_what_hangs_from_the_header_covers_nothing(size: str) -> None:
    for name in PAGES["keyring"]:
        look, hanging = looks_of(name)[size]
        assert not hanging.isEmpty()
        assert [each for each, place in look.items() if place.intersects(hanging)] == [], name


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_what_a_served_page_offers_moves_nothing(qtbot: QtBot, size: tuple[int, int]) -> None:
    window = opened_in(STATES["build"], unsaved(), size)
    qtbot.add_widget(window)
    before, address = places(window), window.build_page.trial.copy_button
    del before["What was signed"]  # beside which it stands
    address.setVisible(True)
    settle()
    assert address.isVisible()
    after = places(window)
    assert {name: after[name] for name in before} == before


def _place(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint()), widget.size())


def rows(place: QRect) -> tuple[int, int]:
    return place.top(), place.bottom()


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize("names", BESIDE.values(), ids=BESIDE)
def test_every_state_of_a_window_beside_has_everything_in_the_same_place(names: list[str]) -> None:
    looks: dict[str, dict[str, QRect]] = {}
    for name in names:
        with opened_beside(name) as window:
            looks[name] = places(window)
    usual = looks[names[0]]
    assert usual
    for name, look in looks.items():
        moved = {key for key in usual.keys() & look.keys() if usual[key] != look[key]}
        assert not moved, name
