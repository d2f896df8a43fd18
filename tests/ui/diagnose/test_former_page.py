"""Nothing of a page, a secret or a report stays behind in the next one."""

import hashlib
import hmac
import threading
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from reamaze_gui.core.authkey import Secret
from reamaze_gui.ui.runtime.secret_session import SecretSession
from tests.diagnose_pages import PATIENCE, RIGHT, SECRET, UNKNOWN, Diagnosing, digest, page_of


def test_a_search_that_was_cancelled_early_leaves_no_report_of_the_page_before(
    qtbot: QtBot, it: Diagnosing
) -> None:
    found: list[str] = []
    it.page.customer_found.connect(lambda saved: found.append(saved.customer.email))
    it.edit.replace(RIGHT)
    it.wait_to_read("The authkey is right")
    it.edit.replace(page_of("5a" * 32, email="another@example.org"))
    cancel = it.button("Cancel search")
    qtbot.wait_until(cancel.isEnabled)
    cancel.click()
    qtbot.wait_until(lambda: "The authkey is right" not in it.view.toPlainText())
    it.page.load()
    assert {*found} <= {"another@example.org"}


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
    it.qtbot.wait_until(lambda: "A bug prevented examining" in it.note.text())
    assert bugs[0].exc_type is LookupError
    assert "The authkey is right" not in it.view.toPlainText()
    assert not it.button("Load into Build").isEnabled()


def test_what_another_secret_found_is_not_copied(it: Diagnosing, session: SecretSession) -> None:
    it.edit.setPlainText(RIGHT)
    it.wait_to_read("The authkey is right")
    it.qtbot.wait_until(lambda: not it.page.is_searching, timeout=PATIENCE)
    QGuiApplication.clipboard().setText("from before")
    session.type_secret("the secret of another account")
    for name in ("Copy reply", "Copy technical report"):
        it.button(name).click()
    assert QGuiApplication.clipboard().text() == "from before"
    assert it.status_message == ["This is still being examined. Wait a moment, or press Cancel."]
    assert not it.button("Copy reply").isEnabled()
    it.wait_to_read("The authkey is wrong")
    it.qtbot.wait_until(it.button("Copy reply").isEnabled, timeout=PATIENCE)
    it.button("Copy reply").click()
    assert "does not match" in QGuiApplication.clipboard().text()


@pytest.mark.parametrize("act", ["copy_report", "load"])
def test_nothing_is_done_with_the_former_page(it: Diagnosing, act: str) -> None:
    found: list[str] = []
    it.page.customer_found.connect(lambda saved: found.append(saved.customer.email))
    it.edit.setPlainText(page_of("5a" * 32, email="first@example.org"))
    it.qtbot.wait_until(it.button("Load into Build").isEnabled, timeout=PATIENCE)
    QGuiApplication.clipboard().setText("from before")
    it.edit.setPlainText(page_of("5a" * 32, email="second@example.org"))
    getattr(it.page, act)()
    assert QGuiApplication.clipboard().text() == "from before"
    assert found == []
    assert it.status_message == ["There is no report on this page."]
    it.wait_to_read("second@example.org")


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
    it.edit.replace(page_of("5a" * 32))
    assert it.named(QLineEdit, "Old secret").text() == ""


def test_another_id_is_tried_for_this_page_only(it: Diagnosing) -> None:
    it.edit.setPlainText(page_of(digest("8:Zoe@Example.org").hex()))
    it.wait_to_read("is wrong")
    it.named(QLineEdit, "Also try").setText("8")
    it.wait_to_read("under Also try")
    it.edit.replace(page_of("5a" * 32))
    assert it.named(QLineEdit, "Also try").text() == ""


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
