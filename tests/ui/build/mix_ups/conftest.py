"""The window of somebody in a hurry."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from reamaze_gui.ui.window.main_window import MainWindow
from tests.pasting import EVA
from tests.windows import opened


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    window = opened(qtbot, tmp_path, EVA)
    window.account_bar.switch_to("acme")
    window.settings.accounts = ("acme", "globex")
    yield window
    QGuiApplication.clipboard().clear()
