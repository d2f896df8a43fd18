"""Shows a text so that nothing in it goes unseen, and where two texts differ."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import takewhile

_SIGNS = {" ": "·", "\t": "⇥", "\n": "⏎"}
_OURS = "·⇥⏎⟨⟩"  # which must not be mistaken for what they stand for

# Unicode's categories of what has no look of its own, and a few that have none all the same.
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Zs"}
_BLANK = "\u115f\u1160\u2800\u3164\uffa0\ufffc"
_COMBINING = {"Mn", "Me"}  # which may look like a part of the letter before

_LONGEST = 160  # characters of a compared text that are shown
_BEFORE = 40  # of them, what leads up to the first difference

_NOTHING = "(nothing)"

# A value in a table: its ends, where it is longer.
_HEAD = 100
_TAIL = 40


def visible(text: str) -> str:
    r"""Return the text with every character that has no look, but the plain space, by name.

    >>> visible("a b\n\u200b")
    'a b⏎⟨zero width space⟩'
    """
    return "".join(each if each == " " else _shown(each) for each in text)


def exact(text: str) -> str:
    r"""Return the text so that no two texts look alike because of what can't be seen.

    Spaces too are shown, and the signs that show them are named where they stand themselves.

    >>> exact(" ·e\u0301")
    '·⟨middle dot⟩e⟨combining acute accent⟩'
    """
    return "".join(
        _named(each) if each in _OURS or unicodedata.category(each) in _COMBINING else _shown(each)
        for each in text
    )


def shortened(text: str) -> str:
    """Return the text on one line; a long one is cut in its middle, and says how long it was.

    >>> shortened(" a b"), shortened("")
    ('·a b', '(nothing)')
    """
    if len(text) > _HEAD + _TAIL:
        return f"{visible(text[:_HEAD])} … {visible(text[-_TAIL:])} ({len(text):,} characters)"
    start, end = len(text) - len(text.lstrip(" ")), len(text.rstrip(" "))
    if start >= end:
        return exact(text) or _NOTHING
    return f"{exact(text[:start])}{visible(text[start:end])}{exact(text[end:])}"


@dataclass(frozen=True, slots=True)
class ComparedPart:
    """A piece of a compared text, and whether the other text lacks it."""

    text: str
    differs: bool = False


ComparedText = tuple[ComparedPart, ...]


def compare(one: str, other: str) -> tuple[ComparedText, ComparedText]:
    """Return both texts in pieces, `exact`; of long ones what stands round the first difference.

    >>> compare("a B", "a b")[0]
    (ComparedPart(text='a·', differs=False), ComparedPart(text='B', differs=True))
    """
    start = 0
    if max(len(one), len(other)) > _LONGEST:
        pairs = zip(one, other, strict=False)
        same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        start = max(0, same - _BEFORE)
    window = slice(start, start + _LONGEST)
    steps = SequenceMatcher(None, one[window], other[window], autojunk=False).get_opcodes()
    ours = ((one[window][step[1] : step[2]], step[0] != "equal") for step in steps)
    theirs = ((other[window][step[3] : step[4]], step[0] != "equal") for step in steps)
    return tuple(_whole(ours, start, len(one))), tuple(_whole(theirs, start, len(other)))


def _whole(pieces: Iterator[tuple[str, bool]], start: int, length: int) -> Iterator[ComparedPart]:
    """Yield the pieces that are not empty, between signs of what is left out."""
    if start:
        yield ComparedPart("… ")
    yield from (ComparedPart(exact(text), differs) for text, differs in pieces if text)
    if length > start + _LONGEST:
        yield ComparedPart(f" … ({length:,} characters)")
    elif not length:
        yield ComparedPart(_NOTHING)


def _shown(character: str) -> str:
    if character in _SIGNS:
        return _SIGNS[character]
    hidden = unicodedata.category(character) in _UNSEEN or character in _BLANK
    return _named(character) if hidden else character


def _named(character: str) -> str:
    name = unicodedata.name(character, "").lower() or f"U+{ord(character):04X}"
    return f"⟨{name}⟩"
