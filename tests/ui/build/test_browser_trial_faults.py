"""Whatever stands in the way of Try in browser, the window says so, stays quick, and ends."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reamaze_gui.ui.window.main_window import MainWindow
from tests.faults.patience import effort
from tests.limits import files_left
from tests.parts import button, edit
from tests.try_client import SOON, curl
from tests.trying import COPY, TRY, install_browser, served
from tests.windows import opened, press, said, settle

KEYSTROKES = 100  # with nothing else going on


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    install_browser(tmp_path, monkeypatch)
    window = opened(qtbot, tmp_path)
    window.account_bar.turn_to("acme")
    return window


def test_where_no_port_is_to_be_had_the_window_says_so_where_it_stands(
    qtbot: QtBot, window: MainWindow
) -> None:
    served(qtbot, window)  # so that all that is needed has been read
    window.build_page.trial.stop()
    before = QApplication.topLevelWidgets()
    with files_left(0):
        button(window, TRY).click()
    assert said(window) == (
        "The page can't be served on this computer: Too many open files. Close some programs, then "
        "press Try in browser again."
    )
    assert QApplication.topLevelWidgets() == before
    assert not button(window, COPY).isEnabled()
    assert button(window, TRY).isEnabled()
    assert "zoe@example.org" in curl(served(qtbot, window))


def typing(window: MainWindow) -> float:
    """Type a letter and take it back; return the work that it costs the window, in efforts."""
    before = time.thread_time()
    for key in (Qt.Key.Key_Z, Qt.Key.Key_Backspace):
        press(key, Qt.KeyboardModifier.NoModifier)
        settle(window)
    return (time.thread_time() - before) / effort()


def whilst(process: subprocess.Popen[str]) -> Iterator[None]:
    """Yield until a process has ended, with a pause for it each time."""
    deadline = time.monotonic() + 10 * SOON
    while process.poll() is None:
        assert time.monotonic() < deadline
        yield
        try:
            process.wait(0.02)
        except subprocess.TimeoutExpired:
            continue


@pytest.mark.parametrize("requests", [100, pytest.param(1_000, marks=pytest.mark.slow)])
def test_hostile_requests_get_nothing_and_leave_the_window_quick(
    requests: int, qtbot: QtBot, window: MainWindow
) -> None:
    address = served(qtbot, window)
    name = edit(window, "Name")
    name.setFocus()
    name.deselect()
    before = [typing(window) for _ in range(KEYSTROKES)]
    command = (sys.executable, "-m", "tests.hostile", address, str(requests))
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as attacker:
        during = [typing(window) for _ in whilst(attacker)]
        output, _ = attacker.communicate()
    assert (output, attacker.returncode) == ("", 0)
    assert median(during) < 2 * median(before)
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.NoModifier)
    assert f"name: '{name.text()}'" in curl(address)
    assert "z" in name.text()
