"""A table of customers is imported and exported, and replaces nobody unasked."""

import threading
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QTreeView
from pytestqt.qtbot import QtBot

from reamaze_gui.core.customer import Customer
from reamaze_gui.core.saved import Arrivals, Saved, arrivals
from reamaze_gui.ui.customers import customer_transfer
from tests.customers import (
    AL,
    ALL,
    BO,
    CY,
    DI,
    Opened,
    choose,
    click,
    dialog,
    kept,
    part,
    type_into,
    wait_for,
)


def test_what_is_exported_is_imported_again(
    qtbot: QtBot, opened: Opened, path: Path, table: Path
) -> None:
    click(opened.window, "Export")
    qtbot.wait_until(lambda: "3 exported to" in opened.note)
    assert table.read_bytes().startswith(b"\xef\xbb\xbfsaved_as,account,id,email")
    choose(opened.window, "Al", "Bo", "Cy")
    click(opened.window, "Delete")
    wait_for(qtbot, path)
    click(opened.window, "Import")
    wait_for(qtbot, path, *ALL)
    qtbot.wait_until(lambda: opened.note == "3 imported.")
    click(opened.window, "Import")
    qtbot.wait_until(lambda: opened.note == "0 imported, 3 were saved already.")
    table.write_text("saved_as,id,email\nCy,3,cy@example.org\n")
    click(opened.window, "Import")
    qtbot.wait_until(lambda: opened.note == "0 imported, 1 was saved already.")


IMPORTED = "saved_as;account;id;email\nBo;;9;b@example.net\nDi;;4;di@example.net\n"
NEW_BO = Saved("Bo", Customer("9", "b@example.net"))


def start_import(qtbot: QtBot, opened: Opened, path: Path, table: Path) -> None:
    table.write_text(IMPORTED)
    assert not part(opened.window, QPushButton, "Replace").isVisible()
    click(opened.window, "Import")
    wait_for(qtbot, path, *ALL, DI)
    qtbot.wait_until(lambda: "Other customers are saved as Bo: replace them?" in opened.note)


def test_who_is_saved_under_a_name_is_replaced_only_when_asked_for(
    qtbot: QtBot, opened: Opened, path: Path, table: Path
) -> None:
    start_import(qtbot, opened, path, table)
    click(opened.window, "Replace")
    wait_for(qtbot, path, AL, NEW_BO, CY, DI)
    qtbot.wait_until(lambda: opened.note == "1 replaced. Undo in Manage customers takes it back.")
    click(opened.window, "Undo")
    wait_for(qtbot, path, *ALL, DI)


def test_both_are_kept_when_asked_for(
    qtbot: QtBot, opened: Opened, path: Path, table: Path
) -> None:
    start_import(qtbot, opened, path, table)
    click(opened.window, "Keep both")
    wait_for(qtbot, path, AL, BO, Saved("Bo (2)", NEW_BO.customer), CY, DI)
    assert not part(opened.window, QPushButton, "Keep both").isVisible()


NOT_IMPORTED = "Not imported: 1 whose name is taken."


def is_asked(opened: Opened) -> bool:
    """Tell whether the window asks whom to replace, for which its note must still ask that."""
    buttons = [part(opened.window, QPushButton, name) for name in ("Replace", "Keep both")]
    [shown] = {each.isVisible() for each in buttons}
    assert ("replace them?" in opened.note) is shown
    return shown


def test_what_is_done_instead_is_told_with_who_is_not_imported_by_that(
    qtbot: QtBot, opened: Opened, path: Path, table: Path
) -> None:
    start_import(qtbot, opened, path, table)
    assert is_asked(opened)
    choose(opened.window, "Al")
    click(opened.window, "Delete")
    qtbot.wait_until(lambda: opened.note.startswith("Al deleted."))
    assert opened.note.endswith(NOT_IMPORTED)
    assert not is_asked(opened)
    click(opened.window, "Copy path")
    assert opened.note == "Path copied."


def test_a_question_that_was_closed_is_not_asked_again(
    qtbot: QtBot, opened: Opened, path: Path, table: Path
) -> None:
    start_import(qtbot, opened, path, table)
    opened.window.close()
    opened.window.present()
    assert opened.note == NOT_IMPORTED
    assert not is_asked(opened)


