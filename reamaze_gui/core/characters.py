"""Which characters of a text would a person not see, or a computer not send?"""

import re
import unicodedata
from collections.abc import Iterator

from reamaze_gui.core.remark import Fix, Remark, problem

# A value may be this long. The vendor documents no limit; what is longer was pasted by mistake.
LONGEST = 2_000

# White space with something in it that no line of text has: a tab, a line break.
_GAP = r"\s*[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]\s*"

_NAMES = {" ": "space", "\t": "tab", "\n": "line break", "\r": "line break", "\0": "NUL character"}


# By Unicode's categories of what has no name.
_KINDS = {"Cs": "broken character", "Co": "private character", "Cn": "unassigned character"}


def name_of(character: str) -> str:
    r"""Return what to call a character that can't be seen.

    >>> name_of(" "), name_of("\u200b"), name_of("\x07")
    ('space', 'zero width space (U+200B)', 'control character (U+0007)')
    """
    if character in _NAMES:
        return _NAMES[character]
    kind = _KINDS.get(unicodedata.category(character), "control character")
    name = unicodedata.name(character, kind).lower()
    return f"{name} (U+{ord(character):04X})"


def check_length(text: str) -> Iterator[Remark]:
    """Yield a problem if the text is longer than any real value."""
    if len(text) > LONGEST:
        yield problem(
            f"Longer than {LONGEST:,} characters. Was a whole page pasted? Enter the value alone."
        )


def check_ends(text: str) -> Iterator[Remark]:
    """Yield a problem, with its correction, if white space stands at an end."""
    stripped = text.strip()
    if text == stripped:
        return
    if not stripped:
        yield problem("Only white space. Enter a value.", Fix("Clear the field", ""))
        return
    at_start = text[0].isspace()
    outer = text[0] if at_start else text[-1]
    removed = len(text) - len(stripped)
    what = name_of(outer) if removed == 1 else "white space"
    where = "start" if at_start else "end"
    both = at_start and text[-1].isspace()
    yield problem(
        f"There is {_a(what)} at {'both ends' if both else f'the {where}'}; it would be sent too.",
        Fix(f"Remove the {what}", stripped),
    )


def check_unseen(
    text: str, categories: str = "Cc Cf Cs Co Cn Zl Zp", *, of_words: bool = False
) -> Iterator[Remark]:
    """Yield a problem, with its correction, if a character of these Unicode categories is there.

    In a text `of_words`, a tab or line break between two of them becomes a space.
    """
    unseen = [character for character in text if unicodedata.category(character) in categories]
    if unseen:
        apart = _apart(text) if of_words else text
        cleaned = "".join(character for character in apart if character not in unseen)
        label = "Remove it" if len(unseen) == 1 else f"Remove {len(unseen)} characters"
        if of_words and re.search(_GAP, text.strip()):
            label = "Put it on one line"
        yield problem(f"Invisible: {name_of(unseen[0])}.", Fix(label, cleaned))


def _apart(text: str) -> str:
    """Return the text with a space for each gap between its words, and none at its ends."""
    return re.sub(_GAP, lambda gap: " " * (gap.start() > 0 and gap.end() < len(text)), text)


def _a(noun: str) -> str:
    return noun if noun == "white space" else f"{'an' if noun[0] in 'aeio' else 'a'} {noun}"
