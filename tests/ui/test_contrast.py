"""Whatever is written in the window can be read, as it is painted: in every state, light and dark.

What can't be used is held to the same 4.5 as the rest, though WCAG would let it be paler: who is
asked for a secret must be able to read what they typed before.
"""

from collections import Counter
from collections.abc import Iterator
from functools import cache, partial
from itertools import groupby

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QPushButton,
    QStatusBar,
    QStyle,
    QStyleOptionButton,
    QTabBar,
    QTextEdit,
    QToolButton,
    QToolTip,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reamaze_gui.core.snippets import SNIPPETS
from reamaze_gui.ui.build.snippet_view import SnippetView
from reamaze_gui.ui.widgets import appearance, style
from reamaze_gui.ui.widgets.style import RING, Scheme
from reamaze_gui.ui.window.main_window import MainWindow
from tests.event_loop import settle
from tests.parts import blocks, fragments, name_of
from tests.side_states import SIDE_STATES, opened_beside
from tests.states import STATES, opened_in, unsaved
from tests.ui.widgets.test_style import ENOUGH, contrast

SCHEMES = (Scheme.DARK, Scheme.LIGHT)  # the last is the one that stays
FEW = 6
EXPECTED = {
    "build": {"Snippet", "Authkey", "What was signed", "Copy snippet"},
    "more-to-try": {"Customer's page", "Report", "Details", "Reply", "Old secret", "Copy reply"},
}
EDGE = 5  # pixels: what lies this near to the edge of a button is its frame

pytestmark = pytest.mark.usefixtures("still_cursor")


def shown(qtbot: QtBot, name: str) -> MainWindow:
    appearance.apply(SCHEMES[0])
    window = opened_in(STATES[name], unsaved())
    qtbot.add_widget(window)
    window.say("Said.")
    settle()
    return window


def in_both_colours() -> Iterator[Scheme]:
    """Give what is open one colour after the other."""
    for scheme in SCHEMES:
        appearance.apply(scheme)
        settle()
        yield scheme


def legibility(picture: QImage, place: QRect, *, is_shaded: bool) -> float:
    """Return the contrast between the text in a place and the ground that is hardest for it.

    Ground is what most of the place shows, and the edge of it, where it is shaded; text is what
    stands out most from that: of every letter a pixel or more has the very colour of the text.
    """
    part = picture.copy(place.intersected(picture.rect()))
    plain = part.convertToFormat(QImage.Format.Format_RGB32)
    pixels = memoryview(plain.constBits()).cast("I")
    inks = Counter(pixels)
    [(usual, _)] = inks.most_common(1)
    edge = set(pixels[:: plain.width()]) if is_shaded else set()
    text = max(inks, key=partial(between, usual))
    return min(between(ground, text) for ground in {usual, *edge})


@cache
def between(one: int, other: int) -> float:
    """Return the contrast between two pixels."""
    return contrast(QColor(one), QColor(other))


def painted(widget: QWidget) -> QImage:
    """Return a widget with what stands behind it: grabbed alone, it would get a ground."""
    behind = widget.parentWidget()
    assert behind
    return behind.grab(widget.geometry()).toImage()


