"""A pasted page is examined at once: each verdict, its report, and the way into Build."""

from base64 import b64encode

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.console import COMMAND
from reamaze_gui.core.customer import Customer
from reamaze_gui.core.reader import LONGEST
from reamaze_gui.core.saved import Saved
from reamaze_gui.page_file import TOO_LONG
from reamaze_gui.ui.runtime.secret_session import SecretSession
from reamaze_gui.ui.runtime.settings import Settings
from reamaze_gui.ui.widgets import appearance
from reamaze_gui.ui.widgets.style import DARK, Scheme
from tests.diagnose_pages import (
    PATIENCE,
    RIGHT,
    SECRET,
    UNKNOWN,
    WEAK,
    WRONG,
    Diagnosing,
    digest,
)

VERDICTS = {
    "The authkey is right": RIGHT,
    "The email was lower-cased before it was signed": WRONG,
    "Weak SSO": WEAK,
    "script is not in this page": "<!DOCTYPE html><html><body><p>Hello</p></body></html>",
    "No customer was found in this text": "Hi, our widget does not know Zoe.",
}


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
    it.wait_to_read("The email was lower-cased before it was signed")
    assert "Must be signed" in it.view.toPlainText()


@pytest.mark.usefixtures("clean_desktop")
def test_the_lines_it_names_follow_a_change_of_colours(it: Diagnosing) -> None:
    appearance.apply(Scheme.LIGHT)
    it.edit.setPlainText(WRONG)
    it.wait_to_read("The email was lower-cased before it was signed")
    appearance.apply(Scheme.DARK)
    grounds = {each.format.background().color().name() for each in it.edit.extraSelections()}
    assert grounds
    assert grounds <= set(DARK.tinted.values())


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Space])
def test_a_cancelled_search_keeps_what_was_found(it: Diagnosing, key: Qt.Key) -> None:
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


def test_nothing_is_searched_for_once_the_window_is_closed(it: Diagnosing) -> None:
    it.edit.setPlainText(UNKNOWN)
    assert it.page.is_searching
    it.page.finish(0)
    assert not it.page.is_searching


def test_another_secret_is_tried_at_once(it: Diagnosing, session: SecretSession) -> None:
    it.edit.setPlainText(RIGHT)
    it.wait_to_read("The authkey is right")
    session.type_secret("another one, of no use")
    it.wait_to_read("The authkey is wrong")
    session.type_secret("")
    it.wait_to_read("The authkey is right")


def test_the_report_is_copied_as_markdown_without_the_authkey(it: Diagnosing) -> None:
    it.edit.setPlainText(WRONG)
    it.wait_to_read("The email was lower-cased before it was signed")
    it.button("Copy technical report").click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("**The email was lower-cased before it was signed, and the digest")
    assert SECRET not in copied
    for key in (b64encode(digest("7:zoe@example.org")).decode(), digest("7:Zoe@Example.org").hex()):
        assert key not in copied
    assert it.status_message[-1].startswith("Technical report copied: Zoe@Example.org (7).")
    assert [*QGuiApplication.clipboard().mimeData().formats()] == ["text/plain"]  # no mark


def test_the_customer_is_handed_to_build(it: Diagnosing) -> None:
    it.edit.setPlainText(f"_support = {{ account: 'globex' }};\n{WRONG}")
    it.wait_to_read("The email was lower-cased before it was signed")
    with it.qtbot.wait_signal(it.page.customer_found) as found:
        it.button("Load into Build").click()
    assert found.args == [Saved("", Customer("7", "Zoe@Example.org"), "globex")]


OWN, OF_ANOTHER = {"acme": SECRET, "globex": "another"}, {"acme": "another", "globex": SECRET}


@pytest.mark.parametrize(
    ("page", "secrets", "account"),
    [
        pytest.param(RIGHT, OWN, "acme", id="right"),
        pytest.param(WRONG, OWN, "acme", id="explained"),
        pytest.param(WRONG, OF_ANOTHER, "", id="explained by the wrong secret"),
    ],
)
def test_where_the_page_names_no_account_the_proven_one_goes_along(
    it: Diagnosing,
    page: str,
    secrets: dict[str, str],
    account: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given = {name: Secret(value) for name, value in secrets.items()}
    monkeypatch.setattr(SecretSession, "secrets", given)
    it.edit.setPlainText(page)
    it.qtbot.wait_until(it.button("Copy reply").isEnabled, timeout=PATIENCE)
    with it.qtbot.wait_signal(it.page.customer_found) as found:
        it.button("Load into Build").click()
    assert found.args == [Saved("", Customer("7", "Zoe@Example.org"), account)]


@pytest.mark.parametrize("source", ["", "<p>Hello</p>", "_support.user = { id: '{{ id }}' };"])
def test_where_there_is_nobody_to_load_the_button_says_why(it: Diagnosing, source: str) -> None:
    it.edit.setPlainText(source)
    if source:
        it.wait_to_read("line" if "{{" in source else "No customer was found")
    button = it.button("Load into Build")
    assert not button.isEnabled()
    assert button.accessibleDescription() == button.toolTip() != ""
    it.page.load()
    assert it.status_message[-1] == button.toolTip()
    assert it.button("Copy technical report").isEnabled() is bool(source)


def test_a_text_that_was_typed_too_long_is_not_read(it: Diagnosing) -> None:
    it.edit.setPlainText(
        f"{'x' * 499}\n" * (LONGEST // 500 + 1)
    )  # in lines, which are quicker laid out
    it.qtbot.wait_until(lambda: TOO_LONG in it.note.text(), timeout=PATIENCE)
    assert it.view.toPlainText() == ""


def test_a_file_is_opened_and_a_bad_one_says_why(it: Diagnosing) -> None:
    it.file.write_text(WRONG)
    it.button("Open file").click()
    it.wait_to_read("The email was lower-cased before it was signed")
    assert it.status_message[-1].startswith("page.html was opened.")
    it.file.unlink()
    it.button("Open file").click()
    it.qtbot.wait_until(lambda: "can be read" in it.page.input.obstacle)
    assert it.edit.text() == WRONG


def test_the_console_command_is_copied(it: Diagnosing) -> None:
    it.button("Copy console command").click()
    assert QGuiApplication.clipboard().text() == COMMAND


def test_a_line_of_the_report_leads_into_the_page(it: Diagnosing) -> None:
    it.edit.setPlainText(WRONG)
    it.wait_to_read("The email was lower-cased before it was signed")
    it.view.line_chosen.emit(3)
    assert it.edit.textCursor().selectedText() == "  email: 'Zoe@Example.org',"


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
    assert it.view.toPlainText() == ""
    assert not it.button("Copy technical report").isEnabled()


def test_a_reply_has_plain_text_and_paragraphs_for_a_mail(it: Diagnosing) -> None:
    it.edit.setPlainText(RIGHT)
    it.qtbot.wait_until(it.button("Copy reply").isEnabled, timeout=PATIENCE)
    it.reply.setPlainText("Hello,\n\nuse <b> & not 'x'.\nBye")
    it.button("Copy reply").click()
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.text() == "Hello,\n\nuse <b> & not 'x'.\nBye"
    assert "<p>Hello,</p>" in copied.html()
    assert "use &lt;b&gt; &amp; not" in copied.html()


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
    settings.reply_signature = "Yours, Ana\nAcme support"
    assert it.page.is_searching
    it.qtbot.wait_until(lambda: not it.page.is_searching, timeout=PATIENCE)
    assert it.reply.toPlainText().startswith("Mine. " if edited else "Dear merchant,")
    assert it.reply.toPlainText().endswith("Acme support") is not edited


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
