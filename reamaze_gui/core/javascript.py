"""Writes a text as a JavaScript string that is safe inside a <script>, and reads one."""

import re
import sys

_ESCAPES = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"}

_ESCAPE = re.compile(
    r"\\(?:u\{([0-9A-Fa-f]{1,6})\}|u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|([0-3]?[0-7]{1,2})|(.))",
    re.DOTALL,
)
_CONTROLS = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f", "v": "\v"} | dict.fromkeys(
    "\n\u2028\u2029", ""
)

# With these three written as escapes, no </script>, <!-- or ]]> can come about, nor an entity
# in a page that is XHTML.
_HTML = "<>&"


def literal(text: str) -> str:
    r"""Return the text as a single-quoted JavaScript string, for HTML and XHTML pages.

    Whatever can't be seen is written as an escape: control and format characters (so that nothing
    reorders the line), separators, lone surrogates. Astral characters come as UTF-16 pairs there,
    which JavaScript before 2015 understands too.

    >>> print(literal("Zoë's </script>"))
    'Zoë\'s \u003C/script\u003E'
    """
    return f"'{''.join(map(_escaped, text))}'"


def unescape(source: str) -> str:
    r"""Return the text that a string literal means, from what stands between its quotes.

    >>> unescape(r"Zo\u00eb\x21")
    'Zoë!'
    """
    return whole(_ESCAPE.sub(_character, source)) if "\\" in source else source


def whole(text: str) -> str:
    """Return a text in which two halves of a character, written apart, are one."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def _character(escape: re.Match[str]) -> str:
    code = escape[1] or escape[2] or escape[3]
    if code:
        return chr(min(int(code, 16), sys.maxunicode))
    return chr(int(escape[4], 8)) if escape[4] else _CONTROLS.get(escape[5], escape[5])


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if character.isprintable() and character not in _HTML:
        return character
    utf_16 = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{utf_16[at : at + 2].hex().upper()}" for at in range(0, len(utf_16), 2))
