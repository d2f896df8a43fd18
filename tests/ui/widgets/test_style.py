"""Everything can be read in light and dark, and follows a switch between them at once."""

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QRadioButton, QToolButton
from pytestqt.qtbot import QtBot

from reamaze_gui.ui.widgets import appearance, style
from reamaze_gui.ui.widgets.style import DARK, LIGHT, Scheme, Theme
from reamaze_gui.ui.window.main_window import MainWindow
from tests.states import STATES, opened_in, unsaved

ENOUGH = 4.5  # WCAG 2.2, success criterion 1.4.3
SHAPE = 3.0  # success criterion 1.4.11
THEMES = {"light": LIGHT, "dark": DARK}
SWITCHES = [(Scheme.LIGHT, Scheme.DARK), (Scheme.DARK, Scheme.LIGHT)]

pytestmark = pytest.mark.usefixtures("still_cursor")


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast ratio of WCAG 2.2, from 1 to 21."""
    darker, lighter = sorted(map(luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: QColor) -> float:
    """Return the relative luminance of WCAG 2.2, from 0 to 1."""
    shares = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def opened(qtbot: QtBot) -> MainWindow:
    window = opened_in(STATES["build-problems"], unsaved())
    qtbot.add_widget(window)
    window.say("Said.")
    return window


def picture(window: MainWindow) -> QImage:
    return window.grab().toImage()


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES.keys())
@pytest.mark.parametrize("ground", ["window", "card", "sunken"])
@pytest.mark.parametrize("edge", ["border", "accent", "ring"])
def test_the_edge_of_a_control_can_be_seen(theme: Theme, ground: str, edge: str) -> None:
    assert contrast(QColor(getattr(theme, edge)), QColor(getattr(theme, ground))) >= SHAPE


@pytest.mark.parametrize(("before", "after"), SWITCHES)
def test_a_switch_looks_as_if_the_program_had_started_so(
    qtbot: QtBot, before: Scheme, after: Scheme
) -> None:
    appearance.apply(after)
    expected = picture(opened(qtbot))
    appearance.apply(before)
    window = opened(qtbot)
    assert picture(window) != expected
    appearance.apply(after)

    def looks_the_same() -> None:
        assert picture(window) == expected

    qtbot.wait_until(looks_the_same)


def test_like_the_system_is_light_where_the_desktop_tells_nothing() -> None:
    appearance.apply(Scheme.DARK)
    assert style.theme() is DARK
    appearance.apply(Scheme.SYSTEM)
    assert QGuiApplication.styleHints().colorScheme().name != "Dark"
    assert style.theme() is LIGHT


def test_all_that_is_clicked_is_tall_enough_to_hit(qtbot: QtBot) -> None:
    window = opened(qtbot)
    heights = {
        button.height()
        for button in window.findChildren(QAbstractButton)
        if button.isVisible() and not isinstance(button, QRadioButton)
    }
    assert min(heights) >= 24  # pixels: WCAG 2.2, success criterion 2.5.8


def test_the_buttons_of_a_file_dialog_show_their_icons(qtbot: QtBot) -> None:
    appearance.apply(Scheme.LIGHT)
    dialog = QFileDialog(options=QFileDialog.Option.DontUseNativeDialog)
    qtbot.add_widget(dialog)
    with qtbot.wait_exposed(dialog):
        dialog.show()
    buttons = [each for each in dialog.findChildren(QToolButton) if each.isVisible()]
    assert len(buttons) >= 5
    for button in buttons:
        left = button.width() - 2 * (style.CLOSE + style.HAIRLINE)
        assert left >= button.iconSize().width()
        drawn = button.grab().toImage()
        ratio = drawn.devicePixelRatio()
        middle = [int(each * ratio) // 2 for each in button.size().toTuple()]
        around = {
            drawn.pixel(middle[0] + x, middle[1] + y) for x in range(-6, 7) for y in range(-6, 7)
        }
        assert len(around) > 3
