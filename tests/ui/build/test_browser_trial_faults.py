"""Whatever stands in the way of Try in browser, the window says so, stays quick, and ends."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reamaze_gui.ui.window.main_window import MainWindow
from tests.limits import files_left
from tests.parts import button, edit
from tests.try_client import SOON, curl
from tests.trying import COPY, TRY, install_browser, served
from tests.windows import opened, press, status


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    install_browser(tmp_path, monkeypatch)
    window = opened(qtbot, tmp_path)
    window.account_bar.switch_to("acme")
    return window


def test_where_no_port_is_to_be_had_the_window_says_so_where_it_stands(
    qtbot: QtBot, window: MainWindow
) -> None:
    served(qtbot, window)  # so that all that is needed has been read
    window.build_page.trial.stop()
    before = QApplication.topLevelWidgets()
    with files_left(0):
        button(window, TRY).click()
    assert status(window) == (
        "The page can't be served on this computer: Too many open files. Close some programs and "
        "press Try in browser again."
    )
    assert QApplication.topLevelWidgets() == before
    assert not button(window, COPY).isEnabled()
    assert button(window, TRY).isEnabled()
    assert "zoe@example.org" in curl(served(qtbot, window))


@pytest.mark.parametrize("requests", [100, pytest.param(1_000, marks=pytest.mark.slow)])
def test_hostile_requests_get_nothing_and_need_nothing_of_the_window(
    requests: int, qtbot: QtBot, window: MainWindow
) -> None:
    address = served(qtbot, window)
    # Meanwhile the window handles no event.
    attacker = subprocess.run(
        [sys.executable, "-m", "tests.hostile", address, str(requests)],
        stdout=subprocess.PIPE,
        text=True,
        check=False,
        timeout=10 * SOON,
    )
    assert (attacker.stdout, attacker.returncode) == ("", 0)
    name = edit(window, "Name")
    name.setFocus()
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.NoModifier)
    assert f"name: '{name.text()}'" in curl(address)
    assert "z" in name.text()
