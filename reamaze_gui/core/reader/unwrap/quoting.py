"""Removes an email's `>`, a console's prompts, and the fences around code in a ticket."""

import re

from reamaze_gui.core.reader.source_map import MappedText

_FENCE = re.compile(
    r"^[ \t]*(?:```[^\n`]*|~~~[^\n]*|\{(?:code|noformat)[^}\n]*\}|\[/?code[^\]\n]*\])[ \t]*$",
    re.MULTILINE,
)
_MARKS = ("```", "~~~", "{code", "{noformat", "[code", "[/code")
# A ticket's tags may be on the same line as the code.
_TAGS = re.compile(
    r"\[/?code(?:=[^\]\n]*)?\]|^[ \t]*\{(?:code|noformat)[^}\n]*\}|\{(?:code|noformat)\}[ \t]*$",
    re.MULTILINE,
)
# The script and line that a browser's console prints beside a message.
_SPOKEN = re.compile(
    r"^[ \t]*(?:VM\d+|\(\w+\)|debugger eval code|[\w./@-]+\.(?:js|html?|php|liquid))"
    r"(?::\d+){1,2}[ \t]+",
    re.MULTILINE,
)
# Markdown's own backslashes, which JavaScript would not have before a name.
_MARKDOWN = re.compile(r"\\([_*\[\](){}<>#.!|`~+-])")
_QUOTE = re.compile(
    r"^[ \t]*(?:(?:[>»]|&gt;)(?:[ \t]?(?:[>»]|&gt;))*+[ \t]?|[<←][·.]?[ \t]+)", re.MULTILINE
)
_QUOTED = re.compile(
    r"^[ \t]*(?:[>»]|&gt;|[<←][·.]?[ \t])[^\n]*(?:_support|authkey|email|sso[\[%])",
    re.MULTILINE | re.IGNORECASE,
)
_BAR = re.compile(r"^[ \t]*[|│┃▏][ \t]?", re.MULTILINE)
_BARRED = re.compile(r"(?:[ \t]*(?:[|│┃▏](?:[^\n]*[^\s|│┃▏])?[ \t]*)?(?:\n|\Z))++")  # not a table
_LINK = re.compile(
    r"(?:<mailto:|\[)?([\w.+%'-]{1,64}+@[\w.-]++)"
    r"(?:\|\1>|[ ]?<mailto:\1>|\]\(mailto:\1\)|\|mailto:\1\])"
)

# A diff: added and unchanged lines.
_HUNK = re.compile(r"^@@[^\n]*@@", re.MULTILINE)
# Lines copied from a diff, without its header.
_CHANGED = re.compile(r"(?:[+-][^\n]*(?:\n\s*)?){2,}+")
_ADDED = re.compile(r"^\+[^\n]*(?:_support|authkey)", re.MULTILINE)
_OF_CHANGE = re.compile(r"^(?:(?:-|@@|diff |index |\+\+\+ )[^\n]*|[+ ])", re.MULTILINE)


def without_changes(text: MappedText) -> MappedText:
    """Return the text after the change, if this is a diff."""
    shows = "@@" in text.text and _HUNK.search(text.text)
    if not shows and text.text.lstrip()[:1] in {"+", "-"} and _ADDED.search(text.text):
        shows = _CHANGED.fullmatch(text.text.strip())
    return text.replaced(_OF_CHANGE, lambda _match: "") if shows else text


def without_quoting(text: MappedText) -> MappedText:
    """Return the text without quote marks, if the customer's code is quoted."""
    if _BARRED.fullmatch(text.text):
        return text.replaced(_BAR, lambda _match: "")
    return text.replaced(_QUOTE, lambda _match: "") if _QUOTED.search(text.text) else text


def without_links(text: MappedText) -> MappedText:
    """Return the text without the links that mail and chat programs make of addresses."""
    return text.replaced(_LINK, lambda link: link[1]) if "mailto:" in text.text else text


def without_fences(text: MappedText) -> MappedText:
    """Return the text without fences around code and locations beside console output."""
    if any(mark in text.text for mark in _MARKS):
        text = text.replaced(_FENCE, lambda _match: "").replaced(_TAGS, lambda _match: "")
    if _SPOKEN.search(text.text):
        text = text.replaced(_SPOKEN, lambda _match: "")
    if "\\_support" in text.text:
        text = text.replaced(_MARKDOWN, lambda match: match[1])
    return text
