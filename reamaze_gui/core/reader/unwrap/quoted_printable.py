"""Decodes a mail's source, in which `=3D` stands for `=` and a `=` at its end joins a line."""

import re

from reamaze_gui.core.reader.source_map import MappedText

_SIGN = re.compile(r"=3D")
_BREAK = re.compile(r"=[ \t]*\n")
_CODED = re.compile(rf"(?:=[0-9A-F]{{2}}|{_BREAK.pattern})+")
_PLAIN = re.compile(r"=(?![0-9A-F]{2}|[ \t]*\n)")


def quoted_printable(text: MappedText) -> MappedText:
    """Return the text decoded, if no `=` in it stands for itself."""
    if not _SIGN.search(text.text) or _PLAIN.search(text.text):
        return text
    return text.replaced(_CODED, lambda match: _decoded(match[0]))


def _decoded(coded: str) -> str:
    octets = bytes.fromhex(_BREAK.sub("", coded).replace("=", ""))
    try:
        return octets.decode()
    except UnicodeDecodeError:
        return octets.decode("cp1252", "replace")
