"""Reads JavaScript's number literals."""

import re

from reamaze_gui.core.page import Kind
from reamaze_gui.core.reader.evaluate.values import Primitive, number

_BASES = {"0x": 16, "0o": 8, "0b": 2}


def numeral(written: str) -> Primitive | None:
    """Return the value of a number literal: decimal, 0x1F, 010, 1_000, 1e3 or 7n.

    >>> numeral("0x10").text, numeral("1_000").text, numeral("010").text
    ('16', '1000', '8')
    """
    digits = written.replace("_", "").lower()
    big = digits.endswith("n")
    digits = digits.removesuffix("n") if big else digits
    base = _BASES.get(digits[:2])
    if base is None and re.fullmatch("0[0-7]+", digits):
        base, digits = 8, f"0o{digits[1:]}"
    try:
        if big and base is None:
            return Primitive(Kind.NUMBER, digits, written)
        value = int(digits[2:], base) if base else float(digits)
        return Primitive(Kind.NUMBER, str(value), written) if big else number(value, written)
    except (ValueError, OverflowError):
        return None
