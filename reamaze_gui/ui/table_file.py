"""How does a table of customers come out of a file, and into one?"""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QIODevice, QSaveFile

from reamaze_gui.core.customer_table import Table, read_table, write_table
from reamaze_gui.core.saved import Saved
from reamaze_gui.ui.page_file import decoded

_MOST_BYTES = 20_000_000


def read_table_file(path: str) -> Table:
    """Read a table, which takes as long as its disk or network does: call it off the GUI thread."""
    file = Path(path)
    try:
        if not file.is_file():
            return Table(troubles=(f"{file.name} is no file that can be read.",))
        with file.open("rb") as opened:
            raw = opened.read(_MOST_BYTES + 1)
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL
        reason = getattr(error, "strerror", None) or "its name is not valid"
        return Table(troubles=(f"{file.name} could not be read: {reason}.",))
    text = decoded(raw)
    if len(raw) > _MOST_BYTES:
        return Table(troubles=(f"{file.name} is too large for a table of customers.",))
    if "\0" in text:
        says = f"{file.name} is no text. Save the table as CSV in the spreadsheet, and import that."
        return Table(troubles=(says,))
    return read_table(text)


def write_table_file(path: str, saved: Iterable[Saved]) -> str:
    """Write a table, whole or not at all; return why it was not, in a sentence, or nothing.

    Call it off the GUI thread. It begins with the mark by which Excel knows UTF-8.
    """
    file = QSaveFile(path)
    raw = write_table(saved).encode("utf-8-sig", "replace")  # half a character has no bytes
    if file.open(QIODevice.OpenModeFlag.WriteOnly) and file.write(raw) >= 0 and file.commit():
        return ""
    return f"{Path(path).name} was not saved: {file.errorString()}. Try another folder."
