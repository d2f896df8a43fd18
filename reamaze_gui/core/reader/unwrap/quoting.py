"""Takes off a mail's `>`, a console's prompts, and a ticket's fences round code."""

import re

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


def without_quoting(text: MappedText) -> MappedText:
    """Return the text without the marks of quoting, if what is ours is quoted."""
    return text.replaced(_QUOTE, lambda _match: "") if _QUOTED.search(text.text) else text


def without_fences(text: MappedText) -> MappedText:
    """Return the text without the lines that say where code begins and ends."""
    return text.replaced(_FENCE, lambda _match: "") if _FENCE.search(text.text) else text
