"""Writes JavaScript string literals that are safe inside a <script>, and reads them."""

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

# Escaped, since they could form </script>, <!-- or ]]>, or an entity in XHTML.
HTML = "<>&"
# Escaped, since they could form a tag, variable, directive or shortcode of a template.
TEMPLATES = "{}[]$#%@`"


def literal(text: str, to_escape: str = HTML + TEMPLATES) -> str:
    r"""Return the text as a single-quoted JavaScript string, for HTML, XHTML and any template.

    Besides the characters `to_escape`, all invisible ones are escaped: control and format
    characters (which could reorder the line), separators and lone surrogates. Characters beyond
    U+FFFF are escaped as UTF-16 pairs, which JavaScript before 2015 understands too.

    >>> print(literal("Zoë's </script> {{ x }}"))
    'Zoë\'s \u003C/script\u003E \u007B\u007B x \u007D\u007D'
    """
    return f"'{''.join(_escaped(character, to_escape) for character in text)}'"


def unescape(source: str) -> str:
    r"""Return the text of a string literal, from the source between its quotes.

    >>> unescape(r"Zo\u00eb\x21")
    'Zoë!'
    """
    return joined_surrogates(_ESCAPE.sub(_character, source)) if "\\" in source else source


def joined_surrogates(text: str) -> str:
    """Return a text in which each surrogate pair is one character."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def _character(escape: re.Match[str]) -> str:
    code = escape[1] or escape[2] or escape[3]
    if code:
        return chr(min(int(code, 16), sys.maxunicode))
    return chr(int(escape[4], 8)) if escape[4] else _CONTROLS.get(escape[5], escape[5])


def _escaped(character: str, to_escape: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if character.isprintable() and character not in to_escape:
        return character
    utf_16 = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{utf_16[at : at + 2].hex().upper()}" for at in range(0, len(utf_16), 2))
