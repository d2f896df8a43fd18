"""The Diagnose page alone, its parts by name, and pages to paste into it."""

import hashlib
import hmac
from base64 import b64encode
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from reamaze_gui.ui.diagnose.diagnose_page import DiagnosePage
from reamaze_gui.ui.diagnose.page_edit import PageEdit
from reamaze_gui.ui.diagnose.page_input import PageInput
from reamaze_gui.ui.diagnose.report_view import ReportView
from reamaze_gui.ui.runtime.clipboard import Clipboard
from reamaze_gui.ui.runtime.secret_session import SecretSession
from reamaze_gui.ui.runtime.settings import Settings
from tests.chosen_files import ChosenFiles
from tests.parts import T, part

SECRET = "the page's own secret"
PATIENCE = 60_000  # ms for a verdict, on a machine that is busy


def digest(message: str) -> bytes:
    return hmac.digest(SECRET.encode(), message.encode(), hashlib.sha256)


def page_of(authkey: str, email: str = "Zoe@Example.org") -> str:
    return f"_support['user'] = {{\n  id: '7',\n  email: '{email}',\n  authkey: '{authkey}'\n}};"


RIGHT = page_of(digest("7:Zoe@Example.org").hex())
WRONG = page_of(b64encode(digest("7:zoe@example.org")).decode())
UNKNOWN = page_of("5a" * 32)
WEAK = "_support['user'] = { email: 'zoe@example.org' };"


class Diagnosing:
    """The page, its parts by name, and what it said."""

    def __init__(
        self,
        qtbot: QtBot,
        session: SecretSession,
        settings: Settings,
        directory: Path,
        opens: str = "page.html",
    ) -> None:
        self.file = directory / opens
        self.saved_as = directory / "rows.csv"
        clipboard = Clipboard(0)
        files = ChosenFiles(str(self.file), str(self.saved_as))
        self.page = DiagnosePage(session, settings, clipboard, files)
        clipboard.setParent(self.page)
        qtbot.add_widget(self.page, before_close_func=lambda page: page.finish(0))
        self.qtbot = qtbot
        self.status_message: list[str] = []
        self.page.status_message.connect(self.status_message.append)
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
        return part(self.page, kind, name)

    def button(self, name: str) -> QPushButton:
        return self.named(QPushButton, name)

    def wait_to_read(self, part: str) -> None:
        def is_there() -> None:
            assert part in self.view.toPlainText() + self.details.toPlainText()

        self.qtbot.wait_until(is_there, timeout=PATIENCE)


def drop(widget: PageEdit | PageInput, data: QMimeData) -> None:
    """Drop data that another program would rather move; a file is copied nevertheless."""
    either = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    button, shift = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier
    event = QDropEvent(QPointF(5, 5), either, data, button, shift)
    assert event.proposedAction() is Qt.DropAction.MoveAction
    widget.dropEvent(event)
    assert (event.dropAction() is Qt.DropAction.CopyAction) is data.hasUrls()
