"""Damage that a page does to a value that was signed undamaged, and how to undo it."""

import html
import math
import quopri
import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import product
from urllib.parse import unquote

from reamaze_gui.core.javascript import unescape
from reamaze_gui.core.mistakes import COMMON, RARE, Side, Slip
from reamaze_gui.core.mistakes.changes import as_float, both, is_number, rounded, text_in_base64
from reamaze_gui.core.mistakes.containers import taken_out

DAMAGED = "Correct the page: it must send the {} exactly as signed."
_GID = re.compile(r"gid://\w+/\w+/(\w+)")
_GROUPED = re.compile(r"[0-9]{1,3}([,.' ’_\u00a0\u202f])[0-9]{2,3}(?:\1[0-9]{2,3})*(?:\.0+)?")
_UUID = re.compile(
    "([0-9a-fA-F]{8})([0-9a-fA-F]{4})([0-9a-fA-F]{4})([0-9a-fA-F]{4})([0-9a-fA-F]{12})"
)
_ADDRESS = re.compile(r"[\w+][\w.+'&=%-]*@[\w-]+(?:\.[\w-]+)+")
_STRAIGHT = str.maketrans("‘’“”", "''\"\"")
_LETTERS = "".join(map(chr, (*range(0xC0, 0x180), 0x2019)))  # of Latin, and a curly apostrophe
_MOST_LOST = 2  # letters that are tried
_WIDEST = 1 << 11  # distance of floats, with which numbers of 64 bits are rounded
_EXPONENT = re.compile(r"[0-9](?:[.,][0-9]{1,20})?[eE]\+?[0-9]{1,2}")


def _without_backslashes(text: str) -> str:
    return re.sub(r"\\(.?)", r"\1", text, flags=re.DOTALL)


def _from_wrong_charset(text: str) -> str:
    """Return the text before its UTF-8 was decoded as Windows-1252, if it was."""
    try:
        return b"".join(map(_windows_1252, text)).decode()
    except ValueError:
        return text


def _windows_1252(character: str) -> bytes:
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")  # five bytes that browsers decode as in Latin-1


def _without_tags(text: str) -> str:
    return re.sub(r"</?[a-zA-Z][^<>]*>", "", text)


def _visible(text: str) -> str:
    return "".join(filter(str.isprintable, text))


def _ungrouped(id: str) -> str:
    return re.sub(r"\.0+$|[^0-9]", "", id) if _GROUPED.fullmatch(id) else id


def _unrounded(id: str) -> str:
    return f"{float(id.replace(',', '.')):.0f}" if _EXPONENT.fullmatch(id) else id


def _numbered(id: str) -> str:
    """Return the number from Shopify's long form, which may be in Base64."""
    gid = _GID.fullmatch(text_in_base64(id))
    return gid[1] if gid else id


def _first_address(email: str) -> str:
    found = _ADDRESS.search(email)
    return found[0] if found else email


def _from_mail(text: str) -> str:
    """Decode quoted-printable text, as emails have it."""
    return quopri.decodestring(text.encode("utf-8", "surrogatepass")).decode("utf-8", "replace")


def with_letters_back(text: str) -> Iterator[str]:
    """Yield what a text may have been before letters of it became ? or �.

    >>> "zoë@b.c" in with_letters_back("zo?@b.c")
    True
    """
    first, *others = re.split("[?\ufffd]", text)
    if len(others) in range(1, _MOST_LOST + 1):
        for letters in product(_LETTERS, repeat=len(others)):
            yield first + "".join(map("".join, zip(letters, others, strict=True)))


