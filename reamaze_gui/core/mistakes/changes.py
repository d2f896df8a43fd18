"""What is done to a text on its way through somebody's code; every function takes any text."""

import base64
import html
import json
import re
import sys
import unicodedata
from collections.abc import Callable
from hashlib import md5, sha256
from html.entities import codepoint2name
from urllib.parse import quote, quote_plus, unquote_plus

from reamaze_gui.core.reader.evaluate.values import number


def utf_8(text: str) -> bytes:
    """Return the text's UTF-8, also of what a browser could not send."""
    return text.encode("utf-8", "surrogatepass")


def is_number(id: str) -> bool:
    """Whether an id is a number that fits into a float."""
    return id.isascii() and id.isdigit() and len(id) <= sys.float_info.max_10_exp


def rounded(id: str) -> str:
    """Return a number as JavaScript writes it."""
    return number(float(id)).text if is_number(id) else id


def as_float(id: str) -> str:
    """Return a number with all the digits of the float that is next to it."""
    return f"{float(id):.0f}" if is_number(id) else id


def scientific(id: str) -> str:
    """Return a number as PHP prints it once it has become a float."""
    return re.sub(r"^(\d)E", r"\1.0E", f"{float(id):.14G}") if is_number(id) else id


def whole(id: str) -> str:
    """Return the whole number at the start of an id, as `intval` and `parseInt` do, or 0."""
    start = re.match(r"\s*(-?)\+?0*([0-9]*)", id)
    return "".join(start.groups()) if start and start[2] else "0"


def from_base64(text: str) -> str:
    """Return the text that stands in Base64, if there is one."""
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


_NAMES = {code: f"&{name};" for code, name in codepoint2name.items()} | {ord("'"): "&#039;"}
_SLASHES = str.maketrans({"\\": "\\\\", "'": "\\'", '"': '\\"', "\0": "\\0"})

# How a sentence goes on after "the email …": what is done to a value, or to all that is signed.
CHANGES: dict[str, Callable[[str], str]] = {
    "was lower-cased": str.lower,
    "was upper-cased": str.upper,
    "got a line break at its end": lambda text: f"{text}\n",
    "got a Windows line break at its end": lambda text: f"{text}\r\n",
    "got a carriage return at its end": lambda text: f"{text}\r",
    "got a space at its end": lambda text: f"{text} ",
    "got a space at its start": lambda text: f" {text}",
    "was put in double quotes": lambda text: f'"{text}"',
    "was put in single quotes": lambda text: f"'{text}'",
    "was written as Python writes bytes (b'…')": lambda text: f"b'{text}'",
    "was written as JSON": json.dumps,
    "was written as JSON by JavaScript": lambda text: json.dumps(text, ensure_ascii=False),
    "was escaped for JavaScript": lambda text: json.dumps(text)[1:-1],
    "was URL-encoded": _url_encoded,
    "was URL-encoded as a form does": _form_encoded,
    "was URL-encoded as JavaScript's encodeURIComponent does": lambda text: _url_encoded(
        text, kept="!'()*"
    ),
    "was URL-decoded as a form is, which turns + into a space": unquote_plus,
    "was escaped for HTML": html.escape,
    "was escaped for HTML by PHP": lambda text: _html(text, "&#039;"),
    "was escaped for HTML by Ruby or a template": lambda text: _html(text, "&#39;"),
    "was escaped for HTML, but for the quotes": lambda text: html.escape(text, quote=False),
    "was escaped for HTML by Go": _html_by_go,
    "was written in Base64": lambda text: base64.b64encode(utf_8(text)).decode(),
    "was written in hexadecimal": lambda text: utf_8(text).hex(),
    "was replaced by its MD5": lambda text: md5(utf_8(text)).hexdigest(),  # noqa: S324
    "was replaced by its SHA-256": lambda text: sha256(utf_8(text)).hexdigest(),
    "had its accents composed (Unicode NFC)": lambda text: unicodedata.normalize("NFC", text),
    "had its accents decomposed (Unicode NFD)": lambda text: unicodedata.normalize("NFD", text),
    "lost its accents": _without_accents,
}

# What is hardly ever done but to a single value.
VALUE_CHANGES: dict[str, Callable[[str], str]] = {
    **CHANGES,
    "was written as JSON by PHP": lambda text: json.dumps(text).replace("/", "\\/"),
    "was escaped with backslashes": lambda text: text.translate(_SLASHES),
    "was escaped for HTML by .NET": _html_by_net,
    "was escaped for HTML with names, as PHP's htmlentities does": lambda text: text.translate(
        _NAMES
    ),
    "was URL-encoded as JavaScript's encodeURI does": lambda text: _url_encoded(
        text, kept="!#$&'()*+,/:;=?@"
    ),
    "was URL-encoded with small letters": lambda text: re.sub(
        r"%..", lambda code: code[0].lower(), _url_encoded(text)
    ),
}
