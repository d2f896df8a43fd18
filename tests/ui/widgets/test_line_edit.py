"""A letter pressed with Alt goes to a button or nowhere: it is typed into no field."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reamaze_gui.ui.account.account_box import AccountBox
from reamaze_gui.ui.diagnose.page_edit import PageEdit
from reamaze_gui.ui.diagnose.reply_panel import ReplyEdit
from reamaze_gui.ui.widgets.line_edit import LineEdit, TextEdit
from reamaze_gui.ui.widgets.secret_edit import SecretEdit
from tests.windows import ALT, SHIFT

FIELDS = (LineEdit, TextEdit, SecretEdit, PageEdit, ReplyEdit, AccountBox)


def written(field: QWidget) -> str:
    if isinstance(field, AccountBox):
        return field.name.text()
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


class Window(QWidget):
    """A field with the focus, beside a button."""

    def __init__(self, qtbot: QtBot, field: QWidget) -> None:
        super().__init__()
        self.button = QPushButton("&Forget")
        layout = QVBoxLayout(self)
        layout.addWidget(field)
        layout.addWidget(self.button)
        qtbot.add_widget(self)
        with qtbot.wait_active(self):
            self.show()
            self.activateWindow()
        field.setFocus()


@pytest.mark.parametrize("kind", FIELDS)
def test_it_presses_the_button_or_does_nothing(qtbot: QtBot, kind: type[QWidget]) -> None:
    field = kind()
    window = Window(qtbot, field)
    with qtbot.wait_signal(window.button.clicked):
        QTest.keyClick(field, Qt.Key.Key_F, ALT)
    window.button.setEnabled(False)
    for modifiers in (ALT, ALT | SHIFT):
        QTest.keyClick(field, Qt.Key.Key_F, modifiers)
    assert written(field) == ""
    QTest.keyClick(field, Qt.Key.Key_F)
    assert written(field) == "f"


@pytest.mark.parametrize("kind", FIELDS)
def test_where_alt_types_other_letters_they_are_typed(
    qtbot: QtBot, kind: type[QWidget], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    field = kind()
    window = Window(qtbot, field)
    window.button.setEnabled(False)
    QTest.keyClick(field, Qt.Key.Key_F, ALT)
    assert written(field) == "f"
