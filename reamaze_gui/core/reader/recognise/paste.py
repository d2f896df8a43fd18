"""What a recogniser is given."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from reamaze_gui.core.reader.budget import Budget
from reamaze_gui.core.reader.source_map import MappedText, around

_WINDOW = 200_000  # characters of a text that is no page
_TELLING = re.compile(r"_support|auth[ _-]?(?:key|path|token)|sso[\[%\"]|mail", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PastedText:
    """A text as it may be read, how much may be spent on it, and whether it is a whole page."""

    text: MappedText
    budget: Budget
    is_page: bool


def excerpt(text: MappedText) -> Iterator[MappedText]:
    """Yield what surrounds the first of what may tell of a customer; all of a shorter text."""
    yield from islice(around(text, _TELLING, _WINDOW), 1)
