"""Recognises a secret that was only encoded, shortened or otherwise thinly disguised."""

import re
from collections.abc import Iterator

from reamaze_gui.core.escapes import from_base64, unescaped

_SHORTEST_START = 6  # leading characters of a secret that are hardly there by chance
_SHORTEST_PART = 8  # the same, from its middle
_AROUND = " \t\n….*•"  # what surrounds a value that was cut off or partly masked
_GROUPED = re.compile(r"\w{2,8}(?:([-\s:._])\w{2,8}){2,}")
_DEPTH = 2  # encodings on top of each other

_HEX = re.compile(r"(?:0x)?(?:[0-9a-f]{2}[\s:,-]?)+", re.IGNORECASE)
_BASE64 = re.compile(r"[A-Za-z0-9+/_-]{4,}={0,2}")


def disguise(value: str, secret: str) -> str | None:
    """Return how a value discloses the secret, with “{secret}” in its place; None if it doesn't.

    >>> disguise("b3BlbnNlc2FtZS0x", "opensesame-1"), disguise("OPENSESAME", "opensesame-1")
    ('{secret}, written in Base64', 'the first 10 characters of {secret}, in another case')
    >>> disguise("opensesame-2", "opensesame-1")
    """
    secret = secret.strip()
    for text, how in _readings(value.strip(_AROUND), _DEPTH):
        if part := _part(text, secret):
            return f"{part}{how}"
        if part := _part(text.casefold(), secret.casefold()):
            return f"{part}, in another case{how}"
    return None


def _part(text: str, secret: str) -> str:
    """Return which part of the secret a text is; empty for none."""
    if not text or len(text) < min(_SHORTEST_START, len(secret)):
        return ""
    if text == secret:
        return "{secret}"
    if secret.startswith(text):
        return f"the first {len(text)} characters of {{secret}}"
    if len(text) >= _SHORTEST_PART and text in secret:
        return f"{len(text)} characters of {{secret}}"
    if len(secret) >= _SHORTEST_START and secret in text:
        return "a text that contains {secret}"
    return ""


def _readings(value: str, depth: int) -> Iterator[tuple[str, str]]:
    """Yield what a value may decode to, and how it is encoded then; the plainest first."""
    found = [(value, "")]
    for _ in range(depth):
        yield from found
        found = [(text, f"{how}{more}") for one, more in found for text, how in _decoded(one)]
    yield from found


def _decoded(text: str) -> Iterator[tuple[str, str]]:
    if (plain := unescaped(text)) != text:
        yield plain, ", escaped"
    if _HEX.fullmatch(text):
        digits = re.sub(r"^0x|[\s:,-]", "", text, flags=re.IGNORECASE)
        yield bytes.fromhex(digits).decode("utf-8", "replace"), ", written in hexadecimal digits"
    if _BASE64.fullmatch(text):
        yield from_base64(text).decode("utf-8", "replace"), ", written in Base64"
    if _GROUPED.fullmatch(text):
        yield re.sub(r"[-\s:._]", "", text), ", in groups"
    yield text[::-1], ", written backwards"
