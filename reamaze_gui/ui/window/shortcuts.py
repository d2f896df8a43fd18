"""Which key does what? As the actions themselves tell."""

import re
from collections.abc import Iterable, Iterator, Mapping

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

_HEAD = "| Key | What it does | Where |\n| --- | --- | --- |\n"


def actions_of(bar: QMenuBar) -> dict[str, tuple[QAction, ...]]:
    """Return the actions of every menu, those of menus within it too, by the menu's name."""
    menus = ((action.text(), action.menu()) for action in bar.actions())
    return {_plain(text): tuple(_within(menu)) for text, menu in menus if isinstance(menu, QMenu)}


def shortcut_table(actions: Mapping[str, Iterable[QAction]]) -> str:
    """Return a Markdown table of all that can be done by key."""
    rows = (
        f"| {keys} | {_plain(action.text())} | {where} |\n"
        for where, group in actions.items()
        for action in group
        if (keys := _keys(action))
    )
    return _HEAD + "".join(rows)


def _within(menu: QMenu) -> Iterator[QAction]:
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from _within(inner)
        else:
            yield action


def _keys(action: QAction) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return " or ".join(keys.toString(native) for keys in action.shortcuts())


def _plain(text: str) -> str:
    return re.sub("&(.)", r"\1", text).removesuffix("…")
