"""The Help window for tests."""

from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QTextBrowser
from pytestqt.qtbot import QtBot

from reamaze_gui.ui.help.help_topics import START
from reamaze_gui.ui.help.help_window import HelpWindow
from reamaze_gui.ui.window.main_window import MainWindow


def open_help(qtbot: QtBot, window: MainWindow, topic: str = START) -> HelpWindow:
    window.beside.show_help(topic)
    [shown] = helps()
    qtbot.wait_until(shown.isActiveWindow)
    return shown


def helps() -> list[HelpWindow]:
    windows = QApplication.topLevelWidgets()
    return [each for each in windows if isinstance(each, HelpWindow) and each.isVisible()]


def view_of(shown: HelpWindow) -> QTextBrowser:
    return shown.findChildren(QTextBrowser)[0]


def topics_of(shown: HelpWindow) -> QListWidget:
    return shown.findChildren(QListWidget)[0]


def search_for(shown: HelpWindow, words: str) -> None:
    shown.findChildren(QLineEdit)[0].setText(words)


def listed(shown: HelpWindow) -> list[str]:
    topics = topics_of(shown)
    items = [topics.item(row) for row in range(topics.count())]
    return [item.text() for item in items if not item.isHidden()]


def chosen(shown: HelpWindow) -> str:
    return topics_of(shown).currentItem().text()


def title(shown: HelpWindow) -> str:
    """Return what the text begins with."""
    return view_of(shown).document().begin().text()