def test_whom_it_is_about_can_be_looked_for_meanwhile(
    qtbot: QtBot, opened: Opened, path: Path, table: Path
) -> None:
    start_import(qtbot, opened, path, table)
    for text in ("Nobody", "Bo"):
        type_into(opened.window, "Filter", text)
        assert is_asked(opened)
    opened.window.present()
    assert is_asked(opened)
    click(opened.window, "Replace")
    wait_for(qtbot, path, AL, NEW_BO, CY, DI)


@pytest.mark.parametrize("name", ["Replace", "Keep both"])
def test_an_answer_leaves_the_focus_to_the_list(
    qtbot: QtBot, opened: Opened, path: Path, table: Path, name: str
) -> None:
    start_import(qtbot, opened, path, table)
    part(opened.window, QPushButton, name).setFocus()
    click(opened.window, name)
    assert QApplication.focusWidget() is part(opened.window, QTreeView, "Saved customers")
    qtbot.wait_until(lambda: opened.note.startswith("1 "))


def test_each_bad_line_is_told(qtbot: QtBot, opened: Opened, path: Path, table: Path) -> None:
    table.write_text("id,email,name\n,,Al\n4.8E+11,,\n5,e@example.org,Ed\n")
    click(opened.window, "Import")
    wait_for(qtbot, path, *ALL, Saved("Ed", Customer("5", "e@example.org", "Ed")))
    qtbot.wait_until(lambda: "1 imported, 2 lines need a look" in opened.note)
    listed = part(dialog("Not imported"), QPlainTextEdit, "What was not imported").toPlainText()
    assert [line[:6] for line in listed.splitlines()] == ["Line 2", "Line 3"]
    dialog("Not imported").close()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "no file that can be read"),
        (b"GIF89a\0\1", "is no text"),
        (b"Al;Bo\n", "The first line must name the columns"),
        (b"x" * 20_000_001, "too large"),
    ],
    ids=["none", "picture", "no heading", "too large"],
)
def test_a_file_that_is_no_table_is_told(
    qtbot: QtBot, opened: Opened, path: Path, table: Path, content: bytes | None, says: str
) -> None:
    if content is not None:
        table.write_bytes(content)
    click(opened.window, "Import")
    qtbot.wait_until(lambda: says in opened.note)
    assert kept(path) == ALL


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_table_is_imported_in_any_encoding(
    qtbot: QtBot, opened: Opened, path: Path, table: Path, encoding: str
) -> None:
    table.write_bytes("id,email,name\n7,z@example.org,Zoë\n".encode(encoding))
    click(opened.window, "Import")
    wait_for(qtbot, path, *ALL, Saved("Zoë", Customer("7", "z@example.org", "Zoë")))


def test_an_export_is_not_dropped_by_an_import(qtbot: QtBot, path: Path, tmp_path: Path) -> None:
    table, exported = tmp_path / "long.csv", tmp_path / "exported.csv"
    table.write_text("id,email\n" + "".join(f"{number},a@b.org\n" for number in range(3_000)))
    opened = Opened(qtbot, path, table, exported)
    for name in ("Import", "Export", "Import"):  # the first still reads its table
        click(opened.window, name)
    qtbot.wait_until(exported.exists)
    qtbot.wait_until(lambda: len(opened.customers.all) == 3_003)
    qtbot.wait_until(lambda: "imported" in opened.note)


def test_an_export_that_fails_says_why(qtbot: QtBot, path: Path, tmp_path: Path) -> None:
    opened = Opened(qtbot, path, tmp_path / "no folder" / "table.csv")
    click(opened.window, "Export")
    qtbot.wait_until(lambda: "table.csv was not saved" in opened.note)


def test_whose_names_are_taken_is_found_out_while_the_window_is_used(
    qtbot: QtBot, opened: Opened, table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads = list[threading.Thread]()

    def compare(saved: Iterable[Saved], found: Sequence[Saved]) -> Arrivals:
        threads.append(threading.current_thread())
        return arrivals(saved, found)

    monkeypatch.setattr(customer_transfer, "arrivals", compare)
    table.write_text("id,email\n9,e@example.org\n")
    click(opened.window, "Import")
    qtbot.wait_until(lambda: opened.note == "1 imported.")
    [thread] = threads
    assert thread is not threading.main_thread()
