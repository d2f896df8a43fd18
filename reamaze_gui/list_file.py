"""A list of customers in a file that is too large to show: it is read line by line."""

import io
import os
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, TextIO

from reamaze_gui.core.table_check import is_table
from reamaze_gui.text_file import TextFile, find_encoding

_SHOWN = 100  # lines at the beginning
_LONGEST = 1_000  # characters of each
_AT_FIRST = 100_000  # bytes by which a list is known
_MOST_BYTES = 1_000_000_000
_TOO_LONG = "is larger than 1 GB. Split the list, and open its parts one by one."
_OLD = {"cp1252": "Windows-1252", "latin-1": "Latin-1"}
_JSON = "is JSON, of which only 5 MB are read at once. Export the list as CSV, and open that."
_CHANGED = "it was changed after it was opened. Open it again"


@dataclass(frozen=True, slots=True)
class ListFile:
    """A file as it was when it was opened: whoever writes to it makes another.

    `size` is in bytes, `written` in nanoseconds. `beginning` are its first lines. `errors` is what
    is done with bytes that the encoding does not have. `remark` says so where it is no UTF-8.
    """

    path: str = field(repr=False)
    size: int
    written: int
    beginning: str = field(repr=False)
    encoding: str
    errors: str = "strict"
    remark: str = ""

    @property
    def name(self) -> str:
        """Its name without the folder."""
        return Path(self.path).name

    @contextmanager
    def opened(self) -> Iterator["Lines"]:
        """Open it, to be read line by line. Raises OSError, also where it is another by now."""
        path = Path(self.path)
        with path.open(encoding=self.encoding, errors=self.errors, newline="") as file:
            found = os.fstat(file.fileno())
            if (found.st_size, found.st_mtime_ns) != (self.size, self.written):
                raise OSError(0, _CHANGED)
            yield Lines(file, self.size)


class Lines:
    """The lines of an open file, and how much of it was read."""

    def __init__(self, file: TextIO, size: int) -> None:
        self._file = file
        self._size = size

    def __iter__(self) -> Iterator[str]:
        return self._file

    @property
    def share(self) -> float:
        """Which part of the file was read, from 0 to 1."""
        return min(1, self._file.buffer.tell() / self._size)


def read_list_file(path: str) -> ListFile | TextFile | None:
    """Return a file as a list, or why it is not read as one; None where it is none.

    A list is read to its end, for its encoding: call it off the GUI thread.
    """
    file = Path(path)
    try:
        with file.open("rb") as raw:
            if trouble := _trouble(beginning := _beginning(raw), found := os.fstat(raw.fileno())):
                return TextFile(file.name, trouble=f"{file.name} {trouble}")
            if not is_table(beginning):
                return None
            encoding, errors, remark = _encoding(raw)
    except OSError as error:
        return TextFile(file.name, trouble=f"{file.name} could not be read: {error.strerror}.")
    shown = "".join(line[:_LONGEST] for line in beginning.splitlines(keepends=True)[:_SHOWN])
    return ListFile(path, found.st_size, found.st_mtime_ns, shown, encoding, errors, remark)


def _beginning(file: BinaryIO) -> str:
    """Return the first lines of a file, whole ones."""
    raw = file.read(_AT_FIRST)
    if len(raw) == _AT_FIRST:
        end = raw.rfind(b"\n")
        raw = raw[: end + end % 2]  # in UTF-16, a line break has two bytes
    return raw.decode(find_encoding(io.BytesIO(raw))).removeprefix("\ufeff")


def _trouble(beginning: str, found: os.stat_result) -> str:
    """Return why a list is not read, as a sentence about it goes on."""
    is_json = beginning.lstrip()[:1] in {"[", "{"} and "authkey" in beginning
    is_long = found.st_size > _MOST_BYTES and is_table(beginning)
    return _JSON if is_json else _TOO_LONG if is_long else ""


def _encoding(file: BinaryIO) -> tuple[str, str, str]:
    """Return the encoding, what is done with bytes that it does not have, and a remark.

    Where most letters beyond ASCII are UTF-8, the others are damaged; where none is, all are old.
    """
    file.seek(0)
    encoding = find_encoding(file)
    if encoding not in _OLD:
        return encoding, "strict", ""
    file.seek(0)
    good, bad = 0, array("L")
    for number, line in enumerate(file, start=1):
        if not line.isascii():
            try:
                line.decode()
                good += 1
            except UnicodeDecodeError:
                bad.append(number)
    if good > len(bad):
        lines = f"Line {bad[0]:,} has" if len(bad) == 1 else f"{len(bad):,} lines have"
        first = f", the first of them line {bad[0]:,}" if len(bad) > 1 else ""
        return "utf-8-sig", "surrogateescape", f"{lines} bytes that are not UTF-8{first}."
    says = f"The file is not UTF-8, as line {bad[0]:,} shows: it was read as {_OLD[encoding]}."
    return encoding, "strict", says
