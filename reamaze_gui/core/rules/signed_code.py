"""Finds out which expressions server code signs and sends."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from reamaze_gui.core.rules.expressions import arguments, beginning, name_of, paths
from reamaze_gui.core.spelling import names_secret

# Calls that make an HMAC, and which of their arguments is the signed text.
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
# Pipes, where the signed text comes first: in Liquid, and in a shell.
_PIPES = (
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
_NUMBERED_FORMAT = re.compile(r"%\d\$|\{\d\}|%\(")  # may use its arguments in another order
_ASSIGNED = r"(?<![\w$@>.]){}\s*(?::\s*\w+\s*)?(?::=|=(?![=>~]))\s*"
_KEY = r"(?<![\w.$@>-])['\":]?{}['\"]?\s*(?:=>|[:=](?![:=]))\s*"
_AUTHKEY = re.compile(_KEY.format("auth_?key"), re.IGNORECASE)
_AROUND = 500  # characters around the authkey within which the ID and the email are sent
_LONGEST = 300  # characters of an expression
_PAIR = 2  # signed values: id and email


@dataclass(frozen=True, slots=True)
class SignedCode:
    """The expression that a program signs, and its line, from 1.

    `wrong` says what is certainly wrong with it, as the rest of a sentence; empty if nothing is.
    """

    signed: str
    wrong: str
    line: int


def signed_code(source: str) -> SignedCode | None:
    """Return what a program signs; None if that is not clear.

    >>> signed_code("$k = hash_hmac('sha256', $user->email, $secret);").wrong
    'signs the email alone'
    """
    calls = [*_calls(source)]
    for text, rest, at in calls:
        if _is_secret(text) and any(map(_EMAIL.search, paths(rest))):
            wrong = "signs the secret with ID and email as the key, so the two are swapped"
            return SignedCode("", wrong, source.count("\n", 0, at) + 1)
    signed_in_calls = ((_bare(text), at, False) for text, _, at in calls)
    for expression, at, is_echoed in chain(signed_in_calls, _piped(source)):
        signed = _resolved(expression, source[:at])
        if any(_ID.search(name_of(each)) or _EMAIL.search(each) for each in paths(signed)):
            line = source.count("\n", 0, at) + 1
            wrong = _wrong(signed, source)
            if is_echoed and not wrong:
                wrong = "signs a line break at the end of the text, which echo adds without -n"
            return SignedCode(" ".join(signed.split()), wrong, line)
    return None


def _calls(source: str) -> Iterator[tuple[str, str, int]]:
    """Yield what each call signs, the rest of the call, and its index."""
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
    """Yield what is piped to a signing command, its index, and whether echo adds a line break."""
    for pattern in _PIPES:
        for call in pattern.finditer(source):
            how = call.groupdict().get("how") or ""
            yield call["text"].strip(), call.start(), how == "echo"


def _bare(expression: str) -> str:
    """Return an expression without conversions from text to bytes."""
    while match := _WRAPPED.match(expression):
        expression = (match["inside"] or match["before"] or match["named"] or "").strip()
    return expression


def _resolved(expression: str, before: str) -> str:
    """Return an expression or, for a variable, the one that was last assigned to it."""
    variable = expression.strip("\"'").replace("${", "$").strip("}")
    if not _VARIABLE.fullmatch(variable):
        return expression[:_LONGEST]
    name = re.escape(variable if variable[0] != "$" else variable[1:])
    assigned = re.compile(_ASSIGNED.replace("$", "").format(rf"\$?{name}"))
    found = [*assigned.finditer(before)]
    return _bare(beginning(before[found[-1].end() :])) if found else expression


def _wrong(signed: str, source: str) -> str:
    """Return what a program certainly does wrong; empty if it may be right."""
    values = paths(signed)
    emails = [each for each in values if _EMAIL.search(each)]
    if len(values) == 1:
        return f"signs the {'email' if emails else 'ID'} alone"
    if len(values) > _PAIR or len(emails) != 1:
        return ""
    (number,) = (each for each in values if each != emails[0])
    if values[0] == emails[0] and not _NUMBERED_FORMAT.search(signed):
        return "signs the email before the ID"
    if ":" not in signed.replace("::", "").replace("?:", ""):
        return "signs ID and email without a colon between them"
    for name, path in (("ID", number), ("email", emails[0])):
        sent = _sent(name.lower(), source)
        if sent and _is_another(sent, path, source):
            return f"sends “{sent}” as the {name}, but signs “{path}”"
    change = _CHANGES.search(signed)
    # Called twice, it may also change what is sent.
    is_only_call = change and source.count(change[0]) == 1
    return f"signs the result of {change[0]}" if change and is_only_call else ""


def _sent(name: str, source: str) -> str:
    """Return the path of the value sent beside the authkey; empty if it is not certain."""
    for authkey in _AUTHKEY.finditer(source):
        start, end = max(0, authkey.start() - _AROUND), authkey.end() + _AROUND
        keys = re.compile(_KEY.format(name)).finditer(source, start, end)
        found = {path[0] for key in keys if len(path := paths(_value(source[key.end() :]))) == 1}
        if found:
            return found.pop() if len(found) == 1 else ""
    return ""


def _value(text: str) -> str:
    """Return the expression that is sent: in a template tag, or in a program."""
    tag = re.match(r"['\"]?(?:<\?(?:php|=)?|<%[=-]?|\{\{-?)(.{1,200}?)(?:\?>|-?%>|-?\}\})", text)
    return tag[1].split("|")[0] if tag else beginning(text[:_LONGEST])


def _is_another(sent: str, signed: str, source: str) -> bool:
    """Return whether two paths certainly mean two values: different members of the same object."""
    one, other = name_of(sent), name_of(signed)
    if one == other or {one, other} <= {"id", "pk", "email", "emailaddress"}:
        return False
    owners = {re.split(r"\W+", path.strip("$@"))[0] for path in (sent, signed)}
    is_set = re.search(_ASSIGNED.replace("$", "").format(rf"\$?{re.escape(sent)}"), source)
    return len(owners) == 1 and "." in sent.replace("->", ".").replace("[", ".") and not is_set
