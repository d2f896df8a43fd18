"""Reads a text file that the user chose, and detects its encoding."""

import codecs
import io
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

# Byte order marks, and the encodings to try without one: browsers read an old page as cp1252, and
# Latin-1 never fails.
_MARKED = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_UNMARKED = ("utf-8", "cp1252", "latin-1")
_SAMPLE_SIZE = 4_000  # bytes that tell UTF-16 without a byte order mark
_CHUNK_SIZE = 1_000_000  # bytes


@dataclass(frozen=True, slots=True)
class WantedFile:
    """The kind of file that is expected, and the sentences for any other.

    `instead` is what to do about something that isn't a file, `as_text` about a binary file.
    """

    most_bytes: int
    too_large: str
    instead: str
    as_text: str


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file's name and text, or a sentence saying why it couldn't be read."""

    name: str
    text: str = ""
    trouble: str = ""


def read_text_file(path: str, kind: WantedFile) -> TextFile:
    """Read a file. Blocks on the disk or network: call it off the GUI thread."""
    file = Path(path)
    try:
        if not file.is_file():
            what = "a folder" if file.is_dir() else "not a file that can be read"
            return TextFile(file.name, trouble=f"{file.name} is {what}. {kind.instead}")
        with file.open("rb") as opened:
            raw = opened.read(kind.most_bytes + 1)
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL
        reason = getattr(error, "strerror", None) or "its name is not valid"
        return TextFile(file.name, trouble=f"{file.name} could not be read: {reason}.")
    if len(raw) > kind.most_bytes:
        return TextFile(file.name, trouble=kind.too_large)
    text = raw.decode(find_encoding(io.BytesIO(raw)))
    if "\0" in text:
        return TextFile(file.name, trouble=f"{file.name} is not a text file. {kind.as_text}")
    return TextFile(file.name, text)


def find_encoding(file: BinaryIO) -> str:
    """Return the encoding of a file, after reading it to its end.

    UTF-16 is told by its byte order mark, or by the NULs beside ASCII letters.

    >>> [find_encoding(io.BytesIO("id".encode(each))) for each in ("utf-16-le", "utf-8")]
    ['utf-16-le', 'utf-8']
    """
    beginning = file.read(_SAMPLE_SIZE)
    first, second = beginning[0::2], beginning[1::2]
    found = [encoding for mark, encoding in _MARKED.items() if beginning.startswith(mark)]
    if 2 * second.count(0) > len(second) and not first.count(0):
        found.append("utf-16-le")
    if 2 * first.count(0) > len(first) and not second.count(0):
        found.append("utf-16-be")
    return next(each for each in (*found, *_UNMARKED) if _fits(file, each))


def _fits(file: BinaryIO, encoding: str) -> bool:
    """Whether the whole file can be decoded."""
    decoder = codecs.getincrementaldecoder(encoding)()
    file.seek(0)
    try:
        while chunk := file.read(_CHUNK_SIZE):
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True
