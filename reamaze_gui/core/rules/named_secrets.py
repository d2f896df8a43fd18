"""Finds what a text calls the SSO secret, whether or not it is known here."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from reamaze_gui.core.page import Kind, Page
from reamaze_gui.core.spelling import names_secret

_WORD = re.compile(
    r"se[cg]ret|geheimnis|(?:shared|private)[\W_]?key|amaze_?sso(?![\w-])|sso[\W_]?pass"
    r"|(?:sso|hmac|signing|amaze)[\W_]{0,3}"
    r"(?:(?:shared|signing|hmac|api|account|secret|private)[\W_]{0,2}){0,2}"
    r"(?:key|schl(?:ue|ü)ssel|clave|cl[eé]|chiave|sleutel)",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"(?:[\w$:@-]{1,40}[ ]){0,2}[\w$:@-]{0,40}$")
_AFTER = re.compile(r"[\w$-]{0,20}")
_REACH = 60  # characters before the word in which its name begins
_LOOKED_AT = 400  # characters behind a name
_MOST_NAMES = 2_000
_MOST = 50

# What makes a text of a literal: Buffer.from("…"), b"…", []byte("…"), new Secret("…").
_WRAPPED = (
    r"(?:[bBuUrR@$]|(?:new\s+)?(?:Buffer\.from|\[\]byte|bytes|\w*[eE]nc\w*\.\w+|str(?:ing)?|"
    r"Secret|CryptoJS\.enc\.\w+\.parse|Encoding\.\w+\.GetBytes|utf8ToBytes|"
    r"new\s+TextEncoder\(\)\.encode)\s?\()?"
)
# name = "…", 'name': '…', getenv("NAME") ?: "…", setName("…"), name="…" value="…".
_QUOTED = re.compile(
    rf"""['"`\])}}*]{{0,4}}(?:\s{{0,9}}(?::\s?[\w&<>]+\s?)?
    (?P<sign>['"]?\s(?:value|content)\s?=|,\s?['"](?:value|content)['"]\s?:
        |=>|:=|\|\|=?|\?\?=?|\?:|[:=,({{]|\bor\b|\bis\b)\s{{0,9}}){_WRAPPED}
    (?P<quote>['"`])(?P<value>[^'"`\s]{{4,200}})(?P=quote)""",
    re.VERBOSE,
)
# The calls in which a value stands behind its name: define("NAME", "…"), ENV.fetch("NAME", "…").
_CALL = re.compile(
    r"\b(?:define|fetch|get|getenv|env|set\w*|(?:add|update|get)_option|\w+Value)\s?\(\s?['\"]"
    r"[\w$.:@-]*$",
    re.IGNORECASE,
)
_IN_TAGS = re.compile(r"\s*>\s*(?:<!\[CDATA\[)?(?P<value>[^\s<>\]]{6,200})(?:\]\]>)?\s*</")
# NAME=value as a shell, an .env file or an address has it.
_ASSIGNED = re.compile(r"=(?P<value>[^\s'\"`;&|<>(){}$]{6,200})(?=[\s&'\"]|$)")
# What a person writes: "SSO key: …", "The SSO key we use is …".
_SAID = re.compile(
    r"""["'*`)\]]{0,4}(?P<filler>(?:[ \t]+[\w()]+){0,4}?)[ \t]{0,9}
    (?:=>|[:=|→]|[ ][\u2013\u2014-][ ]|\bis\b:?|\blautet\b)[ \t*`]{0,9}\n?[ \t*`]{0,9}
    (?P<value>[^\s'"`<>{}()\[\],;&|]{5,200}[^\s'"`<>{}()\[\],;&|.:])
    [*`.]{0,3}(?P<more>(?=[ \t]*(?:$|[|\#(]|--))|[,.]?[ ]\w)""",
    re.VERBOSE | re.MULTILINE,
)
_IN_HMAC = re.compile(
    r"(?:hmac[\w.]{0,20}|importkey|secretkeyspec)\s?\(|(?<=-)hmac[ \t]", re.IGNORECASE
)
_NAMES = ("secret", "segret", "geheimnis", "shared", "private", "sso", "hmac", "signing", "amaze")
_CALLS = ("hmac", "importkey", "secretkeyspec")
_LITERAL = re.compile(r"""(?P<quote>['"`])(?P<value>[^'"`\s]{8,200})(?P=quote)""")

# What stands for a value, or reads one from elsewhere.
_NO_VALUE = re.compile(
    r"""your|x{3}|\*{3}|•{3}|\.{3}|…|change.?me|replace|placeholder|redacted|blotted|removed|hidden
    |secret.?here|insert|unknown|example|undefined|[{<\[%$\#]{1,2}[\w ({<=-]|^\$|^[@:]\w
    |^(?:process|import|os|env|config|settings?|self|this|Rails|System|Deno|Bun)\b[.\[(]
    |^[a-z]\w*(?:\.\w+)+$|://""",
    re.IGNORECASE | re.VERBOSE,
)
_IDENTIFIER = re.compile(r"[A-Za-z_$@][A-Za-z_$.:>-]*")
_ALGORITHM = re.compile(
    r"(?:hmac[-_]?)?(?:sha|md)[-_]?\d+|(?:base|hex|utf|latin|iso)[-_\d]*", re.IGNORECASE
)
_SHORTEST_WITHIN = 10  # characters; what is shorter and stands within a sentence is a part of it
_SHORTEST_WORD = 8  # letters; what is shorter and nothing but letters is a word of a sentence


@dataclass(frozen=True, slots=True)
class NamedSecret:
    """A value that calls itself the SSO secret, and its line, from 1."""

    value: str = field(repr=False)
    line: int

    def holds(self, secret: str) -> bool:
        """Return whether a secret stands in it, or it in the secret."""
        return bool(secret) and (secret in self.value or self.value in secret)


def named_secrets(page: Page) -> tuple[NamedSecret, ...]:
    """Return what calls itself the SSO secret in a page: among its values, then in its text."""
    users = (*page.overwritten, page.user) if page.user else page.overwritten
    found = {
        entry.text: entry.line
        for user in users
        for entry in user.entries
        if names_secret(entry.name) and entry.kind in {Kind.TEXT, Kind.NUMBER}
        if entry.text and _may_be_secret(entry.text)
    }
    for value, at in _in_text(page.source):
        if value not in found and len(found) < _MOST:
            found[value] = page.source.count("\n", 0, at) + 1
    return tuple(NamedSecret(value, line) for value, line in found.items())


def _in_text(text: str) -> Iterator[tuple[str, int]]:
    """Yield the values with the place of their names."""
    lowered = text.lower()
    for word in islice(_matches(_WORD, text, lowered, _NAMES), _MOST_NAMES):
        before = text[max(0, word.start() - _REACH) : word.start()]
        words = _BEFORE.search(before)
        rest = _AFTER.match(text, word.end())
        end = rest.end() if rest else word.end()
        name = f"{words[0] if words else ''}{text[word.start() : end]}"
        if any(map(names_secret, _with_fewer_words(name))):
            behind = text[end : end + _LOOKED_AT]
            if value := _value(name, behind, is_argument=_CALL.search(before) is not None):
                yield value, word.start()
    for call in islice(_matches(_IN_HMAC, text, lowered, _CALLS), _MOST_NAMES):
        code = text[call.end() : call.end() + _LOOKED_AT].partition(";")[0]
        for literal in _LITERAL.finditer(code.partition("\n\n")[0]):
            if _has_digit(literal["value"]) and _may_be_secret(literal["value"]):
                yield literal["value"], call.start()


def _matches(
    pattern: re.Pattern[str], text: str, lowered: str, beginnings: Iterable[str]
) -> Iterator[re.Match[str]]:
    """Yield the matches, which begin with one of these; so a long text is searched fast."""
    if len(lowered) != len(text):  # a letter has become two
        yield from pattern.finditer(text)
        return
    for beginning in beginnings:
        at = lowered.find(beginning)
        while at >= 0:
            if match := pattern.match(text, at):
                yield match
            at = lowered.find(beginning, at + len(beginning))


def _with_fewer_words(name: str) -> Iterator[str]:
    while name:
        yield name
        _, _, name = name.partition(" ")


def _value(name: str, behind: str, *, is_argument: bool) -> str:
    """Return the value that stands behind a name; nothing for none."""
    if quoted := _QUOTED.match(behind):
        value, sign = quoted["value"], quoted["sign"]
        is_set = "set" in name.lower() or name.strip()[:1].isupper()
        if (sign == "," and not is_argument) or (sign == "(" and not is_set):
            return ""
        return value if _may_be_secret(value) else ""
    if found := _IN_TAGS.match(behind) or _ASSIGNED.match(behind):
        value = found["value"]
        is_plain = name.rsplit(maxsplit=1)[-1].isupper() or _has_digit(value)
        return value if is_plain and _may_be_secret(value) else ""
    if said := _SAID.match(behind):
        value = said["value"]
        is_mixed = _has_digit(value) and not value.isdigit()
        is_sure = is_mixed if said["filler"] else not said["more"] or is_mixed
        is_sure = is_sure and (not said["more"] or len(value) >= _SHORTEST_WITHIN)
        return value if is_sure and _may_be_secret(value) and not _is_word(value) else ""
    return ""


def _has_digit(value: str) -> bool:
    return any(map(str.isdigit, value))


def _is_word(value: str) -> bool:
    """Return whether a value without quotes is a word or the name of a variable."""
    if not _IDENTIFIER.fullmatch(value):
        return False
    return len(value) < _SHORTEST_WORD or not value.islower() or "_" in value or "." in value


def _may_be_secret(value: str) -> bool:
    """Return whether a value is no placeholder, no algorithm, and no name of the secret itself."""
    is_name = _NO_VALUE.search(value) or _ALGORITHM.fullmatch(value)
    return not is_name and not names_secret(value)
