"""Tells a placeholder, as in documentation and examples, from a customer's value."""

import re

from reamaze_gui.core.template_tags import holds_tag

_LONGEST = 100  # characters; no placeholder is this long
_PARTS = (
    r"(?:user|customer|current|shop|client|member|account|auth|authentication|sso|reamaze|hmac)"
)
_NAMES = (
    r"(?:id|uid|e-?mail|name|full ?name|phone|avatar|key|auth ?key|hash|token|address|digest|url)"
)
_PLACEHOLDER = re.compile(
    rf"""
    your(?:[\s_.@-]\w|(?-i:[A-Z])).* | .*\b(?:{_NAMES})(?:[\s_-]goes)?[\s_-]here
    | .*[a-z](?:[_-]|[\s_-]goes[\s_-])here | .*\b(?:{_NAMES})[\s_-]goes\b.*
    | string|integer|number|varchar|uuid
    | \W*(?:removed|redacted|hidden|omitted|censored|confidential)\b[a-z\s]*\W*
    | [@:](?:{_PARTS}|{_NAMES})(?:_?(?:{_PARTS}|{_NAMES}))*
    | (?:dein\w{{0,2}}|ihre?|votre|vos|ton|tu|su|seu|sua|tuo|uw|jouw|din|ditt)
      [\s_-](?:.*[\s_-])?(?:{_NAMES})
    | (?P<same>[^\W_])(?P=same){{31,}}
    | (?:put|enter|insert|replace|add|use)[\s_-](?:.*[\s_-])?(?:{_NAMES}|here|your|value)\b.*
    | change[\s_-]?me | replace[\s_-]?me | todo | tbd | %[sdv@]
    | the[\s_-](?:user|customer|visitor)\W.*
    | the[\s_-](?:auth\w*|generated|computed|calculated|hmac)[\s_-].*
    | (?:.*[\s_-])?(?:{_NAMES})(?:[\s_-]\w+)?[\s_-]of[\s_-](?:the|your|this)[\s_-].*
    | \W*e-?mail\sprotected\W*
    | [^\s@]*(?:\*{{2,}}|[█■▒░●•])[^\s@]*@\S*
    | [^\s@]+@\S*(?:\*{{2,}}|[█■▒░●•])\S*
    | x{{3,}}(?:[@.\s_-]x{{2,}}(?:\.\w+)?)*
    | \*{{3,}} | \.{{3,}} | …+ | _{{3,}} | \?{{2,}} | -{{3,}}
    | (?:generated|computed|calculated|hex)?[\s_-]?(?:hmac|sha-?256|auth(?:entication)?)
      (?:[\s_-]?(?:hmac|sha-?256|key|hash|token|digest|hexdigest|value))*
    | (?:generated|computed|calculated)[\s_-](?:[a-z]+[\s_-])*(?:{_NAMES})
    | sha-?256.*\bhmac\b.* | hmac(?:[\s_-]?sha-?\d+)?[\s_-](?:of|over)\b.* | __\w+__
    | (?:{_PARTS}[\s_.-]*)+{_NAMES}(?:[\s_-]*{_NAMES})*
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Capitalised words, one of which names the value: KUNDEN_ID, AUTHKEY_FROM_SERVER.
_CAPITALS = re.compile(
    rf"(?:[^\W\d_]{{2,}}[\s_-])*(?:{_PARTS}|{_NAMES})(?:[\s_-]?(?:{_PARTS}|{_NAMES}))*(?:[\s_-][^\W\d_]{{2,}})*",
    re.IGNORECASE,
)
_NOTHING = ("[object ", "<no value>")
# A digest, or a number or GUID in brackets: a value, even if a wrong one.
_VALUE = re.compile(r"[0-9a-fA-F]{32}|[\w+/-]{40}|^\W*(?=[a-fA-F-]*\d)[0-9a-fA-F-]+\W*$")


def is_instruction(text: str) -> bool:
    """Return whether a text is a placeholder for people to replace, rather than for a program.

    >>> is_instruction("{{ CUSTOMER EMAIL }}"), is_instruction("{{ customer.email }}")
    (True, False)
    """
    inner = text.strip().strip("{}<>[]$%#_ ")
    return is_placeholder(text) and (inner.isupper() or inner[:4].lower() in {"your", "xxx"})


def is_placeholder(text: str) -> bool:
    """Return whether a text is not a value, but tells which value belongs there.

    >>> [is_placeholder(text) for text in ("USER_ID", "your-authkey", "xxx", "{{ id }}", "Youri")]
    [True, True, True, True, False]
    """
    text = text.strip()
    if not text or len(text) > _LONGEST or text.startswith(_NOTHING):
        return False
    if _VALUE.search(text) and len({*text}) > 1:
        return False
    if holds_tag(text) or _PLACEHOLDER.fullmatch(text):
        return True
    return text.isupper() and _CAPITALS.fullmatch(text) is not None
