"""As which bytes may the text have been signed?"""

from collections.abc import Callable

from reamaze_gui.core.mistakes import Slip
from reamaze_gui.core.mistakes.changes import utf_8

_CHARSETS: dict[str, Callable[[str], bytes]] = {
    "in Latin-1": lambda text: text.encode("latin-1", "replace"),
    "in Windows-1252": lambda text: text.encode("cp1252", "replace"),
    "in ASCII, with ? for every other letter": lambda text: text.encode("ascii", "replace"),
    "in ASCII, without any other letter": lambda text: text.encode("ascii", "ignore"),
    "in UTF-8, encoded twice": lambda text: utf_8(utf_8(text).decode("latin-1")),
    "in UTF-16, which C# calls Unicode": lambda text: text.encode("utf-16-le", "surrogatepass"),
    "in UTF-16, high byte first": lambda text: text.encode("utf-16-be", "surrogatepass"),
    "in UTF-16 with a byte-order mark": lambda text: (
        b"\xff\xfe" + text.encode("utf-16-le", "surrogatepass")
    ),
    "with a byte-order mark in front": lambda text: b"\xef\xbb\xbf" + utf_8(text),
    "with a NUL character at its end": lambda text: utf_8(text) + b"\0",
}
CHARSET = tuple(
    Slip(f"The text was signed {how}.", "Clue the text in UTF-8, with nothing around it.", make)
    for how, make in _CHARSETS.items()
)
