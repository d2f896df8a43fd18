"""A list that is too long to be shown is read in a stream: its first rows stand in its place."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QProgressBar

from tests.checked_lists import ROWS, ListPage
from tests.diagnose_pages import PATIENCE, drop

WEAK = "_support['user'] = { email: 'zoe@example.org' };"
TIMES = 1_600  # the list of forty: just too long to be shown
TOTAL = TIMES * ROWS


@pytest.fixture
def long(lists: ListPage) -> ListPage:
    """Return Diagnose with a long list that waits to be opened."""
    lists.write(TIMES)
    return lists


@pytest.mark.parametrize("way", ["opened", "dropped"])
def test_it_is_checked_to_its_end_and_never_put_into_the_editor(long: ListPage, way: str) -> None:
    if way == "opened":
        long.open()
    else:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(long.file))])
        drop(long.page.input, data)
        long.qtbot.wait_until(lambda: "was opened" in long.status_message[-1], timeout=PATIENCE)
    assert f"{TOTAL // 4:,} of {TOTAL:,} fail" in long.wait_for_answer()
    assert "lower-cased" in long.text("Reply")
    assert long.page.input.page.text() == ""
    assert long.text("First rows").startswith("id,email,authkey\n0,Ana0@Example.org,")
    assert long.text("First rows").count("\n") < 200
    long.button("Copy reply").click()
    assert long.status_message[-1] == f"Reply copied: a list of {TOTAL:,} rows, list.csv."
    QGuiApplication.clipboard().clear()


def test_failing_rows_are_saved_unless_the_file_was_changed(long: ListPage) -> None:
    long.open()
    long.wait_for_answer()
    assert long.save_failing_rows() == f"Saved: these rows, as {long.saved_as}."
    assert long.saved_as.read_text("utf-8-sig").count("\n") == 1 + TOTAL // 4
    long.write(TIMES + 1)
    assert long.save_failing_rows().startswith("Nothing was saved: it has changed")


def test_progress_is_told_in_rows_and_cancel_ends_the_reading(long: ListPage) -> None:
    long.write(10 * TIMES)  # or it might come to its end first
    long.open()
    cancel = long.button("Cancel search")
    [bar] = long.page.findChildren(QProgressBar)
    told = long.page.result.note.text
    long.qtbot.wait_until(lambda: bar.value() > 0, timeout=PATIENCE)
    assert bar.value() < 100
    assert "rows checked" in told()
    assert "of the first" in long.report
    assert not long.button("Copy reply").isEnabled()
    cancel.click()
    assert "of the first" in long.wait_for_answer().partition("fail")[0]
    assert "was cancelled after row" in long.text("Reply")
    assert not cancel.isVisible()
    assert not [each for each in threading.enumerate() if each.name == "Search"]
    assert str(long.file) not in [str(each.resolve()) for each in Path("/proc/self/fd").iterdir()]


@pytest.mark.parametrize("way", ["close", "undo"])
def test_the_page_that_it_replaced_comes_back(long: ListPage, way: str) -> None:
    page = long.page.input
    page.page.replace(WEAK)
    long.open()
    long.wait_for_answer()
    assert not page.page.isVisible()
    long.button("Close list").click() if way == "close" else page.undo()
    assert page.page.isVisible()
    assert page.page.text() == WEAK
    long.qtbot.wait_until(lambda: "Weak SSO" in long.report, timeout=PATIENCE)
    assert not long.button("Save failing rows").isVisible()


def test_a_page_that_is_pasted_takes_its_place(long: ListPage) -> None:
    long.open()
    long.wait_for_answer()
    QGuiApplication.clipboard().setText(WEAK)
    long.button("Paste").click()
    long.qtbot.wait_until(lambda: "Weak SSO" in long.report, timeout=PATIENCE)
    assert long.page.input.source == WEAK
    QGuiApplication.clipboard().clear()


def test_a_file_that_has_gone_meanwhile_is_said_to_be_unreadable(long: ListPage) -> None:
    long.page.finish(0)
    long.open()
    long.file.unlink()  # while the page waits for its user to come to rest
    said = "list.csv could not be read to its end"
    long.qtbot.wait_until(lambda: said in long.page.result.note.text(), timeout=PATIENCE)
    assert not long.button("Copy reply").isEnabled()
    long.page.copy_reply()
    assert said in long.status_message[-1]
