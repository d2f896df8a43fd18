"""Recognises objects on their own: a console's output, or the response of an API."""

import re
from collections.abc import Iterator
from itertools import islice

from reamaze_gui.core.reader.json_text import json_end
from reamaze_gui.core.reader.page_state import PageState, printed_state
from reamaze_gui.core.reader.recognise.paste import PastedText, excerpt
from reamaze_gui.core.reader.scripts.markup import Runs, Script, is_markup
from reamaze_gui.core.reader.source_map import MappedText

_DICT = r"(?:[A-Za-z]*[dD]ict|mappingproxy)\("  # a type around an object, as Python prints it
_PRINTED = re.compile(
    rf"\s*+(?:[▶▼▾▸]\s*+)?(?:Object|Proxy\(Object\)|(?P<type>{_DICT}(?=\{{)))?\s*+(?=[{{\[('\"])"
)
# JSON that is not part of code: after a guard, in an event, or passed to a function of the shop's,
# as in JSONP. Calls of the widget's functions are read as code.
_JSON = re.compile(
    r"""^(?:[ \t]*/\*[^*\n]*\*/)?[ \t]*(?:(?:for[ ]?\(;;\)|while[ ]?\(1\));|data:)?[ ]?
    (?:(?:typeof[ ][\w$.]+[ ]===[ ]'function'[ ]&&[ ])?
        (?!(?:window\.)?Reamaze\.)[A-Za-z_$][\w$.]*\()?
    (?=\s{0,200}[{\[]\s*[\"{\[])""",
    re.MULTILINE | re.VERBOSE,
)
_JSON_ENDS = re.compile(r"\s*\)?[ \t]*;?[ \t]*$", re.MULTILINE)
_UNFINISHED = re.compile(r"[=(,\[?|&+]\s*$")  # code that continues on the next line
_TOKEN = re.compile(r"""'(?:[^'\\\n]|\\.)*+'|"(?:[^"\\\n]|\\.)*+"|`(?:[^`\\]|\\.)*+`|[{}\[\]]""")
_OPENING = re.compile(r"\{(?=\s*['\"]?\w+['\"]?\s*:)|\[(?=\s*[{\[])")
_SHORT = re.compile(rf"{_PRINTED.pattern}\{{[^\n]*…[^\n]*\n")
_LEFT_OUT = re.compile(r"\{…\}|,\s*…\s*\}")
# Text before an object that is part of code.
_IN_CODE = re.compile(
    r"(?:\b(?:var|let|const|return|default)\b[^\n;]{0,80}|[\w$\])]\s+=\s*|_support[^\n;]{0,40}=\s*|=>\s*|\((?:[^()\n]{0,80},)?\s*)$"
)
_TYPED = re.compile(r"[\w\]}]\Z")  # User{…}, as Go prints
_IN_DICT = re.compile(rf"{_DICT}\Z")
_PYTHON_2 = re.compile(r"(?<=[{\[(,:\s])u(?=['\"])")  # u'…', a text
_CUSTOMER = re.compile(r"auth|hmac|hash|signature", re.IGNORECASE)
_BEFORE = 120  # characters to look at before an object
_MOST = 20  # opening brackets that are tried


def is_unfolded(text: str) -> bool:
    """Return whether this is an unfolded object, with a summary and its members below."""
    return _SHORT.match(text) is not None


def printed(paste: PastedText) -> Iterator[PageState]:
    """Yield the state of a text that is a single object."""
    part = excerpt(paste.text)
    if (found := _PRINTED.match(part.text)) and not is_unfolded(part.text):
        end = len(part.text.rstrip(" \n\t;,"))
        source = part.cut(found.end(), end - 1 if found["type"] else end)
        yield printed_state(Script(_modern(source), Runs.NEVER), paste.budget)


def json_alone(paste: PastedText) -> Iterator[PageState]:
    """Yield the states of JSON on lines of its own, or as the only argument of a call."""
    if is_markup(paste.text.text):
        return
    part = excerpt(paste.text)
    for opening in islice(_JSON.finditer(part.text), _MOST):
        start, is_call = opening.end(), opening[0].endswith("(")
        end = json_end(part.text, start)
        is_part = _UNFINISHED.search(part.text, max(0, opening.start() - _BEFORE), opening.start())
        if is_part or (is_call and "_support" in part.text):
            continue
        if _JSON_ENDS.match(part.text, end) and _CUSTOMER.search(part.text, start, end):
            yield printed_state(Script(part.cut(start, end), Runs.NEVER), paste.budget)


def objects_inside(paste: PastedText) -> Iterator[PageState]:
    """Yield the states of objects between sentences; those in a page are read with its scripts."""
    if is_markup(paste.text.text):
        return
    part = _modern(excerpt(paste.text))
    at = tried = 0
    while tried < _MOST and (opening := _OPENING.search(part.text, at)):
        tried += 1
        start = opening.start()
        at = json_end(part.text, start) or _end(part.text, start)
        before = part.text[max(0, start - _BEFORE) : start]
        is_whole = not _LEFT_OUT.search(part.text, start, at)
        is_dict = _IN_DICT.search(before)
        before = before[: is_dict.start()] if is_dict else before
        if is_whole and not _IN_CODE.search(before) and _CUSTOMER.search(part.text, start, at):
            found = Script(part.cut(start, at), Runs.NEVER)
            is_typed = is_dict or _TYPED.search(before)
            yield printed_state(found, paste.budget, by_server=bool(is_typed))


def _modern(source: MappedText) -> MappedText:
    """Return the output of Python 2 as Python 3 would print it."""
    return source.replaced(_PYTHON_2, lambda _match: "")


def _end(text: str, start: int) -> int:
    """Return the end of the brackets that open at this index; the next index if never closed."""
    depth = 0
    for token in _TOKEN.finditer(text, start):
        depth += (token[0] in "{[") - (token[0] in "}]")
        if depth == 0:
            return token.end()
    return start + 1
