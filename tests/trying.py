"""The window of the program as it is used for Try in browser."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from reamaze_gui.ui.window.main_window import MainWindow
from tests.opener import path_with_browser
from tests.parts import button
from tests.windows import status

TRY, COPY = "Try in browser", "Copy address"


def install_browser(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a browser in the place of the system's: return the file in which it notes addresses."""
    notes = f'echo "$@" >> {folder}/asked\nexit ${{NO_BROWSER:-0}}'
    monkeypatch.setenv("PATH", path_with_browser(folder, notes))
    return folder / "asked"


def wait_to_read(qtbot: QtBot, window: MainWindow, sentence: str) -> None:
    def is_said() -> None:
        assert sentence in status(window)

    qtbot.wait_until(is_said)


def served(qtbot: QtBot, window: MainWindow) -> str:
    """Press both buttons and return the address."""
    button(window, TRY).click()
    wait_to_read(qtbot, window, "Opened in the browser: ")
    assert "quitting stops it" in status(window)
    button(window, COPY).click()
    assert status(window).startswith("Copied: the address of the page for ")
    return QGuiApplication.clipboard().text()
