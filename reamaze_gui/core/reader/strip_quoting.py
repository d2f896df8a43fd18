"""What was put round a text on its way: a mail's quotes, a ticket's fences, HTML's escapes?"""

import re
from html import unescape

from reamaze_gui.core.reader.source_map import MappedText

_FENCE = re.compile(
    r"^[ \t]*(?:```[^\n`]*|~~~[^\n]*|\{(?:code|noformat)[^}\n]*\}|\[/?code[^\]\n]*\])[ \t]*$",
    re.MULTILINE,
)
_QUOTE = re.compile(r"^[ \t]*(?:[>»](?:[ \t]?[>»])*+[ \t]?|[<←][·.]?[ \t]+)", re.MULTILINE)
_QUOTED = re.compile(
    r"^[ \t]*(?:[>»]|[<←][·.]?[ \t])[^\n]*(?:_support|authkey|email|sso[\[%])",
    re.MULTILINE | re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")


def strip_quoting(text: MappedText) -> MappedText:
    """Return the text without a mail's `>`, a console's prompts and the fences round code."""
    if _QUOTED.search(text.text):
        text = text.replaced(_QUOTE, lambda _match: "")
    if _FENCE.search(text.text):
        text = text.replaced(_FENCE, lambda _match: "")
    return text


def is_escaped(text: str) -> bool:
    """Return whether there is a character in it that HTML's escapes stand for."""
    return _ENTITY.search(text) is not None


def unescaped(text: MappedText) -> MappedText:
    """Return the text with one level of HTML's escapes undone."""
    return text.replaced(_ENTITY, lambda match: unescape(match[0]).replace("\r", "\n"))
