"""Decodes the source of an email: bodies in Base64 or quoted-printable.

Quoted-printable writes `=3D` for `=`, and ends wrapped lines with `=`; it is recognised even
without its header.
"""

import re
from bisect import bisect

from reamaze_gui.core.escapes import from_base64
from reamaze_gui.core.reader.source_map import MappedText

_HEADERS = r"[ \t]*\n(?:[\w-]+:[^\n]*\n|[ \t]+\S[^\n]*\n)*[ \t]*\n"
_BASE64 = re.compile(
    rf"^content-transfer-encoding:[ \t]*base64{_HEADERS}(?P<body>[A-Za-z0-9+/=\n \t]{{40,}})",
    re.MULTILINE | re.IGNORECASE,
)
_QUOTED = re.compile(
    rf"^content-transfer-encoding:[ \t]*quoted-printable{_HEADERS}(?:(?!\n--\S).)*+",
    re.MULTILINE | re.IGNORECASE | re.DOTALL,
)
_BREAK = re.compile(r"=[ \t]*\n")
_CODED = re.compile(rf"(?:=[0-9A-F]{{2}}|{_BREAK.pattern})+")
_PLAIN = re.compile(r"=(?![0-9A-F]{2}|[ \t]*\n)")


def mail(text: MappedText) -> MappedText:
    """Return the text with such bodies decoded; the whole text if every `=` in it is an escape."""
    if "ase64" in text.text:
        text = text.replaced(_BASE64, _decoded)
    if "=3D" not in text.text:
        return text
    bodies = [match.span() for match in _QUOTED.finditer(text.text)]
    if not bodies and not _PLAIN.search(text.text):
        bodies = [(0, len(text.text))]

    def decoded(coded: re.Match[str]) -> str:
        at = bisect(bodies, coded.span()) - 1
        return _octets(coded[0]) if at >= 0 and coded.end() <= bodies[at][1] else coded[0]

    return text.replaced(_CODED, decoded)


def _decoded(mail: re.Match[str]) -> str:
    decoded = from_base64("".join(mail["body"].split())).decode("utf-8", "replace")
    return decoded.replace("\r\n", "\n").replace("\r", "\n")


def _octets(coded: str) -> str:
    octets = bytes.fromhex(_BREAK.sub("", coded).replace("=", ""))
    try:
        return octets.decode()
    except UnicodeDecodeError:
        return octets.decode("cp1252", "replace")
