"""The icons of resources/icons, drawn in the colours in use."""

from functools import cache

from PySide6.QtGui import QGuiApplication, QIcon, QPixmap

from reamaze_gui.resources import resource
from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.widgets.style import ICON


def icon(name: str, colour: str = "") -> QIcon:
    """Return an icon, sharp on the screens that are there; without a colour, in that of text."""
    made = QIcon()
    for times in {screen.devicePixelRatio() for screen in QGuiApplication.screens()}:
        made.addPixmap(picture(name, colour or style.theme().text, times=times))
        made.addPixmap(picture(name, style.theme().muted, times=times), QIcon.Mode.Disabled)
    return made


@cache
def picture(name: str, colour: str, size: int = ICON, times: float = 1) -> QPixmap:
    """Return an icon as a picture for a screen on which everything is enlarged so many times."""
    side = round(size * times)
    source = resource(f"icons/{name}.svg").read_text(encoding="utf-8")
    tinted = source.replace("currentColor", colour)
    sized = tinted.replace("<svg ", f'<svg width="{side}" height="{side}" ', 1)
    pixmap = QPixmap()
    pixmap.loadFromData(sized.encode(), "SVG")
    pixmap.setDevicePixelRatio(times)
    return pixmap
