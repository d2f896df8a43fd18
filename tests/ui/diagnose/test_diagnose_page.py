"""What is pasted is answered by itself: each verdict, its report, and the way into Build."""

import hashlib
import hmac
import threading
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.console import COMMAND
from reamaze_gui.core.customer import Customer
from reamaze_gui.core.reader import LONGEST
from reamaze_gui.page_file import TOO_LONG
from reamaze_gui.ui.diagnose.diagnose_page import DiagnosePage
from reamaze_gui.ui.diagnose.page_edit import PageEdit
from reamaze_gui.ui.diagnose.report_view import ReportView
from reamaze_gui.ui.runtime.clipboard import Clipboard
from reamaze_gui.ui.runtime.secret_session import SecretSession
from reamaze_gui.ui.runtime.settings import Settings
from tests.states import unsaved

T = TypeVar("T", bound=QWidget)

SECRET = "the page's own secret"
PATIENCE = 30_000  # ms for a verdict, on a machine that is busy


def digest(message: str) -> bytes:
    return hmac.digest(SECRET.encode(), message.encode(), hashlib.sha256)


def page_of(authkey: str, email: str = "Zoe@Example.org") -> str:
    return f"_support['user'] = {{\n  id: '7',\n  email: '{email}',\n  authkey: '{authkey}'\n}};"


RIGHT = page_of(digest("7:Zoe@Example.org").hex())
WRONG = page_of(b64encode(digest("7:zoe@example.org")).decode())
UNKNOWN = page_of("5a" * 32)
WEAK = "_support['user'] = { email: 'zoe@example.org' };"
VERDICTS = {
    "The authkey is right": RIGHT,
    "Before it was signed, the email was lower-cased": WRONG,
    "Weak SSO": WEAK,
    "script is not in this page": "<!DOCTYPE html><html><body><p>Hello</p></body></html>",
    "No customer was found in this text": "Hi, our widget does not know Zoe.",
}


class Diagnosing:
    """The page, its parts by name, and what it said."""

    def __init__(
        self, qtbot: QtBot, session: SecretSession, settings: Settings, directory: Path
    ) -> None:
        self.file = directory / "page.html"
        clipboard = Clipboard(0)
        self.page = DiagnosePage(session, settings, clipboard, lambda _: str(self.file))
        clipboard.setParent(self.page)
        qtbot.add_widget(self.page, before_close_func=lambda page: page.stop())
        self.qtbot = qtbot
        self.said: list[str] = []
        self.page.said.connect(self.said.append)
        self.page.resize(900, 600)
        with qtbot.wait_active(self.page):
            self.page.show()
            self.page.activateWindow()
        self.edit = self.named(PageEdit, "Customer's page")
        self.view = self.named(ReportView, "Report")
        self.details = self.named(ReportView, "Details")
        self.reply = self.named(QPlainTextEdit, "Reply")
        self.note = self.page.result.note

    def named(self, kind: type[T], name: str) -> T:
        return next(each for each in self.page.findChildren(kind) if each.accessibleName() == name)

    def button(self, name: str) -> QPushButton:
        return self.named(QPushButton, name)

    def wait_to_read(self, part: str) -> None:
        def is_there() -> None:
            assert part in self.view.toPlainText() + self.details.toPlainText()

        self.qtbot.wait_until(is_there, timeout=PATIENCE)


@pytest.fixture
def session() -> SecretSession:
    return SecretSession(demo=Secret(SECRET))


@pytest.fixture
def settings() -> Settings:
    return unsaved()


@pytest.fixture
def it(
    qtbot: QtBot, session: SecretSession, settings: Settings, tmp_path: Path
) -> Iterator[Diagnosing]:
    yield Diagnosing(qtbot, session, settings, tmp_path)
    QGuiApplication.clipboard().clear()


@pytest.mark.parametrize(("verdict", "source"), VERDICTS.items(), ids=VERDICTS)
def test_every_verdict_comes_by_itself(it: Diagnosing, verdict: str, source: str) -> None:
    it.edit.setPlainText(source)
    it.wait_to_read(verdict)
    it.qtbot.wait_until(lambda: not it.button("Cancel search").isVisible(), timeout=PATIENCE)


