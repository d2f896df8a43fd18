"""Design tokens: colours for light and dark, distances, sizes, fonts."""

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

# In pixels at 100 %.
TIGHT = 4  # between parts of one thing, and around the cells of a table
SPACE = 8  # between related things
ROOMY = 12
GAP = 16  # between unrelated things, and inside a card
WIDE = 24
CLOSE = 2
CELL = TIGHT
HAIRLINE = 1
RING = 2  # the focus ring
RADIUS_FIELD = 6
RADIUS_CODE = 8
RADIUS_CARD = 10
CONTROL = 32  # height of a control, at the default text size
TITLE_BAR = 32  # of a desktop's window; asking QStyle would take 6 ms to load it
FORM = 376  # width of the customer card
FIRST_START = 440  # width of the card that a new user sees
ICON = 16
EMBLEM = 48  # the program's icon
FLAT = HAIRLINE + TIGHT + CLOSE  # from the edge of a flat button to its text
BAR = 12  # scroll bar, including its margins
REPLY_LINES = 8  # that are visible at least
WINDOW = (1080, 700)  # initial size
CRASH_WINDOW = (640, 400)
ABOUT_WINDOW = (560, 360)
HELP_WINDOW = (920, 640)
CUSTOMERS_WINDOW = (720, 540)
TROUBLES_WINDOW = (560, 300)  # rows that were not imported
SMALLEST = (760, 520)  # window in which everything fits, or can be scrolled to
LEAST_CONTENT = (728, 400)  # of the smallest window, without menus and status bar
LEAST_RESULT = (200, 120)  # of the scroll area with report and reply

BODY = 13  # minimum text size

# Relative to the text size.
SMALL = 12 / 13
TITLE = 15 / 13
HEADING = 18 / 15  # of a window, times the title of a card

HEADINGS = {1: 2, 2: 1}  # Help's headings by level, in Qt's size steps above the text
LINE = 120  # line height in percent, for longer texts

SHARES = (4, 5)  # of the width, for input and output


class Scheme(Enum):
    """The user's choice of colours; SYSTEM follows the desktop."""

    SYSTEM = "Like the system"
    LIGHT = "Light"
    DARK = "Dark"


class Tone(Enum):
    """The meaning of a message, which its colour and mark repeat."""

    MUTED = "muted"
    GOOD = "good"
    WARNING = "warning"
    PROBLEM = "problem"


class Syntax(Enum):
    """The kinds of tokens that syntax highlighting tells apart."""

    TAG = "tag"
    NAME = "name"
    KEYWORD = "keyword"
    STRING = "string"
    NUMBER = "number"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one scheme.

    Text has a contrast of at least 4.5 to its background; a control's `border` and its focus ring
    (`accent` or `ring`) have at least 3. A `line` is only decoration.
    """

    window: str
    card: str
    sunken: str  # behind read-only text
    line: str
    border: str
    handle: str  # of a scroll bar
    text: str
    muted: str
    accent: str
    on_accent: str
    accent_strong: str  # pressed or hovered
    ring: str  # round what is large and has the focus, where `accent` would be loud
    soft: str  # behind what is selected
    shadow: str  # below popovers
    tones: dict[Tone, str]
    tinted: dict[Tone, str]  # backgrounds for messages of each tone
    syntax: dict[Syntax, str]


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
    ring="#5a82cc",
    soft="#e8f0fe",
    shadow="#401c2024",
    tones={
        Tone.MUTED: "#5b6472",
        Tone.GOOD: "#1a7032",
        Tone.WARNING: "#865100",
        Tone.PROBLEM: "#b3261e",
    },
    tinted={
        Tone.MUTED: "#eceff3",
        Tone.GOOD: "#e3f4e7",
        Tone.WARNING: "#fdf1d8",
        Tone.PROBLEM: "#fdeae8",
    },
    syntax={
        Syntax.TAG: "#22577a",
        Syntax.NAME: "#5b3fa8",
        Syntax.KEYWORD: "#a3265e",
        Syntax.STRING: "#1a6b3c",
        Syntax.NUMBER: "#8a4b00",
        Syntax.COMMENT: "#5f6b7a",
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
    ring="#5479b5",
    soft="#1d2b45",
    shadow="#c0000000",
    tones={
        Tone.MUTED: "#a3abb7",
        Tone.GOOD: "#6fcf85",
        Tone.WARNING: "#f0b35a",
        Tone.PROBLEM: "#ff8f85",
    },
    tinted={
        Tone.MUTED: "#2a2e34",
        Tone.GOOD: "#173322",
        Tone.WARNING: "#3b2d12",
        Tone.PROBLEM: "#421f1e",
    },
    syntax={
        Syntax.TAG: "#8ec5ea",
        Syntax.NAME: "#c3a9ff",
        Syntax.KEYWORD: "#ff9ac2",
        Syntax.STRING: "#8fd8a5",
        Syntax.NUMBER: "#f5be7a",
        Syntax.COMMENT: "#a0a8b4",
    },
)


class _Colours(QObject):
    """Signals: `changed` with the theme, for what Qt doesn't repaint by itself."""

    changed = Signal()


