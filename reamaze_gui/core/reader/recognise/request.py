"""Reads the customer from a request that was copied from the browser's developer tools.

The widget sends `sso[id]`, `sso[email]`, `sso[authkey]`: in a URL, as form data, as multipart data,
or as JSON; copied as cURL, fetch, PowerShell, or as shown in the tools.
"""

import re
from collections.abc import Callable, Iterator
from html import unescape as from_html
from itertools import islice
from urllib.parse import unquote_plus

from reamaze_gui.core.javascript import unescape
from reamaze_gui.core.page import Entry, Place, User
from reamaze_gui.core.reader.budget import Budget
from reamaze_gui.core.reader.evaluate.conversions import from_json
from reamaze_gui.core.reader.evaluate.customers import entries_of
from reamaze_gui.core.reader.evaluate.values import JSObject
from reamaze_gui.core.reader.json_text import json_end
from reamaze_gui.core.reader.page_state import PageState
from reamaze_gui.core.reader.recognise.paste import PastedText, excerpt
from reamaze_gui.core.reader.recognise.people import people
from reamaze_gui.core.reader.source_map import MappedText

_LONGEST = 5_000  # characters of a value
_KEY = re.compile(r"sso(?:\[|%(?:25)?5B)(\w{1,60})(?:\]|%(?:25)?5D)", re.IGNORECASE)
_BODY = re.compile(r'(?<!\\)\\*+"sso\\*+"\s*+:\s*+(?=\{)')
_HOST = re.compile(
    r"(?:https?://|\bhost: |\bauthority: )([\w-]{1,63})\.reamaze\.(?:com|io)\b", re.IGNORECASE
)
_URL = re.compile(r"reamaze\.(?:com|io)/data/")
_MOST_HOSTS = 200
_SERVICES = {"www", "cdn", "push", "assets", "static", "support", "api"}

# Parameters within a parameter, whose `=` is encoded too.
_NESTED = re.compile(r"sso%(?:25)*5B\w{1,60}%(?:25)*5D%(?:25)*3D[^\s&\"'`\\<>^]*+", re.IGNORECASE)
_LEVELS = 3  # of encoding

_DOLLAR = re.compile(r"\$'((?:[^'\\]++|\\.)*+)'", re.DOTALL)  # Bash's quotes with escapes
_CARET = re.compile(r"\^\n?")  # the escapes of the Windows command line

_RAW = re.compile(r"(?:--data-urlencode|--form-string|--form|-F)[\s=]+(['\"]?)$")
_RAW_VALUES = {
    "'": re.compile(r"=((?:[^'\n]++|'\\'')*+)"),
    '"': re.compile(r'=((?:[^"\\\n]++|\\.)*+)'),
    "": re.compile(r"=(\S*+)"),
}
_UNQUOTED = {"'": ("'\\''", "'"), '"': ('\\"', '"'), "": ("\\", "")}
_ENCODED = re.compile(r"==?([^&\s\"'`\\<>]*+)")
_JOINED = re.compile(r"=(?P<quote>['\"`])\s*[+.]")  # to an expression of a program
_BREAK = r"(?:\n|\\r\\n|\\n)"
# The text after a key, and how to decode the value.
_AFTER: tuple[tuple[re.Pattern[str], Callable[[str], str]], ...] = (
    # name="sso[id]" value="7" of a form
    (
        re.compile(r"""["'](?:\s[^<>]{0,100})?\svalue\s?=\s?(["'])(?P<value>[^<>\n]*?)\1"""),
        from_html,
    ),
    # name="sso[id]", an empty line, and the value: multipart data
    (re.compile(rf'\\?"{_BREAK}{{2}}(?P<value>(?:(?!{_BREAK}--).)*+)', re.DOTALL), str),
    # {"name": "sso[id]", "value": "7"} of HAR
    (re.compile(r'"\s*,\s*"value"\s*:\s*"(?P<value>(?:[^"\\]++|\\.)*+)"'), unescape),
    # a number in JSON
    (re.compile(r'"\s*:\s*(?P<value>[\d.]++)'), str),
    # "sso[id]": "7", 'sso[id]'='7', ["sso[id]", "7"]
    (
        re.compile(r"""['"]?\s*(?::?=|[:,])\s*\[?(['"])(?P<value>(?:(?!\1)[^\\\n]|\\.)*+)\1"""),
        unescape,
    ),
    # in a map of Go
    (re.compile(r":\[(?P<value>[^]\n]*+)\]"), str),
    # as shown in the browser's tools
    (re.compile(r"(?:[ \t]*:[ \t]*|[ \t]*\n[ \t]*|\t[ \t]*)(?P<value>[^\n]*+)"), str.strip),
)


