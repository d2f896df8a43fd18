"""Recognises encodings that lose part of the digest, so that it can only be compared.

Each function takes an authkey, and returns a function that tells whether a digest fits; None if
the authkey does not look so encoded, or has fewer than `ENOUGH` bytes left to compare.
"""

import base64
import re
from collections.abc import Callable

from reamaze_gui.core.mistakes.decoders import ENOUGH, RIGHT_SIZE, is_mixed

Matches = Callable[[bytes], bool]

_LEAST_RAW = 10  # characters of raw bytes; more than ENOUGH, as each tells less than a byte
_LEAST_DIGITS = 2  # digits in Base64; words have none
_LONGEST = 128  # characters of a text that may be the raw bytes of a digest
_NEGATIVE = 0x80  # the first signed byte that is negative
_LEAST_STRANGE = 3  # non-ASCII letters or question marks; words rarely have as many
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd]")
# Bytes that may be lost: all but printable ASCII, and the question mark that replaces others.
_UNRELIABLE = bytes((*range(0x21), 0x3F, *range(0x7F, 0x100)))
_SHORTENED = re.compile(
    r"([0-9A-Za-z+/=_-]*)(?:…|\.\.+|\[(?:…|\.\.+)\])([0-9A-Za-z+/=_-]*)", re.ASCII
)


def _raw(
    read: Callable[[bytes], str], *, keeps_ascii: bool = True
) -> Callable[[str], Matches | None]:
    """Return a function that compares text made of raw bytes, ignoring what pages don't preserve.

    If `read` keeps ASCII, those bytes are compared first, which is far quicker.
    """

    def look(authkey: str) -> Matches | None:
        folded = _folded(authkey)
        known = sum(each not in "\ufffd?" for each in folded)
        if known < _LEAST_RAW or len(authkey) > _LONGEST or not _is_noise(authkey):
            return None
        plain = folded.encode("ascii", "ignore").translate(None, _UNRELIABLE)

        def matches(digest: bytes) -> bool:
            if keeps_ascii and digest.translate(None, _UNRELIABLE) != plain:
                return False
            return _folded(read(digest)) == folded

        return matches

    return look


def _is_noise(text: str) -> bool:
    """Return whether a text looks like raw bytes rather than words."""
    strange = max(sum(not each.isascii() for each in text), text.count("?"))
    return bool(_CONTROL.search(text)) or strange >= _LEAST_STRANGE


def _folded(text: str) -> str:
    """Return the text without control characters and spaces, and with runs of � as one."""
    return re.sub("[\x80-\x9f\ufffd]+", "\ufffd", re.sub("[\x00-\x20\x7f\ufeff\xa0\xad]", "", text))


utf_8 = _raw(lambda digest: digest.decode("utf-8", "replace"))
utf_8_with_question_marks = _raw(
    lambda digest: digest.decode("utf-8", "replace").replace("\ufffd", "?")
)
utf_8_without_errors = _raw(lambda digest: digest.decode("utf-8", "ignore"))
ascii_only = _raw(lambda digest: digest.decode("ascii", "replace"))
question_marks = _raw(lambda digest: digest.decode("ascii", "replace").replace("\ufffd", "?"))
seven_bits = _raw(
    lambda digest: bytes(each & (_NEGATIVE - 1) for each in digest).decode(), keeps_ascii=False
)
latin_1 = _raw(lambda digest: digest.decode("latin-1"))
windows_1252 = _raw(lambda digest: digest.decode("cp1252", "replace"))
utf_16 = _raw(lambda digest: digest.decode("utf-16-le", "replace"), keeps_ascii=False)
characters_with_sign = _raw(
    lambda digest: "".join(chr(_with_sign(each) & 0xFFFF) for each in digest)
)


def negative_bytes(authkey: str) -> Matches | None:
    """Recognise the hexadecimal digits of signed bytes, as in Apps Script and Java."""
    is_long = len(authkey) >= 2 * ENOUGH and "-" in authkey
    if is_long and re.fullmatch("-?[0-9a-f]+(?:-[0-9a-f]+)*", authkey):
        return lambda digest: (
            authkey
            in {"".join(f"{_with_sign(each):x}" for each in digest), _words_with_sign(digest)}
        )
    return None


def _words_with_sign(digest: bytes) -> str:
    """Return the digits of signed 32-bit numbers, as CryptoJS stores a digest."""
    words = (digest[at : at + 4] for at in range(0, len(digest), 4))
    return "".join(f"{int.from_bytes(word, 'big', signed=True):x}" for word in words)


def name_based_uuid(authkey: str) -> Matches | None:
    """Recognise a UUID made from a digest, which has all but six of its 128 bits."""
    match = re.fullmatch(
        r"([0-9a-f]{8})-([0-9a-f]{4})-[35]([0-9a-f]{3})-[89ab]([0-9a-f]{3})-([0-9a-f]{12})",
        authkey.lower(),
    )
    if match is None:
        return None
    known = re.compile("{}{}.{}.{}{}".format(*match.groups()))
    return lambda digest: known.match(digest.hex()) is not None


def negative_bytes_without_sign(authkey: str) -> Matches | None:
    """Recognise two digits per signed byte, without the signs."""
    if re.fullmatch(r"(?:[0-7][0-9a-f]|80){32,}", authkey):
        return lambda digest: digest.translate(_WITHOUT_SIGN).hex() == authkey
    return None


