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

# Written as escapes, these make no </script>, <!-- or ]]>, and no entity in a page that is XHTML;
HTML = "<>&"
# and these no tag, variable, directive or shortcode of the template that a snippet is pasted into.
TEMPLATES = "{}[]$#%@`"


def literal(text: str, shunned: str = HTML + TEMPLATES) -> str:
    r"""Return the text as a single-quoted JavaScript string, for HTML, XHTML and any template.

    What is `shunned` is written as an escape, and so is whatever can't be seen: control and format
    characters (so that nothing reorders the line), separators, lone surrogates. Astral characters
    come as UTF-16 pairs there, which JavaScript before 2015 understands too.

    >>> print(literal("Zoë's </script> {{ x }}"))
    'Zoë\'s \u003C/script\u003E \u007B\u007B x \u007D\u007D'
    """
    return f"'{''.join(_escaped(character, shunned) for character in text)}'"


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


def _escaped(character: str, shunned: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if character.isprintable() and character not in shunned:
        return character
    utf_16 = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{utf_16[at : at + 2].hex().upper()}" for at in range(0, len(utf_16), 2))
