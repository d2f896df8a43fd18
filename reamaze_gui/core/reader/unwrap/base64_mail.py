"""Decodes a mail's source whose body is written in Base64."""

import re

from reamaze_gui.core.escapes import from_base64
from reamaze_gui.core.reader.source_map import MappedText

_BODY = re.compile(
    r"^content-transfer-encoding:[ \t]*base64[ \t]*\n(?:[\w-]+:[^\n]*\n|[ \t]+\S[^\n]*\n)*[ \t]*\n"
    r"(?P<body>[A-Za-z0-9+/=\n \t]{40,})",
    re.MULTILINE | re.IGNORECASE,
)


def base64_mail(text: MappedText) -> MappedText:
    """Return the text with such bodies decoded."""
    return text.replaced(_BODY, _decoded) if "ase64" in text.text else text


def _decoded(mail: re.Match[str]) -> str:
    decoded = from_base64("".join(mail["body"].split())).decode("utf-8", "replace")
    return decoded.replace("\r\n", "\n").replace("\r", "\n")
