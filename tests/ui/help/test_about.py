"""About tells what a bug report needs, and nothing of whoever sends it."""

import platform
from importlib.metadata import version
from pathlib import Path

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from reamaze_gui import __version__
from reamaze_gui.core.customer import FIELDS
from reamaze_gui.ui.help.about import AboutDialog
from reamaze_gui.ui.window.main_window import MainWindow
from tests.parts import button
from tests.windows import NONE, SECRET, ZOE, actions, press


def open_about(window: MainWindow) -> AboutDialog:
    actions(window)["Help/About Re:amaze SSO"].trigger()
    [about] = [each for each in window.findChildren(AboutDialog) if each.isVisible()]
    return about


def told(about: AboutDialog) -> str:
    [edit] = about.findChildren(QPlainTextEdit)
    return edit.toPlainText()


def test_every_version_and_the_keyring_are_copied(qtbot: QtBot, window: MainWindow) -> None:
    about = open_about(window)
    qtbot.wait_until(lambda: "GNOME Keyring" in told(about))
    button(about, "Copy versions").click()
    copied = QGuiApplication.clipboard().text()
    assert copied == told(about)
    lines = copied.splitlines()
    assert lines[0] == f"Re:amaze SSO {__version__}"
    assert {f"Python {platform.python_version()}", f"Qt {qVersion()}", "display xcb"} <= {*lines}
    assert f"PySide6 {version('PySide6-Essentials')}" in lines
    assert any(line.startswith(f"keyring {version('keyring')}: ") for line in lines)
    assert any(platform.release() in line for line in lines)
    assert any("Copied" in label.text() for label in about.findChildren(QLabel))


def test_it_tells_neither_person_nor_folder_nor_secret(qtbot: QtBot, window: MainWindow) -> None:
    window.account_bar.switch_to("acme-of-the-user")
    about = open_about(window)
    qtbot.wait_until(lambda: "GNOME Keyring" in told(about))
    values = [getattr(ZOE, field.name) for field in FIELDS]
    confidential = (SECRET, "acme-of-the-user", str(Path.home()), platform.node(), *values)
    assert [each for each in confidential if each in told(about)] == []


def test_it_opens_at_once_and_asks_the_keyring_anew(qtbot: QtBot, window: MainWindow) -> None:
    about = open_about(window)
    assert "checking" in told(about)
    qtbot.wait_until(lambda: "GNOME Keyring" in told(about))
    button(about, "Copy versions").click()
    press(Qt.Key.Key_Escape, NONE)
    assert not about.isVisible()
    assert open_about(window) is about
    assert "checking" in told(about)
    assert not any("Copied" in label.text() for label in about.findChildren(QLabel))
    qtbot.wait_until(lambda: "GNOME Keyring" in told(about))


def test_it_does_not_keep_the_user_from_the_window(window: MainWindow) -> None:
    about = open_about(window)
    assert not about.isModal()
    window.close()
    assert not about.isVisible()
