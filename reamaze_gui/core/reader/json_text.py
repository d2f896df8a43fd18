"""Finds where JSON in a text ends."""

import json

_DECODER = json.JSONDecoder()


def json_end(text: str, start: int = 0) -> int:
    """Return the end of the JSON that starts at this index; 0 for none.

    >>> json_end('a = {"b": "}"};', 4), json_end("{a: 1}")
    (14, 0)
    """
    try:
        return _DECODER.raw_decode(text, start)[1]
    except (ValueError, RecursionError):
        return 0
