"""How does everything look: colours for light and dark, spacing, type?"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

# Pixels at 100 %.
SPACE = 8  # between things that belong together
GAP = 16  # between things that do not
CLOSE = 2  # between what is read as one
CELL = 4  # round what stands in a table
HAIRLINE = 1
WINDOW = (1080, 700)  # as it is first opened
CRASH_WINDOW = (640, 400)
ABOUT_WINDOW = (560, 380)
HELP_WINDOW = (920, 640)
CUSTOMERS_WINDOW = (720, 540)
TROUBLES_WINDOW = (560, 300)  # what of a table was not imported
SMALLEST = (760, 520)  # in which everything fits at the usual size of text, or can be scrolled to
LEAST_CONTENT = (728, 400)  # of the smallest window: what is left for all but menus and status
LEAST_FORM = (430, 68)  # in this width every sentence fits in two lines beside its fix

# Times the size of the text.
SMALL = 0.93
HEADLINE = 1.25

LINE = 120  # percent of the height of the text, from line to line where there is much to read

NAME_IN_STATUS = 24  # letters of an account's or a customer's, in the smallest status line

SHARES = (4, 5)  # of the width, for what is put in and what comes out


class Scheme(Enum):
    """The user's choice of colours; SYSTEM follows the desktop where it tells."""

    SYSTEM = "Like the system"
    LIGHT = "Light"
    DARK = "Dark"


class Tone(Enum):
    """What a text means, which its colour repeats (its words say it too)."""

    MUTED = "muted"
    GOOD = "good"
    WARNING = "warning"
    PROBLEM = "problem"


class Ink(Enum):
    """What a piece of a snippet is, for its colour."""

    TAG = "tag"
    NAME = "name"
    KEYWORD = "keyword"
    STRING = "string"
    NUMBER = "number"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one scheme; every text has a contrast of at least 4.5 to its ground."""

    window: str
    base: str
    button: str
    border: str
    text: str
    placeholder: str
    accent: str
    on_accent: str
    primary: str  # button, before the style lightens it
    tones: dict[Tone, str]
    grounds: dict[Tone, str]  # of what is said in that tone, where it is said loudly
    inks: dict[Ink, str]


LIGHT = Theme(
    window="#f6f7f9",
    base="#ffffff",
    button="#fbfcfd",
    border="#b9c0c9",
    text="#1c2024",
    placeholder="#667080",
    accent="#1f5fd0",
    on_accent="#ffffff",
    primary="#163d82",
    tones={
        Tone.MUTED: "#596373",
        Tone.GOOD: "#1a7032",
        Tone.WARNING: "#865100",
        Tone.PROBLEM: "#b3261e",
    },
    grounds={
        Tone.MUTED: "#eceff3",
        Tone.GOOD: "#e3f4e7",
        Tone.WARNING: "#fdf1d8",
        Tone.PROBLEM: "#fdeae8",
    },
    inks={
        Ink.TAG: "#22577a",
        Ink.NAME: "#5b3fa8",
        Ink.KEYWORD: "#a3265e",
        Ink.STRING: "#1a6b3c",
        Ink.NUMBER: "#8a4b00",
        Ink.COMMENT: "#5f6b7a",
    },
)

DARK = Theme(
    window="#1e2125",
    base="#30353d",
    button="#3c424a",
    border="#4a515b",
    text="#e8eaed",
    placeholder="#abb3bf",
    accent="#7fb0ff",
    on_accent="#0d1b33",
    primary="#7fb0ff",
    tones={
        Tone.MUTED: "#a6aeba",
        Tone.GOOD: "#6fcf85",
        Tone.WARNING: "#f0b35a",
        Tone.PROBLEM: "#ff8f85",
    },
    grounds={
        Tone.MUTED: "#2a2e34",
        Tone.GOOD: "#173322",
        Tone.WARNING: "#3b2d12",
        Tone.PROBLEM: "#421f1e",
    },
    inks={
        Ink.TAG: "#8ec5ea",
        Ink.NAME: "#c3a9ff",
        Ink.KEYWORD: "#ff9ac2",
        Ink.STRING: "#8fd8a5",
        Ink.NUMBER: "#f5be7a",
        Ink.COMMENT: "#a0a8b4",
    },
)


def apply(scheme: Scheme) -> None:
    """Give the whole application the colours of a scheme."""
    hints = QGuiApplication.styleHints()
    if scheme is Scheme.SYSTEM:
        hints.unsetColorScheme()
        dark = hints.colorScheme() is Qt.ColorScheme.Dark
    else:
        dark = scheme is Scheme.DARK
        hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)
    colours = DARK if dark else LIGHT
    palette = _palette(colours)
    QApplication.setPalette(palette)
    # Fusion makes the ring of a radio button from the window's colour: too faint to be seen.
    palette.setColor(QPalette.ColorRole.Window, QColor(colours.placeholder))
    QApplication.setPalette(palette, "QRadioButton")  # type: ignore[arg-type]  # it takes no bytes


def theme() -> Theme:
    """Return the colours in use."""
    return DARK if QApplication.palette().window().color().lightness() < 128 else LIGHT  # noqa: PLR2004 - the middle


def small(font: QFont) -> QFont:
    """Return the font for what explains: a little smaller than the font for what is read first."""
    smaller = QFont(font)
    smaller.setPointSizeF(font.pointSizeF() * SMALL)
    return smaller


def wide(widget: QWidget, letters: int) -> int:
    """Return how wide, in pixels, so many letters are in the widget's font."""
    return letters * widget.fontMetrics().averageCharWidth()


