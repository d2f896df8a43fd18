"""Which scripts does a page have, and where?

The page is split as a browser's tokenizer does it, in time that grows with its length alone: a
parser that builds the tree takes minutes for some pages of 5 MB.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from html import unescape

from reamaze_gui.core.reader.source_map import MappedText

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
_HANDLER = re.compile(r"[\s/\"']on[a-z]", re.IGNORECASE)
_RAW = {"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "noscript"}
_ENDS = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _RAW}
_IN_SCRIPT = re.compile(r"<!--|-->|<(/?)script(?=[\s/>])", re.IGNORECASE)
_JAVASCRIPT = re.compile(r"(?:(?:text|application)/)?(?:x-)?(?:java|ecma|j|live)script[\d.]*")
_WHOLE = re.compile(r"<(?:!doctype|html|head|body)(?=[\s/>])", re.IGNORECASE)
_STARTS = re.compile(r"<(?:!--|!doctype|[a-z][a-z0-9]*(?=[\s/>]))", re.IGNORECASE)
_UNSEEN = re.compile(
    rf"<({'|'.join(sorted(_RAW))})(?=[\s/>])(?:(?!</\1[\s/>]).)*+|<!--(?:(?!-->).)*+(?:-->|\Z)",
    re.DOTALL | re.IGNORECASE,
)
_BREAK = re.compile(r"</?(?:br|p|div|li|tr|pre)\b", re.IGNORECASE)


class Runs(Enum):
    """When a browser runs a script."""

    AT_ONCE = "while the page is read"
    MODULE = "as a module, whose variables are its own"
    LATE = "when the page is loaded"
    IF_ASKED = "when the visitor does something"
    NEVER = "never: it is data"


@dataclass(frozen=True, slots=True)
class Script:
    """A script of a page: its code, when it runs, and the address that it is loaded from."""

    code: MappedText
    runs: Runs
    src: str = ""


def is_page(text: str) -> bool:
    """Return whether this is a whole page and not a piece of one."""
    return _WHOLE.search(text) is not None


def is_markup(text: str) -> bool:
    """Return whether there is a tag in it."""
    return _STARTS.search(text) is not None


def scripts(page: MappedText) -> Iterator[Script]:
    """Yield every script, also those in attributes such as onclick, in the order of the page."""
    text = page.text
    at = row = counted = 0
    while match := _TAG.search(text, at):
        at = match.end()
        name, attributes = match["name"], match["attributes"]
        if not name or text[match.start() + 1] == "/":
            continue
        name = name.lower()
        if name in _RAW:
            at = _end(text, at, name)
        if name == "plaintext":
            return
        if name != "script" and not _HANDLER.search(attributes):
            continue
        row, counted = row + text.count("\n", counted, match.start()), match.start()
        start = row + match[0].count("\n")
        values = _values(attributes)
        if name == "script":
            yield Script(page.cut(match.end(), at, start), _runs(values), values.get("src", ""))
        for key, value in values.items():
            if key.startswith("on"):
                runs = Runs.LATE if key == "onload" else Runs.IF_ASKED
                code = MappedText(value, (page.lines[row],) * (value.count("\n") + 1))
                yield Script(code, runs)


def without_tags(page: MappedText) -> MappedText:
    """Return what of a page can be read: its tags, scripts and comments are left out."""
    bare = page.replaced(_UNSEEN, lambda match: "\n" * match[0].count("\n"))
    return bare.replaced(_TAG, lambda tag: "\n" if _BREAK.match(tag[0]) else "")


def _values(attributes: str) -> dict[str, str]:
    values: dict[str, str] = {}
    for each in _ATTRIBUTES.finditer(attributes):
        value = each["double"] or each["single"] or each["bare"] or ""
        values.setdefault(each["key"].lower(), unescape(value))
    return values


def _runs(values: dict[str, str]) -> Runs:
    kind = values.get("type", "").strip().lower()
    if kind == "module":
        return Runs.MODULE
    return Runs.AT_ONCE if not kind or _JAVASCRIPT.fullmatch(kind) else Runs.NEVER


def _end(text: str, start: int, name: str) -> int:
    """Return where the text inside a tag ends in which no other tags are."""
    first = _ENDS[name].search(text, start)
    end = first.start() if first else len(text)
    if name != "script" or text.find("<!--", start, end) < 0:
        return end
    # In a comment, a script that starts there must end before its end tag is the end.
    commented = nested = False
    for mark in _IN_SCRIPT.finditer(text, start):
        if mark[0] == "<!--":
            commented = True
        elif mark[0] == "-->":
            commented = nested = False
        elif not mark[1]:
            nested = commented
        elif nested:
            nested = False
        else:
            return mark.start()
    return len(text)
