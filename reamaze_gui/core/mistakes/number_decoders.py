"""Decodes an authkey that was written as a number, or as several.

As in `decoders`, each function takes any text and yields the bytes of the digest.
"""

import json
import re
import uuid
from collections.abc import Callable, Iterator
from functools import partial
from itertools import product

from reamaze_gui.core.mistakes.decoders import ALGORITHMS, ENOUGH, RIGHT_SIZE, Encoding, encoding

ENCODINGS: list[Encoding] = []
_encoding = partial(encoding, ENCODINGS)

_SHORTENED = range(1, 7)  # leading zeros that a number may have lost
_NEGATIVE = 0x80  # the first signed byte that is negative
_WORDS = range(1, 9)  # digits of a number of 32 bits
_SIGNED = "The bytes were written as signed numbers, as in Apps Script and Java."
_DECIMAL = "The bytes were written as decimal numbers with nothing between them."

Spelling = Callable[[int], str]


def with_sign(byte: int) -> int:
    """Return a byte as Java and Apps Script keep it.

    >>> with_sign(0x7F), with_sign(0xFF)
    (127, -1)
    """
    return byte if byte < _NEGATIVE else byte - 2 * _NEGATIVE


class _Unseparated:
    """Bytes that were each written as a number, with nothing between them.

    `write` encodes one byte, `fits` matches the texts that may be written so. Where a number ends
    is often unknown, so every digest is decoded that may be meant, up to its first `ENOUGH` bytes.
    """

    def __init__(self, write: Spelling, fits: str) -> None:
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


# Name, what is wrong, how a byte is written, which texts may be written so.
_UNSEPARATED: tuple[tuple[str, str, Spelling, str], ...] = (
    (
        "hex without leading zeros",
        "The leading zero of each byte below 16 was dropped.",
        "{:x}".format,
        "(?!.{64}$)[0-9a-f]{20,127}",
    ),
    (
        "hex of negative bytes",
        "Bytes above 127 were written as negative numbers, as Java keeps them (ffffff…).",
        lambda byte: f"{byte if byte < _NEGATIVE else byte | 0xFFFFFF00:x}",
        "(?=.*ffffff)[0-9a-f]{20,512}",
    ),
    (
        "signed bytes",
        _SIGNED,
        lambda byte: f"{with_sign(byte):x}",
        "(?=.*-)[0-9a-f-]{16,192}",
    ),
    (
        "signed bytes without their signs",
        "The bytes were written as signed numbers without their signs (Apps Script, Java).",
        lambda byte: f"{abs(with_sign(byte)):02x}",
        "(?:[0-7][0-9a-f]|80){32,}",
    ),
    ("decimal numbers without separators", _DECIMAL, str, "[0-9]{30,192}"),
    (
        "decimal numbers without separators",
        _DECIMAL,
        lambda byte: str(with_sign(byte)),
        "(?=.*-)[0-9-]{30,256}",
    ),
)
for _name, _says, _write, _fits in _UNSEPARATED:
    _form = _Unseparated(_write, _fits)
    _encoding(_name, _says, spell=_form.spell)(_form.decode)


def _spelt_as_words(digest: bytes) -> str:
    """Encode a digest as `_signed_words` decodes it."""
    words = (digest[at : at + 4] for at in range(0, len(digest), 4))
    return "".join(f"{int.from_bytes(word, 'big', signed=True):x}" for word in words)


@_encoding("signed bytes", _SIGNED, spell=_spelt_as_words)
def _signed_words(text: str) -> Iterator[bytes]:
    """Decode the first two of signed 32-bit numbers, as CryptoJS keeps a digest."""
    if re.fullmatch("(?=.*-)[0-9a-f-]{16,80}", text):
        for sizes in product(_WORDS, repeat=2):
            if words := re.match("(-?[0-9a-f]{{{}}})(-?[0-9a-f]{{{}}})".format(*sizes), text):
                numbers = (int(word, 16) % (1 << 32) for word in words.groups())
                yield b"".join(number.to_bytes(4, "big") for number in numbers)


def _name_based_uuid(version: int, text: str) -> Iterator[bytes]:
    """Decode the first bytes of a UUID made from a digest, which lost four of their bits."""
    start = rf"([0-9a-f]{{8}})-([0-9a-f]{{4}})-{version}([0-9a-f]{{3}})-[89ab][0-9a-f-]{{16}}"
    if match := re.fullmatch(start, text):
        for lost in "0123456789abcdef":
            yield bytes.fromhex("{}{}{lost}{}".format(*match.groups(), lost=lost))


