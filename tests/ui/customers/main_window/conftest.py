"""The main window of somebody who has saved nobody yet."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reamaze_gui.ui.window.main_window import MainWindow
from tests.windows import opened


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the file that saved customers would be in."""
    return tmp_path / "data" / "customers.json"


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, path: Path) -> MainWindow:
    window = opened(qtbot, tmp_path, customers=path)
    window.account_bar.switch_to("acme")
    return window
