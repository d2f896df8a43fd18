"""Finds values that a text calls the SSO secret, known or not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from reamaze_gui.core.page import Kind, Page
from reamaze_gui.core.rules.expressions import arguments
from reamaze_gui.core.rules.random_values import random_near
from reamaze_gui.core.spelling import KEY, OF, names_secret

# Both patterns begin with the letters that a match can begin with, which makes them fast.
_WORD = re.compile(
    r"(?-i:(?=[acghklnpstACGHKLNPST\u0080-\uffff]))(?:s[ecrèg]{3,6}t|segred|sekret|geheim|hemlig|hemmelig|salai|taj[ne]|tit[ko]|gizli|секрет|密钥|密鑰|秘密鍵|シークレット"
    r"|비밀키|(?:shared|private)[\W_]?key|amaze_?sso(?![\w-])|sso[\W_]?pass"
    r"|(?:sso|hmac|signing|amaze)[\W_]{0,3}"
    r"(?:(?:shared|signing|hmac|api|account|secret|private)[\W_]{0,2}){0,2}"
    rf"(?:{KEY}|salt|pepper|shared)|{KEY}[\W_](?:{OF}[\W_])?(?:sso|re:?amaze))",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"(?:[\w$:@-]{1,40}[ ]){0,2}[\w$:@-]{0,40}\Z")
_AFTER = re.compile(rf"[\w$-]{{0,20}}(?:[ ]{KEY})?", re.IGNORECASE)
_REACH = 60  # characters before the word within which the name begins
_LOOKED_AT = 400  # characters after a name
_MOST_NAMES = 2_000
_MOST = 50

# Conversions around a literal: Buffer.from("…"), b"…", []byte("…"), new Secret("…").
_WRAPPED = (
    r"(?:[bBuUrR@$]|(?:new\s+)?(?:Buffer\.from|\[\]byte|bytes|\w*[eE]nc\w*\.\w+|str(?:ing)?|"
    r"Secret|CryptoJS\.enc\.\w+\.parse|Encoding\.\w+\.GetBytes|utf8ToBytes|"
    r"new\s+TextEncoder\(\)\.encode)\s?\()?"
)
# name = "…", 'name': '…', getenv("NAME") ?: "…", setName("…"), name="…" value="…".
_QUOTED = re.compile(
    rf"""['"`\])}}*]{{0,4}}(?:\s{{0,9}}(?::\s?[\w&<>]+\s?)?
    (?P<sign>['"]?(?:\s[^<>\n]{{0,80}})?\s(?:value|content)\s?=|,\s?['"](?:value|content)['"]\s?:
        |=>|:=|\|\|=?|\?\?=?|\?:|[:=,({{|│]|\bor\b|\bis\b)\s{{0,9}}){_WRAPPED}
    (?P<quote>['"`])(?P<value>[^'"`\s]{{4,200}})(?P=quote)""",
    re.VERBOSE,
)
# Calls in which a value follows its name: define("NAME", "…"), ENV.fetch("NAME", "…").
_CALL = re.compile(
    r"\b(?:define|fetch|get|getenv|env|values|set\w*|(?:add|update|get)_option|\w+Value)\s?\(\s?['\"]"
    r"[\w$.:@-]*$",
    re.IGNORECASE,
)
_IN_TAGS = re.compile(r"\s*>\s*(?:<!\[CDATA\[)?(?P<value>[^\s<>\]]{6,200})(?:\]\]>)?\s*</")
# NAME=value, in a shell, an .env file or a URL.
_ASSIGNED = re.compile(
    r"=(?P<value>[^\s'\"`;&|<>(){}$]{5,199}[^\s'\"`;&|<>(){}$,.])[,.]?(?=[\s&'\"]|$)"
)
# Prose: "SSO key: …", "The SSO key we use is …".
_PROSE = re.compile(
    r"""["'*`)\]]{0,4}(?P<filler>(?:[ \t]+[\w():]+){0,4}?)[ \t]{0,9}
    (?:=>|[:=|│→]|\((?=[^\s()]{12,200}\))|[ ][\u2013\u2014-][ ]
        |\b(?:is|lautet|ist|es|est|è|é|är|er)\b:?)
    [ \t*`"'“„]{0,9}\n?[ \t*`]{0,9}
    (?P<value>[^\s'"`<>{}()\[\],;&|]{5,200}[^\s'"`<>{}()\[\],;&|.:])
    [*`.]{0,3}(?P<more>(?=[ \t]*(?:$|['"|│\#(]|--))|[,.]?[ ]\w|[\s<>)\],;&|])""",
    re.VERBOSE | re.MULTILINE,
)
# In the next cell of a table, on the next line, in the next element, or in the next message.
_NEXT = re.compile(
    r"""[*`'")\]:.]{0,4}[ ]{0,3}
    (?:\t[ \t]*|[,;](?=\S)|\n[ \t]{0,8}|(?:\s?</?\w[^<>]{0,80}>\s?){1,6}
        |\?[ \t]*\n[^\n]{0,40}?[:>][ ])
    (?P<value>[^\s'"`<>{}()\[\],;&|]{8,200})[ \t]*(?=$|[\t<|])""",
    re.VERBOSE | re.MULTILINE,
)
# On the line below its name, as in Kubernetes and Terraform.
_SET_BELOW = re.compile(
    r"""['"]?\s*\{?\s*\n\s*['"]?(?:value|default|content)['"]?\s*[:=]\s*['"]?(?P<value>[^\s'"]{6,200})"""
)
# Before its name: SET value = '…' WHERE path = '…'.
_SET_WHERE = re.compile(
    r"""\bset\s[^;]{0,80}?=\s?(?P<quote>['"])(?P<value>[^'"\s]{6,200})(?P=quote)
    [^;]{0,80}?\swhere\s[^;]{0,60}?=\s?['"][\w/.$:@-]{0,60}$""",
    re.IGNORECASE | re.VERBOSE,
)
# After its name, as the argument of a shell command.
_ARGUMENT = re.compile(
    r"""[ ]+['"]?(?P<value>[^\s'"`;&|<>(){}$]{8,200})['"]?[ \t]*$""", re.MULTILINE
)
_IN_HMAC = re.compile(
    r"(?-i:(?=[himnsHIMNS]))(?:(?:hmac[\w.]{0,20}|importkey|secretkeyspec|symmetrickey|new_from_slice)"
    r"\s?\(|(?<=-)hmac[ \t]|(?<=:)hmac,|hmac_\w{1,9}:\s?|macopt[ \t]['\"]?(?=key:))",
    re.IGNORECASE,
)
# Which argument of a call is the key. It may be a variable that is set to a literal elsewhere.
_KEYS = (
    (re.compile(r"hash_hmac\s?\("), 2),
    (re.compile(r"hmac\.(?:new|digest)\s?\("), 0),
    (re.compile(r"(?:hmac\.New|HMAC\.\w+|createHmac|HmacSHA\d+|importKey|hmac_sha256\w*)\s?\("), 1),
    (re.compile(r"(?:SecretKeySpec|HMACSHA\d+|HMACSHA256\.HashData)\s?\("), 0),
    (re.compile(r"-hmac[ \t](?=\S)|hmac_sha256:\s?"), 0),
)
_MOST_CALLS = 20
_SET = re.compile(
    rf"""(?<![\w.])[$@]?(?P<name>[A-Za-z_]\w{{0,40}}+)(?:['"],|\s?:?=)\s?{_WRAPPED}
    (?:(?P<quote>['"`])(?P<value>[^'"`\s]{{8,200}})(?P=quote)|(?P<bare>[^\s'"`;&|<>(){{}}$]{{8,200}})$)""",
    re.VERBOSE | re.MULTILINE,
)
_KEY_OF_MACOPT = re.compile(r"key:(?P<value>[^\s'\"`;&|$]{8,200})")
_BARE_KEY = re.compile(r"(?P<value>[^\s'\"`;&|<>(){}$]{8,200})(?=\s|$)")
_RESULT = re.compile(r"""['"\]]?\)+;?\s*(?:=|→)""")  # of a call with the secret as an argument
_MESSAGE = re.compile(":[^:]+@")  # an ID and an email
_LITERAL = re.compile(r"""(?P<quote>['"`])(?P<value>[^'"`\s]{8,200})(?P=quote)""")

# Placeholders, and expressions that read the value from elsewhere.
_NO_VALUE = re.compile(
    r"""your|x{3}|\*{3}|•{3}|\.{3}|…|change.?me|replace|placeholder|redacted|blotted|removed|hidden
    |secret.?here|insert|unknown|example|undefined|[{<\[%$\#]{1,2}[\w ({<=-]|^\$|^[@:]\w
    |^(?:process|import|os|env|config|settings?|self|this|Rails|System|Deno|Bun)\b[.\[(]
    |^[a-z]\w*(?:\.\w+)+$|^[A-Z_]+=\w|://""",
    re.IGNORECASE | re.VERBOSE,
)
_IDENTIFIER = re.compile(r"[A-Za-z_$@][A-Za-z_$.:>-]*")
_ALGORITHM = re.compile(
    r"(?:hmac[-_]?)?(?:sha|md)[-_]?\d+|(?:base|hex|utf|latin|iso)[-_\d]*", re.IGNORECASE
)
_SHORTEST_WITHIN = 10  # characters; in the middle of a sentence, a shorter value is a part of it
_SHORTEST_WORD = 8  # letters; a shorter value of letters alone is a word of a sentence


@dataclass(frozen=True, slots=True)
class NamedSecret:
    """A value that the text calls the SSO secret, and its line, from 1."""

    value: str = field(repr=False)
    line: int

    def holds(self, secret: str) -> bool:
        """Return whether the value contains a secret, or is part of it."""
        return bool(secret) and (secret in self.value or self.value in secret)


def named_secrets(page: Page) -> tuple[NamedSecret, ...]:
    """Return what a page calls the SSO secret, first among its values, then in its text."""
    found = {
        entry.text: entry.line
        for user in page.users
        for entry in user.entries
        if names_secret(entry.name) and entry.kind in {Kind.TEXT, Kind.NUMBER}
        if entry.text and _may_be_secret(entry.text)
    }
    for value, at in _named_in_text(page.source):
        if value not in found and len(found) < _MOST:
            found[value] = page.source.count("\n", 0, at) + 1
    return tuple(NamedSecret(value, line) for value, line in found.items())


def _named_in_text(text: str) -> Iterator[tuple[str, int]]:
    """Yield the values, and the index of their names."""
    for word in islice(_WORD.finditer(text), _MOST_NAMES):
        before = text[max(0, word.start() - _REACH) : word.start()]
        words = _BEFORE.search(before)
        rest = _AFTER.match(text, word.end())
        end = rest.end() if rest else word.end()
        name = f"{words[0] if words else ''}{text[word.start() : end]}"
        after = text[end : end + _LOOKED_AT]
        if any(map(names_secret, _with_fewer_words(name))) and not _RESULT.match(after):
            is_argument = _CALL.search(before) is not None
            value = _value(name, after, is_argument=is_argument) or _in_column(text, end)
            value = value or _set_where(text[max(0, word.start() - _LOOKED_AT) : word.start()])
            if not value:
                value = random_near(text, word.start(), end)
            if value and _may_be_secret(value):
                yield value, word.start()
    for call in islice(_IN_HMAC.finditer(text), _MOST_NAMES):
        code = text[call.end() : call.end() + _LOOKED_AT].partition(";")[0]
        passed = arguments(code) if call[0].endswith("(") else []
        for literal in _LITERAL.finditer(", ".join(passed) or code.partition("\n\n")[0]):
            is_message = _MESSAGE.search(literal["value"])
            if _has_digit(literal["value"]) and _may_be_secret(literal["value"]) and not is_message:
                yield literal["value"], call.start()
        bare = _KEY_OF_MACOPT.match(code)
        bare = bare or (None if call[0].endswith("(") else _BARE_KEY.match(code))
        if bare and _is_mixed(bare["value"]) and _may_be_secret(bare["value"]):
            yield bare["value"], call.start()
    yield from _keys(text)


def _keys(text: str) -> Iterator[tuple[str, int]]:
    """Yield the values of variables that are used as an HMAC's key, and where they are set."""
    names = set[str]()
    for pattern, position in _KEYS:
        for call in islice(pattern.finditer(text), _MOST_CALLS):
            after = text[call.end() : call.end() + _LOOKED_AT]
            passed = arguments(after) if call[0].endswith("(") else after.split(maxsplit=1)
            names |= {*re.findall(r"[A-Za-z_]\w*", " ".join(passed[position : position + 1]))}
    for each in _SET.finditer(text) if names else ():
        value = each["value"] or each["bare"]
        if each["name"] in names and _is_mixed(value) and _may_be_secret(value):
            yield value, each.start()


def _with_fewer_words(name: str) -> Iterator[str]:
    while name:
        yield name
        _, _, name = name.partition(" ")


def _value(name: str, after: str, *, is_argument: bool) -> str:
    """Return the value that follows a name; empty for none."""
    if quoted := _QUOTED.match(after):
        value, sign = quoted["value"], quoted["sign"]
        is_set = "set" in name.lower() or name.strip()[:1].isupper()
        if (sign == "," and not is_argument) or (sign == "(" and not is_set):
            return ""
        return value if _may_be_secret(value) else ""
    if found := _IN_TAGS.match(after) or _ASSIGNED.match(after):
        value = found["value"]
        is_plain = name.rsplit(maxsplit=1)[-1].isupper() or _has_digit(value)
        return value if is_plain and _may_be_secret(value) else ""
    return _unquoted_value(name, after)


def _unquoted_value(name: str, after: str) -> str:
    """Return the value without quotes that follows a name; empty for none."""
    if below := _SET_BELOW.match(after):
        return below["value"] if _may_be_secret(below["value"]) else ""
    if prose := _PROSE.match(after):
        value = prose["value"]
        is_certain = _is_mixed(value) or not (prose["filler"] or prose["more"])
        is_certain = is_certain and (not prose["more"] or len(value) >= _SHORTEST_WITHIN)
        return value if is_certain and _may_be_secret(value) and not _is_word(value) else ""
    if following := _NEXT.match(after) or ("_" in name and _ARGUMENT.match(after)):
        value = following["value"]
        return value if _is_mixed(value) and "@" not in value and _may_be_secret(value) else ""
    return ""


def _in_column(text: str, end: int) -> str:
    """Return the value below a table heading that ends at this index; empty for none."""
    start = text.rfind("\n", 0, end) + 1
    heading, *below = text[start : end + _LOOKED_AT].split("\n")[:4]
    row = next((line for line in below if any(map(str.isalnum, line))), "")
    for separator in "|│\t;,":
        cells = row.split(separator)
        if len(cells) == heading.count(separator) + 1 > 1:
            value = cells[text.count(separator, start, end)].strip(" \t'\"")
            return value if _is_mixed(value) and " " not in value and _may_be_secret(value) else ""
    return ""


def _set_where(before: str) -> str:
    """Return the value that an SQL UPDATE sets for a name in its WHERE clause; empty for none."""
    found = _SET_WHERE.search(before)
    return found["value"] if found and _may_be_secret(found["value"]) else ""


def _has_digit(value: str) -> bool:
    return any(map(str.isdigit, value))


def _is_mixed(value: str) -> bool:
    return _has_digit(value) and any(map(str.isalpha, value))


def _is_word(value: str) -> bool:
    """Return whether an unquoted value is a word or a variable."""
    if not _IDENTIFIER.fullmatch(value):
        return False
    return len(value) < _SHORTEST_WORD or not value.islower() or "_" in value or "." in value


def _may_be_secret(value: str) -> bool:
    """Return whether a value is not a placeholder, an algorithm or a name of the secret."""
    is_name = _NO_VALUE.search(value) or _ALGORITHM.fullmatch(value)
    return not is_name and not names_secret(value)
