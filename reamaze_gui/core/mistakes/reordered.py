"""Decodes an authkey whose digits or bytes were written in another order.

As in `decoders`, each function takes any text and yields the bytes of the digest.
"""

import re
from collections.abc import Iterator

from reamaze_gui.core.mistakes.decoders import ALGORITHMS, hexadecimal

# A line of a dump: groups of digits, and perhaps the text they encode.
_OFFSET = re.compile(r"^\s*[0-9a-f]{6,8}:?(?:[ \t]+|$)", re.MULTILINE)
_DUMPED = re.compile(r"(?P<groups>[0-9a-f]+(?: {1,2}[0-9a-f]+)*?)(?: +\|.*\|| {2}.{1,16})?")


def _whole(text: str) -> Iterator[bytes]:
    """Decode hexadecimal digits, if they are as many as in a whole digest."""
    for digest in hexadecimal(text):
        if len(digest) in ALGORITHMS:
            yield digest


def nibbles_swapped(text: str) -> Iterator[bytes]:
    """Decode hexadecimal with the two digits of each byte swapped."""
    for digest in _whole(text):
        yield bytes(byte >> 4 | byte << 4 & 0xF0 for byte in digest)


def bytes_reversed(text: str) -> Iterator[bytes]:
    """Decode bytes that were written from the last to the first."""
    for digest in _whole(text):
        yield digest[::-1]


def digits_reversed(text: str) -> Iterator[bytes]:
    """Decode digits that were written from the last to the first."""
    yield from _whole(text[::-1])


def words_reversed(text: str) -> Iterator[bytes]:
    """Decode groups of four bytes, each written from the last to the first."""
    for digest in _whole(text):
        yield b"".join(digest[at : at + 4][::-1] for at in range(0, len(digest), 4))


def retyped(text: str) -> Iterator[str]:
    """Replace letters that look like digits by these, if all other characters are digits."""
    if re.fullmatch(r"(?=.*[OoIl])[0-9a-fA-FOoIl]{64}", text):
        yield text.translate(str.maketrans("OoIl", "0011")).lower()


def dumped(text: str) -> Iterator[bytes]:
    """Decode a dump, with or without offsets, and with the bytes of each group reversed.

    `od` and `hexdump` show numbers of 16 or 32 bits, `xxd` the bytes in order.
    """
    groups: list[str] = []
    has_offsets = re.match(r"\s*0{6,8}:?\s", text) is not None
    text = _OFFSET.sub("", text) if has_offsets else text
    for line in filter(None, map(str.strip, text.split("\n"))):
        found = _DUMPED.fullmatch(line)
        if not found:
            return
        groups += found["groups"].split()
    digits = "".join(groups)
    if len(digits) // 2 in ALGORITHMS and len({*map(len, groups)}) == 1:
        if has_offsets:
            yield bytes.fromhex(digits)
        if len(groups[0]) in {4, 8}:
            yield b"".join(bytes.fromhex(group)[::-1] for group in groups)


def octal_escapes(text: str) -> Iterator[bytes]:
    r"""Decode escapes such as \101."""
    if re.fullmatch(r"(?:\\[0-3][0-7]{2}){8,64}", text):
        yield bytes(int(each, 8) for each in text.split("\\")[1:])
