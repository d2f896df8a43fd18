"""How does a table of customers come out of a file, and into one?"""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QIODevice, QSaveFile

from reamaze_gui.core.customer_table import Table, read_table, write_table
from reamaze_gui.core.saved import Saved
from reamaze_gui.text_file import Kind, read_text_file

_TABLE = Kind(
    most_bytes=20_000_000,
    too_large="That is too large for a table of customers.",
    instead="Choose one table.",
    as_text="Save the table as CSV in the spreadsheet, and import that.",
)


def read_table_file(path: str) -> Table:
    """Read a table, which takes as long as its disk or network does: call it off the GUI thread."""
    file = read_text_file(path, _TABLE)
    return Table(troubles=(file.trouble,)) if file.trouble else read_table(file.text)


def write_table_file(path: str, saved: Iterable[Saved]) -> str:
    """Write a table, whole or not at all; return why it was not, in a sentence, or nothing.

    Call it off the GUI thread. It begins with the mark by which Excel knows UTF-8.
    """
    file = QSaveFile(path)
    raw = write_table(saved).encode("utf-8-sig", "replace")  # half a character has no bytes
    if file.open(QIODevice.OpenModeFlag.WriteOnly) and file.write(raw) >= 0 and file.commit():
        return ""
    return f"{Path(path).name} was not saved: {file.errorString()}. Try another folder."
