"""Removes what surrounds or escapes an authkey; each decoder is as in `decoders`."""

import html
import json
import quopri
import re
import unicodedata
from collections.abc import Iterator
from functools import partial
from urllib.parse import unquote_to_bytes

from reamaze_gui.core.authkey import AUTHKEY
from reamaze_gui.core.mistakes.decoders import ALONE, Encoding, encoding

ENCODINGS: list[Encoding] = []
_encoding = partial(encoding, ENCODINGS)

_MOST = 4  # digests looked for in a longer text
_PLAIN = "Print the authkey as it is, without escaping it."
_NAME = r"[\w-]*\s?\([^()]*\)\s?=|[\w-]{1,40}[:=]|(?i:hmac-?)?(?i:sha)-?[0-9]{1,3}[-_]"


@_encoding(
    "with openssl's or another label",
    "There is something before or after the digest, such as its algorithm's name.",
    ALONE,
)
def _openssl(text: str) -> Iterator[str]:
    """Yield the text after a name, as `openssl` prints it, or before one, as `sha256sum` does."""
    if match := re.fullmatch(rf"(?:{_NAME})\s*(\S+)\s*", text):
        yield match[1]
    if match := re.fullmatch(r"([0-9a-fA-F]{16,})\s[\s*]\S+\s*", text):
        yield match[1]


@_encoding("with a prefix", "There is a prefix before the digits.", ALONE)
def _prefixed(text: str) -> Iterator[str]:
    """Yield the digits after a prefix for hexadecimal."""
    if match := re.fullmatch(r"(?:0x|0X|\\x|x|#)([0-9A-Fa-f]+)|x'([0-9A-Fa-f]+)'", text):
        yield match[1] or match[2]


@_encoding("with white space", "There is white space around the authkey.", ALONE)
def _spaced(text: str) -> Iterator[str]:
    yield text.strip()


@_encoding(
    "in a list or an object", "The authkey is in a list or an object, not plain text.", ALONE
)
def _member(text: str) -> Iterator[str]:
    try:
        value = json.loads(text) if text[:1] in {"{", "["} else None
    except (ValueError, RecursionError):
        return
    inner = [*value.values()] if isinstance(value, dict) else value
    if isinstance(inner, list) and len(inner) == 1 and isinstance(inner[0], str):
        yield inner[0]


@_encoding(
    "in quotes or brackets",
    "There are quotes or brackets around the authkey, inside the string.",
    ALONE,
)
def _quoted(text: str) -> Iterator[str]:
    if match := re.fullmatch(r"""([\['"`“‘«<({]{1,3})(.+?)(['"`”’»>)}\]]{1,3})""", text):
        yield match[2]


@_encoding("URL-encoded", "The authkey was URL-encoded.", _PLAIN)
def _url_encoded(text: str) -> Iterator[bytes]:
    if re.search("%[0-9A-Fa-f]{2}", text):
        yield unquote_to_bytes(text.encode("utf-8", "replace"))


@_encoding("escaped for HTML", "The authkey was escaped for HTML.", _PLAIN)
def _html_escapes(text: str) -> Iterator[str]:
    if "&" in text:
        yield html.unescape(text)


@_encoding("in a longer text", "There is something else before or after the 64 digits.", ALONE)
def _within(text: str) -> Iterator[str]:
    """Yield all runs of 64 digits in a longer text, and those at its very ends."""
    yield from AUTHKEY.findall(text)[:_MOST]
    yield from re.findall(r"\A[0-9A-Fa-f]{64}(?=.)|(?<=.)[0-9A-Fa-f]{64}\Z", text, re.DOTALL)


@_encoding("with backslashes", "There are backslashes in the authkey.", ALONE)
def _with_backslashes(text: str) -> Iterator[str]:
    """Remove the backslashes before punctuation, and line breaks and tabs that are written out."""
    if re.search(r"\\[^\w\\]|\\[nrt]", text):
        yield re.sub(r"\\(?:[nrt]|([^\w\\]))", r"\1", text)


@_encoding(
    "with tags or invisible characters",
    "There are tags or invisible characters between the digits.",
    ALONE,
)
def _without_invisible(text: str) -> Iterator[str]:
    """Remove tags, invisible characters, and hyphens at the ends of lines."""
    left = re.sub(r"</?[a-zA-Z][^<>]*>\s*|-\r?\n\s*", "", text)
    left = "".join(each for each in left if unicodedata.category(each) != "Cf")
    if left != text:
        yield left


@_encoding(
    "in quoted-printable",
    "The authkey was escaped as in the source of an email (=33 for 3).",
    _PLAIN,
)
def _quoted_printable(text: str) -> Iterator[str]:
    if re.search(r"=(?:[0-9A-F]{2}|\r?\n)", text):
        yield quopri.decodestring(text.encode()).decode("utf-8", "replace")
