"""Changes that a text undergoes in somebody's code; every function takes any text."""

import base64
import hashlib
import html
import json
import re
import sys
import unicodedata
from collections.abc import Callable, Iterator
from functools import partial
from html.entities import codepoint2name
from urllib.parse import quote, quote_plus, unquote_plus

from reamaze_gui.core.mistakes import COMMON, ODD, RARE, Slip
from reamaze_gui.core.reader.evaluate.values import number


def utf_8(text: str) -> bytes:
    """Return the text in UTF-8, even if it contains lone surrogates."""
    return text.encode("utf-8", "surrogatepass")


def both(change: Callable[[str], str], pair: tuple[str, str]) -> tuple[str, str]:
    """Change both id and email, or neither: a change of only one is a slip of its own.

    >>> both(str.lower, ("A7", "ZOE@B.C")), both(str.lower, ("7", "ZOE@B.C"))
    (('a7', 'zoe@b.c'), ('7', 'ZOE@B.C'))
    """
    one, other = map(change, pair)
    return pair if one == pair[0] or other == pair[1] else (one, other)


def is_number(id: str) -> bool:
    """Return whether an id is a number that fits into a float."""
    return id.isascii() and id.isdigit() and len(id) <= sys.float_info.max_10_exp


def rounded(id: str) -> str:
    """Return a number as JavaScript writes it."""
    return number(float(id)).text if is_number(id) else id


def as_float(id: str) -> str:
    """Return a number with all the digits of the nearest float."""
    return f"{float(id):.0f}" if is_number(id) else id


def scientific(id: str) -> str:
    """Return a number as PHP prints it once it has become a float."""
    return re.sub(r"^(\d)E", r"\1.0E", f"{float(id):.14G}") if is_number(id) else id


def whole(id: str) -> str:
    """Return the whole number at the start of an id, as `intval` and `parseInt` do, or 0."""
    start = re.match(r"\s*(-?)\+?0*([0-9]*)", id)
    return "".join(start.groups()) if start and start[2] else "0"


def text_in_base64(text: str) -> str:
    """Return the text that is encoded in Base64, if there is one."""
    try:
        return base64.b64decode(text, validate=True).decode() or text
    except ValueError:
        return text


def _without_accents(text: str) -> str:
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(each for each in decomposed if not unicodedata.combining(each))


def punycode(email: str) -> str:
    """Return the address with its domain in ASCII, if there is such a form."""
    local, at, domain = email.rpartition("@")
    try:
        return f"{local}{at}{domain.encode('idna').decode()}"
    except UnicodeError:
        return email


def from_punycode(email: str) -> str:
    """Return the address with its domain in Unicode, if there is such a form."""
    local, at, domain = email.rpartition("@")
    try:
        return f"{local}{at}{domain.encode('ascii').decode('idna')}"
    except UnicodeError:
        return email


def _url_encoded(text: str, *, kept: str = "") -> str:
    return quote(text, safe=kept, errors="surrogatepass")


def _form_encoded(text: str) -> str:
    return quote_plus(text, errors="surrogatepass").replace("~", "%7E")


def _html(text: str, apostrophe: str) -> str:
    return html.escape(text).replace("&#x27;", apostrophe)


def _html_by_go(text: str) -> str:
    return _html(text, "&#39;").replace("&quot;", "&#34;").replace("+", "&#43;")


def _html_by_net(text: str) -> str:
    coded = "".join(each if each < "\x7f" else f"&#x{ord(each):X};" for each in html.escape(text))
    return coded.replace("+", "&#x2B;")


_NAMED = {code: f"&{name};" for code, name in codepoint2name.items()}
_NAMES = _NAMED | {ord("'"): "&#039;"}
_SLASHES = str.maketrans({"\\": "\\\\", "'": "\\'", '"': '\\"', "\0": "\\0"})

_PLAIN = str.maketrans("øØđĐłŁðıåÅ", "oOdDlLdiaA") | str.maketrans(
    {"ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "þ": "th", "Þ": "Th"}
)
_UMLAUTS = _PLAIN | str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
    | {"ø": "oe", "Ø": "Oe", "å": "aa", "Å": "Aa"}
)


def _entities(text: str, form: str = "&#{};") -> str:
    return "".join(each if each.isascii() else form.format(ord(each)) for each in text)


