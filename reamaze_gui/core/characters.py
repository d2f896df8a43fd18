"""Finds the characters of a value that a person would not see, or a computer not send."""

import re
import unicodedata
from collections.abc import Iterator

from reamaze_gui.core.remark import Fix, Remark, problem

# A value may be this long. The vendor documents no limit; what is longer was pasted by mistake.
LONGEST = 2_000

# White space that no single value has within: a tab, a line break.
_GAP = re.compile(r"[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]")

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


def without_accents(text: str) -> str:
    """Return a text without its accents and capitals, for search and order.

    >>> without_accents("Zoë")
    'zoe'
    """
    letters = unicodedata.normalize("NFKD", text)
    return "".join(each for each in letters if not unicodedata.combining(each)).casefold()


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


def check_unseen(text: str, categories: str = "Cc Cf Cs Co Cn Zl Zp") -> Iterator[Remark]:
    """Yield a problem if a character of these Unicode categories is there, with its correction.

    With a tab or line break in it, it was several values: those are never joined.
    """
    unseen = [character for character in text if unicodedata.category(character) in categories]
    if gap := _GAP.search(text.strip()) if unseen else None:
        what = _a(name_of(gap[0]))
        yield problem(f"There is {what} between two values. Enter this one alone.")
    elif unseen:
        cleaned = "".join(character for character in text if character not in unseen)
        label = "Remove it" if len(unseen) == 1 else f"Remove {len(unseen)} characters"
        yield problem(f"Something invisible is in it: {name_of(unseen[0])}.", Fix(label, cleaned))


def _a(noun: str) -> str:
    return noun if noun == "white space" else f"{'an' if noun[0] in 'aeio' else 'a'} {noun}"
