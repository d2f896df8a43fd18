"""Tells what a value without a heading looks like: an address, a phone number, an ID, a name."""

import re
from collections.abc import Iterable
from enum import Enum

from reamaze_gui.core.characters import LONGEST, without_accents
from reamaze_gui.core.headings import meaning
from reamaze_gui.core.pasted.paste import Piece

ADDRESS = re.compile(
    r"""[^\s@<>(){}[\]"',;:\uff1a|][^\s@<>(){}[\]",;:\uff1a|]*@[^\s@<>(){}[\]"',;:\uff1a|]+(?<![.!?])"""
)
ADDRESSES = re.compile(rf"""(?<![^\s@<>(){{}}[\]"',;:\uff1a|]){ADDRESS.pattern}""")  # in a text

# What is written where there is no value.
NOTHING = re.compile(r"[-\u2013\u2014]*|(?-i:N/A|n/a|NULL|null|None|nil|NaN|undefined)")
_MOST_WORDS = 5  # of a name
_NAME = re.compile(r"[^\W\d_][^\d_@<>(){}[\]:\uff1a/\\|=+*#\"“”!?\t\n]{0,79}")
_PART = 3  # letters that a name must have to be looked for inside a word


class Look(Enum):
    """What a value looks like."""

    EMAIL = "an address"
    PHONE = "a phone number"
    NUMBER = "digits alone: an ID, or a phone number"
    CODE = "letters and digits without a space: an ID"
    ROUNDED = "a number that a spreadsheet has rounded"
    AVATAR = "the address of an image"
    NAME = "a name"
    WORD = "one or more words that may be a name, or a note such as VIP"
    OTHER = "a date, an amount, a sentence …"


# How the values of each field look.
FIT = {
    "id": {Look.NUMBER, Look.CODE, Look.ROUNDED},
    "email": {Look.EMAIL},
    "name": {Look.NAME, Look.WORD},
    "phone": {Look.PHONE},
    "avatar": {Look.AVATAR},
}

# The first match counts; anything else is words. A phone number has 7 to 15 digits (ITU-T E.164),
# and differs from an ID by its punctuation.
_LOOKS = tuple(
    (kind, re.compile(pattern, re.IGNORECASE | re.DOTALL))
    for kind, pattern in (
        (Look.EMAIL, ADDRESS.pattern),
        (Look.OTHER, NOTHING.pattern),
        (Look.OTHER, r"(?!\d\d(?:\.\d\d){3}$)\d{1,3}(?:\.\d{1,3}){3}"),  # an IP address
        (Look.ROUNDED, r"[0-9](?:[.,][0-9]+)?E\+?[0-9]{1,3}"),
        (Look.OTHER, r"[0-9]{1,4}([-/.])[0-9]{1,2}\1[0-9]{1,4}(?:[T ,].*)?"),  # a date
        (Look.OTHER, r"-?[0-9]{1,3}(?:[.,'’][0-9]{3})+(?:[.,][0-9]{1,2})?|-?[0-9]+[.,][0-9]{1,2}"),
        (Look.OTHER, r"[0-9a-f]{32,}"),  # a digest
        (Look.AVATAR, r"https?://\S+(?:\.(?:png|jpe?g|gif|webp|svg)(?:\?\S*)?|avatar\S*)"),
        (Look.OTHER, r"(?:https?:|www\.).*"),
        (Look.NUMBER, r"0*[1-9][0-9]*"),
        (Look.PHONE, r"(?=(?:\D*\d){7,15}\D*$)[+(]?[0-9][0-9 ()./\u00a0\u2011-]{5,25}[0-9]"),
        (Look.CODE, r"gid://[\w/]+|(?=\D*\d)[^\W_][\w.:/-]{2,}\w"),
    )
)


def look_of(text: str) -> Look:
    """Return what a value looks like.

    >>> [look_of(each).name for each in ("a@b.org", "+1 415 5552671", "7004", "cus_7x", "Dai M")]
    ['EMAIL', 'PHONE', 'NUMBER', 'CODE', 'NAME']
    """
    if len(text) > LONGEST:
        return Look.OTHER
    looks = (kind for kind, pattern in _LOOKS if pattern.fullmatch(text))
    return next(looks, None) or _words(text)


def field_of(label: str, text: str) -> str:
    """Return the field that a label means, if the text looks like a value of it; else nothing.

    >>> field_of("Tel.", "4155552671"), field_of("Customer ID", "Zoë Day"), field_of("City", "Oslo")
    ('phone', '', '')
    """
    field, look = (meaning(label) or ("",))[0], look_of(text)
    is_number = field == "phone" and look is Look.NUMBER
    return field if is_number or look in FIT.get(field, ()) else ""


def _words(text: str) -> Look:
    words = text.split()
    if not _NAME.fullmatch(text) or len(words) > _MOST_WORDS or is_sentence(text):
        return Look.OTHER
    capitals = [word for word in words if not word[0].islower()]
    if len(words) == 1:
        return Look.WORD if text.isupper() or text.islower() else Look.NAME
    return Look.NAME if words[0] in capitals and words[-1] in capitals else Look.WORD


def is_sentence(text: str) -> bool:
    """Return whether this is running text, rather than a name."""
    words = text.split()
    ends = text[-1:] in {"!", "?", ","} or (text.endswith(".") and len(words[-1]) > _PART)
    return len(words) > 2 * _MOST_WORDS or (len(words) > 1 and ends)


def confirms_name(name: str, email: str) -> bool:
    """Return whether an address contains one of a name's words.

    >>> confirms_name("Zoë Day", "zoe.day@example.org"), confirms_name("VIP", "zoe@example.org")
    (True, False)
    """
    local = without_accents(email.partition("@")[0])
    parts = set(re.split(r"[\W\d_]+", local))
    return any(
        word in parts or (len(word) >= _PART and word in local)
        for word in re.split(r"[\W\d_]+", without_accents(name))
        if word
    )


def rounding_warnings(pieces: Iterable[Piece]) -> tuple[str, ...]:
    """Return a sentence on each used piece that a spreadsheet has rounded."""
    return tuple(
        f"“{piece.text}” was rounded by a spreadsheet: the real number is lost. Format the column"
        " as Text there, and copy it again from the original."
        for piece in pieces
        if piece.field and look_of(piece.text) is Look.ROUNDED
    )
