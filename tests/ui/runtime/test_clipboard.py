"""What is copied goes out exactly, marked as a secret, and is cleared only while it is ours."""

import select
import subprocess
import sys
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from reamaze_gui.ui.runtime.clipboard import Clipboard

AUTHKEY = "0123456789abcdef" * 4
XCLIP = ("xclip", "-selection", "clipboard")

# Keeps what is on the clipboard, as clipboard managers do.
MANAGER = """
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
clipboard = QGuiApplication.clipboard()
kept = clipboard.text()
clipboard.dataChanged.connect(lambda: clipboard.text() or clipboard.setText(kept))
print(len(kept), flush=True)
application.exec()
"""


@pytest.fixture
def clipboard(qtbot: QtBot) -> Iterator[Clipboard]:  # noqa: ARG001 - brings the application
    # Closed windows of other tests have yet to go: they would mark what looks like an authkey.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QGuiApplication.clipboard().setText("from before")
    yield Clipboard(minutes=5)
    QGuiApplication.clipboard().clear()


def read_elsewhere(qtbot: QtBot, target: str = "UTF8_STRING") -> bytes:
    """Return what another program gets, to which this one must answer meanwhile."""
    with subprocess.Popen([*XCLIP, "-o", "-t", target], stdout=subprocess.PIPE) as reader:

        def has_read() -> None:
            assert reader.poll() is not None

        qtbot.wait_until(has_read)
        return reader.communicate()[0]


def copy_elsewhere(qtbot: QtBot, text: str) -> None:
    """Let another program, which goes on in the background, take the clipboard."""
    subprocess.run([*XCLIP, "-i"], input=text.encode(), check=True)

    def is_taken() -> None:
        assert not QGuiApplication.clipboard().ownsClipboard()
        assert QGuiApplication.clipboard().text() == text

    qtbot.wait_until(is_taken)


def timer_of(clipboard: Clipboard) -> QTimer:
    [timer] = [each for each in clipboard.findChildren(QTimer) if each.isSingleShot()]
    return timer


def test_what_opens_nothing_stays_and_has_no_mark(clipboard: Clipboard) -> None:
    clipboard.copy(AUTHKEY)
    report = f"The key begins with {AUTHKEY[:32]}."
    clipboard.copy_harmless(report)
    assert not timer_of(clipboard).isActive()
    assert QGuiApplication.clipboard().mimeData().formats() == ["text/plain"]
    clipboard.clear_at_exit()
    assert QGuiApplication.clipboard().text() == report
    clipboard.copy(AUTHKEY)
    assert timer_of(clipboard).isActive()


def let_the_time_pass(qtbot: QtBot, clipboard: Clipboard) -> None:
    timer = timer_of(clipboard)
    assert timer.isActive()
    with qtbot.wait_signal(timer.timeout):
        timer.start(0)


@pytest.mark.parametrize("text", [AUTHKEY, "id: 'Zoë 😀'\n\t<x>\n"], ids=["authkey", "snippet"])
def test_another_program_reads_exactly_what_was_copied(
    qtbot: QtBot, clipboard: Clipboard, text: str
) -> None:
    clipboard.copy(text)
    assert read_elsewhere(qtbot).decode() == text


@pytest.mark.parametrize(
    ("minutes", "says"),
    [(1, "Leaves the clipboard in 1 minute,"), (5, "Leaves the clipboard in 5 minutes,")],
)
def test_it_says_when_it_clears_and_does(
    qtbot: QtBot, clipboard: Clipboard, minutes: int, says: str
) -> None:
    clipboard.set_minutes(minutes)
    assert says in clipboard.copy(AUTHKEY)
    assert timer_of(clipboard).interval() == minutes * 60 * 1000
    with qtbot.wait_signal(clipboard.status_message) as said:
        let_the_time_pass(qtbot, clipboard)
    assert said.args == ["The clipboard was cleared."]
    assert not QGuiApplication.clipboard().text()
    assert not read_elsewhere(qtbot)


def test_it_does_not_say_that_it_cleared_what_a_clipboard_manager_puts_back(
    qtbot: QtBot, clipboard: Clipboard
) -> None:
    clipboard.copy(AUTHKEY)
    command = [sys.executable, "-c", MANAGER]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as manager:
        assert manager.stdout
        is_ready = partial(select.select, [manager.stdout], [], [], 0)
        qtbot.wait_until(lambda: is_ready()[0] != [])
        with qtbot.wait_signal(clipboard.status_message) as said:
            let_the_time_pass(qtbot, clipboard)
        assert "put back" in said.args[0]
        assert QGuiApplication.clipboard().text() == AUTHKEY
        manager.kill()