def text_places(widget: QWidget) -> Iterator[QRect]:
    """Yield where a widget writes, as far as it holds one line at a time."""
    if isinstance(widget, QTabBar):
        yield from (widget.tabRect(tab).adjusted(9, 9, -9, -5) for tab in range(widget.count()))
    elif isinstance(widget, QMenuBar):
        actions = widget.actions()
        yield from (widget.actionGeometry(each).adjusted(1, 1, -1, -2) for each in actions)
    elif isinstance(widget, QHeaderView):
        sections = range(widget.count())
        places = (widget.sectionViewportPosition(each) for each in sections)
        size = QSize(widget.sectionSize(0) // 2, widget.height() - EDGE)
        yield from (QRect(QPoint(x + 1, 2), size) for x in places)
    elif isinstance(widget, QComboBox):
        arrow = widget.height()
        yield widget.rect().adjusted(3, EDGE, -arrow, -EDGE)
    elif isinstance(widget, QAbstractButton):
        option = QStyleOptionButton()
        option.initFrom(widget)
        is_mark = widget.inherits("QRadioButton")
        element = QStyle.SubElement.SE_RadioButtonContents
        inner = widget.rect().adjusted(EDGE, EDGE, -EDGE, -EDGE)
        yield widget.style().subElementRect(element, option, widget) if is_mark else inner
    elif isinstance(widget, QLineEdit):
        yield widget.rect().adjusted(2, EDGE, -2, -EDGE)
    elif isinstance(widget, QLabel | QStatusBar):
        yield widget.rect()


def is_written(widget: QWidget) -> bool:
    if isinstance(widget, QLineEdit):
        text = widget.text() or widget.placeholderText()
        return bool(text) and text.isprintable() and not widget.hasFocus()
    if isinstance(widget, QComboBox):
        return bool(widget.currentText()) and not widget.isEditable()
    return bool(widget.text()) if isinstance(widget, QLabel | QAbstractButton) else True


@pytest.mark.parametrize("name", STATES)
def test_what_is_painted_can_be_read(qtbot: QtBot, name: str) -> None:
    window = shown(qtbot, name)
    for scheme in in_both_colours():
        window.say("Said.")  # again, since it goes within seconds
        assert len(list(read(window))) > 15, scheme
        reports = [each for each in window.findChildren(QTextEdit) if each.isVisible()]
        assert reports or name not in REPORTS
        for view in reports:
            assert [*too_faint(view)] == [], scheme


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize("name", SIDE_STATES)
def test_what_is_painted_beside_the_main_window_can_be_read(name: str) -> None:
    appearance.apply(SCHEMES[0])
    with opened_beside(name) as window:
        for scheme in in_both_colours():
            assert list(read(window)), scheme


def read(window: QWidget) -> Iterator[QRect]:
    """Yield each place in a window at which something is written that can be read."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or not widget.height() or not is_written(widget):
            continue
        picture = painted(widget.viewport() if isinstance(widget, QHeaderView) else widget)
        is_shaded = isinstance(widget, QPushButton | QToolButton | QTabBar | QHeaderView)
        for place in text_places(widget):
            label = widget.accessibleName() or getattr(widget, "text", str)()
            assert legibility(picture, place, is_shaded=is_shaded) >= ENOUGH, (label, widget)
            yield place


@pytest.mark.parametrize("name", ["build-empty", "diagnose-empty"])
def test_what_is_painted_into_an_empty_field_can_be_read(qtbot: QtBot, name: str) -> None:
    window = shown(qtbot, name)
    [edit] = [each for each in window.findChildren(QPlainTextEdit) if each.isVisible()]
    read_each_line(edit)


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize(("name", "lines"), [("customers-empty", 2), ("customers-not-found", 1)])
def test_what_is_painted_into_an_empty_list_can_be_read(name: str, lines: int) -> None:
    with opened_beside(name) as window:
        [view] = window.findChildren(QTreeView)
        read_each_line(view, 1 + lines)


def read_each_line(view: QAbstractScrollArea, icon_and_lines: int = 4) -> None:
    """Assert that an icon and so many lines of text, or more, can be read."""
    for _ in in_both_colours():
        picture = view.grab(view.viewport().geometry()).toImage()
        places = [*lines_in(picture)]
        assert len(places) >= icon_and_lines
        for place in places:
            assert legibility(picture, place, is_shaded=False) >= ENOUGH, place


def lines_in(picture: QImage) -> Iterator[QRect]:
    """Yield the places of lines: rows with ink, between rows that have none."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    pixels, width = memoryview(plain.constBits()).cast("I"), plain.width()
    inked = [len({*pixels[y * width : y * width + width]}) > 1 for y in range(plain.height())]
    for is_ink, rows in groupby(range(plain.height()), key=inked.__getitem__):
        if is_ink:
            top, *more = rows
            yield QRect(0, top, width, 1 + len(more))


@pytest.mark.parametrize("name", ["build", "more-to-try", "keyring-typed", "first-start"])
def test_a_ring_is_painted_round_everything_that_takes_the_focus(qtbot: QtBot, name: str) -> None:
    window = shown(qtbot, name)
    for _ in in_both_colours():
        seen = ringed(window)
        assert len(seen) >= FEW
        assert seen >= EXPECTED.get(name, set())


def ringed(window: MainWindow) -> set[str]:
    """Return the names of what takes the focus, each of which must then have a ring."""
    theme, seen = style.theme(), set()
    window.setFocus()
    for widget in window.findChildren(QWidget):
        takes_it = widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and widget.isVisible()
        if not takes_it or not widget.isEnabled() or isinstance(widget.parent(), QComboBox):
            continue
        before = painted(widget)
        widget.setFocus(Qt.FocusReason.OtherFocusReason)  # Tab would select what is in a field
        settle()
        if widget.hasFocus():
            after = painted(widget)
            inks = [QColor(each).rgb() for each in (theme.accent, theme.ring, theme.text)]
            more = max(at_the_edge(after, ink) - at_the_edge(before, ink) for ink in inks)
            assert more >= min(widget.width(), widget.height()), (name_of(widget), more)
            seen.add(name_of(widget))
    return seen


def at_the_edge(picture: QImage, ink: int) -> int:
    """Return how many pixels at the very edge have that colour."""
    columns, rows = picture.width(), picture.height()
    at_top_and_bottom = ((x, y) for x in range(columns) for y in (*range(RING), rows - 1))
    at_the_sides = ((x, y) for y in range(RING, rows - 1) for x in (*range(RING), columns - 1))
    return sum(picture.pixel(*each) == ink for each in (*at_top_and_bottom, *at_the_sides))


def test_every_colour_of_every_format_can_be_read(qtbot: QtBot) -> None:
    window = shown(qtbot, "build")
    [view] = window.findChildren(SnippetView)
    for _ in in_both_colours():
        inks = set()
        for snippet in SNIPPETS:
            window.build_page.choose_format(snippet.name)
            for block in blocks(view.document()):
                formats = block.layout().formats()
                inks |= {each.format.foreground().color().rgb() for each in formats}
        assert len(inks) > 5
        for ground in (view.palette().base().color(), view.viewport().palette().base().color()):
            assert min(contrast(QColor(ink), ground) for ink in inks) >= ENOUGH


REPORTS = [name for name in STATES if name.startswith("diagnose") and name != "diagnose-empty"]


def too_faint(report: QTextEdit) -> Iterator[str]:
    """Yield what of a report has a colour that can't be read on its ground."""
    for each in fragments(report.document()):
        ink = each.charFormat().foreground().color()
        grounds = _grounds(report, each.position(), ink)
        if any(contrast(ink, ground) < ENOUGH for ground in grounds):
            yield each.text()


def _grounds(view: QTextEdit, position: int, ink: QColor) -> list[QColor]:
    """Return what may stand behind a character: of the headline its tone, else that of a card."""
    theme = style.theme()
    if view.document().frameAt(position) not in view.document().rootFrame().childFrames()[:1]:
        return [QColor(theme.card)]
    own = [theme.tinted[tone] for tone, colour in theme.tones.items() if QColor(colour) == ink]
    return [QColor(each) for each in own or theme.tinted.values()]


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.name.lower())
def test_selections_menus_and_tool_tips_can_be_read(qtbot: QtBot, scheme: Scheme) -> None:
    appearance.apply(scheme)
    menu, edit = QMenu(), QPlainTextEdit()
    qtbot.add_widget(menu)
    qtbot.add_widget(edit)
    for palette in (menu.palette(), edit.palette(), QToolTip.palette()):
        for group in (palette.ColorGroup.Active, palette.ColorGroup.Inactive):
            roles = {
                palette.ColorRole.HighlightedText: palette.ColorRole.Highlight,
                palette.ColorRole.ToolTipText: palette.ColorRole.ToolTipBase,
                palette.ColorRole.WindowText: palette.ColorRole.Window,
                palette.ColorRole.PlaceholderText: palette.ColorRole.Base,
            }
            for text, ground in roles.items():
                colours = palette.color(group, text), palette.color(group, ground)
                assert contrast(*colours) >= ENOUGH, (text, ground)
