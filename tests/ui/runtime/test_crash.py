"""A bug in the program shows one dialog, whose report tells nothing confidential."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reamaze_gui import __version__
from reamaze_gui.ui.runtime.crash import CrashReporter, report
from reamaze_gui.ui.runtime.crash_dialog import CrashDialog
from tests.program import SOON


class BugError(Exception):
    """What nobody caught."""


@pytest.fixture
def reporter(qapp: QApplication) -> Iterator[CrashReporter]:  # noqa: ARG001 - needed for dialogs
    with CrashReporter() as reporter:
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


def caught_key_error(key: str) -> BaseException:
    def look_up(key: str) -> str:
        return {"": ""}[key]

    try:
        look_up(key)
    except KeyError as error:
        return error
    raise AssertionError


def caught(message: object) -> BaseException:
    try:
        run_into_a_bug(message)
    except BugError as error:
        return error
    raise AssertionError


@pytest.mark.usefixtures("reporter")
def test_a_bug_in_a_slot_shows_where_it_is(qtbot: QtBot) -> None:
    click_into_a_bug(qtbot)
    assert "BugError" in shown_report()
    assert "run_into_a_bug" in shown_report()
    assert __version__ in shown_report()


@pytest.mark.usefixtures("reporter")
def test_a_bug_in_a_thread_shows_the_same(qtbot: QtBot) -> None:
    thread = threading.Thread(target=run_into_a_bug)
    thread.start()
    thread.join()
    qtbot.wait_until(lambda: len(dialogs()) == 1)
    assert "BugError" in shown_report()


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
    with suppress(BugError), CrashReporter():
        assert sys.excepthook is not before[0]
        assert threading.excepthook is not before[1]
        if outcome:
            raise outcome
    assert (sys.excepthook, threading.excepthook) == before


def test_a_report_says_where_errors_were_raised_but_nothing_that_was_typed() -> None:
    typed = "ydobyna rof"[::-1]  # also a local
    error = caught({typed: typed})
    error.add_note(typed)
    error.__cause__ = caught_key_error(typed)
    written = report(error)
    assert written.index("look_up") < written.index("KeyError") < written.index("run_into_a_bug")
    assert written.endswith("BugError\n")
    assert typed not in written


def test_an_error_while_another_is_handled_names_both() -> None:
    error = caught("second")
    error.__context__ = caught_key_error("first")
    assert "KeyError" in report(error)


@pytest.mark.usefixtures("reporter")
def test_a_dialog_that_can_not_be_made_is_told_on_standard_error_and_once(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, CrashDialog.__module__, None)  # gone, with an update
    click_into_a_bug(qtbot)
    written = capsys.readouterr().err
    assert written.count("BugError\n") == 1
    assert written.count("reporting it failed too: ModuleNotFoundError") == 1
    assert dialogs() == []


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


def test_a_report_that_fails_itself_is_told_in_brief_and_once(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "reamaze_gui.ui.runtime.versions", None)  # gone, as above
    with CrashReporter():
        click_into_a_bug(qtbot)
        qapp.processEvents()
        assert "BugError; reporting it failed too: ModuleNotFoundError" in shown_report()
        press("Close")


def test_the_path_of_the_home_directory_is_left_out_unless_it_is_the_root(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    here = Path(__file__)
    monkeypatch.setenv("HOME", str(here.parent))
    assert f'File "~/{here.name}"' in report(caught("this is it"))
    monkeypatch.setenv("HOME", "/")
    assert f'File "{here}"' in report(caught("this is it"))
