"""What is copied or saved is what is shown, whole; or nothing is, and the reason is said."""

import os
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from reamaze_gui.core.customer import Customer
from reamaze_gui.ui import whole_file
from reamaze_gui.ui.whole_file import write_whole
from tests.build_pages import CUSTOMER, Page
from tests.limits import full_disk


@pytest.mark.parametrize("what", ["Copy snippet", "Copy authkey"])
def test_copying_puts_exactly_what_is_shown_on_the_clipboard(page: Page, what: str) -> None:
    page.form.fill(CUSTOMER)
    page.button(what).click()
    copied = QGuiApplication.clipboard().mimeData()
    expected = page.code if what == "Copy snippet" else page.edit("Authkey").text()
    assert copied.text() == expected
    assert copied.data("x-kde-passwordManagerHint") == b"secret"
    [says] = page.sentences
    assert says.startswith(f"{what.removeprefix('Copy ').capitalize()} copied. ")


def test_nothing_is_copied_or_saved_while_something_is_missing(page: Page, tmp_path: Path) -> None:
    QGuiApplication.clipboard().setText("from before")
    page.path = str(tmp_path / "snippet.html")
    page.copy_snippet()
    page.copy_authkey()
    page.save_snippet()
    assert QGuiApplication.clipboard().text() == "from before"
    assert not Path(page.path).exists()
    assert set(page.sentences) == {"Still missing: Customer ID, Email."}


def test_a_saved_snippet_is_what_is_shown(page: Page, tmp_path: Path) -> None:
    page.form.fill(CUSTOMER)
    page.path = str(tmp_path / "Zoë's snippet.html")
    page.button("Save snippet").click()
    page.finish()
    assert Path(page.path).read_bytes().decode() == page.code
    assert page.sentences == ["Saving the snippet…", f"Snippet saved as {page.path}."]
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
    page.path = str(tmp_path / places[where])
    page.button("Save snippet").click()
    page.finish()
    [_, says] = page.sentences
    assert says.startswith(f"{Path(page.path).name} was not saved: ")
    assert says.endswith("Try another folder.")
    assert (tmp_path / "file").read_text() == "kept"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_is_read_only_gets_a_sentence(page: Page, tmp_path: Path) -> None:
    page.form.fill(CUSTOMER)
    page.path = str(tmp_path / "locked" / "x.html")
    (tmp_path / "locked").mkdir(mode=0o500)
    page.button("Save snippet").click()
    page.finish()
    assert page.sentences[-1].startswith("x.html was not saved: ")


def test_while_a_slow_disk_takes_its_time_the_page_goes_on(
    qtbot: QtBot, page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk_goes_on = Event()

    def write_slowly(path: str, raw: bytes) -> str:
        disk_goes_on.wait()
        return write_whole(path, raw)

    monkeypatch.setattr(whole_file, "write_whole", write_slowly)
    page.form.fill(CUSTOMER)
    page.path = str(tmp_path / "x.html")
    code = page.code
    page.button("Save snippet").click()
    assert page.sentences == ["Saving the snippet…"]
    page.form.fill(Customer("8", "bo@example.org"))
    disk_goes_on.set()
    qtbot.wait_until(lambda: page.sentences[-1] == f"Snippet saved as {page.path}.")
    assert Path(page.path).read_bytes().decode() == code


def test_a_full_disk_leaves_the_old_file_whole(page: Page, tmp_path: Path) -> None:
    page.form.fill(CUSTOMER)
    page.path = str(tmp_path / "x.html")
    Path(page.path).write_text("the old snippet, whole")
    with full_disk():
        page.button("Save snippet").click()
        page.finish()
    assert page.sentences[-1].startswith("x.html was not saved: ")
    assert Path(page.path).read_text() == "the old snippet, whole"
    assert [path.name for path in tmp_path.iterdir()] == ["x.html"]
