"""Rows that were pasted at once are gone through one by one, saved, and signed as a table."""

import csv
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from reamaze_gui.core.authkey import Secret, authkey
from reamaze_gui.core.customer import Customer
from reamaze_gui.core.saved import Saved, put
from reamaze_gui.ui.window.main_window import MainWindow
from tests.customers import keep, wait_for
from tests.parts import button, edit, in_sight
from tests.windows import CONTROL, SECRET, SHIFT, opened, press, status

PEOPLE = tuple(
    Customer(str(7101 + at), f"{name.lower()}@example.org", f"{name} Ek")
    for at, name in enumerate(("Ana", "Ben", "Cai", "Dee"))
)
TABLE = "Customer ID\tEmail\tName\n" + "".join(f"{e.id}\t{e.email}\t{e.name}\n" for e in PEOPLE)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "customers.json"


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, path: Path) -> Iterator[MainWindow]:
    window = opened(qtbot, tmp_path, Customer(), customers=path)
    window.account_bar.switch_to("acme")
    QGuiApplication.clipboard().setText(TABLE)
    press(Qt.Key.Key_V, CONTROL | SHIFT)
    yield window
    QGuiApplication.clipboard().clear()


def test_the_first_is_in_the_form_and_the_others_are_named(window: MainWindow) -> None:
    assert window.build_page.form.value() == PEOPLE[0]
    assert "1 of 4 · Ana Ek, Ben Ek, Cai Ek, …" in in_sight(window)
    assert not button(window, "Previous of the pasted customers").isEnabled()


def test_ctrl_down_and_up_go_through_them_and_copy_is_for_each(window: MainWindow) -> None:
    for at in (1, 2, 3):
        press(Qt.Key.Key_Down)
        assert window.build_page.form.value() == PEOPLE[at]
        assert f"{at + 1} of 4" in " ".join(in_sight(window))
        press(Qt.Key.Key_K, CONTROL | SHIFT)
        who = PEOPLE[at]
        assert QGuiApplication.clipboard().text() == authkey(Secret(SECRET), who.id, who.email)
        assert f"Copied: {who.name} ({who.id}), acme" in " ".join(in_sight(window))
    press(Qt.Key.Key_Down)
    assert window.build_page.form.value() == PEOPLE[3]
    button(window, "Previous of the pasted customers").click()
    press(Qt.Key.Key_Up)
    assert window.build_page.form.value() == PEOPLE[1]


def test_whoever_else_comes_into_the_form_ends_the_list(window: MainWindow) -> None:
    window.build_page.intake.clear()
    assert "of 4" not in " ".join(in_sight(window))
    press(Qt.Key.Key_Down)
    assert window.build_page.form.value() == Customer()


