"""Recognises encodings that lose part of the digest, so that it can only be compared.

Each function takes an authkey, and returns a function that tells whether a digest fits; None if
the authkey does not look so encoded, or has fewer than `ENOUGH` bytes left to compare.
"""

import base64
import re
from collections.abc import Callable

from reamaze_gui.core.mistakes import Slip
from reamaze_gui.core.mistakes.decoders import ENOUGH, FIX, RIGHT_SIZE, is_mixed
from reamaze_gui.core.mistakes.number_decoders import with_sign

Matches = Callable[[bytes], bool]

_LEAST_RAW = 10  # characters of raw bytes; more than ENOUGH, as each tells less than a byte
_LONGEST = 128  # characters of a text that may be the raw bytes of a digest
_EIGHTH_BIT = 0x80
_LEAST_CONTROL = 20  # characters, of which one or more is a control character
_LEAST_STRANGE = 3  # non-ASCII letters or question marks; words rarely have as many
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd]")
_SHORTENED = re.compile(
    r"([0-9A-Za-z+/=_-]*)(?:…|\.\.+|\[(?:…|\.\.+)\])([0-9A-Za-z+/=_-]*)", re.ASCII
)


def _ascii(character: str) -> tuple[bytes, ...]:
    return (character.encode(),) if character.isascii() else ()


def _raw(
    read: Callable[[bytes], str], written: Callable[[str], tuple[bytes, ...]] = _ascii
) -> Callable[[str], Matches | None]:
    """Return a function that compares text made of raw bytes, ignoring what pages don't preserve.

    `written` returns what a character that is preserved may have been read from; most digests are
    ruled out since they have nothing of that.
    """

    def look(authkey: str) -> Matches | None:
        folded = _folded(authkey)
        known = [each for each in folded if each not in "\ufffd?"]
        if len(known) < _LEAST_RAW or len(authkey) > _LONGEST or not _is_noise(authkey):
            return None
        origins = min(map(written, known), key=lambda each: len(each) or _LONGEST)
        has_one = re.compile(b"|".join(map(re.escape, origins))).search
        return lambda digest: bool(has_one(digest)) and _folded(read(digest)) == folded

    return look


def _is_noise(text: str) -> bool:
    """Return whether a text looks like raw bytes rather than words."""
    strange = max(sum(not each.isascii() for each in text), text.count("?"))
    return len(_CONTROL.findall(text)) * _LEAST_CONTROL >= len(text) or strange >= _LEAST_STRANGE


def _folded(text: str) -> str:
    """Return the text without control characters and spaces, and with runs of � as one."""
    return re.sub("[\x80-\x9f\ufffd]+", "\ufffd", re.sub("[\x00-\x20\x7f\ufeff\xa0\xad]", "", text))


def base64_without_signs(authkey: str) -> Matches | None:
    """Recognise Base64 that lost its +, / and =."""
    if re.fullmatch("(?=.*[G-Zg-z])[A-Za-z0-9]{16,88}", authkey) and is_mixed(authkey):
        return lambda digest: re.sub("[+/]", "", _padded_base64(digest).rstrip("=")) == authkey
    return None


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


_RAW_WAYS = {
    "UTF-8": _raw(lambda digest: digest.decode("utf-8", "replace")),
    "UTF-8 (without invalid bytes)": _raw(lambda digest: digest.decode("utf-8", "ignore")),
    "ASCII": _raw(lambda digest: digest.decode("ascii", "replace")),
    "ASCII (with question marks)": _raw(
        lambda digest: digest.decode("ascii", "replace").replace("\ufffd", "?")
    ),
    "UTF-8 (with question marks)": _raw(
        lambda digest: digest.decode("utf-8", "replace").replace("\ufffd", "?")
    ),
    "7-bit": _raw(
        lambda digest: bytes(each & ~_EIGHTH_BIT for each in digest).decode(),
        lambda character: tuple(
            bytes((each[0] | bit,)) for each in _ascii(character) for bit in (0, _EIGHTH_BIT)
        ),
    ),
    "Latin-1": _raw(lambda digest: digest.decode("latin-1")),
    "Windows-1252": _raw(lambda digest: digest.decode("cp1252", "replace")),
    "UTF-16": _raw(
        lambda digest: digest.decode("utf-16-le", "replace"),
        lambda character: (character.encode("utf-16-le", "surrogatepass"),),
    ),
}
SHORTENED = "shortened hex"
WHOLE = "Send all 64 digits; see whether a database column or a variable is too short."


def _way(
    name: str, says: str, look: Callable[[str], Matches | None], fix: str = FIX
) -> tuple[str, Slip, Callable[[str], Matches | None]]:
    return name, Slip(says, fix, str), look


# The name of the encoding, what is wrong with it, and the function that recognises it.
WAYS = (
    *(
        _way(
            f"raw bytes as {how}", f"The raw bytes of the digest were decoded as text: {how}.", look
        )
        for how, look in _RAW_WAYS.items()
    ),
    _way(
        "raw bytes as characters",
        "Each byte of the digest was turned into a character, sign included, as in Java.",
        _raw(lambda digest: "".join(chr(with_sign(each) & 0xFFFF) for each in digest)),
    ),
    _way(
        "Base64 without its signs",
        "The digest was written as Base64, and lost its +, / and =.",
        base64_without_signs,
    ),
    _way(
        "hex without its beginning",
        "The beginning of the authkey is missing.",
        beginning_lost,
        WHOLE,
    ),
    _way(
        SHORTENED,
        "The authkey was shortened with …, as consoles do; what is left of it is right.",
        middle_lost,
        "Ask for the whole authkey: the page may send it whole.",
    ),
)