def test_a_second_copy_gets_the_whole_time_again(qtbot: QtBot, clipboard: Clipboard) -> None:
    clipboard.copy("the first")
    timer_of(clipboard).start(1000)
    clipboard.copy(AUTHKEY)
    assert timer_of(clipboard).interval() == 5 * 60 * 1000
    let_the_time_pass(qtbot, clipboard)
    assert not QGuiApplication.clipboard().text()


@pytest.mark.parametrize("theirs", ["something else", AUTHKEY], ids=["another", "the same"])
def test_what_others_copied_is_left_alone(qtbot: QtBot, clipboard: Clipboard, theirs: str) -> None:
    clipboard.copy(AUTHKEY)
    copy_elsewhere(qtbot, theirs)
    with qtbot.assert_not_emitted(clipboard.status_message):
        let_the_time_pass(qtbot, clipboard)
    clipboard.clear_at_exit()
    assert QGuiApplication.clipboard().text() == theirs


def test_what_was_copied_here_since_is_left_alone(qtbot: QtBot, clipboard: Clipboard) -> None:
    clipboard.copy(AUTHKEY)
    QGuiApplication.clipboard().setText("by hand")
    let_the_time_pass(qtbot, clipboard)
    assert QGuiApplication.clipboard().text() == "by hand"


def test_never_means_neither_in_time_nor_at_the_end(clipboard: Clipboard) -> None:
    clipboard.set_minutes(0)
    assert clipboard.copy(AUTHKEY) == "It stays on the clipboard."
    assert not timer_of(clipboard).isActive()
    clipboard.clear_at_exit()
    assert QGuiApplication.clipboard().text() == AUTHKEY


def test_a_change_of_the_time_counts_for_what_was_copied_before(clipboard: Clipboard) -> None:
    clipboard.copy(AUTHKEY)
    clipboard.set_minutes(0)
    assert not timer_of(clipboard).isActive()
    clipboard.set_minutes(1)
    assert timer_of(clipboard).isActive()
    assert timer_of(clipboard).interval() == 60 * 1000


def test_it_is_cleared_at_the_end(clipboard: Clipboard) -> None:
    clipboard.copy(AUTHKEY)
    clipboard.clear_at_exit()
    assert not QGuiApplication.clipboard().text()


def test_where_nothing_was_copied_nothing_is_cleared(clipboard: Clipboard) -> None:
    clipboard.set_minutes(1)
    assert not timer_of(clipboard).isActive()
    clipboard.clear_at_exit()
    assert QGuiApplication.clipboard().text() == "from before"


def test_an_authkey_copied_by_hand_is_cleared_too(qtbot: QtBot, clipboard: Clipboard) -> None:
    with qtbot.wait_signal(clipboard.status_message) as said:
        QGuiApplication.clipboard().setText(f"authkey: {AUTHKEY}")
    assert "Leaves the clipboard in 5 minutes" in said.args[0]
    assert read_elsewhere(qtbot) == f"authkey: {AUTHKEY}".encode()
    assert read_elsewhere(qtbot, "x-kde-passwordManagerHint") == b"secret"
    let_the_time_pass(qtbot, clipboard)
    assert QGuiApplication.clipboard().text() == ""


def test_what_else_is_copied_by_hand_is_left_alone(qtbot: QtBot, clipboard: Clipboard) -> None:
    with qtbot.assert_not_emitted(clipboard.status_message):
        QGuiApplication.clipboard().setText("zoe@example.org")
    assert not timer_of(clipboard).isActive()


def test_an_authkey_that_is_selected_is_marked_for_who_keeps_selections(
    qtbot: QtBot, clipboard: Clipboard
) -> None:
    edit = QLineEdit(AUTHKEY)
    clipboard.setParent(edit)
    qtbot.add_widget(edit)
    with qtbot.wait_exposed(edit):
        edit.show()
    QTest.mouseDClick(edit, Qt.MouseButton.LeftButton, pos=QPoint(20, edit.height() // 2))
    QTest.mouseRelease(edit, Qt.MouseButton.LeftButton, pos=QPoint(20, edit.height() // 2))
    selected = QGuiApplication.clipboard().mimeData(QClipboard.Mode.Selection)
    assert selected.text() == AUTHKEY
    assert bytes(selected.data("x-kde-passwordManagerHint").data()) == b"secret"
    assert edit.selectedText() == AUTHKEY
