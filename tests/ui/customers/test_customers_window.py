"""Saved customers are found and picked in a window, by key."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from reamaze_gui.core.customer import Customer
from reamaze_gui.core.saved import Saved, put
from reamaze_gui.ui.customers.customers_window import CustomersWindow
from reamaze_gui.ui.customers.saved_customers import SavedCustomers
from reamaze_gui.ui.widgets.note import Note
from tests.chosen_files import ChosenFiles
from tests.customers import (
    AL,
    BO,
    DI,
    Opened,
    choose,
    click,
    hint_in,
    keep,
    press,
    rows,
    slow_disk,
    type_into,
)
from tests.event_loop import wait_until
from tests.parts import part


def test_a_few_letters_and_return_fill_the_form(opened: Opened) -> None:
    assert rows(opened.window) == ["Al", "Bo", "Cy"]
    focused = QApplication.focusWidget()
    assert focused is part(opened.window, QLineEdit, "Filter")
    QTest.keyClicks(focused, "EXAMPLE.com")
    assert rows(opened.window) == ["Bo"]
    press(Qt.Key.Key_Return)
    assert opened.picked == [BO]
    assert not opened.window.isVisible()


def test_return_takes_the_first_of_those_that_are_found(opened: Opened) -> None:
    choose(opened.window, "Cy")
    part(opened.window, QLineEdit, "Filter").setFocus()
    press(Qt.Key.Key_E)
    assert rows(opened.window) == ["Al", "Bo", "Cy"]
    press(Qt.Key.Key_Return)
    assert opened.picked == [AL]


def test_a_filter_does_not_outlive_its_window(opened: Opened) -> None:
    type_into(opened.window, "Filter", "bo")
    opened.window.close()
    opened.window.present()
    assert rows(opened.window) == ["Al", "Bo", "Cy"]
    assert part(opened.window, QLineEdit, "Filter").text() == ""


def test_the_list_is_walked_by_key(opened: Opened) -> None:
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert opened.picked == [BO]


def test_it_tells_how_many_of_how_many_are_in_sight(opened: Opened) -> None:
    def told() -> set[str]:
        return {label.text() for label in opened.window.findChildren(QLabel)}

    assert "3 customers" in told()
    type_into(opened.window, "Filter", "bo")
    assert "1 of 3 customers" in told()
    type_into(opened.window, "Filter", "")
    choose(opened.window, "Al")
    click(opened.window, "Delete")
    wait_until(lambda: "2 customers" in told())


def test_what_nobody_has_is_said(opened: Opened) -> None:
    type_into(opened.window, "Filter", "nobody at all")
    assert rows(opened.window) == []
    assert "No saved customer matches" in opened.hint
    press(Qt.Key.Key_Return)
    assert opened.picked == []
    assert not part(opened.window, QPushButton, "Fill the form").isEnabled()
    type_into(opened.window, "Filter", "a")
    assert "matches" not in opened.hint


def test_a_damaged_list_says_where_it_is_now(qtbot: QtBot, path: Path, table: Path) -> None:
    path.write_text("{ this is no list")
    opened = Opened(qtbot, path, table)
    opened.customers.refresh()  # as on coming back from another window
    assert "damaged" in opened.note
    view = part(opened.window, QTreeView, "Saved customers")
    assert view.accessibleDescription() in opened.note
    [aside] = path.parent.glob("*damaged*")
    assert aside.name in opened.note
    assert aside.read_text() == "{ this is no list"


def test_an_empty_list_says_how_to_fill_it(qtbot: QtBot, table: Path) -> None:
    opened = Opened(qtbot, None, table)
    assert "Ctrl+Shift+S in the main window" in opened.hint
    click(opened.window, "Export")
    assert opened.note.startswith("Nothing was exported. No saved customers yet.")


def test_an_unreadable_list_is_not_called_empty(qtbot: QtBot, path: Path, table: Path) -> None:
    path.write_text('{"version": 2, "people": {}}')
    opened = Opened(qtbot, path, table)
    assert "is from a newer Re:amaze SSO" in opened.note
    click(opened.window, "Export")
    assert opened.note.startswith("Nothing was exported. customers.json is from a newer")


def test_what_another_window_saved_is_seen_on_coming_back(opened: Opened, path: Path) -> None:
    opened.window.close()
    keep(path, Saved("Di", Customer("4")))
    opened.window.present()
    assert rows(opened.window) == ["Al", "Bo", "Cy", "Di"]


def test_nobody_waits_for_a_slow_list(qtbot: QtBot, path: Path, table: Path) -> None:
    parent = QWidget()
    qtbot.add_widget(parent)
    customers = SavedCustomers(path, parent)
    window = CustomersWindow(parent, customers, ChosenFiles(str(table)))
    with slow_disk():
        # All else waits for this.
        customers.change(lambda saved: put(saved, [DI]), lambda _: "Di is saved.")
        window.present()
        [note] = window.findChildren(Note)
        assert hint_in(window) == "Reading the saved customers…"
        assert rows(window) == []
        click(window, "Export")
        assert note.text() == "Nothing was exported. Reading the saved customers…"
    qtbot.wait_until(lambda: rows(window) == ["Al", "Bo", "Cy", "Di"])
    assert note.text() == "Di is saved."
    window.close()


def test_close_closes_it(opened: Opened) -> None:
    click(opened.window, "Close")
    assert not opened.window.isVisible()


def test_ten_thousand_are_filtered_while_one_types(qtbot: QtBot, tmp_path: Path) -> None:
    people = (Saved(f"Number {at}", Customer(str(at), f"a{at}@b.org")) for at in range(10_000))
    opened = Opened(qtbot, keep(tmp_path / "many.json", *people), tmp_path)
    qtbot.wait_until(lambda: len(rows(opened.window)) == 10_000)
    type_into(opened.window, "Filter", "a9999@")
    assert rows(opened.window) == ["Number 9999"]


def test_many_that_are_chosen_stay_so_at_once(qtbot: QtBot, tmp_path: Path) -> None:
    people = (Saved(f"Number {at}", Customer(str(at), f"a{at}@b.org")) for at in range(100))
    path = keep(tmp_path / "many.json", *people)
    opened = Opened(qtbot, path, tmp_path)
    view = part(opened.window, QTreeView, "Saved customers")
    qtbot.wait_until(lambda: view.model().rowCount() == 100)
    view.selectAll()
    told = list[int]()
    view.selectionModel().selectionChanged.connect(lambda *_: told.append(1))
    keep(path, DI)
    opened.customers.refresh()
    assert rows(opened.window)[:2] == ["Di", "Number 0"]
    assert len(view.selectionModel().selectedRows()) == 100
    assert view.currentIndex().row() == 1
    assert len(told) == 1
