"""Decodes an authkey that was encoded in a certain way.

Every decoder takes any text and yields the bytes of the digest (perhaps of several, or only the
first bytes), or an inner text; nothing if the text is not encoded in this way.
"""

import ast
import base64
import binascii
import html
import json
import quopri
import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import product
from urllib.parse import unquote_to_bytes

from reamaze_gui.core.escapes import from_base64

ENOUGH = 8  # bytes to compare; with fewer, two digests may be equal by chance
ALGORITHMS = {16: "MD5", 20: "SHA-1", 28: "SHA-224", 32: "SHA-256", 48: "SHA-384", 64: "SHA-512"}
RIGHT_SIZE = 32  # bytes

_MOST = 4  # digests looked for in a longer text
_FEWEST_ESCAPES = 4
_ESCAPES = dict(zip("abefnrtv0", "\a\b\x1b\f\n\r\t\v\0", strict=True))
_ESCAPED_ONE = (
    r"\\x[0-9a-fA-F]{2}|\\u(?:[0-9a-fA-F]{4}|\{[0-9a-fA-F]{1,5}\})|\\[abefnrtv0\\\"#$@]|[^\\\"]"
)
_ESCAPED = re.compile(f"(?:{_ESCAPED_ONE})+", re.DOTALL)
# Cyrillic and Greek letters, and the Latin ones that look like them.
_ALIKE = str.maketrans(
    "\u0430\u0435\u0441\u043e\u0501\u0410\u0412\u0421\u0415\u041e\u0391\u0392\u0395\u03bf",
    "aecodABCEOABEo",
)
_NAME = r"[\w-]*\s?\([^()]*\)\s?=|[\w-]{1,40}[:=]|(?i:hmac-?)?(?i:sha)-?[0-9]{1,3}[-_]"
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


def hexadecimal(text: str) -> Iterator[bytes]:
    """Decode hexadecimal in lower case."""
    if len(text) % 2 == 0 and re.fullmatch(r"[0-9a-f]+", text):
        yield bytes.fromhex(text)


def odd_hexadecimal(text: str) -> Iterator[bytes]:
    """Decode the whole bytes of an odd number of hexadecimal digits."""
    if len(text) % 2 and re.fullmatch(r"[0-9a-f]+", text):
        yield bytes.fromhex(text[:-1])


def upper_case(text: str) -> Iterator[str]:
    """Convert what may be hexadecimal in upper case to lower case."""
    if text != text.lower() and re.fullmatch(r"[^G-WYZg-wyz]+", text):
        yield text.lower()


def hex_twice(text: str) -> Iterator[str]:
    """Decode hexadecimal that was encoded in hexadecimal again, once."""
    for digest in hexadecimal(text):
        if inner := text_in(digest):
            yield inner


def separated(text: str) -> Iterator[bytes]:
    r"""Decode hexadecimal with separators: punctuation, `0x` or `\x`."""
    text = re.sub(r"^(?:\[\]|new )byte(?:\[\] ?)?\{|\}$", "", text)  # as Go and C# print bytes
    parts = re.split(_BETWEEN, re.sub(rf"^{_BETWEEN}|{_BETWEEN}$", "", text))
    if len(parts) >= ENOUGH and all(re.fullmatch(r"[0-9a-f]{1,2}", part) for part in parts):
        yield bytes(int(part, 16) for part in parts)
    elif len(parts) > 1 and all(re.fullmatch(r"([0-9a-f]{2})+", part) for part in parts):
        yield bytes.fromhex("".join(parts))


def joined(text: str) -> Iterator[bytes]:
    """Yield the digest at either end of more digits; Go's `h.Sum(text)` puts the text in front."""
    if re.fullmatch(r"[0-9a-f]{65,}", text):
        yield bytes.fromhex(text[-2 * RIGHT_SIZE :])
        yield bytes.fromhex(text[: 2 * RIGHT_SIZE])


def base64_bytes(text: str) -> Iterator[bytes]:
    """Decode Base64, padded or not, in lines, or with spaces in place of plus signs."""
    yield from _decoded_base64(text.replace(" ", "+"), r"[A-Za-z0-9+/]")


def url_safe_base64(text: str) -> Iterator[bytes]:
    """Decode Base64 in the URL-safe alphabet."""
    if re.search("[-_]", text):
        yield from _decoded_base64(text, r"[A-Za-z0-9_-]")


def _decoded_base64(text: str, alphabet: str) -> Iterator[bytes]:
    stripped = re.sub(r"[\r\n]|={1,2}$", "", text)
    if re.fullmatch(rf"{alphabet}{{11,}}", stripped):
        digest = from_base64(stripped)
        if len(digest) in ALGORITHMS or is_mixed(stripped):
            yield digest


