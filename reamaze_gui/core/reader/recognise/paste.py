"""The argument of a recogniser."""

import re
from dataclasses import dataclass

from reamaze_gui.core.reader.budget import Budget
from reamaze_gui.core.reader.source_map import MappedText, around

_WINDOW = 200_000  # characters of a text that is not a page
_TELLING = re.compile(r"_support|auth[ _-]?(?:key|path|token)|sso[\[%\"]|mail", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PastedText:
    """A text in one of its possible readings, the budget, and whether it is a whole page."""

    text: MappedText
    budget: Budget
    is_page: bool


def excerpt(text: MappedText) -> MappedText:
    """Return the text around the first words that may concern a customer; a short text whole."""
    return next(around(text, _TELLING, _WINDOW), text.cut(0, 0))
