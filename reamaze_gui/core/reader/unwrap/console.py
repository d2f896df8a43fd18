"""Turns an expression in a console, and the answer on the next line, into an assignment."""

import re

from reamaze_gui.core.reader.source_map import MappedText

_MEMBER = r"(?:\.\w+|\[(?:'\w+'|\"\w+\")\])"
_MARK = r"[ \t]*(?:[▶▼▾▸][ \t]*)?(?:Object|Proxy\(Object\))?[ \t]*"
# The members of an unfolded object, which Chrome may copy without line breaks.
_RUN_ON = re.compile(r"(?<=\})\w+: [^\n}[]*+\[\[Prototype\]\]: \w+[ \t]*$", re.MULTILINE)
_ASKED = re.compile(
    rf"^([ \t]*(?:window\.)?_support{_MEMBER}*)[ \t]*;?[ \t]*\n{_MARK}(?=[{{'\"])", re.MULTILINE
)
# Checked first, since it is much faster than the pattern above.
_ENDS_A_LINE = re.compile(r"_support[\w.'\"\[\]]*+[ \t]*;?[ \t]*\n")
# An unfolded object: its summary, in which long values are cut off, then its members.
_OPENED = re.compile(
    rf"^{_MARK}\{{[^\n]*\n((?:[ \t\u200b]*(?:\w+: [^\n]*)?\n)+)"
    r"[ \t]*(?:\[\[Prototype\]\]|<prototype>)[^\n]*$",
    re.MULTILINE,
)
# A member that was copied out of `_support`.
_MEMBER_ALONE = re.compile(r"\A\s*(['\"]?)user\1[ \t]*:[ \t]*(?=\{)")
_KEPT_AS = re.compile(r"(?<=[}'\"])[ \t]*=[ \t]*\$\d+[ \t]*$", re.MULTILINE)  # Safari's $1


def console_answers(text: MappedText) -> MappedText:
    """Return the text with each answer assigned to the expression that was asked for."""
    if "prototype" in text.text or "Prototype" in text.text:
        text = text.replaced(_OPENED, _whole).replaced(_RUN_ON, lambda _match: "")
    if "_support" not in text.text:
        return text.replaced(_MEMBER_ALONE, lambda _: "_support.user = ")
    if not _ENDS_A_LINE.search(text.text) or not _ASKED.search(text.text):
        return text
    return text.replaced(_KEPT_AS, lambda _: "").replaced(_ASKED, lambda match: f"{match[1]} =\n")


def _whole(opened: re.Match[str]) -> str:
    """Return the unfolded object as a literal, made of its members."""
    return "{\n" + re.sub(r"\S$", r"\g<0>,", opened[1], flags=re.MULTILINE) + "}"
