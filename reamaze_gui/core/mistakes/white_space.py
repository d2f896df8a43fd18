"""White space around a text: one list for id, email, the signed text and the key."""

from collections.abc import Callable, Iterator
from functools import partial

from reamaze_gui.core.mistakes import COMMON, ODD, RARE

Change = Callable[[str], str]

# Text before, text after, description, likelihood.
_ENDS = (
    ("", "\n", "with a line break at its end", COMMON),
    ("", "\r\n", "with a Windows line break at its end", COMMON),
    ("", " ", "with a space at its end", COMMON),
    (" ", "", "with a space at its start", RARE),
    ("", "\r", "with a carriage return at its end", RARE),
    ("\n", "", "with a line break at its start", RARE),
    ("", " \r\n", "with a space and a Windows line break at its end, as cmd's echo does", RARE),
    ("", " \n", "with a space and a line break at its end", RARE),
    ("", "\t", "with a tab at its end", RARE),
    ("\t", "", "with a tab at its start", RARE),
    (" ", " ", "with a space at both ends", RARE),
    ("\n", "\n", "with a line break at both ends", RARE),
    ("", "\n\n", "with two line breaks at its end", RARE),
    ("", "  ", "with two spaces at its end", RARE),
    ("  ", "", "with two spaces at its start", RARE),
    ("  ", "  ", "with two spaces at both ends", RARE),
    ("\r\n", "\r\n", "with a Windows line break at both ends", RARE),
    ("", "\u00a0", "with a non-breaking space at its end", RARE),
    ("\u00a0", "", "with a non-breaking space at its start", RARE),
    ("\ufeff", "", "with a byte-order mark in front", RARE),
    ("\u200b", "", "with a zero-width space in front", RARE),
    ("", "\u200b", "with a zero-width space at its end", RARE),
)
_WIDTHS = (10, 12, 16, 20, 24, 30, 32, 36, 40, 50, 60, 64, 80, 100, 128, 255, 256)
INDENTS = {
    **{" " * size: f"{size} spaces" for size in (2, 4, 6, 8, 10, 12)},
    **{"\t" * size: f"{size} tabs" if size > 1 else "a tab" for size in (1, 2, 3)},
}

# Text before and after an indented text; {} is the indent.
_BLOCKS = {
    "": ("", ""),
    ", with a line break after it": ("", "\n"),
    ", with an indented line after it": ("", "\n{}"),
    ", on a line of its own": ("\n", "\n"),
    ", on a line of its own without a line break at its end": ("\n", ""),
    ", on a line of its own, with an indented line after it": ("\n", "\n{}"),
    ", on a line of its own with Windows line breaks": ("\r\n", "\r\n"),
}
# A block in a template, whose last line is indented less.
_BLOCKS |= {
    f", on a line of its own, with a line indented by {name} after it": ("\n", f"\n{indent}")
    for indent, name in INDENTS.items()
    if indent in {"  ", "    ", "\t"}
}


def white_space() -> Iterator[tuple[str, int, Change]]:
    """Yield the description of a change, its likelihood, and the function for it."""
    for before, after, how, weight in _ENDS:
        yield how, weight, _within(before, after)
    for width in _WIDTHS:
        yield f"padded with spaces to {width} characters", ODD, partial(_padded, width)
        how = f"padded with spaces in front to {width} characters"
        yield how, ODD, partial(_padded_in_front, width)
    for indent, name in INDENTS.items():
        for how, (before, after) in _BLOCKS.items():
            make = _within(f"{before}{indent}", after.format(indent))
            yield f"indented by {name}{how}", ODD, make


def _padded(width: int, text: str) -> str:
    return text.ljust(width)


def _padded_in_front(width: int, text: str) -> str:
    return text.rjust(width)


def _within(before: str, after: str) -> Change:
    return lambda text: f"{before}{text}{after}"
