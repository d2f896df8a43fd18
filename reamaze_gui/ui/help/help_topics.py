"""The topics of Help, and which of them explains which widget.

To add one, write a Markdown file in resources/help/ that starts with a title, and add its name to
`TOPICS`.
"""

import re
from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from reamaze_gui.core.customer import FIELDS
from reamaze_gui.resources import resource

_ALSO = re.compile(r"\n<!-- also: (.*) -->\n")

_STOP_WORDS = (
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
"""The names of the files without suffix, in the order of the list."""

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
"""Topics by the accessible name of the widget they explain."""


def text_of(topic: str) -> str:
    """Return a topic's Markdown without its synonyms."""
    return _ALSO.sub("", _source(topic))


def title_of(topic: str) -> str:
    """Return a topic's title."""
    with resource(f"help/{topic}.md").open(encoding="utf-8") as file:
        return file.readline().removeprefix("#").strip()


def places_in(topic: str, text: str, plain: str) -> tuple[str, ...]:
    """Return the parts of a topic to search, most relevant first, in lower case.

    `text` is its Markdown, `plain` the same without markup. The second part contains the headings
    and the synonyms that people type instead of our words.
    """
    headings = "\n".join(line for line in text.splitlines() if line.startswith("#"))
    also = "\n".join(_ALSO.findall(_source(topic)))
    return title_of(topic).lower(), f"{headings}\n{also}".lower(), plain.lower()


def words_in(typed: str) -> tuple[str, ...]:
    """Return the words to search for in lower case, without stop words.

    >>> words_in("Why is the customer not signed in?")
    ('customer', 'not', 'signed')
    """
    words = [word.strip("?!,;:") for word in typed.lower().split()]
    return tuple(
        dict.fromkeys(word for word in words if word and f" {word} " not in _STOP_WORDS)
    ) or tuple(filter(None, words))


def pattern_of(word: str) -> str:
    """Return a regular expression, for Python and Qt, for words with this beginning."""
    return rf"(?<!\w){re.escape(word)}"


def _source(topic: str) -> str:
    return resource(f"help/{topic}.md").read_text(encoding="utf-8")


def topic_at(widget: QWidget | None) -> str:
    """Return the topic that explains a widget, or else the one before it in the tab order."""
    return next((TOPIC_OF[name] for name in _names_before(widget) if name in TOPIC_OF), START)


def _names_before(widget: QWidget | None) -> Iterator[str]:
    at = widget
    while at:
        if at is widget or at.isVisible():
            yield at.accessibleName()
        at = at.previousInFocusChain()
        if at is widget:
            return
