"""Finds the scripts of a page, with their lines.

The page is tokenized as in a browser, in time linear in its length: a parser that builds the tree
takes minutes for some pages of 5 MB.
"""

import json
import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from html import unescape
from string import ascii_lowercase, ascii_uppercase
from urllib.parse import unquote

from reamaze_gui.core.escapes import from_base64
from reamaze_gui.core.reader.scripts.held_back import address, code_in, is_held_back
from reamaze_gui.core.reader.source_map import MappedText, on_line
from reamaze_gui.core.reader.unwrap.entities import unescaped

_ATTRIBUTE = r"""(?P<key>[^\s/>][^\s/>=]*+)
    (?:\s*+=\s*+(?:"(?P<double>[^"]*+)(?:"|\Z)|'(?P<single>[^']*+)(?:'|\Z)|(?P<bare>[^\s>]*+)))?+"""
_ATTRIBUTES = re.compile(_ATTRIBUTE, re.VERBOSE)
_TAG = re.compile(
    rf"""<(?:
        !--(?:-?>|.*?(?:--!?>|\Z))
        |/?(?P<name>[a-zA-Z][^\s/>]*+)
            (?P<attributes>(?:[\s/]++|{re.sub(r"[?]P<[a-z]+>", "?:", _ATTRIBUTE)})*+)>?
        |[!?/][^>]*+>?
    )""",
    re.VERBOSE | re.DOTALL,
)
# Text in attributes that may concern a customer: handlers, names, and the beginning of JSON in
# Base64 or URL encoding.
_RELEVANT = (*(f"{before}on" for before in " \t\n\r\f/\"'"), "mail", "auth", "eyj", "%7b")
_LOWER = str.maketrans(ascii_uppercase, ascii_lowercase)
_JSON = re.compile(r"\s*[\[{]")
_DATA = re.compile(
    r"\s*(?:(?P<call>[\w$.]+\()(?=\s*[\[{]))?(?P<json>[\[{].*?)\s*(?(call)\);?\s*)", re.DOTALL
)
_BASE64 = re.compile(r"[A-Za-z0-9+/\s]{40,}+=*\s*")
_CUSTOMER = re.compile(r"auth[_-]?(?:key|hash|token)|e-?mail|hmac", re.IGNORECASE)
_RAW = {"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "noscript"}
_OWN = re.compile("[a-zA-Z]+-|[A-Z][a-z]")  # names of elements that are the shop's own
_SETS = re.compile(r"_support[\w.'\"\[\]]*\s*=[^=]")
_FIELDS = {"meta", "input"}
_AUTHKEY_FIELD = re.compile(
    r"""(?:name|id|property)\s*=\s*["']?[\w:-]*auth[_-]?key""", re.IGNORECASE
)
_ASIDE = {"textarea", "noscript"}
_ENDS = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _RAW}
_IN_SCRIPT = re.compile(r"<!--(?:-*>)?|-->|<(/?)script(?=[\s/>])", re.IGNORECASE)
_JAVASCRIPT = re.compile(
    r"(?:(?:text|application)/)?(?:x-)?(?:java|ecma|j|live)script[\d.]*|text/gtmscript"
)
_WHOLE = re.compile(r"<(?:!doctype|html|head|body)(?=[\s/>])", re.IGNORECASE)
_STARTS = re.compile(r"(?<!#)<(?:!--|!doctype|[a-z][a-z0-9-]*(?=[\s/>])(?!\s*\[))", re.IGNORECASE)
_UNSEEN = re.compile(
    rf"<({'|'.join(sorted(_RAW))})(?=[\s/>])(?:(?!</\1[\s/>]).)*+|<!--(?:(?!-->).)*+(?:-->|\Z)",
    re.DOTALL | re.IGNORECASE,
)
_CELL = re.compile(r"<t[dh]\b", re.IGNORECASE)
_BREAK = re.compile(r"</?(?:br|p|div|li|d[td]|tr|h[1-6]|label|pre)\b", re.IGNORECASE)