COLOURS = _Colours()


def theme() -> Theme:
    """Return the theme in use."""
    return DARK if QApplication.palette().window().color().lightness() < 128 else LIGHT  # noqa: PLR2004 - the middle


def small(font: QFont) -> QFont:
    """Return the font for labels and messages."""
    return sized(font, SMALL)


def title(font: QFont) -> QFont:
    """Return the font for a card's title."""
    larger = sized(font, TITLE)
    larger.setWeight(QFont.Weight.DemiBold)
    return larger


def semibold(font: QFont) -> QFont:
    """Return the font for emphasis."""
    bolder = QFont(font)
    bolder.setWeight(QFont.Weight.DemiBold)
    return bolder


def set_tone(widget: QWidget, tone: Tone | None) -> None:
    """Give a field's border, or a chip, the colour of a tone; None for the default."""
    value = tone.value if tone else ""
    if value != (widget.property("tone") or ""):
        widget.setProperty("tone", value)
        widget.style().polish(widget)


def wide(widget: QWidget, letters: int) -> int:
    """Return the width in pixels of so many letters in the widget's font."""
    return letters * widget.fontMetrics().averageCharWidth()


def room(widget: QWidget) -> int:
    """Return the height in pixels that a control needs to be read and hit with ease."""
    return widget.fontMetrics().height() + GAP


def roomy(widget: QWidget, hint: QSize) -> QSize:
    """Return a control's size hint, made tall enough."""
    return hint.expandedTo(QSize(0, room(widget)))


def height_of_lines(edit: QPlainTextEdit, lines: int) -> int:
    """Return the height in pixels of a field that shows so many lines."""
    return lines * edit.fontMetrics().lineSpacing() + 2 * GAP


def fit_rows(view: QAbstractItemView, rows: int) -> None:
    """Make a list exactly as tall as so many of its rows."""
    view.setFixedHeight(rows * view.sizeHintForRow(0) + 2 * RING if rows else 0)


def keep_legible(window: QWidget, letters: int) -> None:
    """Set a window's minimum width to so many letters, and its height to what fits then."""
    width, layout = wide(window, letters), window.layout()
    tall = layout.totalHeightForWidth(width) if layout else 0
    window.setMinimumSize(width, max(tall, window.minimumSizeHint().height()))


def keep_on_screen(window: QWidget) -> None:
    """Shrink a window that is about to be shown to the size of its screen."""
    if not window.isMaximized() and not window.isFullScreen():
        room = window.screen().availableSize().shrunkBy(QMargins(0, TITLE_BAR, 0, 0))
        window.resize(window.size().boundedTo(room))


def monospace() -> QFont:
    """Return the system's monospace font, not smaller than a label."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    least = small(QApplication.font()).pointSizeF()
    font.setPointSizeF(max(font.pointSizeF(), least))
    return font


def sized(font: QFont, times: float) -> QFont:
    """Return the font, scaled by a factor."""
    larger = QFont(font)
    larger.setPointSizeF(font.pointSizeF() * times)
    return larger
