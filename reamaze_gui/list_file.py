"""Reads a list of customers line by line, from a file that is too large to show."""

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

_PREVIEW_LINES = 100
_PREVIEW_WIDTH = 1_000  # characters of each line
_SAMPLE_SIZE = 100_000  # bytes that decide whether a file is a list
_MOST_BYTES = 1_000_000_000
_TOO_LONG = "is larger than 1 GB. Split the list and open the parts one by one."
_OLD = {"cp1252": "Windows-1252", "latin-1": "Latin-1"}
_JSON = "is a JSON file of more than 5 MB. Export the list as CSV and open that."
_CHANGED = "it has changed since it was opened. Open it again"


@dataclass(frozen=True, slots=True)
class ListFile:
    """A file as it was when the user opened it; later changes to it are an error.

    `size` is in bytes, `written` is its modification time in nanoseconds, `beginning` its first
    lines, and `errors` the codec's error handler. `remark` is a sentence if it isn't all UTF-8.
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
        """The file name without its folder."""
        return Path(self.path).name

    @contextmanager
    def opened(self) -> Iterator["Lines"]:
        """Open the file to read its lines. Raises OSError, also if it has changed since."""
        path = Path(self.path)
        with path.open(encoding=self.encoding, errors=self.errors, newline="") as file:
            found = os.fstat(file.fileno())
            if (found.st_size, found.st_mtime_ns) != (self.size, self.written):
                raise OSError(0, _CHANGED)
            yield Lines(file, self.size)


class Lines:
    """The lines of an open file, and how much of it has been read."""

    def __init__(self, file: TextIO, size: int) -> None:
        self._file = file
        self._size = size

    def __iter__(self) -> Iterator[str]:
        return self._file

    @property
    def share(self) -> float:
        """The fraction of the file that has been read, from 0 to 1."""
        return min(1, self._file.buffer.tell() / self._size)


def read_list_file(path: str) -> ListFile | TextFile | None:
    """Return the list, or what is wrong with it; None if the file isn't a list.

    Reads the whole file to find its encoding: call it off the GUI thread.
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
    lines = beginning.splitlines(keepends=True)[:_PREVIEW_LINES]
    preview = "".join(line[:_PREVIEW_WIDTH] for line in lines)
    return ListFile(path, found.st_size, found.st_mtime_ns, preview, encoding, errors, remark)


def _beginning(file: BinaryIO) -> str:
    """Return the first complete lines of a file."""
    raw = file.read(_SAMPLE_SIZE)
    if len(raw) == _SAMPLE_SIZE:
        end = raw.rfind(b"\n")
        raw = raw[: end + end % 2]  # a UTF-16 line break takes two bytes
    return raw.decode(find_encoding(io.BytesIO(raw))).removeprefix("\ufeff")


def _trouble(beginning: str, found: os.stat_result) -> str:
    """Return why a list can't be read, to follow the file's name in a sentence."""
    is_json = beginning.lstrip()[:1] in {"[", "{"} and "authkey" in beginning
    is_long = found.st_size > _MOST_BYTES and is_table(beginning)
    return _JSON if is_json else _TOO_LONG if is_long else ""


def _encoding(file: BinaryIO) -> tuple[str, str, str]:
    """Return the encoding, its error handler and a remark.

    If most of the non-ASCII lines are UTF-8, the others are damaged; if not, the file is in an old
    encoding.
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
    says = f"Line {bad[0]:,} is not valid UTF-8, so the file was read as {_OLD[encoding]}."
    return encoding, "strict", says
