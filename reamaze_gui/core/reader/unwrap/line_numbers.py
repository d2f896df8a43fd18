"""Removes line numbers, as an editor or a browser's source view shows them."""

import re
from itertools import pairwise

from reamaze_gui.core.reader.source_map import MappedText

# Perhaps after the name of the file, as grep prints it, or after the commit and its author.
_NUMBER = re.compile(
    r"^[ \t]*(?:[\w./-]+[:-]|\^?[0-9a-f]{7,40} \([^()\n]* )?(\d{1,6})"
    r"(?:[ \t]*[|:│.)-][ \t]?|\t| {1,4}|$)",
    re.MULTILINE,
)
_ITEMS = re.compile(r'^[ \t]*\d+\) "([a-zA-Z_]\w*)"\n[ \t]*\d+\) "(.*)"$', re.MULTILINE)
_CODE = re.compile(r"_support|<script|auth_?key|[{};]", re.IGNORECASE)
_FEWEST = 3  # lines; with fewer, the numbers may be anything
_COUNTED = 0.7  # the least share of lines with a number; wrapped lines have none


def without_line_numbers(text: MappedText) -> MappedText:
    """Return the text without them, if it looks like code and most lines count up by one."""
    numbers = [int(match[1]) for match in _NUMBER.finditer(text.text)]
    following = sum(b - a == 1 for a, b in pairwise(numbers))
    if following < _FEWEST - 1 or not _CODE.search(text.text):
        return text
    lines = sum(1 for line in text.text.split("\n") if line.strip())
    is_counted = following >= _COUNTED * (lines - 1)
    return text.replaced(_NUMBER, lambda _match: "") if is_counted else text


def without_item_numbers(text: MappedText) -> MappedText:
    """Return the text with Redis's numbered items, a name and its value in turn, as pairs."""
    if '1) "' not in text.text:  # what most pages lack is found sooner than by the pattern
        return text
    return text.replaced(_ITEMS, lambda match: f"{match[1]}\t{match[2]}\n")
