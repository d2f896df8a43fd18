"""Finds a value that looks random beside the name of the SSO secret, whatever joins the two."""

import re
from itertools import pairwise

_RANDOM = re.compile(
    r"(?<![\w./@#+-])[A-Za-z0-9][\w+/-]{14,127}(?:\w|={1,2})(?![\w@/+]|\.\w)", re.ASCII
)
_NOT_RANDOM = re.compile(  # a UUID, a commit, an authkey
    r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}|[0-9A-Fa-f]{40}|[0-9A-Fa-f]{64}"
)
_LEAST_CHANGES = 4  # between letters and digits
_NEAR = 120  # characters between a name and its value
_LONGEST = 128
_MOST_BREAKS = 2
_OURS = re.compile(r"sso|amaze|hmac", re.IGNORECASE)
# What is between them tells that the value is another one's: it is named otherwise, or in another
# sentence, or the name has no value, or the value has a label of its own or a noun before it.
_OF_ANOTHER = re.compile(
    r"""auth|hash|digest|signature|token|null|=\s?(?:""|'')|\w\(\W{0,3}\Z|[.?!;][ ]+[A-Z]
    |\b(?:id|commit|customer|user|password)\b
    |(?<![\w-])(?!(?:\w*(?:value|content|default|string|secret)|\d+|sso|hmac)\b)[\w-]+
        ['"\]]{0,2}\s?(?:=>|[:=])\s?[('"`]{0,3}\Z
    |(?<![\w-])(?!(?:is|was|be|to|use|used|with|reads|ist|lautet|est|es|è|é|är|er|on|e)\b)
        (?:\w*[^\W\d_]\w*)[ ]['"(]?\Z""",
    re.IGNORECASE | re.VERBOSE,
)
_ANSWER = re.compile(r"\?\s*\n[^\n]*\Z")
# From a value to its name: "… is our SSO secret", value="…" name="sso_secret".
_TO_NAME = re.compile(
    r"""['"`»)\]]{0,3}[ ]?
    (?:(?:<-*|\(|=|\b(?:is|as|was|ist|als|est|es|è)\b)(?:[ ](?:our|the|my|your))?
    |,?[ ]?(?:type="\w+"[ ])?['"]?(?:name|key|id)['"]?[ ]?[:=])[ ]?['"(]?[\w-]*[ ]?\Z""",
    re.IGNORECASE | re.VERBOSE,
)


def random_near(text: str, start: int, end: int) -> str:
    """Return what looks random and belongs to the name from `start` to `end`; empty for none.

    >>> random_near("sso secret 9b2c7f61aa03d1e8 works", 0, 10)
    '9b2c7f61aa03d1e8'
    """
    for found in _RANDOM.finditer(text, end, end + _NEAR + _LONGEST):
        between = text[end : found.start()]
        if len(between) > _NEAR or between.count("\n") > _MOST_BREAKS:
            break
        if looks_random(found[0]):
            is_ours = _OURS.search(text, max(0, start - _NEAR // 4), found.start())
            between = _ANSWER.sub("", between)
            return found[0] if is_ours and not _OF_ANOTHER.search(between) else ""
    line = text.rfind("\n", 0, start) + 1
    for found in _RANDOM.finditer(text, max(line, start - _NEAR), start):
        if looks_random(found[0]) and _TO_NAME.match(text, found.end(), start):
            return found[0] if _OURS.search(text, found.end(), end) else ""
    return ""


def looks_random(value: str) -> bool:
    """Return whether letters and digits are mixed as in no word, number, UUID or authkey."""
    kinds = [each.isdigit() for each in value if each.isalnum()]
    changes = sum(one is not other for one, other in pairwise(kinds))
    return changes >= _LEAST_CHANGES and not _NOT_RANDOM.fullmatch(value)
