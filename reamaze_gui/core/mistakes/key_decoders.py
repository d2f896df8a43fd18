"""How libraries decode a secret before they use it as the key, well or badly."""

import re
import uuid

from reamaze_gui.core.escapes import from_base64 as decode_base64
from reamaze_gui.core.mistakes.changes import utf_8

_DIGITS = re.compile("[0-9a-fA-F]{1,2}")


def from_hex(secret: str) -> bytes:
    """Decode hexadecimal, or return the bytes of a text that is none."""
    try:
        return bytes.fromhex(secret)
    except ValueError:
        return utf_8(secret)


def from_base64(secret: str) -> bytes:
    """Decode Base64, and skip what is none."""
    return decode_base64(re.sub(r"[^A-Za-z0-9+/_-]", "", secret))


def from_uuid(secret: str) -> bytes:
    """Return the bytes of a GUID in .NET's order, or those of a text that is none."""
    try:
        return uuid.UUID(secret).bytes_le
    except ValueError:
        return utf_8(secret)


def from_hex_at_its_start(secret: str) -> bytes:
    """Decode hexadecimal up to the first character that is none, like Node.js."""
    start = re.match("(?:[0-9a-fA-F]{2})+", secret)
    return bytes.fromhex(start[0]) if start else utf_8(secret)


def from_hex_by_crypto_js(secret: str) -> bytes:
    """Return a byte for two characters; those that are not hexadecimal count as zero."""
    pairs = re.findall("..", secret, re.DOTALL)
    return bytes(int(digits[0], 16) if (digits := _DIGITS.match(each)) else 0 for each in pairs)


def packed(secret: str) -> bytes:
    """Return what pack('H*') makes of any characters in Perl and Ruby: half a byte of each."""
    halves = [(each & 15) + 9 * chr(each).isalpha() & 15 for each in utf_8(secret)]
    halves += [0] * (len(halves) % 2)
    return bytes(high << 4 | low for high, low in zip(halves[::2], halves[1::2], strict=True))
