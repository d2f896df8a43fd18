"""The one place for looks: colours for light and dark, distances, sizes, type."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QMargins, QObject, QSize, Signal
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QPlainTextEdit,
    QWidget,
)

# Pixels at 100 %.
TIGHT = 4  # between what is read as one, and round what stands in a table
SPACE = 8  # between things that belong together
ROOMY = 12
GAP = 16  # between things that do not, and inside a card
WIDE = 24
CLOSE = 2
CELL = TIGHT
HAIRLINE = 1
RING = 2  # round what has the focus
RADIUS_FIELD = 6
RADIUS_CODE = 8
RADIUS_CARD = 10
CONTROL = 32  # tall, at the usual size of text
HEADER = 52
TITLE_BAR = 32  # that a desktop puts above a window; QStyle could tell, but takes 6 ms to load
FORM = 376  # wide, of the card with the customer
FIRST_START = 440  # wide, of the card that a new user sees
ICON = 16
EMBLEM = 48  # the icon of the program
FLAT = HAIRLINE + TIGHT + CLOSE  # from the edge of a flat button to its words
BAR = 12  # of a scroll bar, its margins included
REPLY_LINES = 8  # that are seen at least
WINDOW = (1080, 700)  # as it is first opened
CRASH_WINDOW = (640, 400)
ABOUT_WINDOW = (560, 420)
HELP_WINDOW = (920, 640)
CUSTOMERS_WINDOW = (720, 540)
TROUBLES_WINDOW = (560, 300)  # what of a table was not imported
SMALLEST = (760, 520)  # in which everything fits at the usual size of text, or can be scrolled to
LEAST_CONTENT = (728, 400)  # of the smallest window: what is left for all but menus and status
LEAST_RESULT = (200, 120)  # of the report and the reply, which are scrolled in it

BODY = 13  # pixels that the usual text has at least

# Times the size of the text.
SMALL = 12 / 13
TITLE = 15 / 13

HEADINGS = {1: 2, 2: 1}  # of Help, by level: so many of Qt's steps above the usual size
LINE = 120  # percent of the height of the text, from line to line where there is much to read

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
    """The colours of one scheme.

    Every text has a contrast of at least 4.5 to its ground; what shows where a control begins
    (`border`) or that it has the focus (`accent`) has at least 3. A `line` only parts.
    """

    window: str
    card: str
    sunken: str  # behind what can be read and not typed
    line: str
    border: str
    handle: str  # of a scroll bar, which only shows how far one is
    text: str
    muted: str
    accent: str
    on_accent: str
    accent_strong: str  # while it is pressed, or the mouse is over it
    soft: str  # behind what is chosen
    tones: dict[Tone, str]
    grounds: dict[Tone, str]  # of what is said in that tone, where it is said loudly
    inks: dict[Ink, str]


LIGHT = Theme(
    window="#f6f7f9",
    card="#ffffff",
    sunken="#f9fafb",
    line="#dfe3e8",
    border="#858d99",
    handle="#c2c8d0",
    text="#1c2024",
    muted="#5b6472",
    accent="#1f5fd0",
    on_accent="#ffffff",
    accent_strong="#184ba6",
    soft="#e8f0fe",
    tones={
        Tone.MUTED: "#5b6472",
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
    window="#16181c",
    card="#1f2227",
    sunken="#1a1d21",
    line="#31363e",
    border="#6f7784",
    handle="#454c56",
    text="#e8eaed",
    muted="#a3abb7",
    accent="#7fb0ff",
    on_accent="#0b1a33",
    accent_strong="#a6c8ff",
    soft="#1d2b45",
    tones={
        Tone.MUTED: "#a3abb7",
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


class _Colours(QObject):
    """Signals: `changed` once others are in use, for what Qt does not draw anew by itself."""

    changed = Signal()


COLOURS = _Colours()


def theme() -> Theme:
    """Return the colours in use."""
    return DARK if QApplication.palette().window().color().lightness() < 128 else LIGHT  # noqa: PLR2004 - the middle


def small(font: QFont) -> QFont:
    """Return the font for what explains: a little smaller than the font for what is read first."""
    return sized(font, SMALL)


def title(font: QFont) -> QFont:
    """Return the font for the title of a card."""
    larger = sized(font, TITLE)
    larger.setWeight(QFont.Weight.DemiBold)
    return larger


def semibold(font: QFont) -> QFont:
    """Return the font for what stands out of its row."""
    bolder = QFont(font)
    bolder.setWeight(QFont.Weight.DemiBold)
    return bolder


def set_tone(widget: QWidget, tone: Tone | None) -> None:
    """Give a field's border, or a chip, the colour of what is said of it; None for the usual."""
    value = tone.value if tone else ""
    if value != (widget.property("tone") or ""):
        widget.setProperty("tone", value)
        widget.style().polish(widget)


def wide(widget: QWidget, letters: int) -> int:
    """Return how wide, in pixels, so many letters are in the widget's font."""
    return letters * widget.fontMetrics().averageCharWidth()


def room(widget: QWidget) -> int:
    """Return how tall, in pixels, something must be to be hit and read with ease."""
    return widget.fontMetrics().height() + GAP


def roomy(widget: QWidget, hint: QSize) -> QSize:
    """Return the size that a control asks for, made tall enough."""
    return hint.expandedTo(QSize(0, room(widget)))


def height_of_lines(edit: QPlainTextEdit, lines: int) -> int:
    """Return how tall, in pixels, a field is that shows so many lines at once."""
    return lines * edit.fontMetrics().lineSpacing() + 2 * GAP


def fit_rows(view: QAbstractItemView, rows: int) -> None:
    """Make a list as tall as so many of its rows."""
    view.setFixedHeight(rows * view.sizeHintForRow(0) + 2 * TIGHT if rows else 0)


def keep_legible(window: QWidget, letters: int) -> None:
    """Let a window be no narrower than so many letters, and as tall as its sentences are then."""
    width, layout = wide(window, letters), window.layout()
    tall = layout.totalHeightForWidth(width) if layout else 0
    window.setMinimumSize(width, max(tall, window.minimumSizeHint().height()))


def keep_on_screen(window: QWidget) -> None:
    """Let a window that is yet to be shown be no larger than the screen has room for it."""
    if not window.isMaximized() and not window.isFullScreen():
        room = window.screen().availableSize().shrunkBy(QMargins(0, TITLE_BAR, 0, 0))
        window.resize(window.size().boundedTo(room))


def monospace() -> QFont:
    """Return the system's font for code."""
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)


def sized(font: QFont, times: float) -> QFont:
    """Return the font, so many times as large."""
    larger = QFont(font)
    larger.setPointSizeF(font.pointSizeF() * times)
    return larger
