"""What can be read in Help, and which topic belongs to what the user is at?

To add a topic: a Markdown file under resources/help/, its title first, and its name in `TOPICS`.
"""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from reamaze_gui.core.customer import FIELDS
from reamaze_gui.resources import resource

START = "first-steps"
SHORTCUTS = "keyboard"

TOPICS = (
    START,
    "find-secret",
    "secret",
    "fields",
    "saved-customers",
    "phone",
    "weak-sso",
    "authkey",
    "signed",
    "snippet",
    "try-in-browser",
    "diagnose",
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
    "Paste customer": "fields",
    "Clear customer": "fields",
    "Phone region": "phone",
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
} | {field.label: field.topic for field in FIELDS}
"""The topic of a part of the window, by the name that screen readers know it by."""


def text_of(topic: str) -> str:
    """Return what stands in a topic's file, in Markdown."""
    return resource(f"help/{topic}.md").read_text(encoding="utf-8")


def title_of(topic: str) -> str:
    """Return the first line of a topic's file, without its mark."""
    with resource(f"help/{topic}.md").open(encoding="utf-8") as file:
        return file.readline().removeprefix("#").strip()


def places_in(topic: str, text: str, plain: str) -> tuple[str, ...]:
    """Return where words may be found in a topic, from what tells most of it, in lower case.

    `text` is its Markdown, `plain` is what can be read of that.
    """
    headings = "\n".join(line for line in text.splitlines() if line.startswith("#"))
    return title_of(topic).lower(), headings.lower(), plain.lower()


def topic_at(widget: QWidget | None) -> str:
    """Return the topic of what has the focus.

    A part with no topic of its own, such as a button that comes and goes, belongs to what stands
    before it in the order of the Tab key.
    """
    return next((TOPIC_OF[name] for name in _names_before(widget) if name in TOPIC_OF), START)


def _names_before(widget: QWidget | None) -> Iterator[str]:
    at = widget
    while at:
        yield at.accessibleName()
        at = at.previousInFocusChain()
        if at is widget:
            return
