"""What the user can do, as values from which menus, buttons and the table of keys are made."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtGui import QKeySequence

Key = str | QKeySequence.StandardKey


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that can be done, and where it stands in the menu bar.

    `text` has `&` before its letter. `can` tells whether it can be done now: asked when its menu
    is opened. Its shortcuts work at any time, so `do` must say what stands in its way.
    """

    menu: str
    text: str
    do: Callable[[], object]
    shortcuts: tuple[Key, ...] = ()
    can: Callable[[], bool] | None = None

    @property
    def name(self) -> str:
        """The text as it is read."""
        return self.text.replace("&", "").removesuffix("…")

    @property
    def keys(self) -> str:
        """The shortcuts as this system writes them; empty where there is none."""
        native = QKeySequence.SequenceFormat.NativeText
        return " or ".join(QKeySequence(each).toString(native) for each in self.shortcuts)


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several values that is in force, chosen in the menu bar.

    Each of `options` has a label and a value. With `text`, they stand in a menu of that name.
    """

    menu: str
    options: tuple[tuple[str, Any], ...]
    chosen: Callable[[], Any]
    choose: Callable[[Any], object]
    text: str = ""
    can: Callable[[], bool] | None = None


Offer = Action | Choice | None
"""What a room offers, in the order of its menu; None is a separator."""
