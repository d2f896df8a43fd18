"""Reads expressions in server languages: the arguments of calls, and the values used.

A value is identified by its path: `$user->email`, `user.get_email()`, `customer["id"]`.
"""

import re
from collections.abc import Iterator

_LONGEST = 300  # characters of an expression
_OPENING, _CLOSING = "([{", ")]}"

# Quoted text, and the values interpolated in it: "#{user.id}", `${id}`, f"{id}", "$id:{$email}".
# A subscript is part of a path, not a text.
_TEXT = re.compile(
    r"""(?P<subscript>\[\s*(['"])\w+\2\s*\])|'(?:[^'\\]|\\.)*+'|"(?:[^"\\]|\\.)*+"|`(?:[^`\\]|\\.)*+`""",
    re.DOTALL,
)
_INSERTED = re.compile(
    r"[#$]?\{\{?([^{}]{1,100})\}?\}|(\$[A-Za-z_]\w*(?:->\w+)?)|<[?%]=?([^<>]+)[?%]>"
)
_STEP = r"""(?:(?:\??\.|->|::)[A-Za-z_]\w*|\[\s*['":]?\w+['"]?\s*\]|\(\s*\))"""
_PATH = re.compile(rf"(?<![\w$@.>])[$@]?[A-Za-z_]\w*{_STEP}*+(?!\s*\(|\w|['\"])")
_JOINED = re.compile(r"^\s*\.(?=\s*[$@\w])|(?<!\w)[fFrRbBuU$@]{1,2}$")  # PHP's dot, Python's f
_FILTER = re.compile(r"\|\s*\w+")  # Liquid's
# Calls that convert a value at the end of its path.
_ENDING = re.compile(
    r"(?:\??\.|->)(?:to_?s(?:tring)?|to_json|html_safe|encode|get_?bytes|strip|trim|(?:to_?)?lower"
    r"(?:_?case|invariant)?|(?:to_?)?upper(?:_?case|invariant)?|downcase|upcase|value)(?:\(\))?$",
    re.IGNORECASE,
)
_WORD = re.compile(
    r"[$@]?(?:null|nil|none|true|false|undefined|new|return|await|self|this|echo|print|printf|json"
    r"|raw|js|[nsdv]|utf_?8?|ascii|as|str|string|encoding|digest|standardcharsets)",
    re.IGNORECASE,
)


def arguments(text: str) -> list[str]:
    """Return the arguments of a call, from the text after its opening bracket.

    >>> arguments("k, f(a, b), 'x,y') + 1")
    ['k', 'f(a, b)', "'x,y'"]
    """
    found, start = [], 0
    for at, character in _top_level(text):
        if character in "),":
            found.append(text[start:at].strip())
            start = at + 1
            if character == ")":
                return found
    return []


def beginning(text: str) -> str:
    """Return the expression that a text begins with, up to a comma, bracket or line break.

    >>> beginning("f(a, b), c"), beginning("'<%= a %>' }")
    ('f(a, b)', "'<%= a %>'")
    """
    end = next((at for at, character in _top_level(text) if character in ")]},;\n"), len(text))
    return text[:end].strip()[:_LONGEST]


def _top_level(text: str) -> Iterator[tuple[int, str]]:
    """Yield the characters outside all quotes and brackets, with their indices."""
    depth, quote = 0, ""
    for at, character in enumerate(text):
        if quote:
            quote = "" if character == quote and text[at - 1] != "\\" else quote
        elif character in "'\"`":
            quote = character
        elif character in _OPENING:
            depth += 1
        elif character in _CLOSING and depth:
            depth -= 1
        elif not depth:
            yield at, character


def paths(expression: str) -> list[str]:
    """Return the paths of the values used in an expression, each once, in order.

    >>> paths("$user->ID . ':' . trim($user->user_email)")
    ['$user->ID', '$user->user_email']
    >>> paths("u.id.to_s + ':' + u.email.strip()")
    ['u.id', 'u.email']
    >>> paths('f"{user.pk}:{user.email}".encode("utf-8")')
    ['user.pk', 'user.email']
    >>> paths("$user['id'] . ':' . $user['email']")
    ["$user['id']", "$user['email']"]
    """
    found: dict[str, None] = {}
    for code in _code(expression):
        for match in _PATH.finditer(_FILTER.sub(",", code)):
            path = match[0]
            while (bare := _ENDING.sub("", path)) != path:
                path = bare
            if not _WORD.fullmatch(path):
                found[path] = None
    return [*found]


def _code(expression: str) -> Iterator[str]:
    """Yield the parts of an expression that are code, interpolations included, in order."""
    at = 0
    for text in _TEXT.finditer(expression):
        if text["subscript"]:
            continue
        yield _JOINED.sub("", expression[at : text.start()])
        is_bare = re.fullmatch(r"['\"`]\w+['\"`]", text[0]) is not None
        for inner in () if is_bare else _INSERTED.finditer(text[0]):
            yield next(filter(None, inner.groups()))
        at = text.end()
    yield _JOINED.sub("", expression[at:])


def name_of(path: str) -> str:
    """Return the last name in a path, without a getter's prefix.

    >>> name_of("$user->getEmail()"), name_of("customer['id']"), name_of("user.ID")
    ('email', 'id', 'id')
    """
    last = re.findall(r"[A-Za-z_]\w*", path)[-1]
    return re.sub(r"^get_?(?=[A-Z_a-z])", "", last).lower().strip("_")
