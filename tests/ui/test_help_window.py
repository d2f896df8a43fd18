"""Help can be opened, searched, read and left by key, and says the keys that there are."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QKeySequence, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QListWidget,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reamaze_gui.resources import resource
from reamaze_gui.ui import style
from reamaze_gui.ui.help_topics import TOPICS, text_of, title_of
from reamaze_gui.ui.help_window import HelpWindow
from reamaze_gui.ui.main_window import MainWindow
from reamaze_gui.ui.style import Scheme
from tests.ui.test_style import ENOUGH, contrast
from tests.windows import actions, name_of, open_menus, opened, press, said

ALT, NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier
README = (resource("icon.svg").parent.parent / "README.md").read_text()


@pytest.fixture(autouse=True)
def _system_colours() -> Iterator[None]:
    yield
    style.apply(Scheme.SYSTEM)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    return opened(qtbot, tmp_path)


def open_help(qtbot: QtBot, window: MainWindow, topic: str = TOPICS[0]) -> HelpWindow:
    window.beside.show_help(topic)
    [shown] = helps()
    qtbot.wait_until(shown.isActiveWindow)
    return shown


def helps() -> list[HelpWindow]:
    windows = QApplication.topLevelWidgets()
    return [each for each in windows if isinstance(each, HelpWindow) and each.isVisible()]


def view_of(shown: HelpWindow) -> QTextBrowser:
    return shown.findChildren(QTextBrowser)[0]


def search_for(shown: HelpWindow, words: str) -> None:
    [field] = shown.findChildren(QLineEdit)
    field.setText(words)


def listed(shown: HelpWindow) -> list[str]:
    [topics] = shown.findChildren(QListWidget)
    items = [topics.item(row) for row in range(topics.count())]
    return [item.text() for item in items if not item.isHidden()]


def title(shown: HelpWindow) -> str:
    return view_of(shown).document().begin().text()


def chosen(shown: HelpWindow) -> str:
    [topics] = shown.findChildren(QListWidget)
    return topics.currentItem().text()


# How it is opened and left


@pytest.mark.parametrize(
    ("field", "topic"), [("Phone", "phone"), ("Email", "fields"), ("SSO secret", "secret")]
)
def test_f1_opens_the_topic_of_the_field(
    qtbot: QtBot, window: MainWindow, field: str, topic: str
) -> None:
    edits = [each for each in window.findChildren(QLineEdit) if each.accessibleName() == field]
    edits[0].setEnabled(True)
    edits[0].setFocus()
    press(Qt.Key.Key_F1, NONE)
    [shown] = helps()
    qtbot.wait_until(shown.isActiveWindow)
    assert title(shown) == chosen(shown) == title_of(topic)
    assert QApplication.focusWidget() is view_of(shown)


def test_the_menu_lists_every_topic_and_opens_it_in_one_window(window: MainWindow) -> None:
    open_menus(window)
    open_menus(window)
    offered = [way for way in actions(window) if way.startswith("Help/")]
    assert [way for way in offered if way.removeprefix("Help/") in map(title_of, TOPICS)] == [
        f"Help/{title_of(topic)}" for topic in TOPICS
    ]
    for topic in TOPICS:
        actions(window)[f"Help/{title_of(topic)}"].trigger()
        [shown] = helps()
        assert title(shown) == chosen(shown) == title_of(topic)


def test_search_help_lets_words_be_typed_at_once(qtbot: QtBot, window: MainWindow) -> None:
    actions(window)["Help/Search help…"].trigger()
    [shown] = helps()
    qtbot.wait_until(shown.isActiveWindow)
    focused = QApplication.focusWidget()
    assert focused
    QTest.keyClicks(focused, "e.164")
    assert title_of("phone") in listed(shown)
    press(Qt.Key.Key_Return, NONE)
    assert QApplication.focusWidget() is view_of(shown)


def test_escape_closes_it_and_it_comes_back_as_it_was(qtbot: QtBot, window: MainWindow) -> None:
    shown = open_help(qtbot, window)
    shown.resize(700, 500)
    press(Qt.Key.Key_Escape, NONE)
    assert not helps()
    assert open_help(qtbot, window) is shown
    press(Qt.Key.Key_W)
    assert not helps()


def test_its_size_is_remembered_for_the_next_run(qtbot: QtBot, tmp_path: Path) -> None:
    before = open_help(qtbot, first := opened(qtbot, tmp_path))
    before.resize(777, 555)
    qtbot.wait_until(lambda: (before.width(), before.height()) == (777, 555))
    first.close()
    assert not helps()
    after = open_help(qtbot, opened(qtbot, tmp_path))
    assert (after.width(), after.height()) == (777, 555)


def test_the_main_window_goes_on_beside_it(qtbot: QtBot, window: MainWindow) -> None:
    shown = open_help(qtbot, window)
    assert not shown.isModal()
    window.new_customer()
    assert said(window)
    window.close()
    assert not helps()


# How it is searched


@pytest.mark.parametrize("words", ["authkey", "AuthKey", "lower-cased", "secret keyring", "Ctrl+Q"])
def test_the_topics_with_all_words_are_listed_and_the_words_marked(
    qtbot: QtBot, window: MainWindow, words: str
) -> None:
    shown = open_help(qtbot, window)
    search_for(shown, words)
    written = {topic: text_of(topic).lower() for topic in TOPICS}
    for action in (*actions(window).values(), *shown.actions()):
        keys = [each.toString() for each in action.shortcuts()]
        written["keyboard"] += f"{keys} {action.text() if keys else ''}".lower()
    have = [
        topic for topic in TOPICS if all(word in written[topic] for word in words.lower().split())
    ]
    assert have
    assert listed(shown) == [title_of(topic) for topic in have]
    assert title(shown) in listed(shown)
    marked = {each.cursor.selectedText().lower() for each in view_of(shown).extraSelections()}
    assert marked == set(words.lower().split())


def test_a_topic_called_so_comes_before_one_that_says_so(qtbot: QtBot, window: MainWindow) -> None:
    shown = open_help(qtbot, window, "keyboard")
    search_for(shown, "privacy kept")
    assert title(shown) == title_of("privacy")


def test_what_stands_in_no_topic_leaves_the_text_alone_and_says_so(
    qtbot: QtBot, window: MainWindow
) -> None:
    shown = open_help(qtbot, window, "phone")
    search_for(shown, "xylophone")
    assert listed(shown) == []
    assert title(shown) == title_of("phone")
    assert any("No topic" in label.text() for label in shown.findChildren(QLabel))
    search_for(shown, "")
    assert listed(shown) == [title_of(topic) for topic in TOPICS]
    assert not view_of(shown).extraSelections()


def test_f1_shows_its_topic_whatever_was_looked_for(qtbot: QtBot, window: MainWindow) -> None:
    shown = open_help(qtbot, window)
    search_for(shown, "xylophone")
    open_help(qtbot, window, "phone")
    assert len(listed(shown)) == len(TOPICS)
    assert chosen(shown) == title(shown) == title_of("phone")


# How it is read


def test_a_link_is_followed_by_key_and_left_again(qtbot: QtBot, window: MainWindow) -> None:
    shown = open_help(qtbot, window, "authkey")
    press(Qt.Key.Key_Tab, NONE)
    press(Qt.Key.Key_Return, NONE)
    qtbot.wait_until(lambda: title(shown) == title_of("clipboard"))
    assert chosen(shown) == title_of("clipboard")
    press(Qt.Key.Key_Left, ALT)
    qtbot.wait_until(lambda: title(shown) == title_of("authkey"))
    assert chosen(shown) == title_of("authkey")
    press(Qt.Key.Key_Right, ALT)
    qtbot.wait_until(lambda: title(shown) == title_of("clipboard"))


def test_the_list_is_gone_through_by_key(qtbot: QtBot, window: MainWindow) -> None:
    shown = open_help(qtbot, window)
    [topics] = shown.findChildren(QListWidget)
    topics.setFocus()
    press(Qt.Key.Key_Down, NONE)
    assert title(shown) == title_of(TOPICS[1])
    press(Qt.Key.Key_F)
    assert QApplication.focusWidget() is shown.findChildren(QLineEdit)[0]


def test_the_keyboard_topic_has_every_shortcut_of_both_windows(
    qtbot: QtBot, window: MainWindow
) -> None:
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
    written = set(re.findall(r"\b(?:Ctrl|Alt)\+[\w+]+", topics + README.replace("Ctrl+C ", "")))
    assert len(written) > 10
    assert written <= keys


# How it looks, and sounds


def test_whatever_takes_the_focus_has_a_name_and_each_letter_is_there_once(
    qtbot: QtBot, window: MainWindow
) -> None:
    shown = open_help(qtbot, window)
    reached = [each for each in shown.findChildren(QWidget) if each.isVisible()]
    reached = [each for each in reached if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert {"Search help", "Topics", "Help text"} <= {name_of(each) for each in reached}
    assert [each for each in reached if not name_of(each)] == []
    texts = [each.text() for each in shown.findChildren(QLabel)]
    texts += [action.text() for action in shown.actions()]
    letters = [letter for text in texts if (letter := QKeySequence.mnemonic(text).toString())]
    assert len(letters) == len(set(letters)) == 3


@pytest.mark.parametrize(
    ("before", "after"), [(Scheme.LIGHT, Scheme.DARK)] * 1 + [(Scheme.DARK, Scheme.LIGHT)]
)
def test_text_links_and_marks_can_be_read_after_a_switch(
    qtbot: QtBot, window: MainWindow, before: Scheme, after: Scheme
) -> None:
    style.apply(before)
    shown = open_help(qtbot, window, "authkey")
    search_for(shown, "secret")
    former = colours(view_of(shown))
    style.apply(after)
    qtbot.wait_until(lambda: not colours(view_of(shown)) & former)
    assert len(colours(view_of(shown))) > 2
    for text, ground in colours(view_of(shown)):
        assert contrast(QColor(text), QColor(ground)) >= ENOUGH


def colours(view: QTextBrowser) -> set[tuple[str, str]]:
    """Return every colour of the text with the ground that it stands on."""
    palette = view.palette()

    def pair(format: QTextCharFormat) -> tuple[str, str]:
        plain, bare = format.foreground(), format.background()
        text = palette.text() if plain.style() is Qt.BrushStyle.NoBrush else plain
        ground = palette.base() if bare.style() is Qt.BrushStyle.NoBrush else bare
        return text.color().name(), ground.color().name()

    found = {pair(each.format) for each in view.extraSelections()}
    block = view.document().begin()
    while block.isValid():
        found |= {pair(each.format) for each in block.textFormats()}
        block = block.next()
    return found


@pytest.mark.parametrize("topic", TOPICS)
def test_no_topic_needs_to_be_scrolled_sideways(
    qtbot: QtBot, window: MainWindow, topic: str
) -> None:
    shown = open_help(qtbot, window, topic)
    shown.resize(760, 520)
    qtbot.wait_until(lambda: shown.width() == 760)
    assert not view_of(shown).horizontalScrollBar().maximum()
    for each in shown.findChildren(QAbstractButton):
        if each.isVisible():
            assert each.width() >= each.minimumSizeHint().width()
