"""The main window: its status bar, its size, the focus, and what is loaded with it."""

import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from reamaze_gui.core.customer import Customer
from reamaze_gui.core.preview import Mode
from reamaze_gui.ui.runtime.settings import CLEARING_TIMES
from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.window.main_window import MainWindow
from reamaze_gui.ui.window.pages import BUILD, DIAGNOSE
from tests.event_loop import settle
from tests.parts import name_of
from tests.windows import focus_widget, opened, status

pytestmark = pytest.mark.usefixtures("clean_desktop")


# What it looks like


@pytest.mark.parametrize("minutes", CLEARING_TIMES)
def test_what_the_status_line_says_fits_in_a_small_window(window: MainWindow, minutes: int) -> None:
    window.resize(*style.SMALLEST)
    settle()
    window.settings.clearing = minutes
    bar = window.statusBar()
    for say in (
        window.build_page.copy_snippet,
        window.build_page.intake.clear,
        window.build_page.intake.paste,
    ):
        say()
        text = status(window)
        assert bar.fontMetrics().horizontalAdvance(text) < bar.width() - 30, text


def test_what_was_said_goes_with_what_it_was_about(window: MainWindow) -> None:
    def paste_another() -> None:
        window.diagnose_page.input.page.setPlainText("another page")

    fill = partial(window.build_page.form.fill, Customer(email="zoe@example.org"))
    for change in (fill, partial(window.switch_to, DIAGNOSE), paste_another):
        window.say("Something is missing.")
        change()
        assert window.statusBar().currentMessage() == ""


def test_what_was_said_goes_within_seconds(qtbot: QtBot, window: MainWindow) -> None:
    window.say("Done.")
    [running] = [each for each in window.statusBar().findChildren(QTimer) if each.isActive()]
    assert 2_000 < running.interval() < 15_000
    running.start(0)  # as if they were over
    qtbot.wait_until(lambda: not status(window))


LATE = {
    *("tree_sitter", "selectolax", "diagnosis", "diagnose_page", "report_view"),
    *("help_window", "topic_view", "about", "settings_window"),
    *("customers_window", "customer_picker", "save_dialog", "secrets"),
}


def test_nothing_of_diagnose_or_of_another_window_is_loaded_before_it_is_shown() -> None:
    code = """
import sys
import reamaze_gui.ui.window.main_window
print(*sys.modules)
"""
    loaded = subprocess.check_output([sys.executable, "-c", code], text=True).split()
    assert not LATE & {name.rpartition(".")[2] for name in loaded}


@pytest.mark.parametrize(
    ("mode", "first"), [(Mode.AUTHENTICATED, "Customer ID"), (Mode.WEAK, "Email")]
)
def test_who_turns_to_build_or_empties_the_form_can_type_at_once(
    window: MainWindow, mode: Mode, first: str
) -> None:
    window.build_page.choose_mode(mode)
    for go in (partial(window.switch_to, BUILD), window.build_page.intake.clear):
        window.switch_to(DIAGNOSE)
        go()
        assert name_of(focus_widget()) == first


def test_no_larger_than_the_screen_at_the_start(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = QGuiApplication.primaryScreen().availableSize()
    monkeypatch.setattr(style, "WINDOW", (2 * room.width(), 2 * room.height()))
    size = opened(qtbot, tmp_path).size()
    assert size.boundedTo(room) == size
