"""The icons of resources/icons, drawn in the colours in use."""

from functools import cache

from PySide6.QtGui import QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from reamaze_gui.resources import resource
from reamaze_gui.ui.widgets.style import ICON

_ENLARGED = (1, 2, 3)  # times, for screens of every density


def icon(name: str, colour: str = "") -> QIcon:
    """Return an icon; without a colour, in that of text."""
    palette = QApplication.palette()
    ink = colour or palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.WindowText).name()
    grey = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText).name()
    return _icon(name, ink, grey)


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


@cache
def _icon(name: str, ink: str, grey: str) -> QIcon:
    made = QIcon()
    for mode, colour in ((QIcon.Mode.Normal, ink), (QIcon.Mode.Disabled, grey)):
        for times in _ENLARGED:
            made.addPixmap(picture(name, colour, times=times), mode)
    return made
