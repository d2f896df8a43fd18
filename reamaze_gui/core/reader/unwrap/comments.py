"""Removes the comments of template languages, which are never sent to a browser."""

import re

from reamaze_gui.core.reader.source_map import MappedText


def _between(opening: str, closing: str) -> str:
    """Return a pattern for a comment; an unclosed one ends before the next begins."""
    return rf"{opening}(?:(?!{closing}|{opening}).)*+{closing}"


_COMMENT = re.compile(
    "|".join(
        (
            _between(
                r"\{%-?\s*comment\b[^%\n]*%\}", r"\{%-?\s*endcomment\s*-?%\}"
            ),  # Liquid, Django
            _between(r"\{\{!--", r"--~?\}\}"),  # Handlebars
            _between(r"\{\{!(?![!-])", r"\}\}"),  # Mustache
            _between(r"\{\{--", r"--\}\}"),  # Blade
            _between(r"\{\#(?!if|each|await|key|snippet)", r"\#\}"),  # Twig; not Svelte's blocks
            _between("<%--", "--%>"),  # JSP, ASP
            _between("<%#", "%>"),  # ERB, EJS
            _between("<#--", "-->"),  # FreeMarker
            _between(r"\#\*", r"\*\#"),  # Velocity
            _between(r"@\*", r"\*@"),  # Razor
            _between(r"\{\*(?!\})", r"\*\}"),  # Smarty
            _between(r"\{/\*", r"\*/\}"),  # JSX
            r"<\?php\s*(?:/\*(?:(?!\*/|\?>).)*+\*/|(?:\#|//)[^\n?]*+)\s*\?>",
        )
    ),
    re.DOTALL,
)
# TypeScript's types, which are never sent to a browser.
_TYPES = re.compile(
    r"\b(?:interface\s+\w[\w\s,.]{0,80}|type\s+\w{1,60}\s*=\s*)"
    r"\{(?:\s*+(?:readonly\s+)?\w{1,60}\??\s*:\s*[\w<>\[\]|. ]{1,80}[;,]?)*+\s*+\}"
)
_IN_BLOCK = re.compile(r"\{\s*+<text>(?:(?!</?text>).)*+</text>\s*+\}", re.DOTALL)  # of Razor
_DELIMITER = re.compile(r"\{([lr])delim\}")  # Smarty's braces
_STARTS = ("{%", "{{", "{#", "<%", "<#--", "#*", "@*", "{*", "{/*", "<?php")


def without_comments(text: MappedText) -> MappedText:
    """Return the text without these comments, with its line numbers unchanged."""
    if "delim}" in text.text:
        text = text.replaced(_DELIMITER, lambda match: "{" if match[1] == "l" else "}")
    if "<text>" in text.text:
        text = text.replaced(_IN_BLOCK, lambda match: re.sub("</?text>", "", match[0]))
    if "interface " in text.text or "type " in text.text:
        text = text.replaced(_TYPES, lambda match: "\n" * match[0].count("\n"))
    if not any(start in text.text for start in _STARTS):
        return text
    return text.replaced(_COMMENT, lambda match: "\n" * match[0].count("\n"))
