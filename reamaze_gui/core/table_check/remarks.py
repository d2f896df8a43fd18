"""Words a remark on rows, which names the first few."""

import re
from collections.abc import Sequence

from reamaze_gui.core.sentences import enumerated

_PLURAL_VERBS = {"has": "have", "is": "are", "was": "were"}
_MOST_NAMED = 5  # rows that a sentence names


def remark(rows: Sequence[int], what: str) -> str:
    """Return a sentence on rows, from what is to be said of one.

    >>> remark([3, 8], "has no ID")
    'Rows 3 and 8 have no ID.'
    """
    if len(rows) > 1:
        what = re.sub(r"^(has|is|was)\b", lambda verb: _PLURAL_VERBS[verb[0]], what)
    return f"{listed(rows)} {what}."


def listed(rows: Sequence[int]) -> str:
    """Return the numbers of the first few rows, for a sentence.

    >>> listed([3]), listed([3, 8]), listed(range(3, 44))
    ('Row 3', 'Rows 3 and 8', 'Rows 3, 4, 5, 6, 7 and 36 more')
    """
    numbers = [f"{row:,}" for row in rows[:_MOST_NAMED]]
    if len(rows) > len(numbers):
        numbers.append(f"{len(rows) - len(numbers):,} more")
    return f"{'Rows' if len(numbers) > 1 else 'Row'} {enumerated(numbers)}"
