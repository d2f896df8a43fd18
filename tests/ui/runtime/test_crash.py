"""A bug in the program shows one dialog, whose report tells nothing confidential."""

import base64
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from functools import partial

import pytest
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reamaze_gui import __version__
from reamaze_gui.ui.runtime.crash import CrashReporter, report
from reamaze_gui.ui.runtime.crash_dialog import CrashDialog
from tests.program import SOON

SECRET = "correct horse battery staple"


class BugError(Exception):
    """What nobody caught."""


@pytest.fixture
def reporter(qapp: QApplication) -> Iterator[CrashReporter]:  # noqa: ARG001 - needed for dialogs
    with CrashReporter(lambda: [SECRET]) as reporter:
        yield reporter
    for dialog in dialogs():
        dialog.close()


def dialogs() -> list[CrashDialog]:
    windows = QApplication.topLevelWidgets()
    return [each for each in windows if isinstance(each, CrashDialog) and each.isVisible()]


def shown_report() -> str:
    [dialog] = dialogs()
    [details] = dialog.findChildren(QPlainTextEdit)
    return details.toPlainText()


def press(name: str) -> None:
    [dialog] = dialogs()
    buttons = dialog.findChildren(QPushButton)
    [button] = [each for each in buttons if each.text().replace("&", "") == name]
    button.click()


def run_into_a_bug(message: object = "this is it") -> None:
    raise BugError(message)


