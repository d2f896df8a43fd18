"""Finds characters of a value that a person can't see, or that can't be sent."""

import re
import unicodedata
from collections.abc import Iterator

from reamaze_gui.core.remark import Fix, Remark, problem

# Characters. The vendor documents no limit; anything longer was pasted by mistake.
LONGEST = 2_000

# Separators that no single value contains: a tab, a line break.
_SEPARATOR = re.compile(r"[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]")

_NAMES = {" ": "space", "\t": "tab", "\n": "line break", "\r": "line break", "\0": "NUL character"}

# By Unicode category, for characters without a name.
_KINDS = {"Cs": "broken character", "Co": "private character", "Cn": "unassigned character"}


def name_of(character: str) -> str:
    r"""Return the name of an invisible character, for a sentence.

    >>> name_of(" "), name_of("\u200b"), name_of("\x07")
    ('space', 'zero width space (U+200B)', 'control character (U+0007)')
    """
    if character in _NAMES:
        return _NAMES[character]
    kind = _KINDS.get(unicodedata.category(character), "control character")
    name = unicodedata.name(character, kind).lower()
    return f"{name} (U+{ord(character):04X})"


def without_accents(text: str) -> str:
    """Return a text without accents and capitals, for searching and sorting.

    >>> without_accents("Zoë")
    'zoe'
    """
    letters = unicodedata.normalize("NFKD", text)
    return "".join(each for each in letters if not unicodedata.combining(each)).casefold()


def check_length(text: str) -> Iterator[Remark]:
    """Yield a problem if the text is longer than any real value."""
    if len(text) > LONGEST:
        yield problem(
            f"Longer than {LONGEST:,} characters. Was a whole page pasted? Enter only the value."
        )


def check_ends(text: str) -> Iterator[Remark]:
    """Yield a problem, with its correction, if there is white space at either end."""
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
        f"There is {_a(what)} at {'both ends' if both else f'the {where}'}; it is sent too.",
        Fix(f"Remove the {what}", stripped),
    )


def check_invisible(text: str, categories: str = "Cc Cf Cs Co Cn Zl Zp") -> Iterator[Remark]:
    """Yield a problem, with its correction, if characters of these Unicode categories are found.

    A tab or line break means that several values were entered, which are never joined.
    """
    found = [character for character in text if unicodedata.category(character) in categories]
    if separator := _SEPARATOR.search(text.strip()) if found else None:
        what = _a(name_of(separator[0]))
        yield problem(f"There is {what} between two values. Enter only one.")
    elif found:
        cleaned = "".join(character for character in text if character not in found)
        label = "Remove it" if len(found) == 1 else f"Remove {len(found)} characters"
        says = f"Contains an invisible character: {name_of(found[0])}."
        yield problem(says, Fix(label, cleaned))


def _a(noun: str) -> str:
    return noun if noun == "white space" else f"{'an' if noun[0] in 'aeio' else 'a'} {noun}"
