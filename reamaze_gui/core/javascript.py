"""How is a value written as JavaScript that is safe inside a <script>?"""

_ESCAPES = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"}

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


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if character.isprintable() and character not in _HTML:
        return character
    utf_16 = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{utf_16[at : at + 2].hex().upper()}" for at in range(0, len(utf_16), 2))
