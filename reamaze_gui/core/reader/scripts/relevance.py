"""Selects the scripts of a page that may concern the customer."""

import re
from collections.abc import Sequence

from reamaze_gui.core.reader.scripts.clues import speaks_of_it
from reamaze_gui.core.reader.scripts.markup import Script

_SMALL = 50_000  # characters; a longer script is a library, which sets no customer
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
    """Return the scripts that mention Re:amaze, and those they depend on, in page order."""
    chosen = {at for at, script in enumerate(scripts) if speaks_of_it(script.code.text)}
    by_name: dict[str, list[int]] = {}
    for at, script in enumerate(scripts):
        if at not in chosen and 0 < len(script.code.text) <= _SMALL:
            for name in {match[1] for match in _ASSIGNED.finditer(script.code.text)}:
                by_name.setdefault(name, []).append(at)
    waiting = [*chosen] if by_name else []
    for at in waiting:
        text = scripts[at].code.text
        for name in {*_NAME.findall(text)} - _COMMON if len(text) <= _SMALL else ():
            new = [each for each in by_name.pop(name, ()) if each not in chosen]
            chosen |= {*new}
            waiting += new
    return [scripts[at] for at in sorted(chosen)]
