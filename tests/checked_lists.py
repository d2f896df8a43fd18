"""Diagnose for tests of lists, and lists in which the shop lower-cases the email before signing."""

import hashlib
import hmac
from pathlib import Path

from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from reamaze_gui.core.authkey import Secret
from reamaze_gui.ui.runtime.secret_session import SecretSession
from tests.diagnose_pages import PATIENCE, Diagnosing
from tests.states import unsaved

SECRET = "the list's own secret"
ROWS = 40


def key_of(user: int, email: str) -> str:
    return hmac.new(SECRET.encode(), f"{user}:{email}".encode(), hashlib.sha256).hexdigest()


def rows(*, wrong: bool) -> list[str]:
    """Return forty customers; with `wrong`, every fourth email is lower-cased before signing."""
    emails = [f"Ana{at}@Example.org" if at % 4 == 0 else f"bo{at}@example.org" for at in range(40)]
    signed = [email.lower() if wrong else email for email in emails]
    return [f"{at},{emails[at]},{key_of(at, signed[at])}" for at in range(ROWS)]


class ListPage(Diagnosing):
    """The page for a list in a file."""

    def __init__(self, qtbot: QtBot, directory: Path) -> None:
        session = SecretSession(demo=Secret(SECRET))
        super().__init__(qtbot, session, unsaved(), directory, "list.csv")
        session.setParent(self.page)

    def write(self, times: int) -> None:
        """Write the forty customers so many times."""
        listed = "".join(f"{row}\n" for row in rows(wrong=True))
        self.file.write_text("id,email,authkey\n" + times * listed)

    def text(self, name: str) -> str:
        return self.named(QPlainTextEdit, name).toPlainText()

    @property
    def report(self) -> str:
        return self.view.toPlainText()

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
