"""Reads a file that a merchant sent: a page, or a list of customers."""

from dataclasses import replace

from reamaze_gui.core.reader import LONGEST
from reamaze_gui.core.table_check import is_table
from reamaze_gui.list_file import ListFile, read_list_file
from reamaze_gui.text_file import TextFile, WantedFile, read_text_file

MOST_LINES = 200_000

TOO_LONG = (
    f"That is more than {LONGEST:,} characters, and no shop's page is that long. "
    "Paste only the part with _support."
)
TOO_MANY_LINES = (
    f"That has more than {MOST_LINES:,} lines, more than any shop's page. "
    "Paste only the part with _support."
)
_LONG_LIST = (
    "That list is too long to show here. Save it as a file, such as CSV, and open the file."
)

_PAGE = WantedFile(
    most_bytes=4 * LONGEST + 4,  # LONGEST characters in any encoding, and a byte order mark
    too_large=TOO_LONG,
    instead="Choose one page.",
    as_text="Save the page as HTML in the browser, and open that.",
)


def refusal(text: str) -> str:
    """Return a sentence saying why a text is too long for a page, or ""."""
    trouble = TOO_LONG if len(text) > LONGEST else ""
    if not trouble and text.count("\n") >= MOST_LINES:
        trouble = TOO_MANY_LINES
    return _LONG_LIST if trouble and is_table(text) else trouble


def read_page_file(path: str) -> TextFile | ListFile:
    """Read a page or a list of customers; the lines of a long list are left to be read later.

    Blocks on the disk or network: call it off the GUI thread.
    """
    file = read_text_file(path, _PAGE)
    if file.trouble != TOO_LONG and not (trouble := refusal(file.text)):
        return file
    return read_list_file(path) or replace(file, text="", trouble=file.trouble or trouble)
