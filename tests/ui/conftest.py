"""The window as most tests of it begin, and what none of them leaves on the desktop."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from reamaze_gui.ui import style
from reamaze_gui.ui.main_window import MainWindow
from reamaze_gui.ui.style import Scheme
from tests.windows import opened


@pytest.fixture
def clean_desktop() -> Iterator[None]:
    yield
    QGuiApplication.clipboard().clear()
    style.apply(Scheme.SYSTEM)


@pytest.fixture
def window(clean_desktop: None, qtbot: QtBot, tmp_path: Path) -> MainWindow:  # noqa: ARG001
    return opened(qtbot, tmp_path)
