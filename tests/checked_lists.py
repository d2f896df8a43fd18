"""Diagnose for tests of lists, and lists in which the shop lower-cases the email before signing."""

import hashlib
import hmac
from pathlib import Path

from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from reamaze_gui.core.authkey import Secret
from reamaze_gui.ui.diagnose.diagnose_page import DiagnosePage
from reamaze_gui.ui.diagnose.report_view import ReportView
from reamaze_gui.ui.runtime.clipboard import Clipboard
from reamaze_gui.ui.runtime.secret_session import SecretSession
from tests.chosen_files import ChosenFiles
from tests.parts import part
from tests.states import unsaved

SECRET = "the list's own secret"
PATIENCE = 60_000  # ms for a verdict on a busy machine
ROWS = 40


def key_of(user: int, email: str) -> str:
    return hmac.new(SECRET.encode(), f"{user}:{email}".encode(), hashlib.sha256).hexdigest()


def rows(*, wrong: bool) -> list[str]:
    """Return forty customers; with `wrong`, every fourth email is lower-cased before signing."""
    emails = [f"Ana{at}@Example.org" if at % 4 == 0 else f"bo{at}@example.org" for at in range(40)]
    signed = [email.lower() if wrong else email for email in emails]
    return [f"{at},{emails[at]},{key_of(at, signed[at])}" for at in range(ROWS)]


class ListPage:
    """The page, its files, its parts by name, and its status messages."""

    def __init__(self, qtbot: QtBot, directory: Path) -> None:
        self.qtbot = qtbot
        self.file = directory / "list.csv"
        self.saved_as = directory / "rows.csv"
        session, clipboard = SecretSession(demo=Secret(SECRET)), Clipboard(0)
        self.page = DiagnosePage(
            session,
            unsaved(),
            clipboard,
            ChosenFiles(str(self.file), str(self.saved_as)),
        )
        session.setParent(self.page)
        clipboard.setParent(self.page)
        qtbot.add_widget(self.page, before_close_func=lambda page: page.finish(0))
        self.status_message: list[str] = []
        self.page.status_message.connect(self.status_message.append)
        self.page.resize(900, 600)
        self.page.show()

    def write(self, times: int) -> None:
        """Write the forty customers so many times."""
        listed = "".join(f"{row}\n" for row in rows(wrong=True))
        self.file.write_text("id,email,authkey\n" + times * listed)

    def button(self, name: str) -> QPushButton:
        return part(self.page, QPushButton, name)

    def text(self, name: str) -> str:
        return part(self.page, QPlainTextEdit, name).toPlainText()

    @property
    def report(self) -> str:
        return part(self.page, ReportView, "Report").toPlainText()

    def wait_for_answer(self) -> str:
        """Return the report once the search has ended."""
        copy = self.button("Copy reply").isEnabled
        self.qtbot.wait_until(lambda: copy() and not self.page.is_searching, timeout=PATIENCE)
        return self.report

    def open(self) -> None:
        """Open the file and wait until it has been opened."""
        self.button("Open file").click()
        opened = f"{self.file.name} was opened"
        self.qtbot.wait_until(lambda: opened in self.status_message[-1], timeout=PATIENCE)

    def check(self, text: str) -> str:
        """Return the report on a pasted list."""
        self.page.input.page.replace(text)
        return self.wait_for_answer()

    def save_failing_rows(self) -> str:
        """Press the button and return the status message."""
        self.button("Save failing rows").click()
        before = len(self.status_message)
        self.qtbot.wait_until(lambda: len(self.status_message) > before, timeout=PATIENCE)
        return self.status_message[-1]