def _with_sign(byte: int) -> int:
    return byte if byte < _NEGATIVE else byte - 2 * _NEGATIVE


_WITHOUT_SIGN = bytes(abs(_with_sign(byte)) for byte in range(2 * _NEGATIVE))


def decimal_bytes(authkey: str) -> Matches | None:
    """Recognise the decimal numbers of all bytes, with nothing between them."""
    if re.fullmatch(r"-?[0-9]+(?:-[0-9]+)*", authkey) and len(authkey) in range(30, 193):
        return lambda digest: (
            authkey
            in {"".join(map(str, digest)), "".join(str(_with_sign(each)) for each in digest)}
        )
    return None


def base64_in_one_case(authkey: str) -> Matches | None:
    """Recognise Base64 that was lower-cased or upper-cased."""
    left = authkey.rstrip("=")
    digits = sum(each in "0123456789" for each in left)
    if len(left) < 2 * ENOUGH or digits < _LEAST_DIGITS or re.fullmatch("[0-9a-fA-F]+", left):
        return None
    for case in (str.lower, str.upper):
        if left == case(left) and re.fullmatch("[A-Za-z0-9+/]+", left):
            return lambda digest: case(_base64(digest)) == left
    return None


def base64_without_signs(authkey: str) -> Matches | None:
    """Recognise Base64 that lost its +, / and =."""
    if re.fullmatch("(?=.*[G-Zg-z])[A-Za-z0-9]{16,88}", authkey) and is_mixed(authkey):
        return lambda digest: re.sub("[+/]", "", _base64(digest)) == authkey
    return None


def _base64(digest: bytes) -> str:
    return base64.b64encode(digest).decode().rstrip("=")


def beginning_lost(authkey: str) -> Matches | None:
    """Recognise hexadecimal digits without the first ones, and perhaps without the last."""
    if len(authkey) in range(2 * ENOUGH, 2 * RIGHT_SIZE) and re.fullmatch("[0-9a-f]+", authkey):
        return lambda digest: authkey in digest.hex()
    return None


def middle_lost(authkey: str) -> Matches | None:
    """Recognise a digest that was shortened with an ellipsis, in the middle or at the end."""
    match = _SHORTENED.fullmatch(authkey)
    if match is None:
        return None
    head, tail = match.groups()
    if re.fullmatch("[0-9a-fA-F]*", head + tail):
        head, tail = head.lower(), tail.lower()
        return _between(head, tail, bytes.hex) if len(head + tail) >= 2 * ENOUGH else None
    return _between(head, tail, _padded_base64) if len(head + tail) > 4 * ENOUGH // 3 else None


def _padded_base64(digest: bytes) -> str:
    return base64.b64encode(digest).decode()


def _between(head: str, tail: str, write: Callable[[bytes], str]) -> Matches:
    return lambda digest: write(digest).startswith(head) and write(digest).endswith(tail)


_RAW = "The raw bytes of the digest were read as text{}, which can't represent them all."
SHORTENED = "shortened hex"
# The name of the encoding, what is wrong with it, and the function that recognises it.
WAYS: tuple[tuple[str, str, Callable[[str], Matches | None]], ...] = (
    ("raw bytes as UTF-8", _RAW.format(" in UTF-8"), utf_8),
    (
        "raw bytes as UTF-8 without invalid ones",
        _RAW.format(" in UTF-8, without the invalid ones"),
        utf_8_without_errors,
    ),
    ("raw bytes as ASCII", _RAW.format(" in ASCII"), ascii_only),
    (
        "raw bytes as ASCII with ?",
        _RAW.format(" in ASCII, with ? for the invalid ones"),
        question_marks,
    ),
    (
        "raw bytes as UTF-8 with ?",
        _RAW.format(" in UTF-8, with ? for the invalid ones"),
        utf_8_with_question_marks,
    ),
    ("raw bytes of seven bits", _RAW.format(" of seven bits"), seven_bits),
    ("raw bytes as Latin-1", _RAW.format(" in Latin-1"), latin_1),
    ("raw bytes as Windows-1252", _RAW.format(" in Windows-1252"), windows_1252),
    ("raw bytes as UTF-16", _RAW.format(" in UTF-16"), utf_16),
    (
        "raw bytes as characters",
        "The bytes of the digest were each turned into a character, with their sign, as Java does.",
        characters_with_sign,
    ),
    (
        "name-based UUID",
        "A UUID was made from the digest, which doesn't keep all of it.",
        name_based_uuid,
    ),
    (
        "hex of bytes with a sign",
        "The bytes were written as numbers with a sign, as in Apps Script and Java.",
        negative_bytes,
    ),
    (
        "hex of bytes whose sign was lost",
        "Bytes with a sign were written without it, as in Apps Script and Java.",
        negative_bytes_without_sign,
    ),
    (
        "decimal numbers without separators",
        "The bytes were written as decimal numbers with nothing between them.",
        decimal_bytes,
    ),
    (
        "Base64 in one case",
        "The digest was written as Base64, and then lower-cased or upper-cased.",
        base64_in_one_case,
    ),
    (
        "Base64 without its signs",
        "The digest was written as Base64, and lost its +, / and =.",
        base64_without_signs,
    ),
    (
        "hex without its beginning",
        "The beginning of the authkey is missing.",
        beginning_lost,
    ),
    (
        SHORTENED,
        "The authkey was shortened with …, as consoles do; what is left of it is right.",
        middle_lost,
    ),
)
