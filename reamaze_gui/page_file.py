"""What a page may be, and what a file says that a customer sent."""

from dataclasses import replace

from reamaze_gui.core.reader import LONGEST
from reamaze_gui.text_file import Kind, TextFile, read_text_file

MOST_LINES = 200_000

TOO_LONG = (
    f"That is longer than {LONGEST:,} characters, and no page of a shop. "
    "Paste only the part with _support."
)
TOO_MANY_LINES = (
    f"That has more than {MOST_LINES:,} lines, and is no page of a shop. "
    "Paste only the part with _support."
)

_PAGE = Kind(
    most_bytes=4 * LONGEST + 4,  # of so many characters, in any encoding, and its mark
    too_large=TOO_LONG,
    instead="Choose one page.",
    as_text="Save the page in the browser as HTML, and open that.",
)


def refusal(text: str) -> str:
    """Return why a text is taken for no page, in a sentence; empty where it may be one."""
    if len(text) > LONGEST:
        return TOO_LONG
    return TOO_MANY_LINES if text.count("\n") >= MOST_LINES else ""


def read_page_file(path: str) -> TextFile:
    """Read a page, which takes as long as its disk or network does: call it off the GUI thread."""
    file = read_text_file(path, _PAGE)
    trouble = refusal(file.text)
    return replace(file, text="", trouble=trouble) if trouble else file