def test_a_newer_page_takes_the_place_of_the_older(it: Diagnosing) -> None:
    for source in (UNKNOWN, WRONG, UNKNOWN, RIGHT):
        it.edit.setPlainText(source)
        QApplication.processEvents()
    it.wait_to_read("The authkey is right")
    it.edit.setPlainText(WRONG)
    it.wait_to_read("Before it was signed, the email was lower-cased")
    assert "What must be signed" in it.view.toPlainText()


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Space])
def test_a_search_in_vain_is_cancelled_and_keeps_what_was_found(
    it: Diagnosing, key: Qt.Key
) -> None:
    it.edit.setPlainText(UNKNOWN)
    it.wait_to_read("The authkey is wrong")
    it.qtbot.wait_until(it.button("Cancel search").isVisible, timeout=PATIENCE)
    it.button("Cancel search").setFocus()
    QTest.keyClick(it.button("Cancel search"), key)
    assert it.view.hasFocus()
    assert not it.button("Cancel search").isVisible()
    assert "The authkey is wrong" in it.view.toPlainText()
    assert "Stopped" in it.note.text()
    assert it.reply.toPlainText()


def test_another_secret_is_tried_at_once(it: Diagnosing, session: SecretSession) -> None:
    it.edit.setPlainText(RIGHT)
    it.wait_to_read("The authkey is right")
    session.type_secret("another one, of no use")
    it.wait_to_read("The authkey is wrong")
    session.type_secret("")
    it.wait_to_read("The authkey is right")


def test_what_is_entered_under_also_try_is_tried(it: Diagnosing) -> None:
    it.edit.setPlainText(page_of(digest("48151623:Zoe@Example.org").hex()))
    it.wait_to_read("The authkey is wrong")
    it.named(QLineEdit, "Also try").setText("bo@example.org, 48151623")
    it.wait_to_read("which you entered under Also try")
    assert "48151623:Zoe@Example.org" in it.view.toPlainText()


def test_the_report_is_copied_as_markdown_without_the_authkey(it: Diagnosing) -> None:
    it.edit.setPlainText(WRONG)
    it.wait_to_read("Before it was signed, the email was lower-cased")
    it.button("Copy technical report").click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("**Before it was signed, the email was lower-cased, and the digest")
    assert SECRET not in copied
    for key in (b64encode(digest("7:zoe@example.org")).decode(), digest("7:Zoe@Example.org").hex()):
        assert key not in copied
    assert it.said[-1].startswith("Technical report copied: Zoe@Example.org (7).")
    assert [*QGuiApplication.clipboard().mimeData().formats()] == ["text/plain"]  # no mark


def test_the_customer_is_handed_to_build(it: Diagnosing) -> None:
    it.edit.setPlainText(f"_support = {{ account: 'globex' }};\n{WRONG}")
    it.wait_to_read("Before it was signed, the email was lower-cased")
    with it.qtbot.wait_signal(it.page.customer_found) as found:
        it.button("Load into Build").click()
    assert found.args == [Customer("7", "Zoe@Example.org"), "globex", ()]


