"""Removes what was added to a text on its way here: quoting, line numbers, a mail's encoding.

To add another such wrapping: one function, and its line in `_WRAPPINGS`.
"""

from reamaze_gui.core.reader.source_map import MappedText
from reamaze_gui.core.reader.unwrap.comments import without_comments
from reamaze_gui.core.reader.unwrap.console import console_answers
from reamaze_gui.core.reader.unwrap.line_numbers import without_item_numbers, without_line_numbers
from reamaze_gui.core.reader.unwrap.mail import mail
from reamaze_gui.core.reader.unwrap.quoting import (
    without_changes,
    without_fences,
    without_links,
    without_quoting,
)
from reamaze_gui.core.reader.unwrap.string_literal import out_of_block, without_doubled_quotes

# In the order in which they are removed; each leaves other texts unchanged.
_WRAPPINGS = (
    without_quoting,
    mail,
    without_links,
    without_fences,
    without_item_numbers,
    without_line_numbers,
    without_changes,
    out_of_block,
    without_doubled_quotes,
    without_comments,
    console_answers,
)


def unwrap(text: MappedText) -> MappedText:
    """Return the text as it was before it passed through mail programs, editors and tickets."""
    for wrapping in _WRAPPINGS:
        text = wrapping(text)
    return text
