"""What text is in a file that the user chose?"""

from dataclasses import dataclass
from pathlib import Path

# What the first bytes of a file tell about its encoding, and what it may be without: the last two
# are what browsers make of an old page, and what can't fail.
_MARKED = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_UNMARKED = ("utf-8", "cp1252", "latin-1")


@dataclass(frozen=True, slots=True)
class Kind:
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


def read_text_file(path: str, kind: Kind) -> TextFile:
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
    text = _decoded(raw)
    if "\0" in text:
        return TextFile(file.name, trouble=f"{file.name} is no text. {kind.as_text}")
    return TextFile(file.name, text)


def _decoded(raw: bytes) -> str:
    marked = [encoding for mark, encoding in _MARKED.items() if raw.startswith(mark)]
    for encoding in (*marked, *_UNMARKED[:-1]):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode(_UNMARKED[-1])