def room(widget: QWidget) -> int:
    """Return how tall, in pixels, something must be to be hit and read with ease."""
    return widget.fontMetrics().height() + GAP - CLOSE


def make_see_through(field: QLineEdit) -> None:
    """Show what can be selected, and not typed over, as if it stood on the window itself."""
    palette = field.palette()
    palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
    field.setPalette(palette)


def give_room(widget: QWidget) -> None:
    """Make all that is clicked or typed into, in a widget's layout, tall enough.

    What a splitter, a scroll area or a tab holds is in no layout: give it room by itself. Children
    are not looked for, since PySide would make a class for each kind that Qt's own widgets have.
    """
    for inner in _laid_out(widget.layout()):
        if isinstance(inner, QLineEdit | QPushButton | QToolButton | QComboBox):
            inner.setMinimumHeight(room(inner))
        else:
            give_room(inner)


def _laid_out(layout: QLayout | None) -> Iterator[QWidget]:
    """Yield the widgets of a layout, and of the layouts in it."""
    if not layout:
        return
    for item in map(layout.itemAt, range(layout.count())):
        if item and (widget := item.widget()):
            yield widget
        elif item:
            yield from _laid_out(item.layout())


def keep_legible(window: QWidget, letters: int) -> None:
    """Let a window be no narrower than so many letters, and as tall as its sentences are then."""
    width, layout = wide(window, letters), window.layout()
    tall = layout.totalHeightForWidth(width) if layout else 0
    window.setMinimumSize(width, max(tall, window.minimumSizeHint().height()))


def monospace() -> QFont:
    """Return the system's font for code."""
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)


def _palette(theme: Theme) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette(QColor(theme.button), QColor(theme.window))
    colours = {
        role.Window: theme.window,
        role.Base: theme.base,
        role.AlternateBase: theme.window,
        role.ToolTipBase: theme.base,
        role.Button: theme.button,
        role.Mid: theme.border,
        role.WindowText: theme.text,
        role.Text: theme.text,
        role.ButtonText: theme.text,
        role.ToolTipText: theme.text,
        role.PlaceholderText: theme.placeholder,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.on_accent,
        role.Accent: theme.accent,
        role.Link: theme.accent,
    }
    for each, colour in colours.items():
        palette.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, QColor(theme.placeholder))
    palette.setColor(QPalette.ColorGroup.Disabled, role.Button, QColor(theme.window))
    return palette
