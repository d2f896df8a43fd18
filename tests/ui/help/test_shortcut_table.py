"""Help names the keys that there are, and no others."""

import re

from PySide6.QtGui import QKeySequence, QTextDocument, QTextTable
from pytestqt.qtbot import QtBot

from reamaze_gui.ui.help.help_topics import SHORTCUTS, TOPICS, text_of
from reamaze_gui.ui.help.shortcut_table import shortcut_table
from reamaze_gui.ui.widgets.action import Action
from reamaze_gui.ui.window.main_window import MainWindow
from tests.help import open_help, view_of
from tests.windows import actions


def test_the_keyboard_topic_has_every_shortcut(qtbot: QtBot, window: MainWindow) -> None:
    shown = open_help(qtbot, window, "keyboard")
    written = view_of(shown).toPlainText()
    pairs = [*actions(window).values(), *shown.actions()]
    native = QKeySequence.SequenceFormat.NativeText
    keys = [each.toString(native) for action in pairs for each in action.shortcuts()]
    assert len(keys) > 20
    assert [
        each for each in keys if not re.search(rf"(^|\s){re.escape(each)}(\s|$)", written)
    ] == []
    for way, action in actions(window).items():
        if action.shortcuts():
            assert way.rpartition("/")[2].removesuffix("…") in written


def test_every_key_that_is_written_about_does_something(qtbot: QtBot, window: MainWindow) -> None:
    shown = open_help(qtbot, window)
    pairs = [*actions(window).values(), *shown.actions()]
    keys = {each.toString() for action in pairs for each in action.shortcuts()}
    topics = "\n".join(text_of(topic) for topic in TOPICS)
    written = set(re.findall(r"\b(?:Ctrl|Alt)\+[\w+]+", topics))
    assert written
    assert written <= keys


def test_the_table_has_what_has_a_key_and_says_where_it_stands() -> None:
    table = shortcut_table(
        [
            Action("File", "R&ead…", print, ("Ctrl+Alt+7", "F8")),
            Action("File", "Has no key", print),
        ]
    )
    assert "| Ctrl+Alt+7 or F8 | Read | File |\n" in table
    assert "Has no key" not in table


def test_help_shows_it_as_a_table_below_its_text() -> None:
    document = QTextDocument()
    document.setMarkdown(
        text_of(SHORTCUTS) + shortcut_table([Action("File", "Read", print, ("F8",))])
    )
    [table] = document.rootFrame().childFrames()
    assert isinstance(table, QTextTable)
    assert table.rows() == 2
