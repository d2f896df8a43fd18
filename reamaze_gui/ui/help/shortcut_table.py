"""The table of keyboard shortcuts, for the topic on the keyboard."""

from collections.abc import Iterable

from reamaze_gui.ui.widgets.action import Action

_HEAD = "\n\n| Key | What it does | Where |\n| --- | --- | --- |\n"


def shortcut_table(actions: Iterable[Action]) -> str:
    """Return a Markdown table of those actions that have a key."""
    rows = (
        f"| {action.keys} | {action.name} | {action.menu} |\n"
        for action in actions
        if action.shortcuts
    )
    return _HEAD + "".join(rows)
