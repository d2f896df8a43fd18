"""The Build page on its own, for tests."""

from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.customer import Customer
from reamaze_gui.ui.build.build_page import BuildPage
from reamaze_gui.ui.build.customer_intake import Accounts
from reamaze_gui.ui.build.snippet_view import SnippetView
from reamaze_gui.ui.runtime.clipboard import Clipboard
from reamaze_gui.ui.runtime.secret_session import SecretSession
from reamaze_gui.ui.runtime.settings import Settings
from tests.chosen_files import ChosenFiles
from tests.parts import part
from tests.windows import settings_in

SECRET = "the page's own secret"
CUSTOMER = Customer("48151623", "zoe@example.org", "Zoë", "+14155552671", "https://example.org/z")


class Page(BuildPage):
    """The page; `files.saves` is the answer to where to save."""

    def __init__(self, settings: Settings, *, secret: str) -> None:
        self.session = SecretSession(demo=Secret(secret) if secret else None)
        self.files = ChosenFiles()
        self.sentences: list[str] = []
        clipboard = Clipboard(5)
        accounts = Accounts(
            current=lambda: self.session.account,
            known=lambda: settings.accounts,
            switch_to=self.session.set_account,
        )
        super().__init__(self.session, accounts, settings, clipboard, self.files)
        clipboard.setParent(self)
        self.status_message.connect(self.sentences.append)

    @property
    def code(self) -> str:
        [view] = self.findChildren(SnippetView)
        return view.toPlainText()

    def edit(self, label: str) -> QLineEdit:
        return part(self, QLineEdit, label)

    def button(self, name: str) -> QAbstractButton:
        return part(self, QAbstractButton, name)


def opened(qtbot: QtBot, directory: Path, *, secret: str = SECRET) -> Page:
    page = Page(settings_in(directory), secret=secret)
    qtbot.add_widget(page)
    page.resize(1000, 600)
    with qtbot.wait_active(page):
        page.show()
        page.activateWindow()
    return page