@pytest.mark.parametrize("page", [RIGHT, WRONG], ids=["right", "explained"])
def test_where_the_page_names_no_account_the_proven_one_goes_along(
    it: Diagnosing, page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    secrets = {"acme": Secret(SECRET), "globex": Secret("of another account")}
    monkeypatch.setattr(SecretSession, "secrets", secrets)
    it.edit.setPlainText(page)
    it.qtbot.wait_until(it.button("Copy reply").isEnabled, timeout=PATIENCE)
    with it.qtbot.wait_signal(it.page.customer_found) as found:
        it.button("Load into Build").click()
    assert found.args == [Customer("7", "Zoe@Example.org"), "acme", ()]


def test_an_account_whose_secret_is_proven_to_be_the_wrong_one_does_not_go_along(
    it: Diagnosing, monkeypatch: pytest.MonkeyPatch
) -> None:
    secrets = {"acme": Secret("of the account in use"), "globex": Secret(SECRET)}
    monkeypatch.setattr(SecretSession, "secrets", secrets)
    it.edit.setPlainText(WRONG)
    it.qtbot.wait_until(it.button("Copy reply").isEnabled, timeout=PATIENCE)
    with it.qtbot.wait_signal(it.page.customer_found) as found:
        it.button("Load into Build").click()
    assert found.args == [Customer("7", "Zoe@Example.org"), "", ()]


@pytest.mark.parametrize("source", ["", "<p>Hello</p>", "_support.user = { id: '{{ id }}' };"])
def test_where_there_is_nobody_to_load_the_button_says_why(it: Diagnosing, source: str) -> None:
    it.edit.setPlainText(source)
    if source:
        it.wait_to_read("line" if "{{" in source else "No customer was found")
    button = it.button("Load into Build")
    assert not button.isEnabled()
    assert button.accessibleDescription() == button.toolTip() != ""
    it.page.load()
    assert it.said[-1] == button.toolTip()
    assert it.button("Copy technical report").isEnabled() is bool(source)


def test_an_emptied_page_takes_its_report_away(it: Diagnosing) -> None:
    it.edit.setPlainText(WEAK)
    it.wait_to_read("Weak SSO")
    it.edit.clear()
    it.qtbot.wait_until(lambda: it.view.toPlainText() == "")
    assert not it.button("Copy technical report").isEnabled()


def test_a_text_that_was_typed_too_long_is_not_read(it: Diagnosing) -> None:
    it.edit.setPlainText("x" * (LONGEST + 1))
    it.qtbot.wait_until(lambda: TOO_LONG in it.note.text(), timeout=PATIENCE)
    assert it.view.toPlainText() == ""


def test_a_file_is_opened_and_a_bad_one_says_why(it: Diagnosing) -> None:
    it.file.write_text(WRONG)
    it.button("Open file").click()
    it.wait_to_read("Before it was signed, the email was lower-cased")
    assert it.said[-1].startswith("page.html was read.")
    it.file.unlink()
    it.button("Open file").click()
    it.qtbot.wait_until(lambda: "can be read" in it.said[-1])
    assert it.edit.text() == WRONG


def test_the_console_command_is_copied(it: Diagnosing) -> None:
    it.button("Copy console command").click()
    assert QGuiApplication.clipboard().text() == COMMAND


def test_a_line_of_the_report_leads_into_the_page(it: Diagnosing) -> None:
    it.edit.setPlainText(WRONG)
    it.wait_to_read("Before it was signed, the email was lower-cased")
    it.view.line_chosen.emit(3)
    assert it.edit.textCursor().selectedText() == "  email: 'Zoe@Example.org',"


def test_a_crash_report_would_know_what_of_the_page_to_leave_out(it: Diagnosing) -> None:
    it.edit.setPlainText(f"{WRONG} var x = 'not yet read';")
    assert "Zoe@Example.org" in it.page.confidential()  # before anything was read
    it.wait_to_read("Before it was signed, the email was lower-cased")
    it.named(QLineEdit, "Also try").setText("bo@example.org")
    told = it.page.confidential()
    authkey = b64encode(digest("7:zoe@example.org")).decode()
    assert {"7", "Zoe@Example.org", authkey, "bo@example.org"} <= set(told)


def test_a_crash_report_would_know_the_cells_of_a_list_without_quotes(it: Diagnosing) -> None:
    it.edit.setPlainText("id,email,name\n70071;zoe@example.org,Zoë Day\n70072\tbo@example.org")
    told = {"70071", "zoe@example.org", "Zoë Day", "70072", "bo@example.org"}
    assert told <= set(it.page.confidential())


def test_a_search_that_was_cancelled_early_leaves_no_report_of_the_page_before(
    qtbot: QtBot, it: Diagnosing
) -> None:
    found: list[Customer] = []
    it.page.customer_found.connect(lambda customer, _account, _data: found.append(customer))
    it.edit.replace(RIGHT)
    it.wait_to_read("The authkey is right")
    it.edit.replace(page_of("5a" * 32, email="another@example.org"))
    cancel = it.button("Cancel search")
    qtbot.wait_until(cancel.isEnabled)
    cancel.click()
    qtbot.wait_until(lambda: "The authkey is right" not in it.view.toPlainText())
    it.page.load()
    assert [each.email for each in found if each.email != "another@example.org"] == []


class _Unreadable(Secret):
    """A secret that the search runs into a bug with."""

    def __getattribute__(self, name: str) -> Any:  # noqa: ANN401 - as object's
        raise LookupError(name)


def test_a_bug_in_the_search_leaves_no_report_of_the_page_before(
    it: Diagnosing, monkeypatch: pytest.MonkeyPatch
) -> None:
    bugs: list[threading.ExceptHookArgs] = []
    monkeypatch.setattr(threading, "excepthook", bugs.append)
    it.edit.replace(RIGHT)
    it.wait_to_read("The authkey is right")
    monkeypatch.setattr(SecretSession, "secrets", {"": _Unreadable("x")})
    it.edit.replace(UNKNOWN)
    it.qtbot.wait_until(lambda: bool(bugs), timeout=PATIENCE)
    it.qtbot.wait_until(lambda: "could not be examined" in it.note.text())
    assert bugs[0].exc_type is LookupError
    assert "The authkey is right" not in it.view.toPlainText()
    assert not it.button("Load into Build").isEnabled()


@pytest.mark.parametrize("act", ["copy_report", "load"])
def test_what_is_done_before_a_page_is_read_is_not_done_with_the_former_page(
    it: Diagnosing, act: str
) -> None:
    found: list[Customer] = []
    it.page.customer_found.connect(lambda customer, _account, _data: found.append(customer))
    it.edit.setPlainText(page_of("5a" * 32, email="first@example.org"))
    it.qtbot.wait_until(it.button("Load into Build").isEnabled, timeout=PATIENCE)
    QGuiApplication.clipboard().setText("from before")
    it.edit.setPlainText(page_of("5a" * 32, email="second@example.org"))
    getattr(it.page, act)()
    assert QGuiApplication.clipboard().text() == "from before"
    assert found == []
    assert it.said == ["There is no report on this page."]
    it.wait_to_read("second@example.org")


def test_what_no_crash_report_may_contain_is_that_of_the_page_in_sight(it: Diagnosing) -> None:
    it.edit.setPlainText(RIGHT)
    it.wait_to_read("The authkey is right")
    it.edit.setPlainText(page_of("5a" * 32, email="second@example.org"))
    assert {"Zoe@Example.org", "second@example.org"} <= {*it.page.confidential()}
    it.wait_to_read("second@example.org")


def test_a_button_that_can_do_nothing_more_hands_its_focus_to_the_report(it: Diagnosing) -> None:
    it.edit.setPlainText(RIGHT)
    it.qtbot.wait_until(it.button("Copy technical report").isEnabled, timeout=PATIENCE)
    it.button("Copy technical report").setFocus()
    it.edit.setPlainText(UNKNOWN)
    QTest.keyClick(it.button("Copy technical report"), Qt.Key.Key_Space)
    assert not it.button("Copy technical report").isEnabled()
    assert it.view.hasFocus()
    it.qtbot.wait_until(it.button("Copy technical report").isEnabled, timeout=PATIENCE)


def test_there_is_no_result_where_there_is_no_page(it: Diagnosing) -> None:
    assert not it.view.isVisible()
    it.edit.setPlainText(WEAK)
    it.wait_to_read("Weak SSO")
    assert it.view.isVisible()
    it.edit.clear()
    it.qtbot.wait_until(lambda: not it.view.isVisible())


def test_a_reply_has_plain_text_and_paragraphs_for_a_mail(it: Diagnosing) -> None:
    it.edit.setPlainText(RIGHT)
    it.qtbot.wait_until(it.button("Copy reply").isEnabled, timeout=PATIENCE)
    it.reply.setPlainText("Hello,\n\nuse <b> & not 'x'.\nBye")
    it.button("Copy reply").click()
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.text() == "Hello,\n\nuse <b> & not 'x'.\nBye"
    assert "<p>Hello,</p>" in copied.html()
    assert "use &lt;b&gt; &amp; not" in copied.html()


def test_greeting_and_signature_of_the_settings_frame_the_reply(
    it: Diagnosing, settings: Settings
) -> None:
    settings.reply_greeting = "Dear merchant,"
    settings.reply_signature = "Yours, Ana\nAcme support"
    it.edit.setPlainText(RIGHT)
    it.qtbot.wait_until(it.button("Copy reply").isEnabled, timeout=PATIENCE)
    written = it.reply.toPlainText()
    assert written.startswith("Dear merchant,")
    assert written.endswith("Yours, Ana\nAcme support")


@pytest.mark.parametrize("edited", [False, True])
def test_a_reply_in_sight_follows_the_settings_unless_it_was_edited(
    it: Diagnosing, settings: Settings, *, edited: bool
) -> None:
    it.edit.setPlainText(RIGHT)
    it.qtbot.wait_until(it.button("Copy reply").isEnabled, timeout=PATIENCE)
    if edited:
        it.reply.setFocus()
        QTest.keyClicks(it.reply, "Mine. ")
    settings.reply_greeting = "Dear merchant,"
    assert it.page.is_searching
    it.qtbot.wait_until(lambda: not it.page.is_searching, timeout=PATIENCE)
    assert it.reply.toPlainText().startswith("Mine. " if edited else "Dear merchant,")


def test_an_old_secret_is_tried_for_this_page_only_and_shown_nowhere(it: Diagnosing) -> None:
    old = "the secret of last year"
    key = hmac.digest(old.encode(), b"7:Zoe@Example.org", hashlib.sha256).hex()
    it.edit.setPlainText(page_of(key))
    it.wait_to_read("is wrong")
    it.named(QLineEdit, "Old secret").setText(old)
    it.wait_to_read("old secret")
    assert "with an old secret" in it.view.toPlainText()
    assert "secret of an old secret" not in it.view.toPlainText()
    it.qtbot.wait_until(it.button("Copy reply").isEnabled, timeout=PATIENCE)
    it.button("Copy technical report").click()
    assert old not in it.view.toPlainText() + it.reply.toPlainText()
    assert old not in QGuiApplication.clipboard().text()
    assert old in it.page.confidential()
    it.edit.replace(page_of("5a" * 32))
    assert it.named(QLineEdit, "Old secret").text() == ""


def test_a_secret_that_is_used_no_more_is_found_and_shown_nowhere(
    it: Diagnosing, session: SecretSession
) -> None:
    session.type_secret("the secret of today")
    it.edit.setPlainText(f"{page_of('5a' * 32)}\n<p title='{SECRET}'>Hello {SECRET}</p>")
    it.wait_to_read("An earlier SSO")
    it.edit.setPlainText(page_of("5a" * 32, f"{SECRET}@example.org"))
    it.wait_to_read("[the secret]@example.org")
    it.qtbot.wait_until(it.button("Copy reply").isEnabled, timeout=PATIENCE)
    it.button("Copy technical report").click()
    assert SECRET not in it.view.toPlainText() + it.details.toPlainText()
    assert SECRET not in it.reply.toPlainText() + QGuiApplication.clipboard().text()


def test_lines_that_the_report_names_are_tinted(it: Diagnosing) -> None:
    it.edit.setPlainText(WRONG.replace("authkey:", "authKey:"))
    it.qtbot.wait_until(it.button("Copy reply").isEnabled, timeout=PATIENCE)
    assert it.edit.extraSelections()
    it.edit.clear()
    it.qtbot.wait_until(lambda: not it.edit.extraSelections())


def test_more_to_try_opens_without_moving_from_under_the_pointer(it: Diagnosing) -> None:
    title, also = it.button("More to try"), it.named(QLineEdit, "Also try")
    before = title.mapTo(it.page, title.rect().topLeft())
    title.click()
    it.qtbot.wait_until(lambda: also.isVisible() and also.height() > 0)
    QApplication.processEvents()
    assert title.mapTo(it.page, title.rect().topLeft()) == before
