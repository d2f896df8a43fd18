"""The account bar with a session on a real keyring, for tests."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reamaze_gui.core.authkey import Secret
from reamaze_gui.ui.account.account_bar import AccountBar
from reamaze_gui.ui.runtime.secret_session import SecretSession
from reamaze_gui.ui.runtime.secret_state import SecretStatus
from reamaze_gui.ui.widgets.note import Note
from tests.parts import part

SECRET = "a secret to keep"

# keyring doesn't close its connection if the keyring is locked or gone.
ON_A_KEYRING = [
    pytest.mark.usefixtures("desktop"),
    pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning"),
]


def wait_for(qtbot: QtBot, session: SecretSession, status: SecretStatus) -> None:
    def has_status() -> None:
        assert session.state.status is status, session.state

    qtbot.wait_until(has_status)


def save(qtbot: QtBot, session: SecretSession, secret: Secret) -> None:
    session.type_secret(secret.value)
    session.save()
    wait_for(qtbot, session, SecretStatus.SAVED)


class Bar:
    """An account bar with its session."""

    def __init__(self, qtbot: QtBot, session: SecretSession) -> None:
        self._qtbot = qtbot
        self.session = session
        self.bar = AccountBar(session)
        self.window = QWidget()  # bar and messages, as in the main window
        layout = QVBoxLayout(self.window)
        layout.addWidget(self.bar)
        layout.addWidget(self.bar.messages)
        qtbot.add_widget(self.window)
        with qtbot.wait_exposed(self.window):
            self.window.show()

    @property
    def account(self) -> QComboBox:
        return part(self.bar, QComboBox, "Account")

    @property
    def secret(self) -> QLineEdit:
        return part(self.bar, QLineEdit, "SSO secret")

    @property
    def says(self) -> str:
        """The visible messages, first beside the account, then below."""
        notes = self.window.findChildren(Note)
        return " ".join(note.text() for note in notes if note.isVisible() and note.text())

    @property
    def offers(self) -> set[str]:
        """The names of all enabled buttons, including those in the popover."""
        return {button.accessibleName() for button in self._buttons() if button.isEnabled()}

    def press(self, name: str) -> None:
        [button] = [button for button in self._buttons() if button.accessibleName() == name]
        assert button.isEnabled()
        button.click()

    def switch_to(self, account: str) -> None:
        self.account.setEditText(account)
        QTest.keyClick(self.account, Qt.Key.Key_Return)

    def wait_for(self, status: SecretStatus) -> None:
        wait_for(self._qtbot, self.session, status)

    def paste(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        QTest.keyClick(self.secret, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def _buttons(self) -> list[QAbstractButton]:
        buttons = self.window.findChildren(QAbstractButton)
        return [
            each
            for each in buttons
            if each.isVisible() or each in (self.bar.change, self.bar.forget)
        ]
