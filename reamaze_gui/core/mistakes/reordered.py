"""What an authkey means whose digits or bytes were written in another order.

As in `decoders`, each function takes any text and yields the bytes of the digest.
"""

import re
from collections.abc import Iterator

from reamaze_gui.core.mistakes.decoders import ALGORITHMS, hexadecimal

# A line of a dump: its groups, and what of it can be read.
_OFFSET = re.compile(r"^\s*[0-9a-f]{6,8}:?(?:[ \t]+|$)", re.MULTILINE)
_DUMPED = re.compile(r"(?P<groups>[0-9a-f]+(?: {1,2}[0-9a-f]+)*?)(?: +\|.*\|| {2}.{1,16})?")


def _whole(text: str) -> Iterator[bytes]:
    """Yield the bytes of as many digits as a digest has."""
    for digest in hexadecimal(text):
        if len(digest) in ALGORITHMS:
            yield digest


def nibbles_swapped(text: str) -> Iterator[bytes]:
    """Yield the bytes of digits that were written in the wrong order, two by two."""
    for digest in _whole(text):
        yield bytes(byte >> 4 | byte << 4 & 0xF0 for byte in digest)


def bytes_turned(text: str) -> Iterator[bytes]:
    """Yield the bytes that were written from the last to the first."""
    for digest in _whole(text):
        yield digest[::-1]


def digits_turned(text: str) -> Iterator[bytes]:
    """Yield the bytes whose digits were written from the last to the first."""
    yield from _whole(text[::-1])


def words_turned(text: str) -> Iterator[bytes]:
    """Yield the bytes that were written in fours, each from the last to the first."""
    for digest in _whole(text):
        yield b"".join(digest[at : at + 4][::-1] for at in range(0, len(digest), 4))


def retyped(text: str) -> Iterator[str]:
    """Yield the digits where letters stand for some, if all others are digits."""
    if re.fullmatch(r"(?=.*[OoIl])[0-9a-fA-FOoIl]{64}", text):
        yield text.translate(str.maketrans("OoIl", "0011")).lower()


def dumped(text: str) -> Iterator[bytes]:
    """Yield the bytes of a dump: after offsets, and turned round where they stand in groups.

    `od` and `hexdump` show numbers of 16 or 32 bits, `xxd` the bytes in their order.
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
    r"""Yield the bytes of escapes such as \101."""
    if re.fullmatch(r"(?:\\[0-3][0-7]{2}){8,64}", text):
        yield bytes(int(each, 8) for each in text.split("\\")[1:])
