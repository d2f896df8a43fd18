"""The icons can be seen in light and dark."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QAbstractButton, QApplication

import reamaze_gui
from reamaze_gui.resources import resource
from reamaze_gui.ui.widgets import appearance
from reamaze_gui.ui.widgets.style import SMALLEST, Scheme
from reamaze_gui.ui.window.main_window import MainWindow
from tests.event_loop import settle
from tests.ui.widgets.test_style import SHAPE, contrast
from tests.windows import actions, open_menus

SCHEMES = (Scheme.LIGHT, Scheme.DARK)


def with_icon(window: MainWindow) -> dict[str, QIcon]:
    found = {each.accessibleName(): each.icon() for each in window.findChildren(QAbstractButton)}
    return {name: icon for name, icon in found.items() if name and not icon.isNull()}


def inks(icon: QIcon, mode: QIcon.Mode) -> set[str]:
    """Return the colours of the picture that are not see-through."""
    image = icon.pixmap(48, 48, mode).toImage()
    pixels = ((x, y) for x in range(image.width()) for y in range(image.height()))
    colours = (image.pixelColor(*pixel) for pixel in pixels)
    return {QColor(each.rgb()).name() for each in colours if each.alpha() == 255}


@pytest.mark.parametrize("mode", [QIcon.Mode.Normal, QIcon.Mode.Disabled])
def test_icons_follow_a_switch_between_light_and_dark(window: MainWindow, mode: QIcon.Mode) -> None:
    window.resize(*SMALLEST)
    settle()
    for scheme in (*SCHEMES, *SCHEMES):
        appearance.apply(scheme)
        ground = QApplication.palette().window().color()
        shown = with_icon(window)
        assert {"Saved customers", "Show secret"} <= shown.keys()
        for name, icon in shown.items():
            [ink] = inks(icon, mode)
            assert contrast(QColor(ink), ground) >= SHAPE, name


def test_no_entry_of_a_menu_has_an_icon_since_not_every_one_could(window: MainWindow) -> None:
    open_menus(window)
    assert all(each.icon().isNull() for each in actions(window).values())


def test_every_icon_that_is_shipped_is_shown() -> None:
    package = Path(reamaze_gui.__file__).parent
    code = "".join(path.read_text(encoding="utf-8") for path in package.rglob("*.py"))
    names = {path.stem for path in resource("icons").glob("*.svg")}
    assert names
    assert {name for name in names if f'"{name}"' not in code} == set()
