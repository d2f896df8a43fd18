"""A topic can be read in light and dark, in a small window, and followed from link to link."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QAbstractButton, QTextBrowser
from pytestqt.qtbot import QtBot

from reamaze_gui.ui.help.help_topics import TOPICS, title_of
from reamaze_gui.ui.widgets import appearance
from reamaze_gui.ui.widgets.style import Scheme
from reamaze_gui.ui.window.main_window import MainWindow
from tests.help import chosen, open_help, search_for, title, view_of
from tests.parts import fragments
from tests.ui.widgets.test_style import ENOUGH, contrast
from tests.windows import ALT, NONE, press


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


@pytest.mark.parametrize(
    ("before", "after"), [(Scheme.LIGHT, Scheme.DARK), (Scheme.DARK, Scheme.LIGHT)]
)
def test_text_links_and_marks_can_be_read_after_a_switch(
    qtbot: QtBot, window: MainWindow, before: Scheme, after: Scheme
) -> None:
    appearance.apply(before)
    shown = open_help(qtbot, window, "authkey")
    search_for(shown, "secret")
    former = colours(view_of(shown))
    appearance.apply(after)
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
    return found | {pair(each.charFormat()) for each in fragments(view.document())}


def test_no_topic_needs_to_be_scrolled_sideways(qtbot: QtBot, window: MainWindow) -> None:
    shown = open_help(qtbot, window)
    shown.resize(760, 520)
    qtbot.wait_until(lambda: shown.width() == 760)
    for topic in TOPICS:
        assert open_help(qtbot, window, topic) is shown
        assert not view_of(shown).horizontalScrollBar().maximum(), topic
    for each in shown.findChildren(QAbstractButton):
        if each.isVisible():
            assert each.width() >= each.minimumSizeHint().width()
