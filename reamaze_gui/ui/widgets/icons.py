"""Draws the icons of resources/icons in the theme's colours."""

from functools import cache

from PySide6.QtGui import QGuiApplication, QIcon, QPixmap

from reamaze_gui.resources import resource
from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.widgets.style import ICON


def icon(name: str, colour: str = "") -> QIcon:
    """Return an icon, sharp on every screen; the colour defaults to that of text."""
    made = QIcon()
    for times in {screen.devicePixelRatio() for screen in QGuiApplication.screens()}:
        made.addPixmap(picture(name, colour or style.theme().text, times=times))
        made.addPixmap(picture(name, style.theme().muted, times=times), QIcon.Mode.Disabled)
    return made


@cache
def picture(name: str, colour: str, size: int = ICON, times: float = 1) -> QPixmap:
    """Return an icon as a pixmap for a screen with a device pixel ratio of `times`."""
    side = round(size * times)
    source = resource(f"icons/{name}.svg").read_text(encoding="utf-8")
    tinted = source.replace("currentColor", colour)
    sized = tinted.replace("<svg ", f'<svg width="{side}" height="{side}" ', 1)
    pixmap = QPixmap()
    pixmap.loadFromData(sized.encode(), "SVG")
    pixmap.setDevicePixelRatio(times)
    return pixmap
