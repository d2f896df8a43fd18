"""Every topic of Help can be found and is true, and every part of the window has a topic."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from reamaze_gui.core.customer import Customer
from reamaze_gui.core.preview import Mode
from reamaze_gui.resources import resource
from reamaze_gui.ui.help import help_topics
from reamaze_gui.ui.help.help_topics import START, TOPICS, text_of, title_of, topic_at
from reamaze_gui.ui.window.main_window import MainWindow
from tests.parts import fragments, name_of, part
from tests.windows import actions, open_menus, opened, visible

WRONG = Customer(" 7", "zoe @example.org", "", "0170 1234567", "example.org/zoe.png")
LEADS_TO = {
    "Account": "find-secret",
    "SSO secret": "secret",
    "Save secret": "secret",
    "Saved customers": "saved-customers",
    "Email": "fields",
    "Phone": "phone",
    "Phone region": "phone",
    Mode.WEAK.value: "weak-sso",
    "Authkey": "authkey",
    "Copy authkey": "clipboard",
    "What was signed": "signed",
    "Snippet": "snippet",
    "Try in browser": "try-in-browser",
}
IN_DIAGNOSE = ("Customer's page", "Paste", "Copy console command", "Also try", "Report")


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    return opened(qtbot, tmp_path, WRONG)


def links(topic: str) -> set[str]:
    """Return where the links of a topic lead, as Qt reads its Markdown."""
    document = QTextDocument()
    document.setMarkdown(text_of(topic))
    return {each.charFormat().anchorHref() for each in fragments(document)} - {""}


def reachable(window: MainWindow) -> list[QWidget]:
    shown = visible(window, QWidget)
    return [each for each in shown if each.focusPolicy() & Qt.FocusPolicy.TabFocus]


def named(window: MainWindow, name: str) -> QWidget:
    shown = (each for each in visible(window, QWidget) if not isinstance(each, QLabel))
    return next(each for each in shown if name_of(each) == name)


# What stands in them


def test_every_file_is_listed_and_every_topic_has_a_file() -> None:
    files = {path.stem for path in resource("help").glob("*.md")}
    assert files == set(TOPICS)
    assert len(TOPICS) == len(set(TOPICS))
    assert {path.suffix for path in resource("help").iterdir()} == {".md"}


def test_a_topic_has_its_title_first_and_is_short() -> None:
    for topic in TOPICS:
        text = text_of(topic)
        assert re.match(r"# \S.*\n\n", text)
        assert text.count("\n# ") == 0
        assert title_of(topic) == text.partition("\n")[0].removeprefix("# ")
        assert len(text.split()) < 350, topic


def test_no_two_topics_have_the_same_title() -> None:
    assert len({title_of(topic) for topic in TOPICS}) == len(TOPICS)


@pytest.mark.usefixtures("qapp")
def test_every_link_leads_to_another_topic_and_none_out_of_the_program() -> None:
    for topic in TOPICS:
        assert links(topic) <= {f"{each}.md" for each in TOPICS if each != topic}, topic


@pytest.mark.usefixtures("qapp")
def test_links_lead_from_the_first_topic_to_all_others() -> None:
    seen, new = set[str](), {START}
    while new:
        seen |= new
        new = {link.removesuffix(".md") for topic in new for link in links(topic)} - seen
    assert seen == set(TOPICS)


def test_what_the_topics_say_of_the_menus_is_there(window: MainWindow) -> None:
    open_menus(window)
    ways = "\n".join(actions(window))
    named = [way for topic in TOPICS for way in re.findall(r"[^*]\*(\w+, [^*]+)\*", text_of(topic))]
    assert len(named) >= 4
    for way in named:
        assert way.replace(", ", "/") in ways


# How the window leads to them


def test_a_part_of_build_leads_to_its_topic(window: MainWindow) -> None:
    assert {name: topic_at(named(window, name)) for name in LEADS_TO} == LEADS_TO


def test_all_of_diagnose_leads_to_what_it_proves(qtbot: QtBot, window: MainWindow) -> None:
    window.switch_to(1)
    window.diagnose_page.input.page.setPlainText("Hello")
    qtbot.wait_until(window.diagnose_page.result.isVisible)
    QTest.mouseClick(named(window, "More to try"), Qt.MouseButton.LeftButton)
    assert {topic_at(named(window, name)) for name in IN_DIAGNOSE} == {"diagnose"}


@pytest.mark.parametrize("label", ["Use +491701234567", "Use https://example.org/zoe.png"])
def test_a_button_that_comes_and_goes_belongs_to_its_field(window: MainWindow, label: str) -> None:
    regions = part(window, QComboBox, "Phone region")
    regions.setCurrentIndex(regions.findData("DE"))
    expected = "phone" if "+" in label else "fields"
    assert topic_at(named(window, label)) == expected


@pytest.mark.parametrize("tab", range(2), ids=["Build", "Diagnose"])
def test_nothing_but_the_tabs_leads_to_the_first_steps(window: MainWindow, tab: int) -> None:
    window.switch_to(tab)
    lost = [each for each in reachable(window) if topic_at(each) == START]
    assert {name_of(each) for each in lost} <= {"Pages", *("Build", "Diagnose")}
    assert len(reachable(window)) > 10


def test_every_name_that_leads_to_a_topic_is_a_name_in_the_window(window: MainWindow) -> None:
    window.switch_to(1)
    names = {each.accessibleName() for each in window.findChildren(QWidget)}
    assert help_topics.TOPIC_OF.keys() <= names
    assert set(help_topics.TOPIC_OF.values()) <= set(TOPICS)


@pytest.mark.usefixtures("qapp")
def test_where_nothing_has_the_focus_the_first_steps_are_told() -> None:
    assert topic_at(None) == START
