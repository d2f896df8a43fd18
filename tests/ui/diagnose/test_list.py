"""A list of customers is told from a page by itself, checked row by row, and explained together."""

import hashlib
import hmac
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from reamaze_gui.core.authkey import Secret
from reamaze_gui.ui.account.secret_session import SecretSession
from reamaze_gui.ui.diagnose.diagnose_page import DiagnosePage
from reamaze_gui.ui.diagnose.report_view import ReportView
from reamaze_gui.ui.runtime.clipboard import Clipboard
from tests.states import unsaved

SECRET = "the list's own secret"
PATIENCE = 30_000  # ms for a verdict, on a machine that is busy


def key_of(user: int, email: str) -> str:
    return hmac.new(SECRET.encode(), f"{user}:{email}".encode(), hashlib.sha256).hexdigest()


def rows(*, wrong: bool) -> list[str]:
    """Return forty customers; with `wrong`, the shop lower-cases what every fourth is signed by."""
    emails = [f"Ana{at}@Example.org" if at % 4 == 0 else f"bo{at}@example.org" for at in range(40)]
    signed = [email.lower() if wrong else email for email in emails]
    return [f"{at},{emails[at]},{key_of(at, signed[at])}" for at in range(40)]


@pytest.fixture
def saved_as(tmp_path: Path) -> Path:
    return tmp_path / "rows.csv"


@pytest.fixture
def page(qtbot: QtBot, saved_as: Path) -> DiagnosePage:
    session = SecretSession(demo=Secret(SECRET))
    clipboard = Clipboard(0)
    page = DiagnosePage(
        session, unsaved(), clipboard, ask_path=lambda _parent, _suggested, _title: str(saved_as)
    )
    session.setParent(page)
    clipboard.setParent(page)
    qtbot.add_widget(page, before_close_func=lambda page: page.stop())
    page.resize(900, 600)
    page.show()
    return page


def report_of(page: DiagnosePage) -> str:
    [view] = [each for each in page.findChildren(ReportView) if each.accessibleName() == "Report"]
    return view.toPlainText()


def button(page: DiagnosePage, name: str) -> QPushButton:
    found = page.findChildren(QPushButton)
    return next(each for each in found if each.accessibleName() == name)


def check(qtbot: QtBot, page: DiagnosePage, text: str) -> str:
    page.input.page.replace(text)
    qtbot.wait_until(button(page, "Copy reply").isEnabled, timeout=PATIENCE)
    return report_of(page)


@pytest.mark.parametrize("heading", ["id,email,authkey\n", ""], ids=["with heading", "without"])
def test_the_rows_that_fail_are_counted_and_explained_together(
    qtbot: QtBot, page: DiagnosePage, heading: str
) -> None:
    report = check(qtbot, page, heading + "\n".join(rows(wrong=True)))
    assert "10 of 40 fail" in report
    assert "lower-cased" in report
    assert "capital" in report
    [reply] = [each for each in page.findChildren(QPlainTextEdit) if each is page.result.reply]
    assert "10 of 40 fail" in reply.toPlainText()
    assert not button(page, "Load into Build").isVisible()


def test_a_list_in_which_all_is_right_is_said_to_be(qtbot: QtBot, page: DiagnosePage) -> None:
    report = check(qtbot, page, "\n".join(rows(wrong=False)))
    assert "All 40 rows" in report
    assert not button(page, "Save failing rows").isEnabled()


def test_the_rows_that_fail_are_saved_without_their_authkeys(
    qtbot: QtBot, page: DiagnosePage, saved_as: Path
) -> None:
    check(qtbot, page, "\n".join(rows(wrong=True)))
    with qtbot.wait_signal(page.said, check_params_cb=lambda says: says.startswith("Saved")):
        button(page, "Save failing rows").click()
    written = saved_as.read_text("utf-8-sig")
    assert written.count("\n") == 11
    assert "Ana4@Example.org" in written
    assert not any(key_of(at, f"ana{at}@example.org") in written for at in range(40))


def test_report_and_reply_of_a_list_hold_no_authkey(qtbot: QtBot, page: DiagnosePage) -> None:
    check(qtbot, page, "\n".join(rows(wrong=True)))
    for name in ("Copy technical report", "Copy reply"):
        button(page, name).click()
        copied = QGuiApplication.clipboard().text()
        assert "10 of 40 fail" in copied
        assert SECRET not in copied
        assert not any(row.rpartition(",")[2] in copied for row in rows(wrong=True))
    QGuiApplication.clipboard().clear()
