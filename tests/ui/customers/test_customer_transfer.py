"""A table of customers is imported in one change, and exported."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from reamaze_gui.core.customer import Customer
from reamaze_gui.core.saved import Saved
from tests.customers import AL, ALL, CY, DI, Opened, choose, click, dialog, kept, wait_for
from tests.parts import part


def test_what_is_exported_is_imported_again(
    qtbot: QtBot, opened: Opened, path: Path, table: Path
) -> None:
    click(opened.window, "Export")
    qtbot.wait_until(lambda: opened.note == f"Saved: 3 customers, as {table}.")
    assert table.read_bytes().startswith(b'\xef\xbb\xbf"saved_as","account","id","email"')
    choose(opened.window, "Al", "Bo", "Cy")
    click(opened.window, "Delete")
    wait_for(qtbot, path)
    click(opened.window, "Import")
    wait_for(qtbot, path, *ALL)
    qtbot.wait_until(lambda: opened.note == "3 imported.")
    click(opened.window, "Import")
    qtbot.wait_until(lambda: opened.note == "0 imported, 3 already saved.")
    table.write_text("saved_as,id,email\nCy,3,cy@example.org\n")
    click(opened.window, "Import")
    qtbot.wait_until(lambda: opened.note == "0 imported, 1 already saved.")


IMPORTED = "saved_as;account;id;email;tier\nBo;;9;b@example.net;x\nDi;;4;di@example.net;y\n"
NEW_BO = Saved("Bo", Customer("9", "b@example.net"))


def test_an_import_replaces_the_same_names_adds_the_rest_and_one_undo_takes_it_back(
    qtbot: QtBot, opened: Opened, path: Path, table: Path
) -> None:
    table.write_text(IMPORTED)
    click(opened.window, "Import")
    wait_for(qtbot, path, AL, NEW_BO, CY, DI)
    says = "1 imported, 1 replaced, 1 column left out (“tier”)."
    qtbot.wait_until(lambda: opened.note == says)
    click(opened.window, "Undo")
    wait_for(qtbot, path, *ALL)


def test_each_bad_line_is_told(qtbot: QtBot, opened: Opened, path: Path, table: Path) -> None:
    table.write_text("id,email,name\n,,Al\n4.8E+11,,\n5,e@example.org,Ed\n")
    click(opened.window, "Import")
    wait_for(qtbot, path, *ALL, Saved("Ed", Customer("5", "e@example.org", "Ed")))
    qtbot.wait_until(lambda: "1 imported, 2 lines need attention" in opened.note)
    listed = part(dialog("Not imported"), QPlainTextEdit, "What was not imported").toPlainText()
    assert [line[:6] for line in listed.splitlines()] == ["Line 2", "Line 3"]
    dialog("Not imported").close()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "not a file that can be read"),
        (b"GIF89a\0\1", "is not a text file"),
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