def click_into_a_bug(qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.add_widget(button)
    button.clicked.connect(lambda _checked: run_into_a_bug())
    button.click()


def caught(message: object) -> BaseException:
    try:
        run_into_a_bug(message)
    except BugError as error:
        return error
    raise AssertionError


@pytest.mark.usefixtures("reporter")
def test_a_bug_in_a_slot_shows_where_it_is(qtbot: QtBot) -> None:
    click_into_a_bug(qtbot)
    assert "BugError: this is it" in shown_report()
    assert "run_into_a_bug" in shown_report()
    assert __version__ in shown_report()


@pytest.mark.usefixtures("reporter")
def test_a_bug_in_a_thread_shows_the_same(qtbot: QtBot) -> None:
    thread = threading.Thread(target=run_into_a_bug)
    thread.start()
    thread.join()
    qtbot.wait_until(lambda: len(dialogs()) == 1)
    assert "BugError: this is it" in shown_report()


@pytest.mark.usefixtures("reporter")
def test_a_bug_that_comes_again_and_again_shows_one_dialog(qtbot: QtBot) -> None:
    class Broken(QWidget):
        painted = 0

        def has_been_painted(self, times: int) -> bool:
            return self.painted >= times

        def paintEvent(self, _event: QPaintEvent) -> None:
            self.painted += 1
            run_into_a_bug()

    broken = Broken()
    qtbot.add_widget(broken)
    broken.show()
    shown: list[CrashDialog] = []
    for times in range(1, 4):
        broken.update()
        qtbot.wait_until(partial(broken.has_been_painted, times))
        shown = shown or dialogs()
    assert dialogs() == shown
    assert len(shown) == 1


@pytest.mark.usefixtures("reporter")
def test_the_next_bug_is_shown_after_the_dialog_was_closed(qtbot: QtBot) -> None:
    click_into_a_bug(qtbot)
    press("Close")
    assert not dialogs()
    click_into_a_bug(qtbot)
    assert "BugError" in shown_report()


@pytest.mark.usefixtures("reporter")
def test_the_whole_report_is_copied(qtbot: QtBot) -> None:
    click_into_a_bug(qtbot)
    press("Copy report")
    assert QGuiApplication.clipboard().text() == shown_report()
    QGuiApplication.clipboard().clear()


@pytest.mark.usefixtures("reporter")
def test_the_dialog_comes_where_there_is_no_console(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", None)  # as Windows starts programs with a window
    click_into_a_bug(qtbot)
    assert "BugError" in shown_report()


@pytest.mark.parametrize("outcome", [None, BugError()], ids=["at the end", "at an error"])
@pytest.mark.usefixtures("qapp")
def test_the_hooks_from_before_come_back(outcome: BugError | None) -> None:
    before = sys.excepthook, threading.excepthook
    with suppress(BugError), CrashReporter(tuple):
        assert sys.excepthook is not before[0]
        assert threading.excepthook is not before[1]
        if outcome:
            raise outcome
    assert (sys.excepthook, threading.excepthook) == before


CONFIDENTIAL = {
    "secret": SECRET,
    "authkey": "0f" * 32,
    "authkey in capitals": "0F" * 32,
    "authkey in base64": base64.b64encode(bytes(range(200, 232))).decode(),
    "email": "zoe.quinn+x@mail.example.org",
    "email with umlauts": "zoë@exämple.org",
}


@pytest.mark.parametrize("text", CONFIDENTIAL.values(), ids=CONFIDENTIAL.keys())
@pytest.mark.parametrize("frame", ["{}", "key={}", "'{}'", "{}\n{}", "1:{}", "/{}/"])
def test_nothing_confidential_is_in_a_report(text: str, frame: str) -> None:
    written = report(caught(frame.replace("{}", text)), [SECRET])
    assert "BugError" in written
    assert text not in written


@pytest.mark.parametrize(
    "secret",
    ["back\\slash", "a 'quote'", "both \" and '", "a\nline break", "tab\there", "\x07 bell"],
)
def test_a_secret_that_python_wrote_with_escapes_is_found_too(secret: str) -> None:
    written = report(caught({"secret": secret}), [secret])
    assert secret not in written
    assert repr(secret)[1:-1] not in written


def test_of_two_secrets_one_in_the_other_both_are_gone() -> None:
    written = report(caught("long secret, secret"), ["secret", "long secret"])
    assert "secret" not in written.partition("BugError:")[2]
    assert "long" not in written.partition("BugError:")[2]


def test_causes_notes_and_groups_are_searched_as_well() -> None:
    error = ExceptionGroup(SECRET, [ValueError(SECRET), KeyError(SECRET)])
    error.add_note(SECRET)
    error.__cause__ = ValueError(SECRET)
    written = report(error, [SECRET])
    assert written.count("ValueError") == 2
    assert SECRET not in written


def test_a_report_holds_no_locals() -> None:
    a_local = "ydobyna rof"[::-1]
    written = report(caught(len(a_local)), [])
    assert "BugError" in written
    assert a_local not in written


def test_a_one_letter_secret_does_not_blot_out_the_report() -> None:
    assert "BugError: this is it" in report(caught("this is it"), ["i", ""])


@pytest.mark.usefixtures("reporter")
def test_a_dialog_that_can_not_be_made_is_told_on_standard_error_and_once(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, CrashDialog.__module__, None)  # gone, with an update
    click_into_a_bug(qtbot)
    written = capsys.readouterr().err
    assert written.count("BugError: this is it") == 1
    assert written.count("reporting it failed too: ModuleNotFoundError") == 1
    assert dialogs() == []


def test_a_report_that_fails_itself_is_told_in_brief_and_once(
    qtbot: QtBot, qapp: QApplication
) -> None:
    def confidential() -> list[str]:
        raise LookupError(SECRET)

    with CrashReporter(confidential):
        click_into_a_bug(qtbot)
        qapp.processEvents()
        assert "BugError" in shown_report()
        assert "LookupError" in shown_report()
        assert SECRET not in shown_report()
        press("Close")


def test_a_report_left_open_does_not_keep_the_program_alive() -> None:
    code = (
        "from PySide6.QtCore import QTimer\n"
        "from PySide6.QtWidgets import QApplication, QWidget\n"
        "from reamaze_gui.ui.runtime.crash_dialog import CrashDialog\n"
        "application = QApplication([])\n"
        "window, dialog = QWidget(), CrashDialog('')\n"
        "window.show(), dialog.show()\n"
        "QTimer.singleShot(0, window.close)\n"
        "application.exec()\n"
    )
    assert subprocess.run([sys.executable, "-c", code], timeout=SOON, check=True).returncode == 0


def test_the_path_of_the_home_directory_is_left_out_unless_it_is_the_root(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    error = caught("at /srv/zoe/somewhere, 1/0")
    monkeypatch.setenv("HOME", "/srv/zoe")
    assert "at ~/somewhere, 1/0" in report(error, [])
    monkeypatch.setenv("HOME", "/")
    assert "at /srv/zoe/somewhere, 1/0" in report(error, [])
