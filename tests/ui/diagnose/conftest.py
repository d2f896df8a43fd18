"""Diagnose as its tests begin: with a secret, and settings that nobody keeps."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from reamaze_gui.core.authkey import Secret
from reamaze_gui.ui.runtime.secret_session import SecretSession
from reamaze_gui.ui.runtime.settings import Settings
from tests.checked_lists import ListPage
from tests.diagnose_pages import SECRET, Diagnosing
from tests.states import unsaved


@pytest.fixture
def session() -> SecretSession:
    return SecretSession(demo=Secret(SECRET))


@pytest.fixture
def settings() -> Settings:
    return unsaved()


@pytest.fixture
def it(
    qtbot: QtBot, session: SecretSession, settings: Settings, tmp_path: Path
) -> Iterator[Diagnosing]:
    yield Diagnosing(qtbot, session, settings, tmp_path)
    QGuiApplication.clipboard().clear()


@pytest.fixture
def lists(qtbot: QtBot, tmp_path: Path) -> ListPage:
    """Return Diagnose with the secret of the lists, and nothing in it."""
    return ListPage(qtbot, tmp_path)
