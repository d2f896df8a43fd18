"""The topics of Help, and which of them is about the part of the window in use.

To add a topic: a Markdown file under resources/help/, its title first, and its name in `TOPICS`.
"""

import re
from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from reamaze_gui.core.customer import FIELDS
from reamaze_gui.resources import resource

_ALSO = re.compile(r"\n<!-- also: (.*) -->\n")

_SMALL = (
    " a an and are be can do does for from has have how i in is it its me my of on or our that the "
    "their they this to we what when where which who why with you your "
)

START = "first-steps"
SHORTCUTS = "keyboard"

TOPICS = (
    START,
    "find-secret",
    "secret",
    "fields",
    "attributes",
    "saved-customers",
    "phone",
    "weak-sso",
    "authkey",
    "signed",
    "snippet",
    "shopify",
    "try-in-browser",
    "diagnose",
    "lists",
    "no-history",
    "private-windows",
    "clipboard",
    "privacy",
    SHORTCUTS,
)
"""The files' names without their suffix, in the order in which they are listed."""

TOPIC_OF = {
    "Account": "find-secret",
    "SSO secret": "secret",
    "Show secret": "secret",
    "Save secret": "secret",
    "Change secret": "secret",
    "Forget secret": "secret",
    "Pages": START,
    "Saved customers": "saved-customers",
    "Paste customer": "fields",
    "Clear customer": "fields",
    "Phone region": "phone",
    "Attributes": "attributes",
    "Attribute label 1": "attributes",
    "Authenticated (authkey)": "weak-sso",
    "Weak SSO (prefill only)": "weak-sso",
    "Authkey": "authkey",
    "Copy authkey": "clipboard",
    "What was signed": "signed",
    "Format": "snippet",
    "Snippet": "snippet",
    "Copy snippet": "snippet",
    "Save snippet": "snippet",
    "Try in browser": "try-in-browser",
    "Copy address": "try-in-browser",
    "Paste": "diagnose",
    "Customer's page": "diagnose",
    "List": "lists",
    "Save failing rows": "lists",
    "Copy console command": "diagnose",
    "Report": "diagnose",
    "Reply": "diagnose",
} | {field.label: field.topic for field in FIELDS}
"""The topic of a part of the window, by the name that screen readers know it by."""


def text_of(topic: str) -> str:
    """Return what stands in a topic's file, in Markdown, without the words that find it too."""
    return _ALSO.sub("", _source(topic))


def title_of(topic: str) -> str:
    """Return the first line of a topic's file, without its mark."""
    with resource(f"help/{topic}.md").open(encoding="utf-8") as file:
        return file.readline().removeprefix("#").strip()


def places_in(topic: str, text: str, plain: str) -> tuple[str, ...]:
    """Return where words may be found in a topic, from what tells most of it, in lower case.

    `text` is its Markdown, `plain` is what can be read of that. With the headings stand the words
    that people type instead of ours.
    """
    headings = "\n".join(line for line in text.splitlines() if line.startswith("#"))
    also = "\n".join(_ALSO.findall(_source(topic)))
    return title_of(topic).lower(), f"{headings}\n{also}".lower(), plain.lower()


def words_in(typed: str) -> tuple[str, ...]:
    """Return the words that tell what is looked for, in lower case: not "why is the".

    >>> words_in("Why is the customer not signed in?")
    ('customer', 'not', 'signed')
    """
    words = [word.strip("?!,;:") for word in typed.lower().split()]
    return tuple(
        dict.fromkeys(word for word in words if word and f" {word} " not in _SMALL)
    ) or tuple(filter(None, words))


def pattern_of(word: str) -> str:
    """Return a pattern for whole words that begin so, of Python and of Qt alike."""
    return rf"(?<!\w){re.escape(word)}"


def _source(topic: str) -> str:
    return resource(f"help/{topic}.md").read_text(encoding="utf-8")


def topic_at(widget: QWidget | None) -> str:
    """Return the topic of what has the focus.

    A part with no topic of its own, such as a button that comes and goes, belongs to what stands
    before it in the order of the Tab key.
    """
    return next((TOPIC_OF[name] for name in _names_before(widget) if name in TOPIC_OF), START)


def _names_before(widget: QWidget | None) -> Iterator[str]:
    at = widget
    while at:
        if at is widget or at.isVisible():
            yield at.accessibleName()
        at = at.previousInFocusChain()
        if at is widget:
            return
