"""Decodes an authkey that was written as a number, or as several.

As in `decoders`, each function takes any text and yields the bytes of the digest.
"""

import json
import re
from collections.abc import Iterator

from reamaze_gui.core.mistakes.decoders import ALGORITHMS, RIGHT_SIZE

_SHORTENED = range(1, 7)  # leading zeros that a number may have lost


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
    written = re.split(r"[, ]+", text.strip("[]{}() \t\r\n"))
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
