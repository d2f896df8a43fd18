"""What does a file say that a customer sent?"""

from dataclasses import replace

from reamaze_gui.core.reader import LONGEST
from reamaze_gui.text_file import Kind, TextFile, read_text_file

TOO_LONG = (
    f"That is longer than {LONGEST:,} characters, and no page of a shop. "
    "Paste only the part with _support."
)

_PAGE = Kind(
    most_bytes=4 * LONGEST + 4,  # of so many characters, in any encoding, and its mark
    too_large=TOO_LONG,
    instead="Choose one page.",
    as_text="Save the page in the browser as HTML, and open that.",
)


def read_page_file(path: str) -> TextFile:
    """Read a page, which takes as long as its disk or network does: call it off the GUI thread."""
    file = read_text_file(path, _PAGE)
    return replace(file, text="", trouble=TOO_LONG) if len(file.text) > LONGEST else file
