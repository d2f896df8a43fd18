"""Help can be opened, searched and left by key."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from reamaze_gui.resources import resource
from reamaze_gui.ui.help.help_topics import SHORTCUTS, START, TOPICS, title_of, words_in
from reamaze_gui.ui.window.main_window import MainWindow
from tests.help import chosen, helps, listed, open_help, search_for, title, topics_of, view_of
from tests.parts import edit
from tests.windows import NONE, actions, focus_widget, open_menus, opened, press, status

# How it is opened and left


@pytest.mark.parametrize(
    ("field", "topic"), [("Phone", "phone"), ("Email", "fields"), ("SSO secret", "secret")]
)
def test_f1_opens_the_topic_of_the_field(
    qtbot: QtBot, window: MainWindow, field: str, topic: str
) -> None:
    edit(window, field).setEnabled(True)
    edit(window, field).setFocus()
    press(Qt.Key.Key_F1, NONE)
    [shown] = helps()
    qtbot.wait_until(shown.isActiveWindow)
    assert title(shown) == chosen(shown) == title_of(topic)
    assert QApplication.focusWidget() is view_of(shown)


def test_every_topic_is_listed_and_opens_in_one_window(window: MainWindow) -> None:
    window.beside.show_help()
    [shown] = helps()
    for topic in TOPICS:
        window.beside.show_help(topic)
        assert helps() == [shown]
        assert title(shown) == chosen(shown) == title_of(topic)
    assert listed(shown) == [title_of(topic) for topic in TOPICS]


@pytest.mark.parametrize("topic", [START, SHORTCUTS])
def test_the_menu_opens_the_first_steps_and_the_shortcuts(window: MainWindow, topic: str) -> None:
    open_menus(window)
    actions(window)[f"Help/{title_of(topic)}"].trigger()
    [shown] = helps()
    assert title(shown) == chosen(shown) == title_of(topic)


def test_search_help_lets_words_be_typed_at_once(qtbot: QtBot, window: MainWindow) -> None:
    actions(window)["Help/Search help…"].trigger()
    [shown] = helps()
    qtbot.wait_until(shown.isActiveWindow)
    focused = focus_widget()
    QTest.keyClicks(focused, "e.164")
    assert title_of("phone") in listed(shown)
    press(Qt.Key.Key_Down, NONE)
    assert QApplication.focusWidget() is topics_of(shown)
    press(Qt.Key.Key_Return, NONE)
    assert QApplication.focusWidget() is view_of(shown)
    press(Qt.Key.Key_F)
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
    window.build_page.intake.clear()
    assert status(window)
    window.close()
    assert not helps()


# How it is searched


@pytest.mark.parametrize("words", ["authkey", "AuthKey", "secret keyring"])
def test_the_topics_with_all_words_are_listed_and_the_words_marked(
    qtbot: QtBot, window: MainWindow, words: str
) -> None:
    shown = open_help(qtbot, window)
    search_for(shown, words)
    have = [topic for topic in TOPICS if all(begins(word, topic) for word in words_in(words))]
    assert have
    table = title_of("keyboard")  # of which most is made of the actions
    assert {*listed(shown), table} == {title_of(topic) for topic in (*have, "keyboard")}
    assert title(shown) in listed(shown)
    marked = {each.cursor.selectedText().lower() for each in view_of(shown).extraSelections()}
    assert marked == set(words.lower().split())


def begins(word: str, topic: str) -> bool:
    """Tell whether a word begins so in a topic's file: not in the target of a link."""
    source = resource(f"help/{topic}.md").read_text(encoding="utf-8").lower()
    return re.search(rf"(?<!\w){re.escape(word)}", re.sub(r"\]\(.*?\)", "", source)) is not None


TYPED = {
    "shopify": "shopify",
    "liquid": "shopify",
    "wordpress": "shopify",
    "not signed in": "diagnose",
    "Why is the customer not logged in?": "diagnose",
    "no history": "no-history",
    "incognito": "private-windows",
    "excel": "saved-customers",
    "hmac": "authkey",
    "authkey wrong": "diagnose",
    "secret changed": "secret",
    "how do I reset it": "secret",
    "dark mode": "first-steps",
    "chat shows old messages of another person": "private-windows",
}


def test_what_people_type_leads_to_a_topic(qtbot: QtBot, window: MainWindow) -> None:
    shown = open_help(qtbot, window)
    for typed, topic in TYPED.items():
        search_for(shown, typed)
        assert title_of(topic) in listed(shown)[:3], typed


def test_letters_within_words_are_not_found(qtbot: QtBot, window: MainWindow) -> None:
    shown = open_help(qtbot, window)
    search_for(shown, "hopif")
    assert listed(shown) == []


# Words, the topic that was read, and what else has them, from the best.
RANKS = {
    "in its title": ("privacy kept", "keyboard", ["privacy"]),
    "in its title, then in the text": ("browser", "first-steps", ["try-in-browser"]),
    "in a heading, then in the text": ("merchant", "authkey", ["find-secret", "diagnose"]),
}


@pytest.mark.parametrize(("words", "read", "best"), RANKS.values(), ids=RANKS)
def test_a_topic_called_so_comes_before_one_that_says_so(
    qtbot: QtBot, window: MainWindow, words: str, read: str, best: list[str]
) -> None:
    shown = open_help(qtbot, window, read)
    search_for(shown, words)
    assert listed(shown)[: len(best)] == [title_of(topic) for topic in best]
    assert title(shown) == chosen(shown) == title_of(best[0])


def test_a_topic_stays_where_no_other_is_better(qtbot: QtBot, window: MainWindow) -> None:
    shown = open_help(qtbot, window, "secret")
    search_for(shown, "secret")
    assert listed(shown)[0] != title_of("secret")
    assert title(shown) == chosen(shown) == title_of("secret")


def test_what_stands_in_no_topic_leaves_the_text_alone(qtbot: QtBot, window: MainWindow) -> None:
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


def test_the_list_is_gone_through_by_key(qtbot: QtBot, window: MainWindow) -> None:
    shown = open_help(qtbot, window)
    topics_of(shown).setFocus()
    press(Qt.Key.Key_Down, NONE)
    assert title(shown) == title_of(TOPICS[1])
    press(Qt.Key.Key_F)
    assert QApplication.focusWidget() is shown.findChildren(QLineEdit)[0]
