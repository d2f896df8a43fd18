"""Sets aside very long strings, such as a picture in a data: URL.

They are replaced by marks before anything else is done, and put back where they are a value.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from reamaze_gui.core.javascript import unescape
from reamaze_gui.core.page import User
from reamaze_gui.core.reader.scripts.clues import MENTION
from reamaze_gui.core.reader.source_map import MappedText

_LONG = 50_000  # characters; no string with a customer in it is this long
_STRING = re.compile(
    rf"(['\"`])(?=[\w+/#@][^'\"`<>\n]{{{_LONG}}})((?:[^'\"`<>\n\\]++|\\[^'\"`\n])*+)(?=\\?['\"`])"
)
_MARK = re.compile("\ufdd8([0-9]+)\ufdd9")


def set_aside(text: MappedText) -> tuple[MappedText, tuple[str, ...]]:
    """Return the text with marks in place of very long strings, and the strings."""
    values: list[str] = []

    def mark(string: re.Match[str]) -> str:
        quote, value = string.groups()
        if len(value) < _LONG or MENTION.search(value):
            return string[0]
        values.append(unescape(value))
        return f"{quote}\ufdd8{len(values) - 1}\ufdd9"

    return text.replaced(_STRING, mark), tuple(values)


def put_back(values: tuple[str, ...]) -> Callable[[User], User]:
    """Return a function that puts the strings back into a customer's values."""

    def value(mark: re.Match[str]) -> str:
        at = int(mark[1])
        return values[at] if at < len(values) else mark[0]

    def whole(user: User) -> User:
        entries = (replace(each, text=_MARK.sub(value, each.text)) for each in user.entries)
        return replace(user, entries=tuple(entries))

    return whole
