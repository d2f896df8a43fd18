"""The table of shortcuts in Help."""

from collections.abc import Iterable

from reamaze_gui.ui.widgets.action import Action

_HEAD = "\n\n| Key | What it does | Where |\n| --- | --- | --- |\n"


def shortcut_table(actions: Iterable[Action]) -> str:
    """Return a Markdown table of the actions that have shortcuts."""
    rows = (
        f"| {action.keys} | {action.name} | {action.menu} |\n"
        for action in actions
        if action.shortcuts
    )
    return _HEAD + "".join(rows)
