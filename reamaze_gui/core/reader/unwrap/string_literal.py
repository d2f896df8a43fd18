"""Decodes the escapes of code inside a string literal of a program, in PHP, Java or C#."""

import re

from reamaze_gui.core.reader.source_map import MappedText

_ESCAPED = re.compile(r"""[:=(\[,{]\s?\\['"][^\\'"\n]*\\['"]|<\\/script""")
_BACKSLASH = re.compile(r"""\\(?:(['"\\/])|n)""")
_DOUBLED = re.compile(r"""[:=\[{]\s?""\w""")  # no comma, as in the cell "Day, ""Zoë"""
_PAIR = re.compile('""')
# How C#'s verbatim string, and the text blocks of Java and Python begin.
_BLOCK = re.compile(r"""[^"'\n]*(?:(?:@|\$@|@\$)(?="(?!"))|(?="{3}|'{3}))(?P<mark>"{3}|'{3}|")""")
_HEREDOC = re.compile(
    r"<<[<~-]?(['\"]?)(?P<mark>[A-Z]\w*+)\1\n(?P<text>(?:(?!\n[ \t]*(?P=mark)\b).)*+)", re.DOTALL
)
_PHP = re.compile(r"<\?(?:php\b|=)?|\?>")
_BY_PHP = re.compile(r"<\?(?:(?!\?>).)*_support", re.DOTALL)


def out_of_block(text: MappedText) -> MappedText:
    """Return the code that is the only string of a text, over several lines, in another language.

    >>> out_of_block(MappedText('s = @"_support = {};";', (1,))).text
    '_support = {};'
    """
    heredoc = _HEREDOC.search(text.text) if "hmac" not in text.text.lower() else None
    if heredoc and "_support" in heredoc["text"]:
        return text.cut(*heredoc.span("text"))
    block = _BLOCK.match(text.text)
    end = len(text.text.rstrip(" \t\n;)"))
    if not block or not text.text.endswith(block["mark"], block.end(), end):
        return text
    return text.cut(block.end(), end - len(block["mark"]))


def without_doubled_quotes(text: MappedText) -> MappedText:
    """Return the text with doubled quotes as single ones, as in C#, Basic and CSV.

    >>> without_doubled_quotes(MappedText('s = @"{id: ""7""}"', (1,))).text
    's = @"{id: "7"}"'
    """
    is_doubled = '""' in text.text and _DOUBLED.search(text.text)
    return text.replaced(_PAIR, lambda _match: '"') if is_doubled else text


def without_backslashes(text: MappedText) -> MappedText:
    """Return the text without backslashes before quotes, and a page printed by PHP without PHP.

    In JavaScript they may be right, such as in a string of JSON.
    """
    if not _ESCAPED.search(text.text) and not _BY_PHP.search(text.text):
        return text
    inner = text.replaced(_PHP, lambda _match: "")
    return inner.replaced(_BACKSLASH, lambda match: match[1] or "\n")