def _in_script(kept: str, text: str) -> str:
    """Return the text with all but some characters escaped, as templates do."""
    return re.sub(f"[^{kept}]", lambda match: f"\\u{ord(match[0]):04X}", text)


def _by_escape(text: str) -> str:
    coded = (quote(each, safe="@*_+-./", encoding="latin-1", errors="replace") for each in text)
    wide = (f"%u{ord(each):04X}" if each > "\xff" else "" for each in text)
    return "".join(other or one for one, other in zip(coded, wide, strict=True))


def slug(text: str) -> str:
    """Return a text as in the addresses of shops' pages.

    >>> slug("Zoë O'Neil")
    'zoe-o-neil'
    """
    return re.sub("[^a-z0-9]+", "-", _without_accents(text).lower()).strip("-")


def _json_for_html(text: str) -> str:
    coded = json.dumps(text)[1:-1]
    return re.sub("[<>&']", lambda match: f"\\u{ord(match[0]):04X}", coded)


def _cut(size: int, text: str) -> str:
    return text[:size]


def _base64(text: str) -> str:
    return base64.b64encode(utf_8(text)).decode()


def _hashed(name: str) -> Callable[[str], str]:
    return lambda text: hashlib.new(name, utf_8(text)).hexdigest()


_SIZES = (10, 12, 15, 16, 18, 20, 24, 25, 30, 32, 40, 50)  # characters in a database column

