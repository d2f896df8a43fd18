"""Takes sentences apart and puts words together for them."""

import re
from collections.abc import Iterable

# A full stop within a quotation ends no sentence; a question mark is always a sign that is named.
_FIRST_SENTENCE = re.compile(r"(?:“[^”]*”|“(?![^”]*”)|[^“])+?[.!](?=\s|$)")


def first_sentence(text: str) -> str:
    """Return the first sentence, without its full stop.

    >>> first_sentence("It is so. That is all."), first_sentence("It signs “a . b”. So.")
    ('It is so', 'It signs “a . b”')
    >>> first_sentence("It has ? for ë. So.")
    'It has ? for ë'
    """
    found = _FIRST_SENTENCE.match(text)
    return (found[0] if found else text).rstrip(".")


def capitalized(text: str) -> str:
    """Return a text with an initial capital."""
    return text[:1].upper() + text[1:]


def uncapitalized(sentence: str) -> str:
    """Return a sentence without its initial capital; "HMAC" stays as it is."""
    is_word = sentence[1:2].islower() or sentence[1:2] == " "
    return sentence[0].lower() + sentence[1:] if is_word else sentence


def enumerated(words: Iterable[str]) -> str:
    """Return words as a list in a sentence.

    >>> enumerated(["id"]), enumerated(["id", "email", "authkey"])
    ('id', 'id, email and authkey')
    """
    *others, last = words
    return f"{', '.join(others)} and {last}" if others else last
