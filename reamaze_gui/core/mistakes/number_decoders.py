"""Decodes an authkey that was written as a number, or as several.

As in `decoders`, each function takes any text and yields the bytes of the digest.
"""

import json
import re
import uuid
from collections.abc import Callable, Iterator
from itertools import product

from reamaze_gui.core.mistakes.decoders import ALGORITHMS, ENOUGH, RIGHT_SIZE

_SHORTENED = range(1, 7)  # leading zeros that a number may have lost
_NEGATIVE = 0x80  # the first signed byte that is negative
_WORDS = range(1, 9)  # digits of a number of 32 bits


def with_sign(byte: int) -> int:
    """Return a byte as Java and Apps Script keep it.

    >>> with_sign(0x7F), with_sign(0xFF)
    (127, -1)
    """
    return byte if byte < _NEGATIVE else byte - 2 * _NEGATIVE


class Unseparated:
    """Bytes that were each written as a number, with nothing between them.

    `write` encodes one byte, `fits` matches the texts that may be written so. Where a number ends
    is often unknown, so every digest is decoded that may be meant, up to its first `ENOUGH` bytes.
    """

    def __init__(self, write: Callable[[int], str], fits: str) -> None:
        self._write, self._fits = write, re.compile(fits)
        self._bytes: dict[str, list[bytes]] = {}
        for byte in range(256):
            self._bytes.setdefault(write(byte), []).append(bytes((byte,)))
        self._sizes = {*map(len, self._bytes)}

    def decode(self, text: str) -> Iterator[bytes]:
        """Yield the first bytes of every digest that gives this text."""
        if self._fits.fullmatch(text):
            yield from self._splits(text, ENOUGH)

    def spell(self, digest: bytes) -> str:
        """Encode a digest as `decode` decodes it."""
        return "".join(map(self._write, digest))

    def _splits(self, text: str, count: int) -> Iterator[bytes]:
        if not count:
            yield b""
            return
        for size in self._sizes:
            for rest in self._splits(text[size:], count - 1) if text[:size] in self._bytes else ():
                yield from (byte + rest for byte in self._bytes[text[:size]])


without_zeros = Unseparated("{:x}".format, "(?!.{64}$)[0-9a-f]{20,127}")
by_java = Unseparated(
    lambda byte: f"{byte if byte < _NEGATIVE else byte | 0xFFFFFF00:x}",
    "(?=.*ffffff)[0-9a-f]{20,512}",
)
signed = Unseparated(lambda byte: f"{with_sign(byte):x}", "(?=.*-)[0-9a-f-]{16,192}")
signs_lost = Unseparated(lambda byte: f"{abs(with_sign(byte)):02x}", "(?:[0-7][0-9a-f]|80){32,}")
decimals = Unseparated(str, "[0-9]{30,192}")
signed_decimals = Unseparated(lambda byte: str(with_sign(byte)), "(?=.*-)[0-9-]{30,256}")
octals = Unseparated("{:o}".format, "[0-7]{30,192}")


def signed_words(text: str) -> Iterator[bytes]:
    """Decode the first two of signed 32-bit numbers, as CryptoJS keeps a digest."""
    if re.fullmatch("(?=.*-)[0-9a-f-]{16,80}", text):
        for sizes in product(_WORDS, repeat=2):
            if words := re.match("(-?[0-9a-f]{{{}}})(-?[0-9a-f]{{{}}})".format(*sizes), text):
                numbers = (int(word, 16) % (1 << 32) for word in words.groups())
                yield b"".join(number.to_bytes(4, "big") for number in numbers)


def spelt_as_words(digest: bytes) -> str:
    """Encode a digest as `signed_words` decodes it."""
    words = (digest[at : at + 4] for at in range(0, len(digest), 4))
    return "".join(f"{int.from_bytes(word, 'big', signed=True):x}" for word in words)


def shortened_number(text: str) -> Iterator[bytes]:
    """Decode a hexadecimal number without its leading zeros."""
    if re.fullmatch(r"[1-9a-f][0-9a-f]+", text):
        for size in ALGORITHMS:
            if 2 * size - len(text) in _SHORTENED:
                yield bytes.fromhex(text.zfill(2 * size))


