"""Reads the customer from a listing: a console's or server's output, or lines in a ticket.

It reads objects as printed by PHP, Ruby, Python, Go, Java, C# and others, a console's unfolded
object, YAML, and lines of a name and a value, as a person or a database client writes them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from reamaze_gui.core.headings import SENDERS, meaning, plain
from reamaze_gui.core.javascript import unescape
from reamaze_gui.core.page import Entry, Kind, Place, User
from reamaze_gui.core.placeholders import is_placeholder
from reamaze_gui.core.reader.evaluate.built_in import CONTAINERS
from reamaze_gui.core.reader.recognise.rows import rows
from reamaze_gui.core.reader.scripts.clues import is_hash, shortened
from reamaze_gui.core.reader.source_map import MappedText
from reamaze_gui.core.spelling import NAMES, names_secret

# Text around a value: its type, or what a database client prints for one.
_TYPE = rf"""(?:(?:string|int(?:eger)?|float|long)(?:[ \t]?\(\d+\))?[ \t]+(?=['"\d])
    |(?:string|int)\((?=\d)|(?:{"|".join(CONTAINERS)})\((?=['"])|[bu](?=['"])|<<(?="))?"""
_PAIR = re.compile(
    rf"""(?:(?<=[\s{{(,:\["'*$@\u200b])|(?<=\s[-+#])|^)
    (?P<keyword>:(?:[\w.-]{{1,40}}/)?)?(?P<name>[A-Za-z_][\w-]{{0,60}}+)["'\]*]{{0,3}}
    (?::["\w\\:]{{0,60}}?(?:protected|private)\])?
    [ \t]*(?P<sign>=>\s{{0,20}}|[:=]\**[ \t]*|;(?:s:\d+|i):
        |(?(keyword)[ \t]+(?=["\d])|(?!))
        |,[ ]*(?=(?P<quote>['"])[^'"\n]*+(?P=quote)[)\]]))
    (?:string\(\d+\)\s*)?{_TYPE}
    (?:'(?P<single>(?:\\.|[^'\\\n]|'(?!\s*(?:[]),;}}>]|$|\(length|[\w-]{{1,40}}=))){{0,1000}}+)'
    |"(?P<double>(?:\\.|[^"\\\n]|"(?!\s*(?:[]),;}}>]|$|\(length|[\w-]{{1,40}}=|:\w))){{0,1000}}+)"
    |(?P<bare>[^\s'",;{{}}()[\]=>](?:(?![ \t]+(?::\w|[A-Za-z_][\w-]{{0,40}}(?:=|:(?!/))))
        [^\n'",;{{}}()[\]=>])*+))""",
    re.VERBOSE | re.MULTILINE,
)
_LINE = re.compile(
    r"^[ \t>*+\-•│|\u200b]*(?P<name>[^\W\d_][\w: -]{0,24}?)[ \t*]*"
    r"(?:\((?P<also>[\w -]{2,30})\)[ \t*]*)?"
    r"(?:[:=|│][ \t*]+|\t|[ ]{2})[ \t*]*(?P<value>\S[^\n]*)$",
    re.MULTILINE,
)
_DIGEST = re.compile(r"(?=\D*\d).*?[\w+/=:.… -]{16}", re.DOTALL)
_ASSIGNED = re.compile(r"(?<![\w.&?-])([A-Za-z_]\w*+)[ \t]*+:?=(?![=>])")  # a program's variable
_EXPRESSION = re.compile(r"\$\w+-?|[A-Za-z_]+(?:(?:\??\.|->|::)[A-Za-z_]+)+")  # of a program
_CALLED = re.compile(r"[\w.$:>-]+\(.*\)[\w.()]*;?")
# Values in a sentence: “customer 7 (zoe@example.org) has the authkey …”
_IN_SENTENCE = {
    "id": re.compile(
        r"\b(?:id|customer|client|user|kunde|cliente)(?:[ -]?(?:id|number|no\.?|nr\.?))?[ ]?"
        r"(?:[:=#]|is|ist|est|es)?[ ]?[\"'“(]?((?=[\w-]*\d)[\w-]{1,40})\b(?![@.]\w)",
        re.IGNORECASE,
    ),
    "email": re.compile(r"(?<![\w.+-])([\w.+-]+@[\w-]+(?:\.[\w-]+)+)"),
    "authkey": re.compile(r"\b([0-9a-f]{64})\b", re.IGNORECASE),
}
# Brackets around a name, as PHP prints it, contain no values.
_BRACKET = re.compile(r"""\[["']?[\w-]+["']?(?::["\w\\:]*)?\]|[(){}\[\]]""")
_NEEDED = {"id", "email", "authkey"}
_LABEL = 40  # characters before a name in which its label begins
_WORD = re.compile(r"[\w-]*[^\W_][\w-]*")
_TYPE_NAME = re.compile(r".*[\[{(]|.*#<[\w:]+ ")
_OURS = re.compile(r"^(?:sso|re:?amaze)[ _:-]*(?=\w{2})", re.IGNORECASE)
_PROOF = re.compile(r"auth_?-?(?:key|path|token)|user_?hash|hmac", re.IGNORECASE)
_NOTHING = {"null", "NULL", "None", "nil", "undefined", "true", "false", "True", "False", "NaN"}


def listed(text: MappedText) -> User | None:
    """Return the customer of a listing: an email with an authkey or an id, or an authkey alone."""
    ways = (_records(text), [[*_lines(text)]], rows(text), [[*_sentences(text)]])
    found = filter(None, map(_customer, ways))
    return max(found, key=lambda user: _count_needed(user.entries), default=None)


def records_in(text: MappedText) -> Iterator[list[Entry]]:
    """Yield the pairs of names and values in each container, apart where a name comes again."""
    for record in _records(text):
        yield from _by_customer(record)


def _customer(records: Iterable[list[Entry]]) -> User | None:
    """Return the first of the most complete customers, with values that occur once elsewhere."""
    parts = [part for record in records for part in _by_customer(record)]
    best = max(parts, key=_count_needed, default=[])
    values: dict[str, dict[str, Entry]] = {}
    own = {_needed(entry): entry.text for entry in best}
    for entry in (entry for part in parts if not _is_anothers(part, own) for entry in part):
        values.setdefault(_needed(entry), {})[entry.text] = entry
    missing = _NEEDED - {*map(_needed, best)}
    apart = [each for name in missing for each in values.get(name, {}).values()]
    once = [each for each in apart if len(values[_needed(each)]) == 1]
    entries = sorted((*best, *once), key=lambda each: each.line) if once else best
    return _user(entries)


def _is_anothers(part: Iterable[Entry], own: Mapping[str, str]) -> bool:
    """Return whether a part has another id, email or authkey than these, by name."""
    needed = (each for each in part if _needed(each) and "…" not in each.text)
    return any(own.get(_needed(each), each.text) != each.text for each in needed)


def _by_customer(entries: list[Entry]) -> Iterator[list[Entry]]:
    """Yield the entries of each customer: a name that comes again with another value starts one."""
    part: list[Entry] = []
    whole: dict[str, str] = {}  # the values in the part that were not cut off
    for entry in entries:
        name = _needed(entry)
        if name and "…" not in entry.text and whole.setdefault(name, entry.text) != entry.text:
            yield part
            part, whole = [], {name: entry.text}
        part.append(entry)
    yield part


def _needed(entry: Entry) -> str:
    """Return which of id, email and authkey an entry is; empty for others."""
    name = entry.name.lower()
    return "authkey" if _PROOF.fullmatch(name) else name if name in _NEEDED else ""


def _count_needed(entries: Sequence[Entry]) -> int:
    return len({*map(_needed, entries)} - {""})


def _user(entries: list[Entry]) -> User | None:
    needed = {_needed(each): each for each in entries}
    known = [
        at
        for at, entry in enumerate(entries)
        if _key_of(entry.name) or _needed(entry) or names_secret(entry.name)
    ]
    email, authkey = needed.get("email"), needed.get("authkey")
    is_signed = authkey is not None and (
        authkey.kind is not Kind.COMPUTED and _DIGEST.match(authkey.text) is not None
    )
    is_email = email is not None and (
        "@" in email.text or email.kind is not Kind.TEXT or is_placeholder(email.text)
    )
    is_program = email is not None and email.kind is Kind.COMPUTED
    is_somebody = is_signed or (is_email and (authkey or "id" in needed))
    if not known or is_program or not is_somebody:
        return None
    by_name = {entry.name: entry for entry in entries[known[0] : known[-1] + 1]}
    found = tuple(by_name.values())
    return User(Place.OBJECT, found, found[0].line)


def _key_of(label: str) -> str:
    """Return the key of Re:amaze's that a label means; empty for none."""
    found = meaning(_OURS.sub("", label))
    is_ours = found and found[0] in NAMES and plain(label) not in SENDERS
    return found[0] if found and is_ours and not names_secret(label) else ""


def _records(text: MappedText) -> Iterator[list[Entry]]:
    """Yield the pairs of each container: those between brackets, and those outside of any."""
    found: dict[int, list[Entry]] = {}
    opened = [-1]
    brackets = _BRACKET.finditer(text.text)
    bracket = next(brackets, None)
    for start, entry in _pairs(text):
        while bracket and bracket.start() < start:
            if bracket[0] in "([{":
                opened.append(bracket.start())
            elif bracket[0] in ")]}" and len(opened) > 1:
                opened.pop()
            bracket = next(brackets, None)
        found.setdefault(opened[-1], []).append(entry)
    yield from found.values()


def _pairs(text: MappedText) -> Iterator[tuple[int, Entry]]:
    """Yield each pair of a name and a value, and its index."""
    row = at = end = 0
    variables = {*_ASSIGNED.findall(text.text)}
    for match in _PAIR.finditer(text.text):
        row, at = row + text.text.count("\n", at, match.start()), match.start()
        name, line = match["name"], text.lines[row]
        before = text.text[max(match.start() - _LABEL, end) : match.start()].rpartition("\n")[2]
        end = match.end()
        if match["bare"] and match["sign"][0] == ":":
            is_shells = before.endswith("${")  # ${NAME:?message if unset}
            name = "" if is_shells else _labelled(_TYPE_NAME.sub("", before), name)
        string = match["single"] if match["single"] is not None else match["double"]
        if not name:
            continue
        if string is not None:
            yield match.start(), Entry(name, unescape(string), line)
        elif call := _call(match):
            yield match.start(), Entry(name, call, line, Kind.COMPUTED)
        else:
            yield match.start(), _bare(match, name, line, variables)


def _labelled(before: str, name: str) -> str:
    """Return the name at the end of a label, or what the label means; empty for other words."""
    words = _WORD.findall(before)
    labels = (" ".join((*words[-count:], name)) for count in (2, 1)) if words else ()
    return next(filter(None, map(_key_of, labels)), "") if words else name


def _call(pair: re.Match[str]) -> str:
    """Return the function call that a program has as a value; empty for none."""
    called = (pair["bare"] or "").strip().removeprefix("await ")
    if not pair.string.startswith("(", pair.end()) or " " in called:
        return ""
    source = shortened(f"{called}(")
    is_assigned = pair["sign"].strip() == "=" or _PROOF.fullmatch(pair["name"]) is not None
    is_code = "." in called or is_hash(source) or is_assigned
    return source if is_code else ""


def _bare(pair: re.Match[str], name: str, line: int, variables: set[str]) -> Entry:
    value = pair["bare"].strip().strip("`*")
    if name[0].isupper():  # as people write, and Go and C# print
        name = _key_of(name) or name
    if value in _NOTHING:
        return Entry(name, value, line, Kind.NOTHING)
    if value in variables or _EXPRESSION.fullmatch(value):
        return Entry(name, value, line, Kind.COMPUTED)
    is_number = re.fullmatch(r"\d{1,15}", value) is not None
    return Entry(name, value, line, Kind.NUMBER if is_number else Kind.TEXT, value * is_number)


def _lines(text: MappedText) -> Iterator[Entry]:
    """Yield the values in lines such as `Customer ID: 7`."""
    row = at = 0
    for match in _LINE.finditer(text.text):
        row, at = row + text.text.count("\n", at, match.start()), match.start()
        if name := _key_of(match["name"]) or _key_of(match["also"] or ""):
            value = match["value"].strip(" \t*`'\",|│")
            kind = Kind.COMPUTED if _CALLED.fullmatch(value) else Kind.TEXT
            yield Entry(name, value, text.lines[row], kind)


def _sentences(text: MappedText) -> Iterator[Entry]:
    """Yield the values of the one customer in running text, if each occurs only once."""
    best = {name: [*pattern.finditer(text.text)] for name, pattern in _IN_SENTENCE.items()}
    if all(len({match[1] for match in found}) == 1 for found in best.values()):
        for name, (first, *_) in best.items():
            yield Entry(name, first[1], text.line_at(first.start()))
