"""Saved customers are renamed and deleted, and each change can be undone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from reamaze_gui.core.saved import Saved
from tests import windows
from tests.customers import (
    AL,
    ALL,
    BO,
    CY,
    Opened,
    choose,
    click,
    kept,
    press,
    rows,
    type_into,
    wait_for,
)
from tests.parts import part


def rename(window: QWidget, before: str, name: str) -> None:
    """Rename somebody in the list, by keys alone."""
    choose(window, before)
    press(Qt.Key.Key_F2)
    edit = part(window, QLineEdit, "Saved as")
    assert edit.text() == before
    edit.selectAll()
    QTest.keyClicks(edit, name)
    QTest.keyClick(edit, Qt.Key.Key_Return)


def test_f2_renames_in_place_and_undo_takes_it_back(
    qtbot: QtBot, opened: Opened, path: Path
) -> None:
    rename(opened.window, "Bo", "Zed")
    assert opened.window.isVisible()
    assert opened.picked == []
    wait_for(qtbot, path, AL, CY, Saved("Zed", BO.customer, BO.account))
    qtbot.wait_until(lambda: opened.note == "Renamed: Bo is now Zed.")
    assert isinstance(QApplication.focusWidget(), QTreeView)
    assert rows(opened.window) == ["Al", "Cy", "Zed"]
    click(opened.window, "Undo")
    wait_for(qtbot, path, *ALL)


@pytest.mark.parametrize(
    ("name", "says"), [("  ", "A name can't be empty"), ("CY", "“Cy” is already in use")]
)
def test_a_name_that_can_not_be_is_refused(
    qtbot: QtBot, opened: Opened, path: Path, name: str, says: str
) -> None:
    rename(opened.window, "Bo", name)
    qtbot.wait_until(lambda: says in opened.note)
    assert rows(opened.window) == ["Al", "Bo", "Cy"]
    assert kept(path) == ALL


def test_the_context_menu_offers_what_the_keys_do(opened: Opened) -> None:
    choose(opened.window, "Bo")
    view = part(opened.window, QTreeView, "Saved customers")
    assert view.contextMenuPolicy() is Qt.ContextMenuPolicy.ActionsContextMenu
    offered = {each.text().replace("&", ""): each for each in view.actions() if each.isEnabled()}
    assert list(offered) == ["Fill the form", "Rename", "Delete"]
    offered["Rename"].trigger()
    assert part(opened.window, QLineEdit, "Saved as").text() == "Bo"


def test_escape_leaves_the_name_as_it_was(opened: Opened, path: Path) -> None:
    choose(opened.window, "Bo")
    press(Qt.Key.Key_F2)
    edit = part(opened.window, QLineEdit, "Saved as")
    QTest.keyClicks(edit, "Zed")
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    assert opened.window.isVisible()
    assert rows(opened.window) == ["Al", "Bo", "Cy"]
    assert kept(path) == ALL


def test_a_name_may_be_written_otherwise(qtbot: QtBot, opened: Opened, path: Path) -> None:
    rename(opened.window, "Bo", "BO")
    wait_for(qtbot, path, AL, Saved("BO", BO.customer, BO.account), CY)


def test_del_deletes_and_ctrl_z_brings_back(qtbot: QtBot, opened: Opened, path: Path) -> None:
    assert not part(opened.window, QPushButton, "Undo").isEnabled()
    choose(opened.window, "Bo")
    press(Qt.Key.Key_Delete)
    wait_for(qtbot, path, AL, CY)
    qtbot.wait_until(lambda: opened.note == "Deleted: Bo.")
    view = part(opened.window, QTreeView, "Saved customers")
    assert view.currentIndex().data() == "Cy"  # the neighbour is chosen
    windows.press(Qt.Key.Key_Z)
    wait_for(qtbot, path, *ALL)
    qtbot.wait_until(lambda: opened.note.endswith(" undone."))
    qtbot.wait_until(lambda: not part(opened.window, QPushButton, "Undo").isEnabled())


def test_several_are_deleted_at_once(qtbot: QtBot, opened: Opened, path: Path) -> None:
    choose(opened.window, "Al", "Cy")
    assert not part(opened.window, QPushButton, "Fill the form").isEnabled()
    click(opened.window, "Delete")
    wait_for(qtbot, path, BO)
    qtbot.wait_until(lambda: "Deleted: 2 customers" in opened.note)
    click(opened.window, "Undo")
    wait_for(qtbot, path, *ALL)


@pytest.mark.parametrize("name", ["Undo", "Delete"])
def test_a_button_that_has_done_all_leaves_the_focus_to_the_list(
    qtbot: QtBot, opened: Opened, name: str
) -> None:
    view = choose(opened.window, "Al", "Bo", "Cy")
    button = part(opened.window, QPushButton, name)
    if name == "Undo":
        click(opened.window, "Delete")
        qtbot.wait_until(button.isEnabled)
    button.setFocus()
    press(Qt.Key.Key_Space)
    qtbot.wait_until(lambda: not button.isEnabled())
    assert QApplication.focusWidget() is view


def test_del_in_the_filter_deletes_letters_alone(opened: Opened, path: Path) -> None:
    type_into(opened.window, "Filter", "Bo").setCursorPosition(0)
    press(Qt.Key.Key_Delete)
    assert part(opened.window, QLineEdit, "Filter").text() == "o"
    assert kept(path) == ALL


def wait_for_list(qtbot: QtBot, opened: Opened, *people: Saved) -> None:
    qtbot.wait_until(lambda: opened.customers.all == people)


def test_the_last_change_is_undone_and_no_earlier_one(
    qtbot: QtBot, opened: Opened, path: Path
) -> None:
    for name, left in (("Al", (BO, CY)), ("Bo", (CY,))):
        choose(opened.window, name)
        click(opened.window, "Delete")
        wait_for(qtbot, path, *left)
        wait_for_list(qtbot, opened, *left)
    click(opened.window, "Undo")
    wait_for(qtbot, path, BO, CY)
    qtbot.wait_until(lambda: not part(opened.window, QPushButton, "Undo").isEnabled())
