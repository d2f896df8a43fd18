"""Reads in a server's code what it signs and what it sends, as expressions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# The calls that make an HMAC, and which of their arguments is the text that is signed.
_CALLS = (
    (re.compile(r"\bhash_hmac\s*\("), 1),
    (re.compile(r"\bhmac\.(?:new|digest)\s*\("), 1),
    (re.compile(r"\bHMAC\.\w+\s*\("), 2),
    (re.compile(r"\bHmacSHA\d+\s*\("), 0),
    (re.compile(r"\bcreateHmac\s*\([^;]{0,200}?\)\s*\.\s*update\s*\("), 0),
    (re.compile(r"\.(?:ComputeHash|doFinal|Write)\s*\("), 0),
    (re.compile(r"\bsubtle\s*\.\s*sign\s*\("), 2),
)
# Liquid's filter, whose text stands before it.
_FILTER = re.compile(r"\|\s*hmac_sha256\b")
_BEFORE_FILTER = re.compile(r"[\n{}=]|%-?")
_WRAPPED = re.compile(
    r"""^(?P<before>.+?)\.(?:encode|getBytes|to_s|toString)
        (?:\(\s*(?:['"][\w-]+['"]|(?:java\.nio\.charset\.)?StandardCharsets\.\w+)?\s*\))?$
    |^(?:\[\]byte|bytes|[\w.]*\b(?:encode|GetBytes|from|utf8))\((?P<inside>.*)\)$""",
    re.DOTALL | re.VERBOSE,
)
_VARIABLE = re.compile(r"[$@]?[A-Za-z_]\w*")
_ID = re.compile(r"(?<![A-Za-z])(?:[a-z]\w*)?(?:_id|Id|ID|\.pk|(?<!\w)id|->id|\bid|:id)\b")
_EMAIL = re.compile(r"mail", re.IGNORECASE)
_CHANGES = re.compile(
    r"\b(?:strto(?:lower|upper)|mb_strto(?:lower|upper)|(?:lower|upper|down|up)case|lower|upper"
    r"|toLowerCase|toUpperCase|ToLower(?:Invariant)?|ToUpper(?:Invariant)?|trim|strip|md5|sha1"
    r"|urlencode|rawurlencode|encodeURIComponent|htmlspecialchars|intval)\b"
)
_LONGEST = 300  # characters of an expression


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
    for expression, at in _messages(source):
        signed = _resolved(expression, source[:at])
        if signed and (_ID.search(signed) or _EMAIL.search(signed)):
            line = source.count("\n", 0, at) + 1
            return SignedCode(" ".join(signed.split()), _wrong(signed, source), line)
    return None


def _messages(source: str) -> Iterator[tuple[str, int]]:
    """Yield the expressions that are signed, with their place."""
    for pattern, position in _CALLS:
        for call in pattern.finditer(source):
            found = _arguments(source[call.end() : call.end() + 2 * _LONGEST])
            if position < len(found):
                yield _bare(found[position]), call.start()
    for call in _FILTER.finditer(source):
        before = source[max(0, call.start() - _LONGEST) : call.start()]
        yield _BEFORE_FILTER.split(before)[-1].strip(), call.start()


def _arguments(text: str) -> list[str]:
    """Return the arguments of a call, from what stands behind its opening bracket."""
    found, depth, start, quote = [], 0, 0, ""
    for at, character in enumerate(text):
        if quote:
            quote = "" if character == quote and text[at - 1] != "\\" else quote
        elif character in "'\"`":
            quote = character
        elif character in "([{":
            depth += 1
        elif character in ")]}" and depth:
            depth -= 1
        elif character in ")," and not depth:
            found.append(text[start:at].strip())
            start = at + 1
            if character == ")":
                return found
    return []


def _bare(expression: str) -> str:
    """Return an expression without what makes bytes of a text."""
    while match := _WRAPPED.match(expression):
        expression = (match["inside"] or match["before"] or "").strip()
    return expression


def _resolved(expression: str, before: str) -> str:
    """Return an expression, or what was assigned last to the variable that it is."""
    if not _VARIABLE.fullmatch(expression):
        return expression[:_LONGEST]
    assigned = re.compile(
        rf"(?<![\w$@>.]){re.escape(expression)}\s*(?::\s*\w+\s*)?(?::=|=(?!=))\s*([^\n;]{{1,300}})"
    )
    found = [*assigned.finditer(before)]
    return _bare(found[-1][1].strip()) if found else expression


def _wrong(signed: str, source: str) -> str:
    """Return what a program does wrong, for certain; nothing where it may be right."""
    number, email = _ID.search(signed), _EMAIL.search(signed)
    if not number:
        return "signs the email alone"
    if not email:
        return "signs the id alone"
    if email.start() < number.start() and "%" not in signed and "{1}" not in signed:
        return "signs the email before the id"
    if ":" not in signed:
        return "signs id and email without a colon between them"
    change = _CHANGES.search(signed)
    # Done twice, it may be done to what is sent as well.
    return f"signs what {change[0]} makes" if change and source.count(change[0]) == 1 else ""
