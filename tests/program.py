"""Starts the program on a private desktop, and drives it like a user."""

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
# Where the program writes, in its desktop's folder.
SETTINGS = "home/.config/reamaze-gui/reamaze-gui.ini"
CUSTOMERS = "home/.local/share/reamaze-gui/customers.json"
SOON = 120.0  # seconds for the program to end
_PAUSE = 0.02  # seconds between polls, each of which costs the program time

# Qt's messages if the accessibility bus is slow, or is asked about a destroyed widget.
_OF_QT = ("QSpiApplication::", "qt.accessibility.atspi:")


class Program:
    """The running program with a screen reader, as a context manager."""

    command: tuple[str, ...] = (sys.executable, "-m", "reamaze_gui")

    def __init__(self, desktop: Desktop, *arguments: str, **environment: str) -> None:
        self.process = desktop.popen(*self.command, *arguments, **environment)
        self.reader = ScreenReader(desktop.bus_address)  # before the window appears
        self.output = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.reader.close()
        self.process.kill()  # or the next start would hand its arguments to it
        self.process.wait()

    @cached_property
    def window(self) -> Node:
        return self.reader.window(TITLE)

    @cached_property
    def _parts(self) -> dict[str, Node]:
        # Cached, since every search asks the bus about the whole window.
        parts = _without_lists(self.window)
        return {part.name: part for part in parts if part.role not in {"label", "menu item"}}

    def part(self, name: str) -> Node:
        """Return the part with this name, once it is there."""
        return self._parts.get(name) or self.window.find(name)

    def fill(self, values: Mapping[str, str]) -> None:
        """Type values into the fields with these names."""
        for name, value in values.items():
            self.part(name).type_text(value)

    def press(self, name: str) -> None:
        """Press the button or menu item with this name."""
        self.part(name).press()

    def read(self, name: str) -> str:
        """Return the text of the part with this name."""
        return self.part(name).text

    def wait_to_read(self, name: str, text: str) -> None:
        """Wait until the part with this name has this text."""
        self.wait_until(lambda: self.read(name) == text)

    def wait_until(self, is_so: Callable[[], bool]) -> None:
        """Wait until a condition is true."""
        deadline = time.monotonic() + TIMEOUT
        while not is_so():
            assert time.monotonic() < deadline, "Waited in vain."
            time.sleep(_PAUSE)

    def allows(self, name: str) -> bool:
        """Whether the button or field with this name is enabled."""
        return "sensitive" in self.part(name).states

    def wait_to_hear(self, sentence: str, *, after: int = 0) -> str:
        """Wait for an announcement that contains this, skipping the first ones; return it."""
        return self.reader.wait_for_announcement(sentence, after=after)

    def quit(self) -> int:
        """Choose Quit and return the exit status; `output` is what was printed."""
        self.press("Quit")
        return self.wait()

    def wait(self) -> int:
        """Wait until the program ends, and return the exit status."""
        lines = "".join(self.process.communicate(timeout=SOON)).splitlines(keepends=True)
        self.output = "".join(line for line in lines if not line.startswith(_OF_QT))
        return self.process.returncode


def _without_lists(node: Node) -> Iterator[Node]:
    """Yield a node and its descendants, except the hundreds of rows of a combo box."""
    yield node
    if node.role != "list":
        for child in node.children:
            yield from _without_lists(child)
