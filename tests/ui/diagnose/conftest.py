"""Diagnose as its tests begin."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.checked_lists import ListPage


@pytest.fixture
def lists(qtbot: QtBot, tmp_path: Path) -> ListPage:
    """Return Diagnose with the secret of the lists, and nothing in it."""
    return ListPage(qtbot, tmp_path)
