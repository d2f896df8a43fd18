"""Changes to a text that was typed from a screen, dictated, or damaged on its way."""

import string
from collections.abc import Iterator

_LONGEST = 128  # characters
_TYPED = string.ascii_letters + string.digits + "-_.+/@="
# Characters that mail programs, word processors and editors insert.
_INSERTED = {
    " ": "a space",
    "\n": "a line break",
    "\r\n": "a Windows line break",
    "\n ": "a line break and a space",
    "=\n": "an equals sign and a line break",
    "=\r\n": "an equals sign and a Windows line break",
    "\u00a0": "a non-breaking space",
    "\u00ad": "a soft hyphen",
    "\u200b": "a zero-width space",
    "\u200d": "a zero-width joiner",
    "\ufeff": "a byte-order mark",
}
# Characters that look alike, and those that word processors replace.
_ALIKE = ("0O", "0o", "1l", "1I", "lI", "5S", "8B", "2Z", "6G", "uv", "-_", "-.")
_TYPESET = (
    *("-\N{EN DASH}", "-\N{EM DASH}", "-\N{NON-BREAKING HYPHEN}"),
    *("'\N{RIGHT SINGLE QUOTATION MARK}", '"\N{RIGHT DOUBLE QUOTATION MARK}'),
)
_ORDINALS = {1: "st", 2: "nd", 3: "rd"}
_TEENS = range(11, 14)


def retyped(text: str) -> Iterator[tuple[str, str]]:
    """Yield texts that may have been typed instead, and a description of the difference.

    >>> dict(retyped("ab"))["ba"]
    'with its 1st and 2nd characters swapped'
    """
    if len(text) > _LONGEST:
        return
    for at, here in enumerate(text):
        before, after, which = text[:at], text[at + 1 :], _ordinal(at + 1)
        yield before + after, f"without its {which} character"
        yield before + here + text[at:], f"with its {which} character twice"
        if after:
            swapped = before + after[0] + here + after[1:]
            yield swapped, f"with its {which} and {_ordinal(at + 2)} characters swapped"
        yield before + here.swapcase() + after, f"with its {which} character in the other case"
        other, more = (
            f"with a different {which} character",
            f"with one more character before its {which}",
        )
        for typed in _TYPED:
            yield before + typed + after, other
            yield before + typed + text[at:], more
        for typed, what in _INSERTED.items() if at else ():
            yield before + typed + text[at:], f"with {what} before its {which} character"
    for pair in (*_ALIKE, *(pair[::-1] for pair in _ALIKE), *_TYPESET):
        one, other = tuple(pair)
        yield text.replace(one, other), f"with {other} for every {one}"


def _ordinal(number: int) -> str:
    """Return an ordinal number in figures.

    >>> [_ordinal(number) for number in (1, 12, 22)]
    ['1st', '12th', '22nd']
    """
    last = 0 if number % 100 in _TEENS else number % 10
    return f"{number}{_ORDINALS.get(last, 'th')}"
