"""Decodes an authkey whose digits or bytes were written in another order.

As in `decoders`, each function takes any text and yields the bytes of the digest.
"""

import re
from collections.abc import Iterator
from functools import partial

from reamaze_gui.core.mistakes.decoders import ALGORITHMS, Encoding, encoding, hexadecimal

ENCODINGS: list[Encoding] = []
_encoding = partial(encoding, ENCODINGS)

# A line of a dump: groups of digits, and perhaps the text they encode.
_OFFSET = re.compile(r"^\s*[0-9a-f]{6,8}:?(?:[ \t]+|$)", re.MULTILINE)
_DUMPED = re.compile(r"(?P<groups>[0-9a-f]+(?: {1,2}[0-9a-f]+)*?)(?: +\|.*\|| {2}.{1,16})?")


def _whole(text: str) -> Iterator[bytes]:
    """Decode hexadecimal digits, if they are as many as in a whole digest."""
    for digest in hexadecimal(text):
        if len(digest) in ALGORITHMS:
            yield digest


@_encoding("hex with the digits of each byte swapped", "The two digits of each byte were swapped.")
def _nibbles_swapped(text: str) -> Iterator[bytes]:
    for digest in _whole(text):
        yield bytes(byte >> 4 | byte << 4 & 0xF0 for byte in digest)


@_encoding("hex with its bytes reversed", "The bytes of the digest were written in reverse order.")
def _bytes_reversed(text: str) -> Iterator[bytes]:
    for digest in _whole(text):
        yield digest[::-1]


@_encoding(
    "hex with the bytes of each 32 bits reversed",
    "The bytes of each 32 bits were written in reverse order.",
)
def _words_reversed(text: str) -> Iterator[bytes]:
    for digest in _whole(text):
        yield b"".join(digest[at : at + 4][::-1] for at in range(0, len(digest), 4))


@_encoding(
    "with letters for digits",
    "There are letters in place of digits, such as O for 0: it was retyped, or read from a "
    "picture.",
)
def _retyped(text: str) -> Iterator[str]:
    """Replace letters that look like digits by these, if all other characters are digits."""
    if re.fullmatch(r"(?=.*[OoIl])[0-9a-fA-FOoIl]{64}", text):
        yield text.translate(str.maketrans("OoIl", "0011")).lower()


@_encoding("a hex dump", "A hex dump was sent, as od, hexdump and xxd print it.")
def _dumped(text: str) -> Iterator[bytes]:
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
