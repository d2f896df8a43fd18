"""The program on a private desktop, started and driven as its user does."""

from __future__ import annotations

import sys
import time
from functools import cached_property
from typing import TYPE_CHECKING, Self

from tests.message_bus import TIMEOUT
from tests.screen_reader import Node, ScreenReader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from tests.desktop import Desktop

TITLE = "Re:amaze SSO"
# Where it writes, in the folder of its desktop.
SETTINGS = "home/.config/reamaze-gui/reamaze-gui.ini"
CUSTOMERS = "home/.local/share/reamaze-gui/customers.json"
SOON = 120.0  # seconds for the program to end; what hangs does so without end
_PAUSE = 0.02  # seconds between two looks, as each costs the program its time

# What Qt prints where the accessibility bus takes long over a key, or is asked for what has gone.
_OF_QT = ("QSpiApplication::", "qt.accessibility.atspi:")


class Program:
    """The running program with a screen reader beside it, as a context manager."""

    command: tuple[str, ...] = (sys.executable, "-m", "reamaze_gui")

    def __init__(self, desktop: Desktop, *arguments: str, **environment: str) -> None:
        self.process = desktop.popen(*self.command, *arguments, **environment)
        self.reader = ScreenReader(desktop.bus_address)  # it is there long before the window
        self.output = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.reader.close()
        self.process.kill()  # where it still runs, it would take over what the next one starts with
        self.process.wait()

    @cached_property
    def window(self) -> Node:
        """Its window, waited for."""
        return self.reader.window(TITLE)

    @cached_property
    def _parts(self) -> dict[str, Node]:
        # Looked through once, since each look asks the bus about everything in the window.
        parts = _without_lists(self.window)
        return {part.name: part for part in parts if part.role not in {"label", "menu item"}}

    def part(self, name: str) -> Node:
        """Return what has that name, waited for if it was not there from the start."""
        return self._parts.get(name) or self.window.find(name)

    def fill(self, values: Mapping[str, str]) -> None:
        """Type values into the fields of these names."""
        for name, value in values.items():
            self.part(name).type_text(value)

    def press(self, name: str) -> None:
        """Press the button, or choose the menu item, of that name."""
        self.part(name).press()

    def read(self, name: str) -> str:
        """Return the text in what has that name."""
        return self.part(name).text

    def wait_to_read(self, name: str, text: str) -> None:
        """Wait until what has that name holds this text: a press takes a moment to show."""
        self.wait_until(lambda: self.read(name) == text)

    def wait_until(self, is_so: Callable[[], bool]) -> None:
        """Wait until something is so, for some seconds."""
        deadline = time.monotonic() + TIMEOUT
        while not is_so():
            assert time.monotonic() < deadline, "Waited in vain."
            time.sleep(_PAUSE)

    def allows(self, name: str) -> bool:
        """Whether the button or field of that name can be used now."""
        return "sensitive" in self.part(name).states

    def wait_to_hear(self, sentence: str, *, after: int = 0) -> str:
        """Wait for an announcement that contains this, and return it; not for the first ones."""
        return self.reader.wait_for_announcement(sentence, after=after)

    def quit(self) -> int:
        """Choose Quit and return the exit status; what was printed is in `output`."""
        self.press("Quit")
        return self.wait()

    def wait(self) -> int:
        """Wait for the program's end and return the exit status."""
        lines = "".join(self.process.communicate(timeout=SOON)).splitlines(keepends=True)
        self.output = "".join(line for line in lines if not line.startswith(_OF_QT))
        return self.process.returncode


def _without_lists(node: Node) -> Iterator[Node]:
    """Yield a node and what it contains, but not the hundreds of rows of a combo box."""
    yield node
    if node.role != "list":
        for child in node.children:
            yield from _without_lists(child)
