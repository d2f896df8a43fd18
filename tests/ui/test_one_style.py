"""Colours, sizes and distances come from the style module: nowhere else is one written down."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from reamaze_gui.ui.widgets import appearance, style

STYLES = {Path(style.__file__), Path(appearance.__file__)}
MODULES = sorted(set(Path(style.__file__).parents[1].rglob("*.py")) - STYLES)
COLOUR = re.compile(r"#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})|rgba?\(.*", re.IGNORECASE)

# Calls of Qt that take pixels, points, or a stretch between widgets of different kinds.
SIZES = re.compile(
    r"resize|move|column|row|Scrolled|Q(Size|Point|Rect|Margins)F?|QPen|drawRoundedRect|"
    r"addSpacing|adjusted|translated|"
    r"set\w*(Width|Height|Size|SizeF|PixelSize|Spacing|Margins?|Padding|Indent|Border|Sizes)"
)
LOOKS = {"setStyleSheet", "fromRgb", "fromHsl", "fromHsv"}


def strays(source: str) -> Iterator[str]:
    """Yield what a module says about looks by itself: 0 is nobody's taste."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and COLOUR.fullmatch(str(node.value)):
            yield f"line {node.lineno}: the colour {ast.unparse(node)}"
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else ast.unparse(node.func)
        values = (*node.args, *(each.value for each in node.keywords))
        given = ", ".join(ast.unparse(each) for each in values if not isinstance(each, ast.Call))
        given = re.sub(r"\b\d+ \* SPACE\b", "SPACE", given)
        is_colour = name == "QColor" and re.search(r"'|\d|GlobalColor", given)
        is_size = SIZES.fullmatch(name) and re.search(r"(?<![\w.])(?!0(?![\d.]))\d[\d.]*", given)
        if name in LOOKS or is_colour or is_size:
            yield f"line {node.lineno}: {ast.unparse(node)}"


@pytest.mark.parametrize(
    "stray",
    [
        "'#1f5fd0'",
        "QColor('red')",
        "edit.setStyleSheet(sheet)",
        "edit.setFixedHeight(7)",
        "layouts.column(SPACE, self, margin=6)",
        "QPen(colour, 2)",
    ],
)
def test_what_a_module_says_about_looks_by_itself_is_found(stray: str) -> None:
    assert list(strays(stray))
    assert list(strays("layouts.column(0, self, margin=GAP)")) == []


def test_no_module_but_style_says_how_things_look() -> None:
    for module in MODULES:
        assert list(strays(module.read_text(encoding="utf-8"))) == [], module
