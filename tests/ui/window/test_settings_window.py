"""A setting takes effect at once, is remembered, and is the same wherever it is shown."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPlainTextEdit
from pytestqt.qtbot import QtBot

from reamaze_gui.ui.help.help_topics import title_of
from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.widgets.note import Note
from reamaze_gui.ui.widgets.style import DARK, LIGHT, Scheme
from reamaze_gui.ui.window.main_window import MainWindow
from reamaze_gui.ui.window.settings_window import SettingsWindow
from tests.help import chosen, helps
from tests.parts import edit, part
from tests.states import STATES, opened_in, unsaved
from tests.windows import NONE, actions, open_menus, opened, press, settings_in, status

pytestmark = pytest.mark.usefixtures("clean_desktop")


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    settings_in(tmp_path).accounts = ("acme", "globex")
    return opened(qtbot, tmp_path)


def open_settings(qtbot: QtBot, window: MainWindow) -> SettingsWindow:
    window.activateWindow()
    qtbot.wait_until(window.isActiveWindow)
    press(Qt.Key.Key_Comma)
    [shown] = window.findChildren(SettingsWindow)
    qtbot.wait_until(shown.isActiveWindow)
    return shown


def choose(shown: SettingsWindow, name: str, text: str) -> None:
    """Choose by key, as `activated` tells only what the user does."""
    choices = part(shown, QComboBox, name)
    choices.setFocus()
    steps = choices.findText(text) - choices.currentIndex()
    for _ in range(abs(steps)):
        QTest.keyClick(choices, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)
    assert choices.currentText() == text


def checked(window: MainWindow) -> list[str]:
    open_menus(window)
    return [way for way, action in actions(window).items() if action.isChecked()]


def test_colours_change_at_once_and_are_remembered(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    shown = open_settings(qtbot, window)
    choose(shown, "Colours", "Dark")
    assert style.theme() is DARK
    assert settings_in(tmp_path).scheme is Scheme.DARK
    assert "View/Dark" in checked(window)
    actions(window)["View/Light"].trigger()
    assert part(shown, QComboBox, "Colours").currentText() == "Light"
    assert style.theme() is LIGHT


def test_the_clipboard_s_time_counts_at_once(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    shown = open_settings(qtbot, window)
    choose(shown, "Clear the clipboard", "Never")
    assert settings_in(tmp_path).clearing == 0
    window.build_page.copy_authkey()
    assert "Leaves the clipboard" not in window.statusBar().currentMessage()


def test_it_fits_a_small_screen(qtbot: QtBot, window: MainWindow) -> None:
    assert open_settings(qtbot, window).height() <= style.SMALLEST[1]


def test_it_says_where_the_settings_are(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    shown = open_settings(qtbot, window)
    assert edit(shown, "Settings file").text() == str(tmp_path / "settings.ini")


def test_settings_that_cant_be_written_are_told_of_once(qtbot: QtBot, tmp_path: Path) -> None:
    place, told = tmp_path / "settings.ini", list[str]()
    window = opened(qtbot, tmp_path)
    window.settings.failed.connect(told.append)
    place.unlink(missing_ok=True)  # where the window stands may have been written already
    place.mkdir()
    shown = open_settings(qtbot, window)
    choose(shown, "Colours", "Dark")
    assert (style.theme(), window.settings.scheme) == (DARK, Scheme.DARK)
    assert "can't be saved" in status(window)
    file = edit(shown, "Settings file")
    assert file.text() == str(place)
    assert "can't be written" in file.accessibleDescription()
    assert [note.text() for note in shown.findChildren(Note) if "can't be" in note.text()]
    choose(shown, "Clear the clipboard", "Never")
    assert len(told) == 1


def test_greeting_and_signature_of_a_reply_are_kept(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    shown = open_settings(qtbot, window)
    for name, text in {"Greeting": "Dear merchant,", "Signature": "Eva\nAcme"}.items():
        part(shown, QPlainTextEdit, name).setPlainText(text)
    kept = settings_in(tmp_path)
    assert (kept.reply_greeting, kept.reply_signature) == ("Dear merchant,", "Eva\nAcme")


def test_a_greeting_that_was_deleted_stays_deleted(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    greeting = part(open_settings(qtbot, window), QPlainTextEdit, "Greeting")
    assert greeting.toPlainText() == settings_in(tmp_path).reply_greeting != ""
    greeting.clear()
    assert settings_in(tmp_path).reply_greeting == ""


def test_of_a_whole_page_no_more_is_pasted_than_fits_a_signature(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    shown = open_settings(qtbot, window)
    QGuiApplication.clipboard().setText("a page " * 1_000)
    part(shown, QPlainTextEdit, "Signature").paste()
    assert settings_in(tmp_path).reply_signature == ("a page " * 1_000)[:1_000]


def test_a_demonstration_sets_everything_and_says_that_it_keeps_nothing(qtbot: QtBot) -> None:
    window = opened_in(STATES["build"], unsaved())
    qtbot.add_widget(window)
    shown = open_settings(qtbot, window)
    choose(shown, "Colours", "Dark")
    assert style.theme() is DARK
    assert any("demonstration" in note.text() for note in shown.findChildren(Note))


def test_it_opens_once_and_closes_with_escape(qtbot: QtBot, window: MainWindow) -> None:
    shown = open_settings(qtbot, window)
    assert not shown.isModal()
    press(Qt.Key.Key_Escape, NONE)
    assert not shown.isVisible()
    assert open_settings(qtbot, window) is shown
    window.close()
    assert not shown.isVisible()


def test_f1_tells_what_is_kept(qtbot: QtBot, window: MainWindow) -> None:
    open_settings(qtbot, window)
    press(Qt.Key.Key_F1, NONE)
    [shown] = helps()
    assert chosen(shown) == title_of("privacy")