def _spelt_as_uuid(version: int, digest: bytes) -> str:
    """Encode the beginning of a digest as `_name_based_uuid` decodes it."""
    return str(uuid.UUID(bytes=digest[:16], version=version))


for _version in (3, 5):
    _encoding(
        "a name-based UUID",
        "The digest was turned into a UUID, which keeps only part of it.",
        spell=partial(_spelt_as_uuid, _version),
    )(partial(_name_based_uuid, _version))


@_encoding(
    "hex without leading zeros", "The digest was written as a number, without its leading zeros."
)
def _shortened_number(text: str) -> Iterator[bytes]:
    if re.fullmatch(r"[1-9a-f][0-9a-f]+", text):
        for size in ALGORITHMS:
            if 2 * size - len(text) in _SHORTENED:
                yield bytes.fromhex(text.zfill(2 * size))


@_encoding(
    "hex of a signed number",
    "The digest was written as a number with a sign, as Java's BigInteger does.",
)
def _signed_number(text: str) -> Iterator[bytes]:
    if re.fullmatch(r"-[1-9a-f][0-9a-f]{30,127}", text):
        for size in ALGORITHMS:
            if 0 <= 2 * size + 1 - len(text) < len(_SHORTENED):
                yield ((1 << 8 * size) - int(text[1:], 16)).to_bytes(size, "big")


@_encoding("decimal", "The digest was written as a decimal number.")
def _decimal_number(text: str) -> Iterator[bytes]:
    if re.fullmatch(r"-?[1-9][0-9]{30,154}", text):
        number = int(text)
        for size in ALGORITHMS:
            if 0 <= 8 * size - number.bit_length() < 8 * len(_SHORTENED):
                yield (number % (1 << 8 * size)).to_bytes(size, "big")


@_encoding("base 36", "The digest was written as a number in base 36.")
def _base_36(text: str) -> Iterator[bytes]:
    if re.fullmatch(r"(?=.*[g-z].*[g-z])[0-9a-z]{45,50}", text):
        number = int(text, 36)
        if number >> 8 * (RIGHT_SIZE - 1) and number.bit_length() <= 8 * RIGHT_SIZE:
            yield number.to_bytes(RIGHT_SIZE, "big")


@_encoding("a list of numbers", "The digest was written as a list of numbers.")
def _list_of_numbers(text: str) -> Iterator[bytes]:
    written = re.split(r"[,\s]+", text.strip("[]{}() \t\r\n"))
    if len(written) > 1 and all(re.fullmatch(r"-?[0-9]{1,10}", each) for each in written):
        numbers = [int(each) for each in written]
        for bits in (8, 32):
            if all(-(1 << bits - 1) <= number < 1 << bits for number in numbers):
                yield b"".join(
                    (number % (1 << bits)).to_bytes(bits // 8, "big") for number in numbers
                )


@_encoding("JSON", "The digest was written as a JSON object, not as text.")
def _json_numbers(text: str) -> Iterator[bytes]:
    try:
        value = json.loads(text) if text[:1] == "{" else None
    except (ValueError, RecursionError):
        return
    if isinstance(value, dict):
        inner = value.get("words") or value.get("data") or list(value.values())
        if isinstance(inner, list) and all(type(each) is int for each in inner):
            yield from _list_of_numbers(",".join(map(str, inner)))


@_encoding("binary digits", "The digest was written in binary digits.")
def _binary(text: str) -> Iterator[bytes]:
    digits = text.replace(" ", "")
    if re.fullmatch(r"(?:[01]{8}){8,64}", digits):
        yield bytes(int(digits[at : at + 8], 2) for at in range(0, len(digits), 8))


@_encoding("a Node.js buffer", "Node.js printed a buffer: the code must call digest('hex').")
def _inspected(text: str) -> Iterator[bytes]:
    if match := re.search(r"(?:<Buffer |\[Uint8Contents\]: <)((?:[0-9a-f]{2} ?){8,})", text):
        yield bytes.fromhex(match[1])
    if match := re.fullmatch(r"Uint8Array(?:\([0-9]+\))? ?(\[[0-9, \n]+\])", text):
        yield from _list_of_numbers(match[1].replace("\n", ""))
