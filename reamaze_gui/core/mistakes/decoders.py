"""Decodes an authkey that was written as hexadecimal, Base64 or bytes.

Every decoder takes any text and yields the bytes of the digest (perhaps of several, or only the
first bytes), or an inner text; nothing if the text is not encoded in this way. `encoding` adds it
to the table of its module, in the order in which they are tried.
"""

import ast
import base64
import binascii
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import product
from typing import TypeVar

from reamaze_gui.core.escapes import from_base64
from reamaze_gui.core.mistakes import Slip

ENOUGH = 8  # bytes to compare; with fewer, two digests may be equal by chance
ALGORITHMS = {16: "MD5", 20: "SHA-1", 28: "SHA-224", 32: "SHA-256", 48: "SHA-384", 64: "SHA-512"}
RIGHT_SIZE = 32  # bytes

FIX = "Write the digest as 64 hexadecimal digits in lower case (hexdigest)."
ALONE = "Print the authkey alone, with nothing around it and nothing in between."

Decode = Callable[[str], Iterable[bytes | str]]
Spell = Callable[[bytes], str]

_FOLLOWING = ("with ", "in ", "escaped ", "URL-encoded")  # how such a name begins
_Decoder = TypeVar("_Decoder", bound=Decode)


@dataclass(frozen=True, slots=True)
class Encoding:
    """One encoding; `spell` encodes, where the decoded bytes can't be compared directly.

    `name` may begin with what follows the name of another encoding: "with a prefix".
    """

    name: str
    slip: Slip | None
    decode: Decode
    spell: Spell | None = None

    @property
    def around(self) -> str:
        """The name, to follow that of an encoding inside this one."""
        return self.name if self.name.startswith(_FOLLOWING) else f"in {self.name}"


def encoding(
    table: list[Encoding], name: str, says: str = "", fix: str = FIX, spell: Spell | None = None
) -> Callable[[_Decoder], _Decoder]:
    """Return a decorator that adds a decoder to a table; `says` what is wrong, if anything is."""

    def add(decode: _Decoder) -> _Decoder:
        table.append(Encoding(name, Slip(says, fix, str) if says else None, decode, spell))
        return decode

    return add


ENCODINGS: list[Encoding] = []
_encoding = partial(encoding, ENCODINGS)

_FEWEST_ESCAPES = 4
_ESCAPES = dict(zip("abefnrtv0", "\a\b\x1b\f\n\r\t\v\0", strict=True))
_ESCAPED_ONE = (
    r"\\x[0-9a-fA-F]{2}|\\u(?:[0-9a-fA-F]{4}|\{[0-9a-fA-F]{1,5}\})|\\[abefnrtv0\\\"#$@]|[^\\\"]"
)
_ESCAPED = re.compile(f"(?:{_ESCAPED_ONE})+", re.DOTALL)
_BETWEEN = r"(?:[-:.,;\s_|]|\\x|0x)+"


def text_in(digest: bytes) -> str | None:
    """Return the ASCII text in the bytes, if they are the text of a digest."""
    return digest.decode().strip() if re.fullmatch(rb"[\x20-\x7e]{11,}\s*", digest) else None


def wide_text_in(digest: bytes) -> str | None:
    """Return the text in the bytes, if they are UTF-8 with letters outside ASCII."""
    try:
        return None if digest.isascii() else digest.decode()
    except UnicodeDecodeError:
        return None


@_encoding("hex")
def hexadecimal(text: str) -> Iterator[bytes]:
    """Decode hexadecimal in lower case."""
    if len(text) % 2 == 0 and re.fullmatch(r"[0-9a-f]+", text):
        yield bytes.fromhex(text)


@_encoding("hex", spell=bytes.hex)
def _odd_hexadecimal(text: str) -> Iterator[bytes]:
    """Decode the whole bytes of an odd number of hexadecimal digits."""
    if len(text) % 2 and re.fullmatch(r"[0-9a-f]+", text):
        yield bytes.fromhex(text[:-1])


@_encoding("upper case", "The digest was written in upper case.")
def _upper_case(text: str) -> Iterator[str]:
    if text != text.lower() and re.fullmatch(r"[^G-WYZg-wyz]+", text):
        yield text.lower()


@_encoding("hex", "The digest was written in hexadecimal twice.")
def _hex_twice(text: str) -> Iterator[str]:
    for digest in hexadecimal(text):
        if inner := text_in(digest):
            yield inner


@_encoding("hex with separators", "The digits were written with separators between them.", ALONE)
def _separated(text: str) -> Iterator[bytes]:
    r"""Decode hexadecimal with separators: punctuation, `0x` or `\x`."""
    text = re.sub(r"^(?:\[\]|new )byte(?:\[\] ?)?\{|\}$", "", text)  # as Go and C# print bytes
    parts = re.split(_BETWEEN, re.sub(rf"^{_BETWEEN}|{_BETWEEN}$", "", text))
    if len(parts) >= ENOUGH and all(re.fullmatch(r"[0-9a-f]{1,2}", part) for part in parts):
        yield bytes(int(part, 16) for part in parts)
    elif len(parts) > 1 and all(re.fullmatch(r"([0-9a-f]{2})+", part) for part in parts):
        yield bytes.fromhex("".join(parts))


