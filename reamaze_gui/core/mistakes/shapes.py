"""Describes what an authkey looks like, without quoting it, since it may be a secret."""

import re
from itertools import takewhile

from reamaze_gui.core.mistakes.decoders import ALGORITHMS, RIGHT_SIZE
from reamaze_gui.core.mistakes.encodings import readings

_MUST = "an authkey is 64 hexadecimal digits in lower case"
_LOOKED_AT = 500  # characters

BLOTTED_OUT = "It was blotted out, so it can't be checked. Ask for the whole authkey."
RIGHT_FORM = "It has the right form: 64 hexadecimal digits in lower case."
SHORTENED = (
    "It was shortened, as mail programs and consoles do: the part replaced by … is lost. Ask for "
    "the whole authkey."
)
NOT_WHOLE = {SHORTENED, BLOTTED_OUT}  # which says nothing of the authkey itself

# Values that are not a digest in any encoding, but tell what went wrong.
_KNOWN = {
    r"\$(?:2[abxy]?|argon2(?:id?|d)|[156]|P|H|S|s[01])\$.*": (
        "It is a password hash (bcrypt or similar), which is different each time. Use HMAC-SHA256."
    ),
    r"U2FsdGVkX1.*|gAAAAA[\w=-]{60,}": (
        "It was encrypted (CryptoJS.AES, openssl enc, Fernet), which is different each time. Use "
        "HMAC-SHA256."
    ),
    r"eyJ[\w-]*\.[\w-]*\.[\w-]*": (
        "It is a JSON Web Token (JWT), as other products use. Re:amaze needs an HMAC-SHA256."
    ),
    r"\[object Promise\]|Promise \{.*": (
        "The code did not wait for the digest: a Promise was printed. An await is missing."
    ),
    r"\[object \w+\]|Object|Array|System\.\w+(?:\[\])?|\[B@[0-9a-f]+|Resource id #[0-9]+": (
        "An object was printed, not the digest: the code must write hexadecimal digits."
    ),
    r"#?<(?:.* object at |built-in |bound method |OpenSSL|Digest).*": (
        "An object was printed, not the digest: a call of hexdigest() is missing."
    ),
    r"(?:async )?function\b.*|\(?[\w, ]*\)? ?=>.*": (
        "The code of a function was printed: it was never called."
    ),
    r"\{?[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}?": (
        "It has the form of a UUID; an authkey is 64 hexadecimal digits in lower case."
    ),
    r"[0-9A-Fa-f]{3,}(?:…|\.\.+|\[(?:…|\.\.+)\])[0-9A-Fa-f]*": SHORTENED,
    r"[0-9A-Fa-f]*(?:[*•_]{3,}|[xX]{6,}|[█▒]+)[0-9A-Fa-f]*": BLOTTED_OUT,
    r"(?=(?:[^\ufffd]*\ufffd){3}).{8,64}": (
        "The raw bytes of a digest were printed as text, which lost some of them: the code must "
        "write hexadecimal digits."
    ),
    r"undefined|null|NULL|None|nil|NaN|true|false|True|False|0|1": (
        "It is what a program prints for a missing value, or for yes or no: there was no digest."
    ),
}


def shape(authkey: str) -> str:
    """Return a sentence on what an authkey looks like, whichever key made it.

    >>> shape("hash")
    'This is not a digest: it has 4 letters, but an authkey is 64 hexadecimal digits in lower case.'
    """
    for pattern, says in _KNOWN.items():
        if re.fullmatch(pattern, authkey[:_LOOKED_AT].strip(), re.DOTALL):
            return says
    likely = [
        each
        for each in readings(authkey)
        if each.digest and (not each.slips or len(each.digest) in ALGORITHMS)
    ]
    if not likely:
        size = len(authkey)
        kind = "letters" if authkey.isalpha() else "characters"
        return f"This is not a digest: it has {size} {kind}, but {_MUST}."
    simplest = (each for each in likely if len(each.slips) == len(likely[0].slips))
    first = next((each for each in simplest if len(each.digest) == RIGHT_SIZE), likely[0])
    size = len(first.digest)
    if first.slips:
        return (
            f"It is written as {first.encoding}, and has {size} bytes{_of(size)}. "
            f"That alone is wrong: {_MUST}."
        )
    if len(authkey) == 2 * RIGHT_SIZE:
        return RIGHT_FORM
    of = _of(len(authkey) // 2) if len(authkey) % 2 == 0 else ""
    return f"It has {len(authkey)} hexadecimal digits{of}; an authkey has 64."


ONE_DIGIT = (
    "It differs from the right one in one digit, or in two that are swapped, so it was probably "
    "retyped or damaged on its way. That is likely, not proven."
)


def differs_in_one_digit(written: str, right: str) -> bool:
    """Return whether one digit is wrong, missing or extra, or two neighbours are swapped.

    >>> differs_in_one_digit("abcd", "abxd"), differs_in_one_digit("abcd", "abxy")
    (True, False)
    """
    start = _common_start(written, right)
    left, other = written[start:], right[start:]
    end = _common_start(left[::-1], other[::-1])
    left, other = left[: len(left) - end], other[: len(other) - end]
    swapped = len(left) == len(other) == 2 and left == other[::-1]  # noqa: PLR2004 - neighbours
    return max(len(left), len(other)) == 1 or swapped


def _common_start(one: str, other: str) -> int:
    """Return the length of the texts' common start."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _of(size: int) -> str:
    known = size in ALGORITHMS and size != RIGHT_SIZE
    return f", as many as {ALGORITHMS[size]} gives" if known else ""
