"""Which scripts of a page can matter for the customer?"""

import re
from collections.abc import Sequence

from reamaze_gui.core.reader.clues import speaks_of_it
from reamaze_gui.core.reader.markup import Script

_SMALL = 50_000  # characters; what is longer is a library, which knows no customer
_NAME = re.compile(r"(?<![\w$.])[A-Za-z_$][\w$]*+(?!\s*:)")
_ASSIGNED = re.compile(
    r"(?:\bfunction\s+|(?<![\w$.])(?:window\.|self\.)?)([A-Za-z_$][\w$]*+)"
    r"(?:(?:\.[\w$]+|\[[^]\n]{1,40}\])?\s*+=(?![=>])|\s*\([^()]{0,200}\)\s*\{)"
)
_COMMON = frozenset(
    (
        *("var", "let", "const", "function", "return", "if", "else", "new", "this", "typeof"),
        *("window", "self", "document", "console", "true", "false", "null", "undefined"),
        *("_support", "Reamaze"),
    )
)


def relevant(scripts: Sequence[Script]) -> list[Script]:
    """Return, in the order of the page, those that speak of Re:amaze, and what those use."""
    chosen = {at for at, script in enumerate(scripts) if speaks_of_it(script.code.text)}
    others = {
        at: script.code.text
        for at, script in enumerate(scripts)
        if at not in chosen and 0 < len(script.code.text) <= _SMALL
    }
    new = chosen
    while new and others:
        names = {
            name
            for at in new
            if len(scripts[at].code.text) <= _SMALL
            for name in _NAME.findall(scripts[at].code.text)
        } - _COMMON
        new = {
            at
            for at, text in others.items()
            if any(match[1] in names for match in _ASSIGNED.finditer(text))
        }
        chosen = chosen | new
        for at in new:
            del others[at]
    return [scripts[at] for at in sorted(chosen)]
