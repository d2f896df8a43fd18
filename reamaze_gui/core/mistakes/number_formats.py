"""The forms in which languages print a numeric id."""

import sys
from collections.abc import Callable, Iterator
from functools import partial
from itertools import product

from reamaze_gui.core.mistakes import COMMON, ODD, RARE
from reamaze_gui.core.mistakes.changes import as_float, is_number, rounded, scientific, whole

Change = Callable[[str], str]

_SEPARATORS = {
    ",": "commas",
    ".": "dots",
    " ": "spaces",
    "\u202f": "thin spaces",
    "\u00a0": "non-breaking spaces",
    "’": "curly apostrophes",
    "'": "apostrophes",
    "_": "underscores",
}
_DECIMALS = ("", ".0", ".00", ",00", ",0", ".000", ".0000", ".000000")
_THOUSAND = 3  # digits
_SURROGATES = range(0xD800, 0xE000)  # code points that are no characters
_INT, _LONG = 1 << 31, 1 << 63


def _if_number(change: Callable[[int], str]) -> Change:
    """Return a function that changes a numeric id, and leaves any other unchanged."""
    return lambda id: change(int(id)) if is_number(id) and not id.startswith("0") else id


def _grouped(separator: str, decimals: str, size: int) -> Change:
    def group(number: int) -> str:
        digits = str(number)
        head, last = digits[:-3], digits[-3:]
        first = len(head) % size
        groups = [head[:first], *(head[at : at + size] for at in range(first, len(head), size))]
        return separator.join(each for each in (*groups, last) if each) + decimals

    return _if_number(group)


def _exponent(precision: int, zeros: str, form: str, point: str) -> Change:
    """Return a function that writes a number with an exponent; precision 0 keeps all digits.

    `zeros` are those that are dropped at the end of the digits.
    """

    def write(number: int) -> str:
        mantissa, _, power = f"{float(number):.{(precision or 17) - 1}e}".partition("e")
        if not precision:
            shortest = repr(float(number)).partition("e")[0].replace(".", "").rstrip("0") or "0"
            mantissa = f"{shortest[0]}.{shortest[1:] or '0'}"
        mantissa = mantissa.rstrip(zeros) if precision else mantissa
        mantissa = mantissa.removesuffix(".").removesuffix(".0") if "+" in form else mantissa
        return mantissa.replace(".", point) + form.format(int(power))

    return _if_number(write)


def _decimal(id: str) -> str:
    return f"{int(id) if is_number(id) else id}.0"


def _ended(end: str, id: str) -> str:
    return f"{id}{end}"


def _as_spreadsheets(number: int) -> str:
    digits = str(number)
    return digits[:15].ljust(len(digits), "0")


def _character(number: int) -> str:
    is_one = number not in _SURROGATES and number <= sys.maxunicode
    return chr(number) if is_one else "\ufffd"


def _octal(id: str) -> str:
    return str(int(id, 8)) if id[:1] == "0" and is_number(id) and not set(id) & {*"89"} else id


# How a number is printed or kept, how likely that is, and the function for it.
_FURTHER: tuple[tuple[str, int, Callable[[int], str]], ...] = (
    ("as a hexadecimal number", RARE, "{:x}".format),
    ("as the character with this number, as Go's string(id) does", ODD, _character),
    ("with 15 digits and zeros, as spreadsheets keep a number", RARE, _as_spreadsheets),
    (
        "as a number of 32 bits, for which it is too large",
        RARE,
        lambda number: str((number + _INT) % (2 * _INT) - _INT),
    ),
    (
        "as an unsigned number of 32 bits, for which it is too large",
        ODD,
        lambda number: str(number % (2 * _INT)),
    ),
    ("as the largest number of 32 bits", RARE, lambda number: str(min(number, _INT - 1))),
    ("as the largest number of 64 bits", ODD, lambda number: str(min(number, _LONG - 1))),
)


def numbers() -> Iterator[tuple[str, int, Change]]:
    """Yield the description of a change, its likelihood, and the function for it."""
    yield "without the zeros at its start", COMMON, lambda id: id.lstrip("0")
    yield "as a decimal number (123.0)", COMMON, _decimal
    yield "rounded, as JavaScript does above 9,007,199,254,740,991", COMMON, rounded
    yield "as PHP writes a large number (1.2E+18)", RARE, scientific
    yield "as a whole number", RARE, whole
    yield "rounded, as a decimal number is above 9,007,199,254,740,991", RARE, as_float
    yield "as an octal number, which zeros at the start mean", RARE, _octal
    for (separator, name), decimals, size in product(
        _SEPARATORS.items(), _DECIMALS, (_THOUSAND, 2)
    ):
        if decimals.startswith(separator) or (size < _THOUSAND and separator != ","):
            continue
        how = f"as a number formatted for display, with {name} between its digits"
        groups = ", in twos as in India" if size < _THOUSAND else ""
        places = f", and with {decimals} at its end" if decimals else ""
        likely = RARE if groups else COMMON
        weight = (likely if separator in ",." else RARE) if not decimals else ODD
        yield f"{how}{groups}{places}", weight, _grouped(separator, decimals, size)
    for decimals in _DECIMALS[2:]:
        weight = RARE if decimals == ".00" else ODD
        yield f"with {decimals} at its end", weight, partial(_ended, decimals)
    forms = {"E{}": "1.2E7", "e+{:02}": "1.2e+07", "E+{:02}": "1.2E+07", "E+{}": "1.2E+7"}
    more = {"e{}": "1.2e7", "e+{}": "1.2e+7", "e+{:03}": "1.2e+007", "E+{:03}": "1.2E+007"}
    for (form, like), precision, zeros, point in product(
        (forms | more).items(), range(18), ("0", ""), ".,"
    ):
        how = f"as a number with an exponent, like {like.replace('.', point)}"
        digits = f", with {precision} digit{'s' if precision > 1 else ''}" if precision else ""
        digits += "" if zeros else ", including zeros at their end"
        weight = RARE if point == "." and precision in {0, 6} and zeros and form in forms else ODD
        if precision or zeros:
            yield f"{how}{digits}", weight, _exponent(precision, zeros, form, point)
    for how, weight, change in _FURTHER:
        yield how, weight, _if_number(change)
