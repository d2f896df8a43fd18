"""Reads the customer of a listing: what a console or a server prints, a table, a ticket's lines.

Read are PHP's, Ruby's and Python's ways to print, a console's unfolded object, YAML, `name: value`
lines as a person writes them, and a table's heading and line.
"""

import csv
import io
import re
from collections.abc import Iterator
from itertools import pairwise

from reamaze_gui.core.customer import FIELDS
from reamaze_gui.core.javascript import unescape
from reamaze_gui.core.page import Entry, Kind, Place, User
from reamaze_gui.core.reader.scripts.clues import is_hash, shortened
from reamaze_gui.core.reader.source_map import MappedText
from reamaze_gui.core.spelling import names_secret

_PAIR = re.compile(
    r"""(?:(?<=[\s{(,:\["'*$\u200b])|^)(?P<name>[A-Za-z_][\w-]{0,60}+)["'\]*]{0,3}
    [ \t]*(?P<sign>=>\s{0,20}|[:=]\**[ \t]*)(?:(?:string|int)\(\d+\)\s*)?
    (?:'(?P<single>(?:\\.|[^'\\\n]|'(?!\s*(?:[]),;}]|$|[\w-]{1,40}=))){0,1000}+)'
    |"(?P<double>(?:\\.|[^"\\\n]|"(?!\s*(?:[]),;}]|$|[\w-]{1,40}=))){0,1000}+)"
    |(?P<bare>[^\s'",;{}()[\]=>](?:(?![ \t](?:[\w-]{1,40}=|(?i:email|auth_?key):))
        [^\n'",;{}()[\]=>])*+))""",
    re.VERBOSE | re.MULTILINE,
)
_RULE = re.compile(r"[\s|+:=-]*")  # between the rows of a table
_LINE = re.compile(
    r"^[ \t>*+\-•\u200b]*(?P<name>[A-Za-z][A-Za-z:_ -]{0,24}?)[ \t*]*[:=][ \t*]+"
    r"(?P<value>\S[^\n]*)$",
    re.MULTILINE,
)
_PROOF = re.compile(r"auth_?-?(?:key|path|token)|user_?hash|hmac", re.IGNORECASE)
_LABELS = {
    re.sub("[ _-]", "", called.lower()): field.name
    for field in FIELDS
    for called in (field.name, field.label)
} | {
    "userid": "id", "emailaddress": "email", "mail": "email", "fullname": "name",
    "authkey": "authkey", "authenticationkey": "authkey", "key": "authkey", "hash": "authkey",
}  # fmt: skip
_NOTHING = {"null", "NULL", "None", "nil", "undefined", "true", "false", "True", "False", "NaN"}
_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+")


def listed(text: MappedText) -> User | None:
    """Return the customer of a listing: an email with an authkey or an id, or an authkey alone."""
    return _customer([*_pairs(text)]) or _customer([*_lines(text)]) or _customer([*_table(text)])


def _customer(entries: list[Entry]) -> User | None:
    names = [entry.name for entry in entries]
    known = [
        at
        for at, name in enumerate(names)
        if name.lower() in _LABELS or _PROOF.fullmatch(name) or names_secret(name)
    ]
    proven = any(_PROOF.fullmatch(name) for name in names)
    email = any(e.name.lower() == "email" and ("@" in e.text or proven) for e in entries)
    if not known or not (proven or (email and any(name.lower() == "id" for name in names))):
        return None
    by_name = {entry.name: entry for entry in entries[known[0] : known[-1] + 1]}
    found = tuple(by_name.values())
    return User(Place.OBJECT, found, found[0].line)


def _pairs(text: MappedText) -> Iterator[Entry]:
    row = at = 0
    for match in _PAIR.finditer(text.text):
        row, at = row + text.text.count("\n", at, match.start()), match.start()
        line = text.lines[row]
        before = text.text[max(match.start() - 40, 0) : match.start()].rpartition("\n")[2]
        if match["bare"] and before.strip(" \t[{(*\u200b>-:\"'") and match["sign"][0] == ":":
            continue  # the last word of a label
        string = match["single"] if match["single"] is not None else match["double"]
        if string is not None:
            yield Entry(match["name"], unescape(string), line)
        elif call := _call(match):
            yield Entry(match["name"], call, line, Kind.COMPUTED)
        else:
            yield _bare(match, line)


def _call(pair: re.Match[str]) -> str:
    """Return the call of a function that a program has as a value; empty where there is none."""
    called = (pair["bare"] or "").strip()
    if not pair.string.startswith("(", pair.end()) or " " in called:
        return ""
    source = shortened(f"{called}(")
    is_assigned = pair["sign"].strip() == "=" or _PROOF.fullmatch(pair["name"]) is not None
    is_code = "." in called or is_hash(source) or is_assigned
    return source if is_code else ""


def _bare(pair: re.Match[str], line: int) -> Entry:
    name, value = pair["name"], pair["bare"].strip().strip("`*")
    if pair["sign"].strip() == ":" and (name.isupper() or name.istitle()):  # as people write
        name = _LABELS.get(name.lower(), name)
    if value in _NOTHING:
        return Entry(name, value, line, Kind.NOTHING)
    is_number = re.fullmatch(r"\d{1,15}", value) is not None
    return Entry(name, value, line, Kind.NUMBER if is_number else Kind.TEXT, value * is_number)


def _lines(text: MappedText) -> Iterator[Entry]:
    """Yield what a person wrote: `Customer ID: 7`."""
    row = at = 0
    for match in _LINE.finditer(text.text):
        row, at = row + text.text.count("\n", at, match.start()), match.start()
        name = _LABELS.get(re.sub(r"[ _-]|^(?:sso|reamaze)", "", match["name"].lower()))
        if name and not names_secret(match["name"]):
            yield Entry(name, match["value"].strip(" \t*`'\","), text.lines[row])


def _table(text: MappedText) -> Iterator[Entry]:
    rows = enumerate(line.strip(" \t|") for line in text.text.split("\n"))
    lines = [(row, line) for row, line in rows if not _RULE.fullmatch(line)]
    for (_, heading), (row, line) in pairwise(lines):
        separator = max("\t;,|", key=heading.count)
        cells, values = (_cells(each, separator) for each in (heading, line))
        names = [_LABELS.get(re.sub("[ _-]", "", cell.lower()), cell) for cell in cells]
        if "email" not in names or len(values) != len(names):
            continue
        if _ADDRESS.fullmatch(values[names.index("email")]):
            pairs = zip(names, values, strict=True)
            yield from (Entry(name, value, text.lines[row]) for name, value in pairs if name)
            return


def _cells(line: str, separator: str) -> list[str]:
    if not line.count(separator) or len(line) > 5_000:  # noqa: PLR2004 - no line of a table
        return []
    row = next(csv.reader(io.StringIO(line), delimiter=separator, skipinitialspace=True), [])
    return [cell.strip() for cell in row]
