"""User actions as values, from which the menus and the table of shortcuts in Help are built."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtGui import QKeySequence

Key = str | QKeySequence.StandardKey


@dataclass(frozen=True, slots=True)
class Action:
    """A command in the menu bar.

    `text` has `&` before its mnemonic. `can` is called when the menu opens, to enable the command.
    Its shortcuts work at any time, so `do` must say if it can't be done.
    """

    menu: str
    text: str
    do: Callable[[], object]
    shortcuts: tuple[Key, ...] = ()
    can: Callable[[], bool] | None = None

    @property
    def name(self) -> str:
        """The text without mnemonic and ellipsis."""
        return self.text.replace("&", "").removesuffix("…")

    @property
    def keys(self) -> str:
        """The shortcuts in the system's notation; empty if there are none."""
        native = QKeySequence.SequenceFormat.NativeText
        return " or ".join(QKeySequence(each).toString(native) for each in self.shortcuts)


@dataclass(frozen=True, slots=True)
class Choice:
    """A group of radio items in the menu bar.

    Each of `options` is a label and a value. With `text`, they are in a submenu of that name.
    """

    menu: str
    options: tuple[tuple[str, Any], ...]
    chosen: Callable[[], Any]
    choose: Callable[[Any], object]
    text: str = ""
    can: Callable[[], bool] | None = None


MenuEntry = Action | Choice | None
"""An entry of a menu; None is a separator."""
