"""Reads in a server's code what it signs and what it sends, as expressions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from reamaze_gui.core.rules.expressions import arguments, beginning, name_of, paths
from reamaze_gui.core.spelling import names_secret

# The calls that make an HMAC, and which of their arguments is the text that is signed.
_CALLS = (
    (re.compile(r"\bhash_hmac\s*\("), 1),
    (re.compile(r"\bhmac\.(?:new|digest)\s*\("), 1),
    (re.compile(r"\bHMAC\.\w+\s*\("), 2),
    (re.compile(r"\bHmacSHA\d+\s*\("), 0),
    (re.compile(r"\bHMACSHA256\.HashData\s*\("), 1),
    (re.compile(r"\bcreateHmac\s*\([^;]{0,200}?\)\s*\.\s*update\s*\("), 0),
    (re.compile(r"\b\w*(?:mac|hash|hasher|digest|h)\s*\.\s*update\s*\(", re.IGNORECASE), 0),
    (re.compile(r"\.(?:ComputeHash|doFinal|Write)\s*\("), 0),
    (re.compile(r"\bsubtle\s*\.\s*sign\s*\("), 2),
    (re.compile(r"\bhmac_sha256(?:_hex)?\s*\("), 0),
    (re.compile(r"\b(?:io\.WriteString|fmt\.Fprint\w*)\s*\((?=\s*\w*(?:mac|h)\w*\s*,)"), 1),
)
# What stands before the call that signs it: in Liquid, and in a shell.
_FILTERS = (
    re.compile(r"(?:^|[\n{}=]|%-?)(?P<text>[^\n{}=%]{1,300}?)\|\s*hmac_sha256\b"),
    re.compile(
        r"\b(?P<how>echo(?:\s+-\w+)*|printf)\s+(?P<text>[^\n|]{1,300}?)\s*\|\s*openssl\s+(?:dgst|sha)"
    ),
)
_WRAPPED = re.compile(
    r"""^(?P<before>.+?)\.(?:encode|getBytes|to_s|toString)
        (?:\(\s*(?:['"][\w-]+['"]|(?:java\.nio\.charset\.)?StandardCharsets\.\w+)?\s*\))?$
    |^(?:\[\]byte|bytes|[\w.]*\b(?:encode|GetBytes|from|utf8))\((?P<inside>.*)\)$
    |^(?:msg|message|data)\s*=\s*(?P<named>.+)$""",
    re.DOTALL | re.VERBOSE,
)
_VARIABLE = re.compile(r"[$@]?[A-Za-z_]\w*")
_ID = re.compile(r"id|pk|uuid|sub|number|key$|name", re.IGNORECASE)
_EMAIL = re.compile(r"mail", re.IGNORECASE)
_CHANGES = re.compile(
    r"\b(?:strto(?:lower|upper)|mb_strto(?:lower|upper)|(?:lower|upper|down|up)case|lower|upper"
    r"|toLowerCase|toUpperCase|ToLower(?:Invariant)?|ToUpper(?:Invariant)?|trim|strip|md5|sha1"
    r"|urlencode|rawurlencode|encodeURIComponent|htmlspecialchars|intval)\b"
)
_PLACES = re.compile(r"%\d\$|\{\d\}|%\(")  # a format in which the order may be another
_ASSIGNED = r"(?<![\w$@>.]){}\s*(?::\s*\w+\s*)?(?::=|=(?![=>~]))\s*"
_KEY = r"(?<![\w.$@>-])['\":]?{}['\"]?\s*(?:=>|[:=](?![:=]))\s*"
_AUTHKEY = re.compile(_KEY.format("auth_?key"), re.IGNORECASE)
_AROUND = 500  # characters round the authkey in which the ID and the email are sent
_LONGEST = 300  # characters of an expression
_PAIR = 2  # values that are signed: id and email


@dataclass(frozen=True, slots=True)
class SignedCode:
    """What a program signs, as an expression; `wrong` tells what it does that can't be right.

    `line` counts from 1 in the source.
    """

    signed: str
    wrong: str
    line: int


def signed_code(source: str) -> SignedCode | None:
    """Return what is signed in a program; None where that can't be told.

    >>> signed_code("$k = hash_hmac('sha256', $user->email, $secret);").wrong
    'signs the email alone'
    """
    calls = [*_calls(source)]
    for text, rest, at in calls:
        if _is_secret(text) and any(map(_EMAIL.search, paths(rest))):
            wrong = "signs the secret, with id and email as the key: the two are swapped"
            return SignedCode("", wrong, source.count("\n", 0, at) + 1)
    signed_in_calls = ((_bare(text), at, False) for text, _, at in calls)
    for expression, at, by_echo in chain(signed_in_calls, _piped(source)):
        signed = _resolved(expression, source[:at])
        if any(_ID.search(name_of(each)) or _EMAIL.search(each) for each in paths(signed)):
            line = source.count("\n", 0, at) + 1
            wrong = _wrong(signed, source)
            if by_echo and not wrong:
                wrong = "signs a line break at the end of the text, which echo without -n adds"
            return SignedCode(" ".join(signed.split()), wrong, line)
    return None


def _calls(source: str) -> Iterator[tuple[str, str, int]]:
    """Yield of each call what is signed, all else that stands in the call, and its place."""
    for pattern, position in _CALLS:
        for call in pattern.finditer(source):
            found = arguments(source[call.end() : call.end() + 2 * _LONGEST])
            if position < len(found):
                end = len(found) if "rint" in call[0] else position + 1
                rest = ", ".join((call[0], *found[:position], *found[end:]))
                yield ", ".join(found[position:end]), rest, call.start()


def _is_secret(expression: str) -> bool:
    values = paths(_bare(expression))
    return len(values) == 1 and names_secret(name_of(values[0]))


def _piped(source: str) -> Iterator[tuple[str, int, bool]]:
    """Yield what stands before what signs it, its place, and whether echo ends the line."""
    for pattern in _FILTERS:
        for call in pattern.finditer(source):
            how = call.groupdict().get("how") or ""
            yield call["text"].strip(), call.start(), how == "echo"


def _bare(expression: str) -> str:
    """Return an expression without what makes bytes of a text."""
    while match := _WRAPPED.match(expression):
        expression = (match["inside"] or match["before"] or match["named"] or "").strip()
    return expression


def _resolved(expression: str, before: str) -> str:
    """Return an expression, or what was assigned last to the variable that it is."""
    variable = expression.strip("\"'").replace("${", "$").strip("}")
    if not _VARIABLE.fullmatch(variable):
        return expression[:_LONGEST]
    name = re.escape(variable if variable[0] != "$" else variable[1:])
    assigned = re.compile(_ASSIGNED.replace("$", "").format(rf"\$?{name}"))
    found = [*assigned.finditer(before)]
    return _bare(beginning(before[found[-1].end() :])) if found else expression


def _wrong(signed: str, source: str) -> str:
    """Return what a program does wrong, for certain; nothing where it may be right."""
    values = paths(signed)
    emails = [each for each in values if _EMAIL.search(each)]
    if len(values) == 1:
        return f"signs the {'email' if emails else 'id'} alone"
    if len(values) > _PAIR or len(emails) != 1:
        return ""
    (number,) = (each for each in values if each != emails[0])
    if values[0] == emails[0] and not _PLACES.search(signed):
        return "signs the email before the id"
    if ":" not in signed.replace("::", "").replace("?:", ""):
        return "signs id and email without a colon between them"
    for name, path in (("id", number), ("email", emails[0])):
        sent = _sent(name, source)
        if sent and _is_another(sent, path, source):
            return f"sends “{sent}” as the {name}, but signs “{path}”"
    change = _CHANGES.search(signed)
    # Done twice, it may be done to what is sent as well.
    return f"signs what {change[0]} makes" if change and source.count(change[0]) == 1 else ""


def _sent(name: str, source: str) -> str:
    """Return the path of the value that is sent beside the authkey; nothing if it isn't certain."""
    for authkey in _AUTHKEY.finditer(source):
        start, end = max(0, authkey.start() - _AROUND), authkey.end() + _AROUND
        keys = re.compile(_KEY.format(name)).finditer(source, start, end)
        found = {path[0] for key in keys if len(path := paths(_value(source[key.end() :]))) == 1}
        if found:
            return found.pop() if len(found) == 1 else ""
    return ""


def _value(text: str) -> str:
    """Return the expression that is sent: a template's tag, or what a program writes."""
    tag = re.match(r"['\"]?(?:<\?(?:php|=)?|<%[=-]?|\{\{-?)(.{1,200}?)(?:\?>|-?%>|-?\}\})", text)
    return tag[1].split("|")[0] if tag else beginning(text[:_LONGEST])


def _is_another(sent: str, signed: str, source: str) -> bool:
    """Return whether two paths are sure to name two values: other members of the same object."""
    one, other = name_of(sent), name_of(signed)
    if one == other or {one, other} <= {"id", "pk", "email", "emailaddress"}:
        return False
    owners = {re.split(r"\W+", path.strip("$@"))[0] for path in (sent, signed)}
    is_set = re.search(_ASSIGNED.replace("$", "").format(rf"\$?{re.escape(sent)}"), source)
    return len(owners) == 1 and "." in sent.replace("->", ".").replace("[", ".") and not is_set
