"""The encodings in which a text may have been signed."""

from collections.abc import Callable
from itertools import islice

from reamaze_gui.core.mistakes import COMMON, RARE, Slip
from reamaze_gui.core.mistakes.changes import utf_8
from reamaze_gui.core.mistakes.key_decoders import from_base64, from_hex_at_its_start

# By description: how the text is encoded, and the codec that decodes it.
CHARSETS: dict[str, tuple[Callable[[str], bytes], str]] = {
    "in Latin-1": (lambda text: text.encode("latin-1", "replace"), "latin-1"),
    "in Windows-1252": (lambda text: text.encode("cp1252", "replace"), "cp1252"),
    "in ASCII, with a question mark for every other letter": (
        lambda text: text.encode("ascii", "replace"),
        "ascii",
    ),
    "in ASCII, without its other letters": (lambda text: text.encode("ascii", "ignore"), "ascii"),
    "in UTF-8, encoded twice": (lambda text: utf_8(utf_8(text).decode("latin-1")), "utf-8"),
    "in UTF-16, which C# calls Unicode": (
        lambda text: text.encode("utf-16-le", "surrogatepass"),
        "utf-16-le",
    ),
    "in big-endian UTF-16": (
        lambda text: text.encode("utf-16-be", "surrogatepass"),
        "utf-16-be",
    ),
    "in UTF-16 with a byte-order mark": (
        lambda text: b"\xff\xfe" + text.encode("utf-16-le", "surrogatepass"),
        "utf-16",
    ),
    "in big-endian UTF-16 with a byte-order mark, as Java does": (
        lambda text: b"\xfe\xff" + text.encode("utf-16-be", "surrogatepass"),
        "utf-16",
    ),
    "in UTF-32": (lambda text: text.encode("utf-32-le", "surrogatepass"), "utf-32-le"),
    "in big-endian UTF-32": (
        lambda text: text.encode("utf-32-be", "surrogatepass"),
        "utf-32-be",
    ),
    "with a NUL character at its end": (lambda text: utf_8(text) + b"\0", "utf-8"),
    "decoded from hexadecimal, which it is not": (from_hex_at_its_start, "latin-1"),
    "decoded from Base64, which it is not": (from_base64, "latin-1"),
}
_JAVAS = "in big-endian UTF-16 with a byte-order mark, as Java does"
_LIKELY = {*islice(CHARSETS, 3), "in UTF-16, which C# calls Unicode", _JAVAS}
CHARSET = tuple(
    Slip(
        f"The text was signed {how}.",
        "Sign the text in UTF-8, with nothing around it.",
        write,
        weight=COMMON if how in _LIKELY else RARE,
    )
    for how, (write, _) in CHARSETS.items()
)
_CODECS = dict(zip(CHARSET, (codec for _, codec in CHARSETS.values()), strict=True))


def read_back(signed: bytes, charset: Slip | None) -> str:
    """Return the text that was signed in a charset (UTF-8 for None), as far as it was preserved.

    >>> read_back(b"No?l", CHARSET[2])
    'No?l'
    """
    return signed.decode(_CODECS[charset] if charset else "utf-8", "surrogatepass")