def request(paste: PastedText) -> Iterator[PageState]:
    """Yield the customer that a request sends, and the account that it is sent to."""
    part = excerpt(paste.text)
    text = part.replaced(_DOLLAR, _plain)
    if '^"' in text.text or "^%" in text.text:
        text = text.replaced(_CARET, lambda _match: "")
    for _ in range(_LEVELS):
        text = text.replaced(_NESTED, lambda match: unquote_plus(match[0]))
    sent = people(_sent(text)) or filter(None, [_in_body(text, paste.budget)])
    for entries in reversed([*sent]):  # of several people, the last
        line = entries[0].line
        yield PageState(User(Place.REQUEST, entries, line), account=_account(text, line))


def _sent(text: MappedText) -> Iterator[tuple[Entry, bool]]:
    """Yield what requests send, and whether it is the first that one of them sends."""
    row = at = 0
    for key in _KEY.finditer(text.text):
        is_first = _URL.search(text.text, at, key.start()) is not None
        row, at = row + text.text.count("\n", at, key.start()), key.start()
        value = _value(text.text, key)
        if value is not None:
            yield Entry(key[1], value, text.lines[row]), is_first


def _account(text: MappedText, line: int) -> Entry | None:
    """Return the account to which the request is sent whose values begin on this line."""
    every = (each for each in _HOST.finditer(text.text) if each[1] not in _SERVICES)
    hosts = islice(every, _MOST_HOSTS)
    found = [Entry("account", each[1].lower(), text.line_at(each.start())) for each in hosts]
    before = [each for each in found if each.line <= line]
    return before[-1] if before else next(iter(found), None)


def _plain(quoted: re.Match[str]) -> str:
    return f"'{unescape(quoted[1])}'".replace("\r\n", "\n")


def _value(text: str, key: re.Match[str]) -> str | None:
    """Return the value after a key, as the server decodes it."""
    before, after = text[max(key.start() - 40, 0) : key.start()], text[key.end() :][:_LONGEST]
    if _JOINED.match(after):
        return None
    if after.startswith("="):
        return _assigned(before, key[0], after)
    for pattern, read in _AFTER:
        if (found := pattern.match(after)) and (value := found["value"]) is not None:
            is_encoded = read is unescape and "%" in key[0]
            return unquote_plus(read(value)) if is_encoded else read(value)
    return None


def _assigned(before: str, key: str, after: str) -> str:
    """Return the value after a `=`, which is already encoded unless curl is to do that."""
    raw = _RAW.search(before)
    pattern = _RAW_VALUES[raw[1]] if raw else _ENCODED
    match = pattern.match(after)
    value = match[1] if match else ""
    if raw:
        return value.replace(*_UNQUOTED[raw[1]])
    return _decoded(value, key)


def _decoded(value: str, key: str) -> str:
    value = unquote_plus(value)
    return unquote_plus(value) if "%25" in key else value


def _in_body(text: MappedText, budget: Budget) -> tuple[Entry, ...]:
    """Return the customer's values in a JSON body: {"sso": {"id": …}}."""
    body = _BODY.search(text.text)
    if not body:
        return ()
    source = text.text[body.end() :][:_LONGEST]
    if body[0].startswith("\\"):  # inside another string
        source = source.replace('\\"', '"').replace("\\\\", "\\")
    line = text.line_at(body.start())
    value = from_json(source[: json_end(source)], line, budget)
    return entries_of(value, line, budget) if isinstance(value, JSObject) else ()