# By the rest of a sentence after "The email …".
_COMMON: dict[str, Callable[[str], str]] = {
    "was lower-cased": str.lower,
    "was URL-encoded": _url_encoded,
    "was URL-encoded like a form (+ for a space)": _form_encoded,
    "was URL-decoded, which turns + into a space": unquote_plus,
    "was escaped for HTML": html.escape,
    "was escaped for HTML by PHP": lambda text: _html(text, "&#039;"),
    "was escaped for HTML by Ruby or a template": lambda text: _html(text, "&#39;"),
}
_RARE: dict[str, Callable[[str], str]] = {
    "was upper-cased": str.upper,
    "was written as JSON": json.dumps,
    "was written as JSON by JavaScript": lambda text: json.dumps(text, ensure_ascii=False),
    "was written as JSON by PHP": lambda text: json.dumps(text).replace("/", "\\/"),
    "was escaped for JavaScript": lambda text: json.dumps(text)[1:-1],
    "was escaped for JavaScript in HTML": _json_for_html,
    "was URL-encoded as JavaScript's encodeURIComponent does": lambda text: _url_encoded(
        text, kept="!'()*"
    ),
    "was URL-encoded as JavaScript's encodeURI does": lambda text: _url_encoded(
        text, kept="!#$&'()*+,/:;=?@"
    ),
    "was URL-encoded with lower-case digits (%2b)": lambda text: re.sub(
        r"%..", lambda code: code[0].lower(), _url_encoded(text)
    ),
    "was escaped for HTML, except for the quotes": lambda text: html.escape(text, quote=False),
    "was escaped for HTML by Go": _html_by_go,
    "was escaped for HTML by .NET": _html_by_net,
    "was escaped for HTML twice": lambda text: html.escape(html.escape(text)),
    "was escaped for HTML with names, as PHP's htmlentities does": lambda text: text.translate(
        _NAMES
    ),
    "was escaped for HTML with numbers": _entities,
    "was escaped for HTML with numbers, including its quotes": lambda text: _entities(
        _html(text, "&#39;")
    ),
    "was escaped with backslashes": lambda text: text.translate(_SLASHES),
    "was escaped for SQL": lambda text: text.replace("'", "''"),
    "lost its quotes": lambda text: re.sub("['\"]", "", text),
    "lost its plus sign": lambda text: text.replace("+", ""),
    "lost its accents": _without_accents,
    "had its letters replaced by ASCII ones": lambda text: _without_accents(text.translate(_PLAIN)),
    "had its umlauts written out": lambda text: _without_accents(text.translate(_UMLAUTS)),
    "had its accents composed (Unicode NFC)": lambda text: unicodedata.normalize("NFC", text),
    "had its accents decomposed (Unicode NFD)": lambda text: unicodedata.normalize("NFD", text),
    "was written in Base64": _base64,
    "was written in hexadecimal": lambda text: utf_8(text).hex(),
    **{
        f"was replaced by its {name} hash": _hashed(name.replace("-", ""))
        for name in ("MD5", "SHA-1", "SHA-256", "SHA-512")
    },
    "was lower-cased and replaced by its MD5 hash": lambda text: _hashed("md5")(
        text.strip().lower()
    ),
    "was lower-cased and replaced by its SHA-256 hash": lambda text: _hashed("sha256")(
        text.strip().lower()
    ),
}
_ODD: dict[str, Callable[[str], str]] = {
    "was lower-cased by Turkish rules": lambda text: text.replace(
        "I", "\N{LATIN SMALL LETTER DOTLESS I}"
    ).lower(),
    "was escaped for JavaScript with all its special characters": partial(
        _in_script, "A-Za-z0-9,._"
    ),
    "was escaped for JavaScript with its quotes, markup and non-ASCII letters": partial(
        _in_script, " !#$%()*,./:;=?@A-Z\\[\\]^_a-z{|}~0-9-"
    ),
    "was escaped for JavaScript as Django's escapejs does": lambda text: re.sub(
        r"""[\\'"<>&=;`-]""", lambda match: f"\\u{ord(match[0]):04X}", text
    ),
    "was escaped for JavaScript with backslashed quotes": lambda text: re.sub(
        r"\\u....", lambda code: f"\\u{code[0][2:].upper()}", json.dumps(text)[1:-1]
    ).replace("'", "\\'"),
    "was escaped as Python does (\\xeb for ë)": lambda text: text.encode("unicode_escape").decode(),
    "was URL-encoded as JavaScript's escape does": _by_escape,
    "was URL-encoded twice": lambda text: _url_encoded(_url_encoded(text)),
    "was escaped for HTML with names, except for the quotes": lambda text: text.translate(_NAMED),
    "was escaped for HTML letter by letter": lambda text: "".join(
        f"&#{ord(each)};" for each in text
    ),
    "was written as the numbers of its bytes": lambda text: str([*utf_8(text)]),
    "was written as the numbers of its bytes, as Go does": lambda text: str([*utf_8(text)]).replace(
        ",", ""
    ),
    "was escaped for HTML with hexadecimal numbers": lambda text: _entities(text, "&#x{:X};"),
    "had only its plus sign URL-encoded": lambda text: text.replace("+", "%2B"),
    "had its quotes made curly": lambda text: text.replace("'", "’"),
    "had its non-ASCII letters replaced by �": lambda text: re.sub(r"[^\x00-\x7f]", "\ufffd", text),
    "was written in Base64 without its padding": lambda text: _base64(text).rstrip("="),
    "was written in hexadecimal after \\x, as PostgreSQL does": lambda text: (
        f"\\x{utf_8(text).hex()}"
    ),
    "was turned into a slug, as in a page's address (zoe-example-org)": slug,
    "lost its words after @ or $, taken for variables": lambda text: re.sub(r"[@$]\w+", "", text),
    "was cut off at its first quote": lambda text: re.split("['\"]", text, maxsplit=1)[0],
    "lost its first character": lambda text: text[1:],
    "lost its last character": lambda text: text[:-1],
    **{f"was cut off after {size} characters": partial(_cut, size) for size in _SIZES},
    "had only its umlauts written out": lambda text: text.translate(_UMLAUTS),
    "was capitalised": str.capitalize,
    "was reversed": lambda text: text[::-1],
}
CHANGES = _COMMON | _RARE | _ODD


def changes() -> Iterator[tuple[str, int, Callable[[str], str]]]:
    """Yield the description of a change, its likelihood, and the function for it."""
    for weight, table in ((COMMON, _COMMON), (RARE, _RARE), (ODD, _ODD)):
        yield from ((was, weight, change) for was, change in table.items())


def changing(what: str, fix: str, least: int = COMMON) -> Iterator[Slip]:
    """Yield the slips of changing a text, none likelier than `least`.

    `what` names the text at the start of a sentence.
    """
    for was, weight, change in changes():
        comma = "," if ", " in was else ""
        yield Slip(
            f"{what} {was}{comma} before it was signed.",
            fix,
            change,
            weight=max(weight, least),
        )
