"""Recognises scripts that an optimiser or consent tool delays.

Such tools change a script's `type`, hide its `src` in another attribute, or both, until the visitor
agrees, scrolls or clicks. They are recognised by this, whichever tool it is.
"""

import re
from collections.abc import Mapping
from urllib.parse import unquote

from reamaze_gui.core.escapes import from_base64

# Types of data and templates, which are never turned into scripts.
_DATA = re.compile(
    r"json|template|tmpl|handlebars|mustache|html|importmap|speculationrules|x-magento|markdown"
    r"|xml|csv|shader|glsl|graphql|math|svg|css|babel|jsx|typescript|yaml|wasm|python|ng-"
)
_CODE = re.compile(r"\s*[^\s{\[<\"']")
_ASKS = re.compile(
    r"consent|cookie|categor|vendor|purpose|service|privacy|gdpr|cmp|optanon|usercentrics|iub|cky"
    r"|blocked|delay|lazy|type|src"
)
_CONSENT = re.compile(r"consent|cookie|gdpr|cmp|optanon|usercentrics|block|delay")
_SRC = re.compile(r"src(?!set)")
_URL = re.compile(r"data:(?:text|application)/(?:x-)?javascript[^,]*?(;base64)?,(.*)", re.DOTALL)


def is_held_back(attributes: Mapping[str, str], code: str) -> bool:
    """Return whether a script has a type that browsers don't run, but that a tool may change."""
    kind = attributes.get("type", "").strip().lower()
    others = {name: value for name, value in attributes.items() if name != "type"}
    if _DATA.search(kind):
        return _CODE.match(code) is not None and any(map(_CONSENT.search, others))
    if kind == "text/plain":
        return any(_is_asking(name, value) for name, value in others.items())
    return not code.strip() or _CODE.match(code) is not None


def _is_asking(name: str, value: str) -> bool:
    """Return whether an attribute names what the script waits for."""
    if name == "class":
        return _ASKS.search(value.lower()) is not None or "cmplz" in value
    return name not in {"src", "id"} and (name[:5] == "data-" or _ASKS.search(name) is not None)


def address(attributes: Mapping[str, str]) -> tuple[str, bool]:
    """Return the URL that a script is loaded from, and whether a tool prevents the loading."""
    if attributes.get("src"):
        return attributes["src"], False
    hidden = (value for name, value in attributes.items() if _SRC.search(name) and "/" in value)
    found = next(hidden, "")
    return found, bool(found)


def code_in(address: str) -> str | None:
    """Return the script in a data: URL, or None for any other URL.

    >>> code_in("data:text/javascript;base64,YT0x"), code_in("https://cdn.reamaze.com/a.js")
    ('a=1', None)
    """
    found = _URL.fullmatch(address.strip())
    if not found:
        return None
    text = unquote(found[2])
    try:
        return from_base64(text).decode() if found[1] else text
    except ValueError:
        return None
