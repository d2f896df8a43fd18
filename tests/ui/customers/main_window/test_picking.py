"""A saved customer is found by a few letters and picked, until Ctrl+Z."""

import time
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from reamaze_gui.core.customer import Customer
from reamaze_gui.core.saved import Saved
from reamaze_gui.ui.widgets.note import Note
from reamaze_gui.ui.window.main_window import MainWindow
from tests.customers import AL, ALL, BO, CY, DI, click, dialog, keep, kept
from tests.parts import edit, part
from tests.windows import NONE, ZOE, focus_widget, opened, press, status


def offered(window: MainWindow) -> list[str]:
    """Open the list of saved customers, and return who is in it."""
    window.customers.pick()
    return listed(window)


def listed(window: MainWindow) -> list[str]:
    shown = list_of(window)
    return [shown.item(row).text() for row in range(shown.count())]


def list_of(window: MainWindow) -> QListWidget:
    return part(window, QListWidget, "Customers")


def note_below(window: MainWindow) -> str:
    """Return what is said below the list."""
    card = list_of(window).parentWidget()
    assert card
    [note] = card.findChildren(Note)
    return note.text()


def pick(window: MainWindow, whom: str) -> None:
    """Find a customer by a few letters, and press Return."""
    window.customers.pick()
    find = edit(window, "Find a customer")
    QTest.keyClicks(find, whom)
    QTest.keyClick(find, Qt.Key.Key_Return)


def test_a_customer_is_picked_until_ctrl_z(window: MainWindow, path: Path) -> None:
    keep(path, *ALL)
    pick(window, "Al")
    assert window.build_page.form.value() == AL.customer
    back = "Press Ctrl+Z to restore the previous customer."
    assert status(window) == f"Filled in: Alan Day (1), acme. {back}"
    press(Qt.Key.Key_Z)
    assert window.build_page.form.value() == ZOE
    press(Qt.Key.Key_Z)
    assert window.build_page.form.value() == AL.customer


def test_a_customers_account_is_turned_to_until_ctrl_z(window: MainWindow, path: Path) -> None:
    keep(path, *ALL)
    pick(window, "Bo")
    assert window.account_bar.account.currentText() == "other-shop"
    assert "The account is now other-shop." in status(window)
    press(Qt.Key.Key_Z)
    assert window.account_bar.account.currentText() == "acme"
    assert window.build_page.form.value() == ZOE
    press(Qt.Key.Key_Z)
    assert window.account_bar.account.currentText() == "other-shop"
    assert window.build_page.form.value() == BO.customer


def test_a_customer_of_no_account_leaves_the_account(window: MainWindow, path: Path) -> None:
    keep(path, *ALL)
    pick(window, "Cy")
    assert window.build_page.form.value() == CY.customer
    assert window.account_bar.account.currentText() == "acme"


def test_from_diagnose_a_pick_turns_to_build(window: MainWindow, path: Path) -> None:
    keep(path, *ALL)
    window.switch_to(1)
    pick(window, "Al")
    assert window.tabs.currentIndex() == 0


def test_who_only_looks_at_the_list_stays_in_diagnose(window: MainWindow, path: Path) -> None:
    keep(path, *ALL)
    window.switch_to(1)
    assert offered(window) == ["Al", "Cy", "Bo (other-shop)"]
    assert window.tabs.currentIndex() == 1


def test_the_list_shows_what_another_window_has_saved_since(window: MainWindow, path: Path) -> None:
    assert offered(window) == []
    keep(path, *ALL)
    assert offered(window) == ["Al", "Cy", "Bo (other-shop)"]
    window.account_bar.account.setEditText("other-shop")
    assert offered(window) == ["Bo", "Cy", "Al (acme)"]


def test_of_a_thousand_customers_the_first_are_listed_and_letters_find_the_others(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    keep(path, *(Saved(f"Number {at:04}", Customer(str(at))) for at in range(1_000)))
    qtbot.wait_until(lambda: len(offered(window)) > 1)
    assert listed(window)[:2] == ["Number 0000", "Number 0001"]
    assert len(listed(window)) == 50
    assert "of 1,000" in note_below(window)
    pick(window, "0987")
    assert window.build_page.form.value().id == "987"


def test_who_is_not_found_is_not_picked(window: MainWindow, path: Path) -> None:
    keep(path, *ALL)
    pick(window, "xylophone")
    assert listed(window) == []
    assert "No saved customer matches" in note_below(window)
    assert window.build_page.form.value() == ZOE


def test_escape_closes_the_list_and_goes_back_to_its_button(window: MainWindow) -> None:
    window.customers.pick()
    press(Qt.Key.Key_Escape, NONE)
    assert not list_of(window).isVisible()
    assert focus_widget().accessibleName() == "Saved customers"


def test_a_click_beside_the_list_closes_it(window: MainWindow, path: Path) -> None:
    keep(path, Saved("Ana", Customer("1")))
    window.customers.pick()
    assert list_of(window).isVisible()
    QTest.mouseClick(window.statusBar(), Qt.MouseButton.LeftButton)
    assert not list_of(window).isVisible()


def test_a_name_is_shown_as_it_is(window: MainWindow, path: Path) -> None:
    keep(path, Saved("A & <b>&B", Customer("1")))
    assert offered(window) == ["A & <b>&B"]


def test_a_damaged_file_is_told_here_and_below_the_list(window: MainWindow, path: Path) -> None:
    path.parent.mkdir()
    path.write_text("{")
    assert offered(window) == []
    assert "customers.json is damaged" in status(window)
    assert "customers.json is damaged" in note_below(window)


def test_who_is_chosen_stays_so_when_another_is_saved(window: MainWindow, path: Path) -> None:
    keep(path, AL, CY)
    window.customers.pick()
    shown = list_of(window)
    shown.setCurrentRow(1)
    keep(path, BO, Saved("Aa", Customer("7", "aa@example.org"), "acme"))
    window.customers.saved.refresh()
    assert len(listed(window)) == 4
    assert shown.currentItem().text() == "Cy"
    window.customers.pick()
    assert shown.currentRow() == 0


def test_a_demonstration_writes_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, tmp_path)
    window.customers.save()
    [note] = dialog("Save customer").findChildren(Note)
    assert "for this session only" in note.text()
    click(dialog("Save customer"), "Save customer")
    qtbot.wait_until(lambda: offered(window) == ["Zoë"])
    assert [*tmp_path.rglob("*customers*")] == []


def test_those_of_the_account_and_the_last_used_come_first(window: MainWindow, path: Path) -> None:
    keep(path, replace(AL, used=10), replace(BO, used=99), CY, replace(DI, used=20))
    assert offered(window) == ["Di", "Al", "Cy", "Bo (other-shop)"]


def test_whoever_is_picked_is_the_last_used_and_nothing_is_to_be_undone_by_it(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    keep(path, AL, CY)
    before = int(time.time())
    pick(window, "Cy")
    qtbot.wait_until(lambda: kept(path)[1].used >= before)
    assert kept(path) == (AL, CY)
    assert kept(path)[0].used == 0
    assert offered(window) == ["Cy", "Al"]
    assert not window.customers.saved.can_undo
    assert status(window).startswith("Filled in: ")


def test_who_cannot_be_noted_is_picked_all_the_same(window: MainWindow, path: Path) -> None:
    keep(path, AL)
    assert offered(window) == ["Al"]
    path.unlink()
    path.mkdir()  # in which nothing can be written as in a file
    QTest.keyClick(list_of(window), Qt.Key.Key_Return)
    window.customers.saved.finish(30)
    assert window.build_page.form.value() == AL.customer
    assert status(window).startswith("Filled in: ")