def base64_in_one_case(case: Callable[[str], str], text: str) -> Iterator[bytes]:
    """Yield the first bytes of every digest whose Base64 gives this text in one case."""
    start = text[: -(-4 * ENOUGH // 3)]
    is_like = text == case(text) and len(re.findall("[0-9]", text)) > 1
    if is_like and re.fullmatch(r"(?=.*[g-zG-Z])[A-Za-z0-9+/]{16,}={0,2}", text):
        for characters in product(*({each.lower(), each.upper()} for each in start)):
            yield from_base64("".join(characters))[:ENOUGH]


def spelt_in_one_case(case: Callable[[str], str], digest: bytes) -> str:
    """Encode a digest as `base64_in_one_case` decodes it."""
    return case(base64.b64encode(digest).decode())


def is_mixed(text: str) -> bool:
    """Return whether letters and digits are mixed at random, as in Base64 but not in words.

    Of 11 random characters of Base64, fewer than one in a hundred have three changes or fewer.
    """
    return len(re.findall("[a-z]+|[A-Z]+|[0-9]+|[^a-zA-Z0-9]+", text)) * 3 >= len(text)


def base32_bytes(text: str) -> Iterator[bytes]:
    """Decode Base32, in any case, padded or not."""
    stripped = text.rstrip("=").upper()
    if re.fullmatch(r"[A-Z2-7]{16,}", stripped):
        try:
            digest = base64.b32decode(stripped + "=" * (-len(stripped) % 8))
        except binascii.Error:
            return
        if len(digest) in ALGORITHMS or re.search("[2-7].*[2-7]", stripped):
            yield digest


def python_bytes(text: str) -> Iterator[bytes]:
    """Decode Python's b'…'."""
    escapes = r"""\\x[0-9a-f]{2}|\\[nrt\\'"]"""
    if re.fullmatch(rf"""b(['"])(?:(?!\1)[ -\[\]-~]|{escapes})*\1""", text):
        yield ast.literal_eval(text)


def escaped_bytes(text: str) -> Iterator[bytes]:
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


def raw_bytes(text: str) -> Iterator[bytes]:
    """Decode raw bytes that were put into the page as Latin-1."""
    if len(text) in ALGORITHMS and not text.isascii() and max(text) <= "\xff":
        yield text.encode("latin-1")


def openssl(text: str) -> Iterator[str]:
    """Yield the text after a name, as `openssl` prints it, or before one, as `sha256sum` does."""
    if match := re.fullmatch(rf"(?:{_NAME})\s*(\S+)\s*", text):
        yield match[1]
    if match := re.fullmatch(r"([0-9a-fA-F]{16,})\s[\s*]\S+\s*", text):
        yield match[1]


def prefixed(text: str) -> Iterator[str]:
    """Yield the digits after a prefix for hexadecimal."""
    if match := re.fullmatch(r"(?:0x|0X|\\x|x|#)([0-9A-Fa-f]+)|x'([0-9A-Fa-f]+)'", text):
        yield match[1] or match[2]


def spaced(text: str) -> Iterator[str]:
    """Yield the text without white space around it."""
    yield text.strip()


def member(text: str) -> Iterator[str]:
    """Yield the only text in a JSON list or object."""
    try:
        value = json.loads(text) if text[:1] in {"{", "["} else None
    except (ValueError, RecursionError):
        return
    inner = [*value.values()] if isinstance(value, dict) else value
    if isinstance(inner, list) and len(inner) == 1 and isinstance(inner[0], str):
        yield inner[0]


def quoted(text: str) -> Iterator[str]:
    """Yield the text in quotes or brackets."""
    if match := re.fullmatch(r"""([\['"`“‘«<({]{1,3})(.+?)(['"`”’»>)}\]]{1,3})""", text):
        yield match[2]


def url_encoded(text: str) -> Iterator[bytes]:
    """Decode URL encoding."""
    if re.search("%[0-9A-Fa-f]{2}", text):
        yield unquote_to_bytes(text.encode("utf-8", "replace"))


def html_escapes(text: str) -> Iterator[str]:
    """Decode the escapes of HTML."""
    if "&" in text:
        yield html.unescape(text)


def within(text: str) -> Iterator[str]:
    """Yield all runs of 64 digits in a longer text, and those at its very ends."""
    yield from re.findall(r"(?<![0-9A-Za-z])[0-9A-Fa-f]{64}(?![0-9A-Za-z])", text)[:_MOST]
    yield from re.findall(r"\A[0-9A-Fa-f]{64}(?=.)|(?<=.)[0-9A-Fa-f]{64}\Z", text, re.DOTALL)


def with_backslashes(text: str) -> Iterator[str]:
    """Remove the backslashes before punctuation, and line breaks and tabs that are written out."""
    if re.search(r"\\[^\w\\]|\\[nrt]", text):
        yield re.sub(r"\\(?:[nrt]|([^\w\\]))", r"\1", text)


def without_invisible(text: str) -> Iterator[str]:
    """Remove tags, invisible characters, and hyphens at the ends of lines."""
    left = re.sub(r"</?[a-zA-Z][^<>]*>\s*|-\r?\n\s*", "", text)
    left = "".join(each for each in left if unicodedata.category(each) != "Cf")
    if left != text:
        yield left


def looking_alike(text: str) -> Iterator[str]:
    """Convert look-alike, full-width or bold letters to ASCII."""
    if not text.isascii():
        left = unicodedata.normalize("NFKC", text).translate(_ALIKE)
        if left.isascii():
            yield left


def quoted_printable(text: str) -> Iterator[str]:
    """Decode quoted-printable, as in the source of an email."""
    if re.search(r"=(?:[0-9A-F]{2}|\r?\n)", text):
        yield quopri.decodestring(text.encode()).decode("utf-8", "replace")
