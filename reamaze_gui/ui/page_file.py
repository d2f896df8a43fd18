"""What does a file say that a customer sent?"""

from dataclasses import dataclass
from pathlib import Path

from reamaze_gui.core.reader import LONGEST

_MOST_BYTES = 4 * LONGEST + 4  # of so many characters, in any encoding, and its mark

# What the first bytes of a file tell about its encoding, and what it may be without: the last two
# are what browsers make of an old page, and what can't fail.
_MARKED = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_UNMARKED = ("utf-8", "cp1252", "latin-1")

TOO_LONG = (
    f"That is longer than {LONGEST:,} characters, and no page of a shop. "
    "Paste only the part with _support."
)


@dataclass(frozen=True, slots=True)
class PageFile:
    """A file's name and text; or why there is none, in a sentence."""

    name: str
    text: str = ""
    trouble: str = ""


def read_file(path: str) -> PageFile:
    """Read a file, which takes as long as its disk or network does: call it off the GUI thread."""
    file = Path(path)
    try:
        if not file.is_file():
            what = "a folder" if file.is_dir() else "no file that can be read"
            return PageFile(file.name, trouble=f"{file.name} is {what}. Choose one page.")
        with file.open("rb") as opened:
            raw = opened.read(_MOST_BYTES + 1)
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL
        reason = getattr(error, "strerror", None) or "its name is not valid"
        return PageFile(file.name, trouble=f"{file.name} could not be read: {reason}.")
    text = decoded(raw)
    if len(raw) > _MOST_BYTES or len(text) > LONGEST:
        return PageFile(file.name, trouble=TOO_LONG)
    if "\0" in text:
        says = f"{file.name} is no text. Save the page in the browser as HTML, and open that."
        return PageFile(file.name, trouble=says)
    return PageFile(file.name, text)


def decoded(raw: bytes) -> str:
    """Return the text of a file, in whichever encoding it is written.

    >>> decoded("ë".encode("utf-16")), decoded("ë".encode()), decoded("ë".encode("cp1252"))
    ('ë', 'ë', 'ë')
    """
    marked = [encoding for mark, encoding in _MARKED.items() if raw.startswith(mark)]
    for encoding in (*marked, *_UNMARKED[:-1]):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode(_UNMARKED[-1])
