"""Finds template tags that were never filled in.

Each is replaced by a mark before the script is parsed: a tag that prints becomes a name, one that
only controls the flow a comment. Inside a string, either is ordinary text.
"""

import re

from reamaze_gui.core.reader.source_map import MappedText

_MARK = re.compile("/\\*\ufdd0([0-9]+)\ufdd1\\*/|\ufdd0([0-9]+)\ufdd1")
_TAG = re.compile(
    r"""
    \{\{\{(?:(?!\}\}\}|\{\{)[^;])*+\}\}\}
    |\{\{!--(?:(?!--\}\}).)*+--\}\}
    |\{\{(?!\s*(?:\.\.\.|["']?[\w$]+["']?\s*:))(?:(?!\}\}|\{\{)[^;])*+\}\}  # not {{ a: 1 }} of JSX
    |\{%(?:(?!%\}|\{%).)*+%\}
    |\{!!(?:(?!!!\}|\{!!).)*+!!\}
    |\{\#(?:(?!\#\}|\{\#).)*+\#\}
    |<%(?:(?!%>|<%).)*+%>
    |<\?(?:(?!\?>|<\?).)*+\?>
    |\#\{[^{}\n]*+\}
    |\{\$[A-Za-z_][^{},;\n]*+\}
    |\{/?(?:if|elseif|else|foreach|section|literal|assign)(?:\s[^{}:;\n]*+)?\}
    |(?<!\S)@(?:end)?(?:if|elseif|else|unless|auth|guest|foreach|forelse|for|isset|empty|php|section
        |push|prepend|stack|yield|once|env|production|verbatim|switch|case|default|break|can|cannot)\b
        (?:[ \t]*\((?:[^()\n]|\((?:[^()\n]|\([^()\n]*+\))*+\))*+\))?
    |(?<![\w.])@(?:json|js)\((?:[^()\n]|\([^()\n]*+\))*+\)
    |%%[\w.]++%%
    |\*\|[\w:.]++\|\*
    |(?:/\*)?\[[\[(]\$\{[^{}\n]*+\}[\])]\](?:\*/\s*+(?:'[^'\n]*+'|"[^"\n]*+"|[\w.]*+))?  # Thymeleaf
    |\[\[(?!\w++\]\]:)\s*+[\w.$:-]++\s*+\]\]
    |(?<![\w.+%-])@(?:
        (?:Model|ViewBag|ViewData|User|Html|Json|Raw|Context|Request|Session|TempData)\b
            (?:[.\w]|\[[^]\n]*+\]|\((?:[^()\n]|\([^()\n]*+\))*+\))*+
        |[A-Za-z_]\w*+(?:\.[A-Z]\w*+)+
        |\((?:[^()\n]|\([^()\n]*+\))++\))
    """,
    re.VERBOSE | re.DOTALL,
)
_EXPRESSION = re.compile(r"\$\{[^{}\n]*+\}")  # of JSP, Thymeleaf or FreeMarker
_CONTROLS = re.compile(
    r"\{%|\{#|@(?!json|js|[A-Z(])[a-z]+\b(?!\.)|\{\{~?\s*(?:[#/^!>]|else\b)|\{/?[a-z]|<%(?![=:~#-])|<%--|<\?(?!=)(?!.*\b(?:echo|print)\b)",
    re.DOTALL,
)


def marked(code: MappedText) -> tuple[MappedText, tuple[str, ...]]:
    """Return the code with a mark for each tag, and the tags.

    >>> marked(MappedText("{% if a %} x = {{ a }}", [1]))[1]
    ('{% if a %}', '{{ a }}')
    """
    tags: list[str] = []

    def mark(match: re.Match[str]) -> str:
        tags.append(match[0])
        name = f"\ufdd0{len(tags) - 1}\ufdd1"
        return f"/*{name}*/" if _CONTROLS.match(match[0]) else name

    code = code.replaced(_TAG, mark)
    if "`" not in code.text:  # with backticks, ${…} is JavaScript
        code = code.replaced(_EXPRESSION, mark)
    return code, tuple(tags)


def tags_of(text: str, tags: tuple[str, ...]) -> list[str]:
    """Return the tags whose marks are in a text."""
    return [_tag(match, tags) for match in _MARK.finditer(text)]


def unmarked(text: str, tags: tuple[str, ...]) -> str:
    """Return the text with the tags in place of their marks."""
    return _MARK.sub(lambda match: _tag(match, tags), text)


def _tag(mark: re.Match[str], tags: tuple[str, ...]) -> str:
    return tags[int(mark[1] or mark[2])]
