"""What is copied or saved is what is shown, whole; or nothing is, and the reason is said."""

import os
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from reamaze_gui.core.customer import Customer
from reamaze_gui.ui.build.snippet_view import SnippetView
from reamaze_gui.ui.widgets.note import Note
from tests.build_pages import CUSTOMER, Page
from tests.parts import in_sight

SOON = 120  # seconds for the disk


@pytest.mark.parametrize("what", ["Copy snippet", "Copy authkey"])
def test_copying_puts_exactly_what_is_shown_on_the_clipboard(page: Page, what: str) -> None:
    page.form.fill(CUSTOMER)
    page.button(what).click()
    copied = QGuiApplication.clipboard().mimeData()
    expected = page.code if what == "Copy snippet" else page.edit("Authkey").text()
    assert copied.text() == expected
    assert copied.data("x-kde-passwordManagerHint") == b"secret"
    says = " ".join(in_sight(page))
    assert "Copied: Zoë (48151623)" in says
    assert "Leaves the clipboard in " in says
    assert page.sentences == []  # it is said once


def test_server_code_without_an_authkey_stays_on_the_clipboard(page: Page) -> None:
    page.form.fill(CUSTOMER)
    page.choose_format("PHP")
    page.copy_snippet()
    assert QGuiApplication.clipboard().text() == page.code
    assert page.sentences == ["Copied: PHP code. It stays on the clipboard."]
    assert not QGuiApplication.clipboard().mimeData().hasFormat("x-kde-passwordManagerHint")


def test_nothing_is_copied_or_saved_while_something_is_missing(page: Page, tmp_path: Path) -> None:
    QGuiApplication.clipboard().setText("from before")
    page.files.saves = str(tmp_path / "snippet.html")
    page.copy_snippet()
    page.copy_authkey()
    page.save_snippet()
    assert QGuiApplication.clipboard().text() == "from before"
    assert not Path(page.files.saves).exists()
    assert set(page.sentences) == {"Still missing: Customer ID, Email."}


def test_a_saved_snippet_is_what_is_shown(page: Page, tmp_path: Path) -> None:
    page.form.fill(CUSTOMER)
    page.files.saves = str(tmp_path / "Zoë's snippet.html")
    page.button("Save snippet").click()
    page.finish(SOON)
    assert Path(page.files.saves).read_bytes().decode() == page.code
    assert page.sentences == ["Saving…", f"Saved: Zoë (48151623), as {page.files.saves}."]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["Zoë's snippet.html"]


def test_who_gives_up_saving_has_saved_nothing(page: Page, tmp_path: Path) -> None:
    page.form.fill(CUSTOMER)
    page.button("Save snippet").click()
    assert page.sentences == []
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("where", ["below a file", "nowhere", "a folder"])
def test_a_place_that_cannot_be_written_gets_a_sentence(
    page: Page, tmp_path: Path, where: str
) -> None:
    (tmp_path / "file").write_text("kept")
    (tmp_path / "folder").mkdir()
    places = {"below a file": "file/x.html", "nowhere": "none/x.html", "a folder": "folder"}
    page.form.fill(CUSTOMER)
    page.files.saves = str(tmp_path / places[where])
    page.button("Save snippet").click()
    page.finish(SOON)
    [_, says] = page.sentences
    assert says.startswith(f"{Path(page.files.saves).name} was not saved: ")
    assert says.endswith("Try another folder.")
    assert (tmp_path / "file").read_text() == "kept"


def test_while_a_slow_disk_takes_its_time_the_page_goes_on_and_saves_elsewhere(
    qtbot: QtBot, page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes_on, fsync = Event(), os.fsync
    slow = tmp_path / "network"
    slow.mkdir()

    def write_slowly(descriptor: int) -> None:
        if Path(f"/proc/self/fd/{descriptor}").readlink().parent == slow:
            goes_on.wait(SOON)
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", write_slowly)
    page.form.fill(CUSTOMER)
    code, page.files.saves = page.code, str(slow / "x.html")
    page.button("Save snippet").click()
    assert page.sentences == ["Saving…"]
    page.form.fill(Customer("8", "bo@example.org"))
    page.files.saves = str(tmp_path / "elsewhere.html")
    page.button("Save snippet").click()
    qtbot.wait_until(
        lambda: page.sentences[-1] == f"Saved: bo@example.org (8), as {page.files.saves}."
    )
    assert not (slow / "x.html").exists()
    goes_on.set()
    page.finish(SOON)
    assert page.sentences[-1] == f"Saved: Zoë (48151623), as {slow / 'x.html'}."
    assert (slow / "x.html").read_bytes().decode() == code


def test_a_file_that_is_saved_over_keeps_its_permissions(page: Page, tmp_path: Path) -> None:
    file, link = tmp_path / "x.html", tmp_path / "link.html"
    file.write_text("the old snippet")
    file.chmod(0o640)
    link.symlink_to(file)
    page.form.fill(CUSTOMER)
    page.files.saves = str(link)
    page.button("Save snippet").click()
    page.finish(SOON)
    assert link.is_symlink()
    assert file.read_bytes().decode() == page.code
    assert file.stat().st_mode & 0o777 == 0o640


def test_what_is_no_file_is_not_saved_over(page: Page, tmp_path: Path) -> None:
    page.form.fill(CUSTOMER)
    page.files.saves = str(tmp_path / "pipe")
    os.mkfifo(page.files.saves)
    page.button("Save snippet").click()
    page.finish(SOON)
    assert page.sentences[-1] == "pipe was not saved: it is not a file. Try another folder."
    assert Path(page.files.saves).is_fifo()


def told_beside(page: Page) -> str:
    return " ".join(each.text() for each in page.findChildren(Note) if "Copied" in each.text())


def test_nobody_is_named_as_copied_once_something_else_is_on_the_clipboard(page: Page) -> None:
    page.form.fill(CUSTOMER)
    page.copy_snippet()
    assert "Zoë (48151623)" in told_beside(page)
    page.form.fill(Customer("8", "bo@example.org"))
    [view] = page.findChildren(SnippetView)
    view.selectAll()
    view.copy()  # by hand: it is treated as if the button had copied it
    assert told_beside(page) == ""


def test_server_code_that_was_copied_takes_the_place_of_the_customer(page: Page) -> None:
    page.form.fill(CUSTOMER)
    page.copy_snippet()
    page.choose_format("PHP")
    page.copy_snippet()
    assert told_beside(page) == ""


def test_the_button_says_that_it_has_copied_only_of_the_snippet_that_is_shown(page: Page) -> None:
    page.form.fill(CUSTOMER)
    page.copy_snippet()
    assert page.copy_snippet_button.text() == "✓ Copied"
    page.form.fill(Customer("8", "bo@example.org"))
    assert page.copy_snippet_button.text() == "Copy snippet"