def before_rounding(id: str) -> Iterator[str]:
    """Yield the other numbers that become this one where numbers are floats, as in JavaScript.

    >>> [*before_rounding("9007199254740996")]
    ['9007199254740995', '9007199254740997']
    """
    if is_number(id) and id in {rounded(id), as_float(id)}:
        nearest, spacing = int(float(id)), math.ulp(float(id))
        if 1 < spacing <= _WIDEST:
            near = range(nearest - int(spacing) // 2, nearest + int(spacing) // 2 + 1)
            yield from (f"{each}" for each in near if f"{each}" != id and float(each) == nearest)


def _padded(size: int, id: str) -> str:
    return id.zfill(size) if is_number(id) else id


# By the rest of a sentence after "The page sends the email …".
_ANY: dict[str, Callable[[str], str]] = {
    "with white space around it": str.strip,
    "escaped for HTML (&amp; for &)": html.unescape,
    "URL-encoded (%40 for @)": unquote,
    "with backslashes before its quotes": _without_backslashes,
    "in the wrong character set (Ã« for ë)": _from_wrong_charset,
    "in quotes or brackets": taken_out,
    "with HTML tags around it": _without_tags,
    "with invisible characters in it": _visible,
    "in quotes escaped for HTML (&quot;)": lambda text: taken_out(html.unescape(text)),
    "in backslashed quotes": lambda text: taken_out(_without_backslashes(text)),
}
_ANY_RARELY: dict[str, Callable[[str], str]] = {
    "with JavaScript's escapes in it": unescape,
    "in Base64": text_in_base64,
    "encoded twice for a URL (%2540 for @)": lambda text: unquote(unquote(text)),
    "in quoted-printable, as in the source of an email (=40 for @)": _from_mail,
    "with white space in it": lambda text: re.sub(r"\s", "", text),
    "in the wrong character set twice": lambda text: _from_wrong_charset(_from_wrong_charset(text)),
    "escaped for HTML twice": lambda text: html.unescape(html.unescape(text)),
}
_ID: dict[str, Callable[[str], str]] = {
    "with a decimal point and zeros (123.0)": lambda id: re.sub(r"^([0-9]+)\.0+$", r"\1", id),
    "as a number formatted for display (1,234)": _ungrouped,
    "as a number with an exponent (1.2E+7)": _unrounded,
    "in Shopify's long form (gid://…)": _numbered,
    "with a label in front (ID: 7)": lambda id: re.sub(r"^[A-Za-z][\w .-]*[:#=]\s+", "", id),
    "with # in front, like an order number": lambda id: id.removeprefix("#"),
}
_ID_RARELY: dict[str, Callable[[str], str]] = {
    "with an apostrophe in front, as in a spreadsheet": lambda id: id.removeprefix("'"),
    "without the hyphens of a UUID": lambda id: (
        "-".join(match.groups()) if (match := _UUID.fullmatch(id)) else id
    ),
} | {
    f"without the zeros at its start, {size} digits in all": partial(_padded, size)
    for size in range(2, 13)
}
_EMAIL: dict[str, Callable[[str], str]] = {
    "with a space where it had a plus sign": lambda email: email.replace(" ", "+"),
    "with a name before it, and in angle brackets": lambda email: re.sub(
        r"^[^<>]*<([^<>]+)>\s*$", r"\1", email
    ),
}
_EMAIL_RARELY: dict[str, Callable[[str], str]] = {
    "with curly quotes": lambda email: email.translate(_STRAIGHT),
    "with “mailto:” in front": lambda email: email.removeprefix("mailto:"),
    "with something beside it, such as a link, a label or another address": _first_address,
    "with two @ signs, as in Razor's source": lambda email: email.replace("@@", "@"),
}


def _sent(
    what: str, ways: Mapping[str, Callable[[str], str]], weight: int = COMMON
) -> tuple[Slip, ...]:
    return tuple(
        Slip(
            f"The page sends the {what} {how}; the authkey was made for the {what} itself.",
            DAMAGED.format(what),
            undo,
            weight=weight,
            side=Side.PAGE,
        )
        for how, undo in ways.items()
    )


DAMAGED_ID = (*_sent("ID", _ANY | _ID), *_sent("ID", _ANY_RARELY | _ID_RARELY, RARE))
DAMAGED_EMAIL = (
    *_sent("email", _ANY | _EMAIL),
    *_sent("email", _ANY_RARELY | _EMAIL_RARELY, RARE),
)


def _unswapped(pair: tuple[str, str]) -> tuple[str, str]:
    return pair[::-1] if "@" in pair[0] and "@" not in pair[1] else pair


def _damaged_both() -> Iterator[Slip]:
    """Yield damage that is done to both values alike."""
    for how, undo in _ANY.items():
        yield Slip(
            f"The page sends ID and email {how}; the authkey was made for the values themselves.",
            DAMAGED.format("values"),
            partial(both, undo),
            side=Side.PAGE,
        )


DAMAGED_BOTH = tuple(_damaged_both())
SWAPPED = Slip(
    "The page sends the email as the ID, and the ID as the email; the authkey was made the right "
    "way round.",
    "Correct the page: swap the two values.",
    _unswapped,
    side=Side.PAGE,
)


def rewritten(written: str, sent: str) -> Slip:
    """Return the slip of sending the id as a number without quotes, which the browser changes."""
    return Slip(
        f"The page has the ID without quotes: {written}, which the browser changes to {sent}; "
        f"the authkey was made for {written}.",
        f"Correct the page: put the ID in quotes, '{written}'.",
        lambda _id: written,
        side=Side.PAGE,
    )