def test_all_are_saved_as_customers_of_the_account(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    button(window, "Save all as customers").click()
    wait_for(qtbot, path, *(Saved(each.name, each, "acme") for each in PEOPLE))
    qtbot.wait_until(lambda: status(window).startswith("4 saved as customers, acme, 0 replaced."))


def test_a_table_of_authkeys_has_one_for_each(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    button(window, "Table of authkeys").click()
    qtbot.wait_until(
        lambda: status(window).startswith("Saved: the authkeys of 4 customers, acme, as ")
    )
    with (tmp_path / "saved.html").open(encoding="utf-8-sig", newline="") as file:
        rows = [*csv.DictReader(file)]
    keys = [authkey(Secret(SECRET), each.id, each.email) for each in PEOPLE]
    assert [row["authkey"] for row in rows] == keys
    assert SECRET not in (tmp_path / "saved.html").read_text(encoding="utf-8")
    if sys.platform != "win32":
        assert (tmp_path / "saved.html").stat().st_mode & 0o777 == 0o600


def test_while_a_question_is_open_all_are_neither_saved_nor_signed(
    window: MainWindow, tmp_path: Path, path: Path
) -> None:
    QGuiApplication.clipboard().setText("nobody")
    press(Qt.Key.Key_V, CONTROL | SHIFT)
    for name in ("Save all as customers", "Table of authkeys"):
        held = button(window, name)
        assert not held.isEnabled()
        assert held.accessibleDescription().startswith("No customer found")
    window.say("")
    window.build_page.save_table()
    assert status(window).startswith("No customer found")
    window.say("")
    window.build_page.save_all()
    assert status(window).startswith("No customer found")
    assert not path.exists()
    assert not (tmp_path / "saved.html").exists()
    button(window, "Keep Ana Ek").click()
    assert button(window, "Save all as customers").isEnabled()


def test_a_paste_that_is_not_certain_leaves_the_list_as_it_is(window: MainWindow) -> None:
    unsure = "1001, 2002, zoe@example.org"
    QGuiApplication.clipboard().setText(unsure)
    press(Qt.Key.Key_V, CONTROL | SHIFT)
    assert "1 of 4 · Ana Ek, Ben Ek, Cai Ek, …" in in_sight(window)
    button(window, "Keep Ana Ek").click()
    press(Qt.Key.Key_Down)
    assert window.build_page.form.value() == PEOPLE[1]


def test_what_is_told_of_saving_all_is_what_the_file_had_before(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    former = Saved(PEOPLE[0].name, Customer("1"), "acme")
    elsewhere = Saved(PEOPLE[1].name, Customer("2"), "globex")
    keep(path, former, elsewhere)
    button(window, "Save all as customers").click()
    qtbot.wait_until(lambda: status(window).startswith("3 saved as customers, acme, 1 replaced."))
    numbered = Saved(f"{PEOPLE[1].name} (2)", PEOPLE[1], "acme")
    others = (Saved(each.name, each, "acme") for each in (PEOPLE[0], *PEOPLE[2:]))
    wait_for(qtbot, path, *put((elsewhere, numbered), others))


def test_what_was_edited_stays_edited_while_the_list_is_gone_through(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    form, edited = window.build_page.form, replace(PEOPLE[0], name="Anna Ek")
    edit(form, "Name").setText(edited.name)
    assert "1 of 4 · Anna Ek, Ben Ek, Cai Ek, …" in in_sight(window)
    press(Qt.Key.Key_Down)
    assert status(window).startswith("2 of 4: Ben Ek (7102), acme.")
    press(Qt.Key.Key_Up)
    assert form.value() == edited
    button(window, "Save all as customers").click()
    wait_for(qtbot, path, *(Saved(each.name, each, "acme") for each in (edited, *PEOPLE[1:])))


def test_ctrl_z_brings_the_list_back_too(window: MainWindow) -> None:
    press(Qt.Key.Key_Down)
    QGuiApplication.clipboard().setText("7;zoe@example.org;Zoe Day")
    press(Qt.Key.Key_V, CONTROL | SHIFT)
    assert "of 4" not in " ".join(in_sight(window))
    window.build_page.intake.restore()
    assert "2 of 4 · Ana Ek, Ben Ek, Cai Ek, …" in in_sight(window)
    window.build_page.intake.restore()
    assert "of 4" not in " ".join(in_sight(window))
    window.build_page.intake.restore()
    press(Qt.Key.Key_Down)
    assert window.build_page.form.value() == PEOPLE[2]


def test_each_value_that_may_be_meant_is_a_button(window: MainWindow) -> None:
    QGuiApplication.clipboard().setText("1001, 2002, zoe@example.org")
    press(Qt.Key.Key_V, CONTROL | SHIFT)
    assert button(window, "Customer ID: 1001").isEnabled()
    button(window, "Customer ID: 2002").click()
    assert window.build_page.form.value() == Customer("2002", "zoe@example.org")
    assert "Not used: “1001”." in in_sight(window)


def test_a_question_about_one_of_several_says_whose_it_is(window: MainWindow) -> None:
    QGuiApplication.clipboard().setText("ID: 7\nName: Al\n\nName: Bo\nEmail: bo@example.org")
    press(Qt.Key.Key_V, CONTROL | SHIFT)
    assert "1 of 2: Al (7). There is no email address." in " ".join(in_sight(window))
