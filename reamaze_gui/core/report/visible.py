"""Makes invisible characters visible, and shows where two texts differ."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import takewhile

_SIGNS = {" ": "·", "\t": "⇥", "\n": "⏎", "\r": "⟨carriage return⟩"}
_OURS = "·⇥⏎⟨⟩"  # named where they occur themselves

# Unicode categories without a glyph, and a few blank characters of other categories.
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Zs"}
_BLANK = "\u115f\u1160\u2800\u3164\uffa0\ufffc"
_COMBINING = {"Mn", "Me"}  # may look like part of the letter before

_LONGEST = 160  # characters of a compared text that are shown
_BEFORE = 40  # of them, those before the first difference

_NOTHING = "(nothing)"

# Characters shown of a long value: its beginning and its end.
_HEAD = 100
_TAIL = 40


def visible(text: str) -> str:
    r"""Return the text with every invisible character named, except plain spaces.

    >>> visible("a b\n\u200b")
    'a b⏎⟨zero width space⟩'
    """
    return "".join(each if each == " " else _shown(each) for each in text)


def exact(text: str) -> str:
    r"""Return the text so that different texts always look different.

    Spaces are shown by signs, and where such a sign occurs itself it is named.

    >>> exact(" ·e\u0301")
    '·⟨middle dot⟩e⟨combining acute accent⟩'
    """
    return "".join(
        _named(each) if each in _OURS or unicodedata.category(each) in _COMBINING else _shown(each)
        for each in text
    )


def shortened(text: str) -> str:
    """Return the text on one line; a long one is cut in the middle and its length given.

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
    """A part of a compared text, and whether the other text lacks it."""

    text: str
    differs: bool = False


ComparedText = tuple[ComparedPart, ...]


def compare(one: str, other: str) -> tuple[ComparedText, ComparedText]:
    """Return both texts in `exact` parts; of long ones only those around the first difference.

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
    """Yield the parts that are not empty, with an ellipsis where text was left out."""
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
