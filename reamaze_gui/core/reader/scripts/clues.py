"""Finds clues in a script's source: what it loads and calls, and typographic quotes."""

import re
from collections.abc import Iterator

from reamaze_gui.core.code_side import is_server
from reamaze_gui.core.page import Clue, Sighting
from reamaze_gui.core.reader.scripts.quotes import COMMENT, STRING
from reamaze_gui.core.reader.scripts.templates import marked
from reamaze_gui.core.reader.source_map import MappedText

MENTION = re.compile(
    r"_support\b|auth[_-]?(?:key|path|token)|reamaze|\bsso(?:\[|%5B|['\"]\s*:)|user_?hash",
    re.IGNORECASE,
)
_WORDS = (
    *("_support", "reamaze", "sso", "authkey", "auth_key", "auth-key"),
    *("authpath", "auth_path", "auth-path", "authtoken", "auth_token", "auth-token", "hash"),
)
_LOADER = re.compile(
    r"\breamaze\.com/[^'\"\s]*(?:\.js\b|assets)|(?<![^/'\"])reamaze[\w.-]*\.js\b", re.IGNORECASE
)
_HASH = (
    r"(?<![\w$.])(?<!function )(?:"
    r"CryptoJS\s*\.\s*(?:algo\s*\.\s*\w+\s*\.\s*create|Hmac\w+|SHA\w+|MD5|RIPEMD160)"
    r"|(?:(?:window|self)\s*\.\s*)?crypto\s*\.\s*subtle\s*\.\s*(?:sign|importKey|digest)"
    r"|(?:crypto\s*\.\s*)?createH(?:mac|ash)"
    r"|sjcl\s*\.\s*(?:misc\s*\.\s*hmac|hash\s*\.\s*\w+\s*\.\s*hash)"
    r"|forge\s*\.\s*(?:hmac|md\s*\.\s*\w+)\s*\.\s*create"
    r"|(?:\w{1,12}_)?(?:hmac_?)?(?:sha_?(?:1|224|256|384|512)|md5)(?:[_.]hmac)?(?:\.\w{1,20})?"
    r"|(?:\w{1,12}_)?hmac\w{0,20}(?:\.\w{1,20})?"
    r"|new\s+(?:jsSHA|KJUR\s*\.\s*crypto\s*\.\s*Mac))\s*\("
)
_CALL = re.compile(_HASH, re.IGNORECASE)
_HASHES = re.compile("hmac|sha|md5|ripemd|subtle|create|kjur", re.IGNORECASE)  # in every such call
_SEEN, _SEEN_WITH_HASHES = (
    re.compile(
        rf"(?P<string>{STRING})|(?:{COMMENT})|(?P<curly>[‘’‚‛“”„‟][^\n]{{0,40}})"
        rf"|(?P<reload>\bReamaze\s*\.\s*reload\s*\()|(?P<hash>{pattern})",
        re.DOTALL | re.IGNORECASE,
    )
    for pattern in (r"\Z\A", _HASH)
)


def speaks_of_it(text: str) -> bool:
    """Return whether a text mentions Re:amaze or an authkey."""
    lowered = text.lower()  # a word is found ten times as fast as a pattern
    return any(word in lowered for word in _WORDS) and MENTION.search(text) is not None


def loads_the_widget(address: str) -> bool:
    """Return whether this is the URL of Re:amaze's script."""
    return _LOADER.search(address) is not None


def clues_in(code: MappedText, *, in_page: bool) -> Iterator[Sighting]:
    """Yield the clues outside a script's strings and comments, and the widget it loads.

    Code that is not `in_page` may be server code, in any language.
    """
    row = at = 0
    curly_on = -1
    hashes = _HASHES.search(code.text) is not None
    code = marked(code)[0] if hashes and in_page else code  # tags are run on the server
    hmac = Clue.SERVER_HMAC if hashes and not in_page and is_server(code.text) else Clue.HMAC
    for match in (_SEEN_WITH_HASHES if hashes else _SEEN).finditer(code.text):
        row, at = row + code.text.count("\n", at, match.start()), match.start()
        line = code.lines[row]
        if match["string"]:
            if loads_the_widget(match["string"][1:-1]):
                yield Sighting(Clue.LOADER, line)
        elif match["reload"]:
            yield Sighting(Clue.RELOAD, line)
        elif match["hash"]:
            yield Sighting(hmac, line, _named(match["hash"]))
        elif match["curly"] and row != curly_on:
            curly_on = row
            yield Sighting(Clue.CURLY, line, match["curly"].strip())


def shortened(source: str) -> str:
    """Return the beginning of an expression, without the arguments of a hash: one is the secret.

    >>> shortened("CryptoJS.HmacSHA256(id + email, 'opensesame').toString()")
    'CryptoJS.HmacSHA256(…)'
    """
    call = _CALL.search(source) if "(" in source and _HASHES.search(source) else None
    return _named(call[0]) if call else " ".join(source.split())[:80]


def is_hash(source: str) -> bool:
    """Return whether a shortened expression is a call of a hash or an HMAC."""
    return source.endswith("(…)")


def _named(call: str) -> str:
    return re.sub(r"^new(?=jsSHA|KJUR)", "new ", "".join(call.split())) + "…)"
