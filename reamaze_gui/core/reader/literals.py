"""Which value does a literal of JavaScript mean?"""

import re

from reamaze_gui.core.page import Kind
from reamaze_gui.core.reader.values import Scalar, number

_ESCAPE = re.compile(
    r"\\(?:u\{([0-9A-Fa-f]{1,6})\}|u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|([0-3]?[0-7]{1,2})|(.))",
    re.DOTALL,
)
_CONTROLS = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f", "v": "\v"} | dict.fromkeys(
    "\n\u2028\u2029", ""
)
_BASES = {"0x": 16, "0o": 8, "0b": 2}


def escaped(text: str) -> str:
    r"""Return what the source of a string means, from what stands between its quotes.

    >>> escaped(r"Zo\u00eb\x21")
    'Zoë!'
    """
    return whole(_ESCAPE.sub(_character, text)) if "\\" in text else text


def whole(text: str) -> str:
    """Return a text in which two halves of a character, written apart, are one."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def numeral(written: str) -> Scalar | None:
    """Return the number that a literal means: decimal, 0x1F, 010, 1_000, 1e3 or 7n.

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
            return Scalar(Kind.NUMBER, digits, written)
        value = int(digits[2:], base) if base else float(digits)
        return Scalar(Kind.NUMBER, str(value), written) if big else number(value, written)
    except (ValueError, OverflowError):
        return None


def _character(escape: re.Match[str]) -> str:
    code = escape[1] or escape[2] or escape[3]
    if code:
        return chr(min(int(code, 16), 0x10FFFF))
    if escape[4]:
        return chr(int(escape[4], 8))
    return _CONTROLS.get(escape[5], escape[5])
