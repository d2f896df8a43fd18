"""Applies the font, palette and style sheet, light or dark."""

from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from reamaze_gui.resources import resource
from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.widgets.style import DARK, LIGHT, Scheme, Theme


def apply(scheme: Scheme) -> None:
    """Apply a colour scheme to the whole application."""
    application, sheet = QApplication.instance(), _sheet(prepare(scheme))
    # Setting a style sheet restyles every widget, even if it is the same sheet.
    if isinstance(application, QApplication) and application.styleSheet() != sheet:
        application.setStyleSheet(sheet)
        style.COLOURS.changed.emit()


def prepare(scheme: Scheme) -> Theme:
    """Set the font and palette, which widgets need while they are created.

    At startup, the style sheet follows once all widgets exist: Qt would apply it again whenever a
    widget gets a parent, which takes a fifth of the startup time.
    """
    hints = QGuiApplication.styleHints()
    if scheme is Scheme.SYSTEM:
        hints.unsetColorScheme()
        dark = hints.colorScheme() is Qt.ColorScheme.Dark
    else:
        dark = scheme is Scheme.DARK
        hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)
    colours = DARK if dark else LIGHT
    QApplication.setFont(_at_least(style.BODY, QApplication.font()))
    QApplication.setPalette(_palette(colours))
    return colours


def _at_least(pixels: int, font: QFont) -> QFont:
    """Return the font, enlarged to at least so many pixels."""
    return style.sized(font, max(1, pixels / QFontInfo(font).pixelSize()))


def _sheet(theme: Theme) -> str:
    """Return the style sheet with a theme's colours and our sizes filled in."""
    inside = style.RING - style.HAIRLINE  # how much thicker a focus ring is than a border
    sizes = {
        "hairline": style.HAIRLINE,
        "width_ring": style.RING,
        "radius_field": style.RADIUS_FIELD,
        "radius_code": style.RADIUS_CODE,
        "radius_card": style.RADIUS_CARD,
        "radius_bar": style.BAR // 2 - style.CLOSE,
        "control": style.CONTROL,
        "arrow": style.CONTROL - style.TIGHT,
        "bar": style.BAR,
    }
    paddings = {"tight": style.TIGHT, "space": style.SPACE, "pad": style.ROOMY - style.HAIRLINE}
    paddings |= {"pad_flat": style.TIGHT + style.CLOSE, "pad_button": style.ROOMY}
    paddings |= {"pad_choice": paddings["pad"] + style.CLOSE}
    paddings |= {"gap": style.GAP, "close": style.CLOSE, "wide": style.WIDE}
    sizes |= paddings | {f"{name}_in_ring": size - inside for name, size in paddings.items()}
    colours = {
        name: value for name in Theme.__slots__ if isinstance(value := getattr(theme, name), str)
    }
    colours |= {tone.value: colour for tone, colour in theme.tones.items()}
    colours |= {f"{tone.value}_ground": colour for tone, colour in theme.tinted.items()}
    source = resource("style.qss").read_text(encoding="utf-8")
    return Template(source).substitute(colours, **sizes)


def _palette(theme: Theme) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette(QColor(theme.card), QColor(theme.window))
    colours = {
        role.Window: theme.window,
        role.Base: theme.card,
        role.AlternateBase: theme.sunken,
        role.ToolTipBase: theme.card,
        role.Button: theme.card,
        role.Mid: theme.line,
        role.WindowText: theme.text,
        role.Text: theme.text,
        role.ButtonText: theme.text,
        role.ToolTipText: theme.text,
        role.PlaceholderText: theme.muted,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.on_accent,
        role.Accent: theme.accent,
        role.Link: theme.accent,
    }
    for each, colour in colours.items():
        palette.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, QColor(theme.muted))
    palette.setColor(QPalette.ColorGroup.Disabled, role.Button, QColor(theme.window))
    return palette
