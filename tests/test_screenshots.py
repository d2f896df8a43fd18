"""The pictures of the window show what they say, and come out the same when made again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from reamaze_gui.ui.widgets import appearance, style
from reamaze_gui.ui.widgets.style import Scheme
from tests.screenshots import SHOWN_STATES, pictures
from tests.states import STATES


@pytest.fixture(autouse=True)
def _as_before(qapp: QApplication) -> Iterator[None]:
    before = qapp.cursorFlashTime()
    yield
    qapp.setCursorFlashTime(before)
    appearance.apply(Scheme.SYSTEM)


def test_a_state_looks_the_same_when_it_is_shown_again(tmp_path: Path) -> None:
    names = ("keyring-locked", "build-problems", "diagnose-no-secret")
    first = {path: path.read_bytes() for path in pictures(tmp_path, names)}
    assert len(first) == 4 * len(names)
    assert len(set(first.values())) == len(first)
    for path in pictures(tmp_path, names):
        assert path.read_bytes() == first[path], path.name


def test_there_is_a_picture_in_the_usual_size_and_in_the_smallest(tmp_path: Path) -> None:
    sizes = {QImage(str(path)).size().toTuple() for path in pictures(tmp_path, ["build-empty"])}
    assert sizes == {style.WINDOW, style.SMALLEST}


def test_what_the_readme_shows_is_a_state_that_there_is() -> None:
    assert set(SHOWN_STATES.values()) <= set(STATES)