def signed_number(text: str) -> Iterator[bytes]:
    """Decode a negative number, as Java's BigInteger prints a digest whose first bit is set."""
    if re.fullmatch(r"-[1-9a-f][0-9a-f]{30,127}", text):
        for size in ALGORITHMS:
            if 0 <= 2 * size + 1 - len(text) < len(_SHORTENED):
                yield ((1 << 8 * size) - int(text[1:], 16)).to_bytes(size, "big")


def decimal_number(text: str) -> Iterator[bytes]:
    """Decode a decimal number."""
    if re.fullmatch(r"-?[1-9][0-9]{30,154}", text):
        number = int(text)
        for size in ALGORITHMS:
            if 0 <= 8 * size - number.bit_length() < 8 * len(_SHORTENED):
                yield (number % (1 << 8 * size)).to_bytes(size, "big")


def base_36(text: str) -> Iterator[bytes]:
    """Decode a number in base 36."""
    if re.fullmatch(r"(?=.*[g-z].*[g-z])[0-9a-z]{45,50}", text):
        number = int(text, 36)
        if number >> 8 * (RIGHT_SIZE - 1) and number.bit_length() <= 8 * RIGHT_SIZE:
            yield number.to_bytes(RIGHT_SIZE, "big")


def list_of_numbers(text: str) -> Iterator[bytes]:
    """Decode a list of bytes, or of 32-bit words as in CryptoJS."""
    written = re.split(r"[,\s]+", text.strip("[]{}() \t\r\n"))
    if len(written) > 1 and all(re.fullmatch(r"-?[0-9]{1,10}", each) for each in written):
        numbers = [int(each) for each in written]
        for bits in (8, 32):
            if all(-(1 << bits - 1) <= number < 1 << bits for number in numbers):
                yield b"".join(
                    (number % (1 << bits)).to_bytes(bits // 8, "big") for number in numbers
                )


def json_numbers(text: str) -> Iterator[bytes]:
    """Decode the numbers in the JSON of a CryptoJS, Node.js or browser value."""
    try:
        value = json.loads(text) if text[:1] == "{" else None
    except (ValueError, RecursionError):
        return
    if isinstance(value, dict):
        inner = value.get("words") or value.get("data") or list(value.values())
        if isinstance(inner, list) and all(type(each) is int for each in inner):
            yield from list_of_numbers(",".join(map(str, inner)))


def binary(text: str) -> Iterator[bytes]:
    """Decode binary digits, with or without spaces."""
    digits = text.replace(" ", "")
    if re.fullmatch(r"(?:[01]{8}){8,64}", digits):
        yield bytes(int(digits[at : at + 8], 2) for at in range(0, len(digits), 8))


def octal(text: str) -> Iterator[bytes]:
    """Decode octal digits, three per byte."""
    if re.fullmatch(r"(?:[0-3][0-7]{2}){32}", text):
        yield bytes(int(text[at : at + 3], 8) for at in range(0, len(text), 3))


def inspected(text: str) -> Iterator[bytes]:
    """Decode a Buffer or an array of bytes as Node.js or a browser shows it."""
    if match := re.search(r"(?:<Buffer |\[Uint8Contents\]: <)((?:[0-9a-f]{2} ?){8,})", text):
        yield bytes.fromhex(match[1])
    if match := re.fullmatch(r"Uint8Array(?:\([0-9]+\))? ?(\[[0-9, \n]+\])", text):
        yield from list_of_numbers(match[1].replace("\n", ""))


def name_based_uuid(version: int, text: str) -> Iterator[bytes]:
    """Decode the first bytes of a UUID made from a digest, which lost four of their bits."""
    start = rf"([0-9a-f]{{8}})-([0-9a-f]{{4}})-{version}([0-9a-f]{{3}})-[89ab][0-9a-f-]{{16}}"
    if match := re.fullmatch(start, text):
        for lost in "0123456789abcdef":
            yield bytes.fromhex("{}{}{lost}{}".format(*match.groups(), lost=lost))


def spelt_as_uuid(version: int, digest: bytes) -> str:
    """Return the UUID that is made from the beginning of a digest."""
    return str(uuid.UUID(bytes=digest[:16], version=version))