class Runs(Enum):
    """When the browser runs a script."""

    AT_ONCE = "while the page is read"
    MODULE = "as a module, whose variables are its own"
    LATE = "when the page is loaded"
    IF_ASKED = "when the visitor does something"
    HELD_BACK = "after consent, or the first touch"
    NEVER = "never: it is data"


@dataclass(frozen=True, slots=True)
class Script:
    """A script of a page: its code, when it runs, and the URL that it is loaded from.

    `kind` is its type as spelt in the page.
    """

    code: MappedText
    runs: Runs
    src: str = ""
    kind: str = ""


def is_page(text: str) -> bool:
    """Return whether this is a whole page, rather than a fragment."""
    return _WHOLE.search(text) is not None


def is_markup(text: str) -> bool:
    """Return whether the text contains a tag; `#<User id: 7>`, as Ruby prints it, is none."""
    return _STARTS.search(text) is not None


def scripts(page: MappedText) -> Iterator[Script]:
    """Yield every script in page order, including handlers and data in attributes."""
    text = page.text
    at = row = counted = inert = 0
    places, has_fields = _places(text, _RELEVANT), False
    last_template = text.rfind("</template")
    while match := _TAG.search(text, at):
        at = match.end()
        written = match["name"]
        inert += written == "template" and _opens(match, last_template)
        if not written or text[match.start() + 1] == "/":
            continue
        name = written.lower()
        if name in _RAW:
            at = _end(text, at, name)
        if name == "plaintext":
            return
        is_aside = name in _ASIDE and _CUSTOMER.search(text, match.end(), at)
        nearest = bisect(places, match.start())
        is_relevant = nearest < len(places) and places[nearest] < match.end()
        if name != "script" and not is_aside and not is_relevant:
            continue
        row, counted = row + text.count("\n", counted, match.start()), match.start()
        inner = page.cut(match.end(), at, row + match[0].count("\n")) if name in _RAW else page
        attributes = match["attributes"]
        values = _values(attributes)
        if is_aside:
            yield from _aside(inner, name)
        if name == "script" and inert <= 0:
            yield from _script(inner, values)
        is_own = _OWN.match(written) is not None and "{" not in attributes
        yield from _in_attributes(values, page.lines[row], is_own=is_own, of=name)
        has_fields |= name in _FIELDS and _AUTHKEY_FIELD.search(attributes) is not None
    if has_fields:
        yield from _in_fields(page)


def _opens(tag: re.Match[str], last: int) -> int:
    """Return by how many the elements around what follows increase whose scripts never run."""
    if tag.string[tag.start() + 1] == "/":
        return -1
    return int(tag.end() <= last and "shadowroot" not in tag["attributes"])


def _places(text: str, words: Iterable[str]) -> list[int]:
    """Return the indices of these words in any case; no pattern finds them as fast."""
    lowered = text.lower()
    if len(lowered) != len(text):  # the lower case of İ is longer
        lowered = text.translate(_LOWER)
    found = []
    for word in words:
        at = lowered.find(word)
        while at >= 0:
            found.append(at)
            at = lowered.find(word, at + 1)
    return sorted(found)


def _script(code: MappedText, values: Mapping[str, str]) -> Iterator[Script]:
    """Yield a script, or those that it keeps in Base64 until the visitor agrees."""
    runs, kind = _runs(values, code.text), values.get("type", "")
    src, is_hidden = address(values)
    if is_hidden and runs is Runs.NEVER:
        src = ""  # Nuxt's data names the URL from which it may be loaded again
    elif is_hidden:
        runs = Runs.HELD_BACK
    inside = code_in(src)
    if inside is not None:
        code, src = on_line(inside, code.lines[0]), ""
    if runs is Runs.NEVER and _BASE64.fullmatch(code.text):
        kept = from_base64("".join(code.text.split())).decode(errors="replace")
        for each in scripts(on_line(kept, code.lines[0])):
            yield replace(each, runs=Runs.HELD_BACK, kind=kind)
    yield Script(code, runs, src, kind)


def _aside(inner: MappedText, name: str) -> Iterator[Script]:
    """Yield scripts and data that a page keeps inert in an element, for a script to use."""
    if _JSON.match(inner.text):
        yield Script(inner, Runs.NEVER)
    elif name == "noscript" and "<noscript" not in inner.text:
        inner = inner if is_markup(inner.text) else unescaped(inner)  # as lazy loaders have it
        yield from (replace(each, runs=Runs.HELD_BACK) for each in scripts(inner))


