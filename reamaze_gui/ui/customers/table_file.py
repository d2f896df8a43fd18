"""Reads and writes a table of customers."""

from collections.abc import Iterable

from reamaze_gui.atomic_write import save_as
from reamaze_gui.core.customer_table import Table, read_table, write_table
from reamaze_gui.core.saved import Saved
from reamaze_gui.text_file import WantedFile, read_text_file

_TABLE = WantedFile(
    most_bytes=20_000_000,
    too_large="That is too large for a table of customers.",
    instead="Choose one table.",
    as_text="Save the table as CSV in your spreadsheet program, and import that.",
)


def read_table_file(path: str) -> Table:
    """Read a table. Blocks on the disk or network: call it off the GUI thread."""
    file = read_text_file(path, _TABLE)
    return Table(troubles=(file.trouble,)) if file.trouble else read_table(file.text)


def write_table_file(path: str, saved: Iterable[Saved]) -> str:
    """Write a table; return "" or a sentence saying why that failed.

    Blocks on the disk or network: call it off the GUI thread.
    """
    # Excel needs the byte order mark. Lone surrogates can't be encoded.
    raw = write_table(saved).encode("utf-8-sig", "replace")
    return save_as(path, raw, private=True)
