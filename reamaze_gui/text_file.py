"""Reads the text of a file that the user chose, in whichever encoding it is written."""

import codecs
import io
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

# What the first bytes of a file tell about its encoding, and what it may be without: the last two
# are what browsers make of an old page, and what can't fail.
_MARKED = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_UNMARKED = ("utf-8", "cp1252", "latin-1")
_BEGINNING = 4_000  # bytes by which UTF-16 is known where nothing marks it
_AT_ONCE = 1_000_000  # bytes


@dataclass(frozen=True, slots=True)
class WantedFile:
    """What the user was to choose, and what is said of a file that is something else.

    `too_large` is a sentence, `instead` and `as_text` say what to do.
    """

    most_bytes: int
    too_large: str
    instead: str
    as_text: str


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file's name and text; or why there is none, in a sentence."""

    name: str
    text: str = ""
    trouble: str = ""


def read_text_file(path: str, kind: WantedFile) -> TextFile:
    """Read a file, which takes as long as its disk or network does: call it off the GUI thread."""
    file = Path(path)
    try:
        if not file.is_file():
            what = "a folder" if file.is_dir() else "no file that can be read"
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
        return TextFile(file.name, trouble=f"{file.name} is no text. {kind.as_text}")
    return TextFile(file.name, text)


def find_encoding(file: BinaryIO) -> str:
    """Return the encoding of a file, which is read to its end.

    UTF-16 is known by its mark, or by the NULs of plain letters.

    >>> [find_encoding(io.BytesIO("id".encode(each))) for each in ("utf-16-le", "utf-8")]
    ['utf-16-le', 'utf-8']
    """
    beginning = file.read(_BEGINNING)
    first, second = beginning[0::2], beginning[1::2]
    found = [encoding for mark, encoding in _MARKED.items() if beginning.startswith(mark)]
    if 2 * second.count(0) > len(second) and not first.count(0):
        found.append("utf-16-le")
    if 2 * first.count(0) > len(first) and not second.count(0):
        found.append("utf-16-be")
    return next(each for each in (*found, *_UNMARKED) if _fits(file, each))


def _fits(file: BinaryIO, encoding: str) -> bool:
    """Return whether all of a file can be read in an encoding."""
    decoder = codecs.getincrementaldecoder(encoding)()
    file.seek(0)
    try:
        while piece := file.read(_AT_ONCE):
            decoder.decode(piece)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True
