"""Nothing of a secret leaves its field for a clipboard, whatever is pressed or dragged in it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from reamaze_gui.ui.widgets.secret_edit import SecretEdit
from tests.windows import CONTROL, SHIFT

SECRET = "in-one-word"
LEFT = Qt.MouseButton.LeftButton
BOARDS = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)


def drag(edit: QLineEdit) -> None:
    middle = edit.height() // 2
    QTest.mousePress(edit, LEFT, pos=QPoint(3, middle))
    QTest.mouseMove(edit, QPoint(edit.width() - 3, middle))
    QTest.mouseRelease(edit, LEFT, pos=QPoint(edit.width() - 3, middle))


def double_click(edit: QLineEdit) -> None:
    QTest.mouseDClick(edit, LEFT, pos=QPoint(10, edit.height() // 2))


def select_with_shift(edit: QLineEdit) -> None:
    QTest.keyClick(edit, Qt.Key.Key_Home)
    QTest.keyClick(edit, Qt.Key.Key_End, SHIFT)


def select_all(edit: QLineEdit) -> None:
    QTest.keyClick(edit, Qt.Key.Key_A, CONTROL)


SELECTING = [drag, double_click, select_with_shift, select_all]
COPYING = {
    "Ctrl+C": (Qt.Key.Key_C, CONTROL),
    "Ctrl+Insert": (Qt.Key.Key_Insert, CONTROL),
    "Ctrl+X": (Qt.Key.Key_X, CONTROL),
    "Shift+Delete": (Qt.Key.Key_Delete, SHIFT),
}


def opened(edit: QLineEdit, qtbot: QtBot) -> None:
    """Show the field with the secret in it, and something else on both clipboards."""
    qtbot.add_widget(edit)
    edit.resize(300, 30)
    with qtbot.wait_exposed(edit):
        edit.show()
    edit.setFocus()
    edit.setText(SECRET)
    for board in BOARDS:
        QGuiApplication.clipboard().setText("before", board)


def on_the_clipboards() -> str:
    return " ".join(QGuiApplication.clipboard().text(board) for board in BOARDS)


@pytest.fixture
def secret(qtbot: QtBot) -> SecretEdit:
    edit = SecretEdit()
    opened(edit, qtbot)
    return edit


@pytest.mark.parametrize("keys", COPYING.values(), ids=COPYING)
@pytest.mark.parametrize("select", SELECTING)
@pytest.mark.parametrize("shown", [False, True], ids=["dots", "shown"])
def test_the_same_gestures_copy_nothing_from_the_secret_s_field(
    secret: SecretEdit,
    select: Callable[[QLineEdit], None],
    keys: tuple[Qt.Key, Qt.KeyboardModifier],
    *,
    shown: bool,
) -> None:
    secret.show_secret(shown=shown)
    select(secret)
    QTest.keyClick(secret, *keys)
    assert on_the_clipboards() == "before before"


@pytest.mark.parametrize("keys", COPYING.values(), ids=COPYING)
def test_dots_that_were_selected_are_not_copied_once_they_are_shown(
    secret: SecretEdit, keys: tuple[Qt.Key, Qt.KeyboardModifier]
) -> None:
    select_all(secret)
    secret.show_secret(shown=True)
    QTest.keyClick(secret, *keys)
    assert on_the_clipboards() == "before before"


@pytest.mark.parametrize("shown", [False, True], ids=["dots", "shown"])
def test_the_context_menu_offers_no_copy(secret: SecretEdit, *, shown: bool) -> None:
    secret.show_secret(shown=shown)
    select_all(secret)
    menu = secret.createStandardContextMenu()
    enabled = {action.objectName() for action in menu.actions() if action.isEnabled()}
    menu.deleteLater()
    assert "edit-paste" in enabled
    assert not enabled & {"edit-copy", "edit-cut"}


def test_a_secret_is_dots_until_it_is_shown(secret: SecretEdit) -> None:
    assert SECRET not in secret.displayText()
    secret.show_secret(shown=True)
    assert secret.displayText() == SECRET
    secret.show_secret(shown=False)
    assert SECRET not in secret.displayText()


@pytest.mark.parametrize("shown", [False, True], ids=["dots", "shown"])
def test_no_input_method_is_to_learn_it(secret: SecretEdit, *, shown: bool) -> None:
    secret.show_secret(shown=shown)
    asked = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
    assert secret.inputMethodHints() & asked == asked


def test_what_was_dropped_does_not_come_back(secret: SecretEdit) -> None:
    QTest.keyClicks(secret, "typed")
    secret.wipe()
    QTest.keyClick(secret, Qt.Key.Key_Z, CONTROL)
    assert secret.text() == ""
