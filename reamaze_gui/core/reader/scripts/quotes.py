"""Repairs code with wrong quotes or missing commas, and removes the types from TypeScript.

A quote of the wrong kind, an extra one, or a line break in a string stops the whole script in a
browser. Such strings are repaired here, so that the authkey can still be examined.
"""

import re

from reamaze_gui.core.reader.source_map import MappedText

_SINGLE, _DOUBLE, _BREAK = "\ufdd2", "\ufdd3", "\ufdd4"  # stand for ' and " and a line break
_MEANT = str.maketrans({_SINGLE: "'", _DOUBLE: '"', _BREAK: "\n"})

STRING = r"""'(?:[^'\\\n]++|\\.)*+'?|"(?:[^"\\\n]++|\\.)*+"?|`(?:[^`\\]++|\\.)*+(?:`|\Z)"""
COMMENT = r"//[^\n]*+|/\*(?:(?!\*/).)*+(?:\*/|\Z)|<!--[^\n]*+"
_CURLY = "[‘’‚‛“”„‟«»′″]"
_ENDS = r"(?=\s*(?:[]),;:}+]|//|/\*|\Z))"

_TYPOGRAPHIC = re.compile(
    rf"{STRING}|{COMMENT}"
    rf"|(?P<string>(?:[‘’‚‛′][^\n‘’‚‛′]*+(?:[‘’‚‛′](?!{_ENDS})[^\n‘’‚‛′]*+){{0,5}}+[‘’‚‛′])"
    rf"|(?:[“”„‟″«»][^\n“”„‟″«»]*+(?:[“”„‟″«»](?!{_ENDS})[^\n“”„‟″«»]*+){{0,5}}+[“”„‟″«»]))"
    rf"|(?P<stray>{_CURLY})",
    re.DOTALL,
)
_REPAIRABLE = re.compile(
    rf"""{COMMENT}|`(?:[^`\\]++|\\.)*+(?:`|\Z)
    |(?P<string>(?P<quote>['"])
        (?:(?:\\.|(?!(?P=quote))[^\\\n]|(?P=quote)(?!{_ENDS})){{0,500}}+(?P=quote)
        |(?:\\.|(?!(?P=quote))[^\\]){{0,300}}+(?P=quote){_ENDS}))""".replace("\n    ", ""),
    re.DOTALL | re.VERBOSE,
)


_UNSEPARATED = re.compile(r"""(?<=['"\w)}\]])(?=\s++['"]?[A-Za-z_$][\w$]*+['"]?[ \t]*+:)""")


_TYPE_NAME = r"(?:\{[^{}\n]{0,200}\}|[A-Za-z_][\w.]*+(?:<[^<>\n]{0,100}>)?)(?:\[\])*"
_TYPE = re.compile(
    rf"""(?P<kept>{STRING}|{COMMENT})
    |(?<!\s)\s++(?:as|satisfies)\s++(?:const\b|{_TYPE_NAME}(?:\s*\|\s*{_TYPE_NAME})*+)
    |(?<!\s)\s++implements\s++[\w\s,.<>]{{1,200}}?(?=\{{)
    |\b(?:private|public|protected|readonly)\s++(?=\w)
    |(?<=[\w)\]])!(?=[.;,)\[])
    |(?<=[\w)}}])\??:\s*(?:{_TYPE_NAME}(?:\s*\|\s*{_TYPE_NAME})*+)(?=\s*(?:=[^=]|\{{\s*\n|=>))
    |(?<=\w)\??:\s*(?:string|number|boolean|any|unknown|void)\b(?:\[\])*(?=\s*[,)=;])
    |^[ \t]*+(?:export\s++)?(?:interface|declare)\s[^{{}}]*+
        \{{[^{{}}]*+(?:\{{[^{{}}]*+\}}[^{{}}]*+)*+\}}
    |^[ \t]*+(?:export\s++)?type\s++\w++\s*+=[^;\n]*+;?
    |^[ \t]*+import\s++type\s[^;\n]*+;?""",
    re.DOTALL | re.VERBOSE | re.MULTILINE,
)


def straightened(code: MappedText) -> MappedText:
    """Return the code with the typographic quotes around strings replaced by straight ones.

    >>> straightened(MappedText("a = {b: ‘O’Neill’, c: 'd’e'}", [1])).text
    "a = {b: 'O’Neill', c: 'd’e'}"
    """
    return code.replaced(_TYPOGRAPHIC, _straight)


def repaired(code: MappedText) -> MappedText:
    r"""Return the code with marks in place of quotes and line breaks that end a string too early.

    >>> plain_quotes(repaired(MappedText("{name: 'O'Brien', id: '1'}", [1])).text)
    "{name: 'O'Brien', id: '1'}"
    """
    return code.replaced(_REPAIRABLE, _closed)


def separated(code: MappedText) -> MappedText:
    """Return the code with missing commas before a name and colon inserted.

    >>> separated(MappedText("{a: '1' b: '2'}", [1])).text
    "{a: '1', b: '2'}"
    """
    return code.replaced(_UNSEPARATED, lambda _match: ",")


def untyped(code: MappedText) -> MappedText:
    """Return TypeScript as JavaScript, without the common type annotations.

    >>> untyped(MappedText("(window as any).a = b!.c; let d: string = e", [1])).text
    '(window).a = b.c; let d = e'
    """
    return code.replaced(_TYPE, lambda match: match["kept"] or "")


def plain_quotes(text: str) -> str:
    """Return the text with marks replaced by quotes and line breaks again."""
    return text.translate(_MEANT)


def _straight(match: re.Match[str]) -> str:
    if match["stray"]:
        return '"' if match["stray"] in "“”„‟″«»" else "'"
    if not match["string"]:
        return match[0]
    quote = "'" if match["string"][0] in "‘’‚‛′" else '"'
    return f"{quote}{_inside(match['string'][1:-1], quote)}{quote}"


def _closed(match: re.Match[str]) -> str:
    if not match["string"]:
        return match[0]
    quote = match["quote"]
    return f"{quote}{_inside(match['string'][1:-1], quote)}{quote}"


def _inside(text: str, quote: str) -> str:
    """Return the text between two quotes, with marks for characters that would end the string."""
    text = re.sub(rf"(?<!\\){quote}", _SINGLE if quote == "'" else _DOUBLE, text)
    return re.sub(r"(?<!\\)\n", _BREAK, text)