def _in_attributes(
    values: Mapping[str, str], line: int, *, is_own: bool, of: str
) -> Iterator[Script]:
    for key, value in values.items():
        is_handler = key.startswith("on")
        if is_handler or _SETS.search(value):  # also Alpine's x-init, @click …
            runs = Runs.LATE if key == "onload" or "init" in key else Runs.IF_ASKED
            runs = Runs.HELD_BACK if of == "script" and not is_handler else runs
            yield Script(on_line(value, line), runs)
        elif (data := _DATA.fullmatch(value)) and _CUSTOMER.search(value):
            yield Script(on_line(data["json"], line), Runs.NEVER)
        elif (inner := _encoded(value)) and _CUSTOMER.search(inner):
            yield Script(on_line(inner, line), Runs.NEVER)
    named = {
        _camel(key.removeprefix("data-")): value
        for key, value in values.items()
        if is_own or key.startswith("data-")
    }
    if sum(_CUSTOMER.search(key) is not None for key in named) > 1:
        yield Script(on_line(json.dumps(named), line), Runs.NEVER)


def _in_fields(page: MappedText) -> Iterator[Script]:
    """Yield the values of meta elements and of each form's fields by name, as data for a script."""
    forms: list[dict[str, str]] = [{}]
    for tag in _TAG.finditer(page.text):
        element = (tag["name"] or "").lower()
        if element in _FIELDS:
            values = _values(tag["attributes"])
            name = values.get("name") or values.get("id") or values.get("property", "")
            forms[-1].setdefault(name, values.get("content") or values.get("value", ""))
        elif element == "form":  # its beginning or end
            forms.append({})
    yield Script(on_line(json.dumps(forms), page.lines[0]), Runs.NEVER)


def _encoded(value: str) -> str:
    """Return the JSON in an attribute that is Base64 or URL-encoded; empty for none."""
    if value.startswith("%7B"):
        return unquote(value)
    if not value.startswith("eyJ"):  # {"
        return ""
    try:
        return from_base64(value).decode()
    except ValueError:
        return ""


def _camel(name: str) -> str:
    """Return an attribute's name in the dataset: `userId` for `data-user-id`."""
    return re.sub("-([a-z])", lambda letter: letter[1].upper(), name)


def without_tags(page: MappedText) -> MappedText:
    """Return the visible text of a page, with a line for each row and a tab before each cell."""
    bare = page.replaced(_UNSEEN, lambda match: "\n" * match[0].count("\n"))
    return bare.replaced(
        _TAG, lambda tag: "\t" if _CELL.match(tag[0]) else "\n" * bool(_BREAK.match(tag[0]))
    )


def _values(attributes: str) -> dict[str, str]:
    values: dict[str, str] = {}
    for each in _ATTRIBUTES.finditer(attributes):
        value = each["double"] or each["single"] or each["bare"] or ""
        values.setdefault(each["key"].lower(), unescape(value))
    return values


def _runs(values: Mapping[str, str], code: str) -> Runs:
    kind = values.get("type", "").strip().lower()
    if kind == "module":
        return Runs.MODULE
    if not kind or _JAVASCRIPT.fullmatch(kind):
        return Runs.AT_ONCE
    return Runs.HELD_BACK if is_held_back(values, code) else Runs.NEVER


def _end(text: str, start: int, name: str) -> int:
    """Return the end of a raw text element's content, which contains no other tags."""
    first = _ENDS[name].search(text, start)
    end = first.start() if first else len(text)
    if name != "script" or text.find("<!--", start, end) < 0:
        return end
    # In a comment, a nested <script> must be closed first.
    commented = nested = False
    for mark in _IN_SCRIPT.finditer(text, start):
        if mark[0].endswith("-->"):  # <!--> is a comment that ends at once
            commented = nested = False
        elif mark[0] == "<!--":
            commented = True
        elif not mark[1]:
            nested = commented
        elif nested:
            nested = False
        else:
            return mark.start()
    return len(text)
