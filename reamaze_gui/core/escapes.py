"""Decodes the escapes of HTML, JavaScript and URLs, and Base64."""

import base64
import html
import re
from collections.abc import Iterator, Sequence

from reamaze_gui.core.javascript import unescape

Places = Sequence[tuple[int, int]]  # of each character: start and end in the original text

_ESCAPE = re.compile(
    r"(?P<octets>(?:%[0-9a-f]{2})+)|(?P<entity>&(?:\#x?[0-9a-f]{1,7}|[a-z][a-z0-9]{1,30});)"
    r"|(?:\\u[0-9a-f]{4})+|\\(?:u\{[0-9a-f]{1,6}\}|x[0-9a-f]{2}|[0-3]?[0-7]{1,2}|.)",
    re.IGNORECASE,
)
_ROUNDS = 3  # JSON in JSON in a URL


def unescaped(text: str) -> str:
    r"""Return the text with every escape decoded once.

    >>> unescaped(r"Zo\u00eb &amp; caf%C3%A9")
    'Zoë & café'
    """
    return _ESCAPE.sub(_character, text)


def rounds(text: str) -> Iterator[str]:
    r"""Yield the text as it is, then with its escapes decoded once, twice and three times.

    >>> [*rounds(r"\\u0026amp;")]
    ['\\\\u0026amp;', '\\u0026amp;', '&amp;', '&']
    """
    yield text
    for _ in range(_ROUNDS):
        before, text = text, unescaped(text)
        if text == before:
            return
        yield text


def rounds_with_places(text: str) -> Iterator[tuple[str, Places]]:
    """Yield what `rounds` does, with the place in the original text of every character."""
    places: Places = [(at, at + 1) for at in range(len(text))]
    yield text, places
    for _ in range(_ROUNDS):
        pieces: list[str] = []
        moved: list[tuple[int, int]] = []
        at = 0
        for escape in _ESCAPE.finditer(text):
            start, end = escape.span()
            character = _character(escape)
            pieces += (text[at:start], character)
            moved += places[at:start]
            moved += [(places[start][0], places[end - 1][1])] * len(character)
            at = end
        if not at:
            return
        text, places = "".join((*pieces, text[at:])), [*moved, *places[at:]]
        yield text, places


def from_base64(text: str) -> bytes:
    """Return the bytes of Base64 of either alphabet, with or without padding, even if cut off.

    >>> from_base64("b3BlbnNlc2FtZQ"), from_base64("b3Blb")
    (b'opensesame', b'ope')
    """
    digits = text.rstrip("=").replace("-", "+").replace("_", "/")
    whole = digits[: len(digits) - (len(digits) % 4 == 1)]  # one digit alone makes no byte
    return base64.b64decode(whole + "=" * (-len(whole) % 4))


def _character(escape: re.Match[str]) -> str:
    if octets := escape["octets"]:
        return bytes.fromhex(octets.replace("%", "")).decode("utf-8", "replace")
    if entity := escape["entity"]:
        return html.unescape(entity)
    return unescape(escape[0])
