"""Which picture says at a glance what an action does?"""

from functools import cache

from PySide6.QtGui import QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QMenu

from reamaze_gui.resources import resource

PICTURES = {
    "New customer": "new",
    "Paste customer": "paste",
    "Save snippet…": "save",
    "Try in browser": "browser",
    "Copy address": "copy",
    "Undo": "undo",
    "Copy snippet": "copy",
    "Copy authkey": "copy",
    "Show secret": "show",
    "Paste page": "paste",
    "Open file…": "open",
    "Copy console command": "copy",
    "Copy report": "copy",
    "Load into Build": "load",
    "Diagnose": "diagnose",
}
"""The file in resources/icons for an action, by its text in the menus."""

_ENLARGED = (1, 2, 3)  # times, for screens of every density


def draw(menu: QMenu) -> None:
    """Give the actions of a menu their pictures, in the colours in use."""
    palette, size = QApplication.palette(), menu.fontMetrics().height()
    for action in menu.actions():
        if name := PICTURES.get(action.text().replace("&", "")):
            action.setIcon(_icon(name, _ink(palette), _ink(palette, disabled=True), size))


def _ink(palette: QPalette, *, disabled: bool = False) -> str:
    group = QPalette.ColorGroup.Disabled if disabled else QPalette.ColorGroup.Active
    return palette.color(group, QPalette.ColorRole.WindowText).name()


@cache
def _icon(name: str, ink: str, disabled: str, size: int) -> QIcon:
    icon = QIcon()
    source = resource(f"icons/{name}.svg").read_text(encoding="utf-8")
    for mode, colour in ((QIcon.Mode.Normal, ink), (QIcon.Mode.Disabled, disabled)):
        for times in _ENLARGED:
            icon.addPixmap(_drawn(source.replace("currentColor", colour), size, times), mode)
    return icon


def _drawn(source: str, size: int, times: int) -> QPixmap:
    side = size * times
    sized = source.replace("<svg ", f'<svg width="{side}" height="{side}" ', 1)
    pixmap = QPixmap()
    pixmap.loadFromData(sized.encode(), "SVG")
    pixmap.setDevicePixelRatio(times)
    return pixmap