@_encoding(
    "hex beside other digits",
    "There are more digits before or after the digest; Go's Sum(text) puts the text in front, and "
    "doesn't sign it.",
    "Send only the digest; in Go, call Write(text) first, then Sum(nil).",
)
def _joined(text: str) -> Iterator[bytes]:
    if re.fullmatch(r"[0-9a-f]{65,}", text):
        yield bytes.fromhex(text[-2 * RIGHT_SIZE :])
        yield bytes.fromhex(text[: 2 * RIGHT_SIZE])


@_encoding("Base64", "The digest was written as Base64.")
def _base64_bytes(text: str) -> Iterator[bytes]:
    """Decode Base64, padded or not, in lines, or with spaces in place of plus signs."""
    yield from _decoded_base64(text.replace(" ", "+"), r"[A-Za-z0-9+/]")


@_encoding("URL-safe Base64", "The digest was written as URL-safe Base64.")
def _url_safe_base64(text: str) -> Iterator[bytes]:
    if re.search("[-_]", text):
        yield from _decoded_base64(text, r"[A-Za-z0-9_-]")


def _decoded_base64(text: str, alphabet: str) -> Iterator[bytes]:
    stripped = re.sub(r"[\r\n]|={1,2}$", "", text)
    if re.fullmatch(rf"{alphabet}{{11,}}", stripped):
        digest = from_base64(stripped)
        if len(digest) in ALGORITHMS or is_mixed(stripped):
            yield digest


def _base64_in_one_case(case: Callable[[str], str], text: str) -> Iterator[bytes]:
    """Yield the first bytes of every digest whose Base64 gives this text in one case."""
    start = text[: -(-4 * ENOUGH // 3)]
    is_like = text == case(text) and len(re.findall("[0-9]", text)) > 1
    if is_like and re.fullmatch(r"(?=.*[g-zG-Z])[A-Za-z0-9+/]{16,}={0,2}", text):
        for characters in product(*({each.lower(), each.upper()} for each in start)):
            yield from_base64("".join(characters))[:ENOUGH]


def _spelt_in_one_case(case: Callable[[str], str], digest: bytes) -> str:
    """Encode a digest as `_base64_in_one_case` decodes it."""
    return case(base64.b64encode(digest).decode())


for _case in (str.lower, str.upper):
    _encoding(
        "Base64 in one case",
        "The digest was written as Base64, and then lower-cased or upper-cased.",
        spell=partial(_spelt_in_one_case, _case),
    )(partial(_base64_in_one_case, _case))


def is_mixed(text: str) -> bool:
    """Return whether letters and digits are mixed at random, as in Base64 but not in words.

    Of 11 random characters of Base64, fewer than one in a hundred have three changes or fewer.
    """
    return len(re.findall("[a-z]+|[A-Z]+|[0-9]+|[^a-zA-Z0-9]+", text)) * 3 >= len(text)


@_encoding("Base32", "The digest was written as Base32.")
def _base32_bytes(text: str) -> Iterator[bytes]:
    stripped = text.rstrip("=").upper()
    if re.fullmatch(r"[A-Z2-7]{16,}", stripped):
        try:
            digest = base64.b32decode(stripped + "=" * (-len(stripped) % 8))
        except binascii.Error:
            return
        if len(digest) in ALGORITHMS or re.search("[2-7].*[2-7]", stripped):
            yield digest


@_encoding("Python bytes", "The digest was printed as Python bytes (b'…').")
def _python_bytes(text: str) -> Iterator[bytes]:
    escapes = r"""\\x[0-9a-f]{2}|\\[nrt\\'"]"""
    if re.fullmatch(rf"""b(['"])(?:(?!\1)[ -\[\]-~]|{escapes})*\1""", text):
        yield ast.literal_eval(text)


@_encoding(
    "escaped bytes", "The bytes of the digest were written as escapes (\\xA7), as in Ruby and Go."
)
def _escaped_bytes(text: str) -> Iterator[bytes]:
    r"""Decode the "\x9EP…" of Ruby or Go."""
    if len(re.findall(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4})", text)) < _FEWEST_ESCAPES:
        return
    inner = text.strip().strip('"')
    if _ESCAPED.fullmatch(inner):
        pieces = (_unescaped(each) for each in re.findall(_ESCAPED_ONE, inner, re.DOTALL))
        yield b"".join(pieces)


def _unescaped(piece: str) -> bytes:
    if piece[0] != "\\":
        return piece.encode()
    if piece[1] == "x":
        return bytes.fromhex(piece[2:])
    if piece[1] == "u":
        return chr(int(piece[2:].strip("{}"), 16)).encode("utf-8", "surrogatepass")
    return _ESCAPES.get(piece[1], piece[1]).encode()


@_encoding("raw bytes", "The raw bytes of the digest were put into the page.")
def _raw_bytes(text: str) -> Iterator[bytes]:
    if len(text) in ALGORITHMS and not text.isascii() and max(text) <= "\xff":
        yield text.encode("latin-1")
