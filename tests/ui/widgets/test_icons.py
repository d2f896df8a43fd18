"""The menus' pictures are there, and can be seen in light and dark."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reamaze_gui.core.customer import Customer
from reamaze_gui.core.saved import Saved
from reamaze_gui.ui.widgets import appearance
from reamaze_gui.ui.widgets.icons import PICTURES
from reamaze_gui.ui.widgets.style import Scheme
from reamaze_gui.ui.window.main_window import MainWindow
from tests.customers import keep
from tests.ui.widgets.test_style import ENOUGH, contrast
from tests.windows import actions, open_menus, opened

SCHEMES = (Scheme.LIGHT, Scheme.DARK)
SOON = 120  # seconds for the disk


def with_picture(window: MainWindow) -> dict[str, QIcon]:
    found = {way.split("/")[-1]: each.icon() for way, each in actions(window).items()}
    return {text: icon for text, icon in found.items() if not icon.isNull()}


def inks(icon: QIcon, mode: QIcon.Mode) -> set[str]:
    """Return the colours of the picture that are not see-through."""
    image = icon.pixmap(48, 48, mode).toImage()
    pixels = ((x, y) for x in range(image.width()) for y in range(image.height()))
    colours = (image.pixelColor(*pixel) for pixel in pixels)
    return {QColor(each.rgb()).name() for each in colours if each.alpha() == 255}


def test_every_action_that_is_to_have_a_picture_has_one(window: MainWindow) -> None:
    open_menus(window)
    assert set(with_picture(window)) == set(PICTURES)


def test_a_customer_who_is_called_like_an_action_gets_no_picture(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = keep(tmp_path / "customers.json", Saved("Undo", Customer("1")))
    window = opened(qtbot, tmp_path, customers=path)
    window.customers.customers.refresh()
    window.customers.customers.finish(SOON)
    open_menus(window)
    assert actions(window)["Customers/Undo"].icon().isNull()
    assert not actions(window)["Edit/Undo"].icon().isNull()


@pytest.mark.parametrize("mode", [QIcon.Mode.Normal, QIcon.Mode.Disabled])
def test_pictures_follow_a_switch_between_light_and_dark(
    window: MainWindow, mode: QIcon.Mode
) -> None:
    for scheme in (*SCHEMES, *SCHEMES):
        appearance.apply(scheme)
        open_menus(window)
        ground = QApplication.palette().window().color()
        for text, icon in with_picture(window).items():
            [ink] = inks(icon, mode)
            assert contrast(QColor(ink), ground) >= ENOUGH, text
