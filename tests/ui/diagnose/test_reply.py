"""What the user changes in the reply stays theirs, and is never copied under another report."""

import hashlib
import hmac
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from reamaze_gui.ui.diagnose.page_edit import PageEdit
from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.window.main_window import MainWindow
from reamaze_gui.ui.window.pages import BUILD, DIAGNOSE
from tests.event_loop import settle
from tests.parts import button, part
from tests.states import wait_for_report
from tests.windows import CONTROL, SECRET, SHIFT, opened, press, status

FROM_BEFORE = "copied before"
MINE = "Dear shop, "
UNKNOWN = "5a" * 32
OTHER = "_support['user'] = { id: '8', email: 'bo@example.org' };"


def page_of(secret: str) -> str:
    key = hmac.digest(secret.encode(), b"7:zoe@example.org", hashlib.sha256).hex()
    return f"_support['user'] = {{ id: '7', email: 'zoe@example.org', authkey: '{key}' }};"


class Replying:
    """Diagnose in its window, with a page in it."""

    def __init__(self, window: MainWindow, page: str) -> None:
        self.window = window
        window.switch_to(DIAGNOSE)
        self.page = part(window, PageEdit, "Customer's page")
        self.reply = part(window, QPlainTextEdit, "Reply")
        self.take(page)

    def take(self, page: str) -> None:
        self.page.replace(page)
        self.wait()

    def wait(self) -> None:
        """Wait until the page in sight is examined, or found to be hard."""
        wait_for_report(self.window)

    def edit_reply(self) -> str:
        self.reply.setFocus()
        QTest.keyClicks(self.reply, MINE)
        return self.reply.toPlainText()

    def change_page(self) -> None:
        """Change what the page sends by keys: it is Weak SSO from now on."""
        self.page.setFocus()
        self.page.moveCursor(self.page.textCursor().MoveOperation.End)
        QTest.keyClicks(self.page, "delete _support.user.authkey;")
        self.wait()

    def beside(self) -> str:
        labels = self.window.diagnose_page.result.reply.findChildren(QLabel)
        return " ".join(each.text() for each in labels if each.isVisible())

    def copied(self) -> str:
        """Press Copy reply and its key, and return what is on the clipboard then."""
        QGuiApplication.clipboard().setText(FROM_BEFORE)
        button(self.window, "Copy reply").click()
        press(Qt.Key.Key_R, CONTROL | SHIFT)
        return QGuiApplication.clipboard().text()


@pytest.fixture
def it(qtbot: QtBot, tmp_path: Path) -> Iterator[Replying]:
    yield Replying(opened(qtbot, tmp_path), page_of(SECRET))
    QGuiApplication.clipboard().clear()


def test_an_edited_reply_is_copied_as_it_stands(it: Replying) -> None:
    edited = it.edit_reply()
    assert it.copied() == edited
    assert status(it.window).startswith("Reply copied: zoe@example.org (7)")


def test_a_window_that_is_narrowed_while_build_is_shown_cuts_off_none_of_the_reply(
    it: Replying,
) -> None:
    it.reply.setPlainText("a " * 500)
    settle()
    it.window.switch_to(BUILD)
    it.window.resize(*style.SMALLEST)
    settle()
    it.window.switch_to(DIAGNOSE)
    settle()
    lines = it.reply.document().firstBlock().layout()
    widths = [lines.lineAt(at).naturalTextWidth() for at in range(lines.lineCount())]
    assert max(widths) <= it.reply.viewport().width()


def test_an_edited_reply_under_another_report_is_kept_and_held(it: Replying) -> None:
    edited = it.edit_reply()
    it.change_page()
    assert it.reply.toPlainText() == edited
    assert "The report has changed" in it.beside()
    assert it.copied() == FROM_BEFORE
    assert "The report has changed" in status(it.window)
    assert "The report has changed" in button(it.window, "Copy reply").toolTip()
    assert button(it.window, "Copy technical report").isEnabled()
    assert button(it.window, "Load into Build").isEnabled()


def test_the_new_reply_is_taken_and_undo_brings_the_edited_one_back(it: Replying) -> None:
    edited = it.edit_reply()
    it.change_page()
    button(it.window, "Use the new reply").click()
    assert it.beside() == "&Reply to the merchant"
    assert MINE not in it.reply.toPlainText()
    assert it.copied() == it.reply.toPlainText()
    it.reply.setFocus()
    press(Qt.Key.Key_Z)
    assert it.reply.toPlainText() == edited


def test_the_edited_reply_is_kept_once_it_is_meant(it: Replying) -> None:
    edited = it.edit_reply()
    it.change_page()
    button(it.window, "Keep mine").click()
    assert it.copied() == edited


def test_nothing_is_asked_where_the_report_is_the_same_again(it: Replying) -> None:
    edited = it.edit_reply()
    it.change_page()
    it.page.setPlainText(page_of(SECRET))
    it.wait()
    assert "has changed" not in it.beside()
    assert it.copied() == edited


def test_an_edited_reply_stays_where_the_same_customer_comes_again(it: Replying) -> None:
    edited = it.edit_reply()
    it.take(f"<p>Sent once more</p>\n{page_of(SECRET)}")
    assert it.reply.toPlainText() == edited
    assert it.copied() == edited


def test_the_reply_to_another_customer_is_a_new_one_and_that_is_said(it: Replying) -> None:
    it.edit_reply()
    it.take(OTHER)
    assert MINE not in it.reply.toPlainText()
    assert "This reply is for another page" in it.beside()
    assert it.copied() == it.reply.toPlainText() != ""


def test_undo_in_the_page_brings_the_edited_reply_back_too(it: Replying) -> None:
    edited = it.edit_reply()
    it.take(OTHER)
    it.page.setFocus()
    press(Qt.Key.Key_Z)
    it.wait()
    assert it.reply.toPlainText() == edited
    assert "for another page" not in it.beside()
    assert it.copied() == edited


def test_two_edited_replies_change_places_with_their_pages(it: Replying) -> None:
    first = it.edit_reply()
    it.take(OTHER)
    second = it.edit_reply()
    it.take(page_of(SECRET))
    assert it.reply.toPlainText() == first
    it.take(OTHER)
    assert it.reply.toPlainText() == second


def test_while_another_page_is_read_no_edited_reply_stands_there(it: Replying) -> None:
    it.edit_reply()
    it.page.replace(OTHER)
    assert it.reply.toPlainText() == ""
    it.wait()


@pytest.mark.parametrize("page", ["<p>Hello</p>", page_of(UNKNOWN)], ids=["nobody", "unproven"])
def test_a_reply_that_was_not_edited_is_replaced_without_a_word(it: Replying, page: str) -> None:
    before = it.reply.toPlainText()
    it.take(page)
    assert it.reply.toPlainText() not in {before, ""}
    assert it.beside() == "&Reply to the merchant"


def test_the_button_says_that_it_has_copied_until_the_reply_is_another(it: Replying) -> None:
    copy = button(it.window, "Copy reply")
    usual, width = copy.text(), copy.width()
    copy.click()
    assert copy.text() == "✓ Copied"
    assert copy.width() == width
    it.edit_reply()
    assert copy.text() == usual
