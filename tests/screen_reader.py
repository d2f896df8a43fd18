"""Reads and drives the program like a screen reader."""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Self, TypeVar, cast

from jeepney import DBusAddress, DBusErrorResponse

from tests.message_bus import TIMEOUT, Bus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

T = TypeVar("T")

_PAUSE = 0.005  # seconds between polls

_REGISTRY = "org.a11y.atspi.Registry"
_SYNTHESIZE_KEYSYM = 3  # AtspiKeySynthType
_LABEL_FOR = 1  # AtspiRelationType
_KEYSYMS = {"Down": 0xFF54, "Home": 0xFF50, "Return": 0xFF0D}
_STATES = (  # AtspiStateType, in its order
    *("invalid", "active", "armed", "busy", "checked", "collapsed", "defunct", "editable"),
    *("enabled", "expandable", "expanded", "focusable", "focused", "has-tooltip", "horizontal"),
    *("iconified", "modal", "multi-line", "multiselectable", "opaque", "pressed", "resizable"),
    *("selectable", "selected", "sensitive", "showing", "single-line", "stale", "transient"),
    *("vertical", "visible", "manages-descendants", "indeterminate", "required", "truncated"),
    *("animated", "invalid-entry", "supports-autocompletion", "selectable-text", "is-default"),
    *("visited", "checkable", "has-popup", "read-only"),
)
_DEFUNCT = (1 << _STATES.index("defunct"), 0)


class ScreenReaderError(AssertionError):
    """Something that a screen reader's user could not find or do."""


class ScreenReader:
    """A screen reader on the desktop of a session bus, as a context manager.

    It hears announcements from the moment when it is made.
    """

    def __init__(self, session_bus_address: str) -> None:
        session = Bus(session_bus_address)
        try:
            launcher = Node(session, "org.a11y.Bus", "/org/a11y/bus")
            (address,) = launcher.call("org.a11y.Bus", "GetAddress")
        finally:
            session.close()
        self._bus = Bus(str(address))
        self._root = Node(self._bus, _REGISTRY, "/org/a11y/atspi/accessible/root")
        self._bus.listen("org.a11y.atspi.Event.Object", "Announcement")
        registry = Node(self._bus, _REGISTRY, "/org/a11y/atspi/registry")
        registry.call(_REGISTRY, "RegisterEvent", "s", "object:announcement")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Leave the accessibility bus."""
        self._bus.close()

    def windows(self) -> list[Node]:
        """All top-level windows of all applications."""
        return [window for application in self._root.children for window in application.children]

    def window(self, title: str, timeout: float = TIMEOUT) -> Node:
        """Wait for the window with this title."""

        def look() -> Node | None:
            return next((node for node in self.windows() if node.name == title), None)

        found = _wait_for(look, timeout)
        if found is None:
            raise _missing(f"window {title!r}", self.windows())
        return found

    def announcements(self) -> list[str]:
        """All announcements so far, in order."""
        return [str(cast("tuple[str, object]", body[3])[1]) for body in self._bus.heard()]

    def wait_for_announcement(self, part: str, timeout: float = TIMEOUT, *, after: int = 0) -> str:
        """Wait for an announcement that contains a text, for some seconds, and return it.

        `after` is how many were announced before, and don't count.
        """

        def look() -> str | None:
            return next((text for text in self.announcements()[after:] if part in text), None)

        heard = _wait_for(look, timeout)
        if not heard:
            raise ScreenReaderError(f"Nobody announced {part!r}, only {self.announcements()}.")
        return heard


@dataclass(frozen=True, slots=True)
class Node:
    """One thing on the screen, as the accessibility bus tells it.

    Once it has gone it has no name and no children, its role is "invalid", its state "defunct".
    """

    bus: Bus = field(repr=False, compare=False)
    owner: str
    path: str

    @property
    def name(self) -> str:
        """Its accessible name; for a combo box, with Qt on Linux, the current text."""
        return str(self._own(self._get, "Name", gone=""))

    @property
    def description(self) -> str:
        return str(self._own(self._get, "Description", gone=""))

    @property
    def role(self) -> str:
        """The name of its role, such as "push button"."""
        return str(self._own(self._ask, "GetRoleName", gone="invalid"))

    @property
    def states(self) -> set[str]:
        """The names of its states, such as "focused" and "read-only"."""
        low, high = cast("Sequence[int]", self._own(self._ask, "GetState", gone=_DEFUNCT))
        return {name for bit, name in enumerate(_STATES) if (high << 32 | low) >> bit & 1}

    @property
    def text(self) -> str:
        """Its text, or its name if it has none, such as a label."""
        with suppress(DBusErrorResponse):  # it may disappear between the two calls
            if self._has("Text"):
                return str(self._ask("Text", "GetText", "ii", 0, -1))
        return self.name

    @property
    def value(self) -> float:
        """The value of a slider, spin box, progress or scroll bar."""
        return float(cast("float", self._get("Value", "CurrentValue")))

    @property
    def actions(self) -> list[str]:
        """The names of its actions, in their order; a disabled button has none."""
        if not self._has("Action"):
            return []
        return [name for name, *_ in cast("list[list[str]]", self._ask("Action", "GetActions"))]

    @property
    def parent(self) -> Node:
        return self._node(self._get("Accessible", "Parent"))

    @property
    def children(self) -> list[Node]:
        return self._nodes(self._own(self._ask, "GetChildren", gone=[]))

    def walk(self) -> Iterator[Node]:
        """Itself and all its descendants, parents first, including hidden ones."""
        yield self
        for child in self.children:
            yield from child.walk()

    def find(self, name: str, role: str | None = None, timeout: float = TIMEOUT) -> Node:
        """Wait for the first one in it that can be seen, and is named or labelled so.

        A label is found only where nothing that it labels is; a menu need not be open.
        """

        def look() -> Node | None:
            found = self.find_all(name, role)
            return next((node for node in found if node.role != "label"), next(iter(found), None))

        found = _wait_for(look, timeout)
        if found is None:
            raise _missing(f"{role or 'node'} {name!r}", self.walk())
        return found

    def find_all(self, name: str, role: str | None = None) -> list[Node]:
        """All visible descendants with this name or label."""
        found: dict[Node, None] = {}
        for node in self.walk():
            if node.name == name:
                found |= dict.fromkeys([node, *node.labelled()])
        return [node for node in found if node._fits(role)]

    def type_text(self, text: str) -> None:
        """Replace the text, unless it is read-only or disabled."""
        candidates = (node for node in (self, *self.children) if node._has("EditableText"))
        target = next(candidates, self)  # the field in an editable combo box
        if not {"editable", "enabled"} <= target.states:
            raise ScreenReaderError(f"Nobody can type into {self.role} {self.name!r}.")
        target._ask("EditableText", "SetTextContents", "s", text)

    def press(self) -> None:
        """Press, toggle or open it."""
        actions = [name.casefold() for name in self.actions]
        for action in ("press", "toggle", "show menu", "click"):  # "click" is GTK's
            if action in actions:
                self._ask("Action", "DoAction", "i", actions.index(action))
                return
        raise ScreenReaderError(f"Nobody can press {self.role} {self.name!r}.")

    def focus(self) -> None:
        if not self._ask("Component", "GrabFocus"):
            raise ScreenReaderError(f"{self.role} {self.name!r} does not take the focus.")

    def choose(self, item: str) -> None:
        """Choose an item of a combo box by its name, with the keyboard."""
        items = [node.name for node in self.children[0].children]
        if item not in items:
            raise ScreenReaderError(f"{item!r} is not in the list, only {items}.")
        self.press()
        _wait_for(lambda: "expanded" in self.states, TIMEOUT)
        for row in range(items.index(item) + 1):
            self._press_key("Down" if row else "Home")
            _wait_for(partial(self._is_at, row), TIMEOUT)
        self._press_key("Return")
        if not _wait_for(partial(self._is_closed_on, item), TIMEOUT):
            raise ScreenReaderError(f"Chose {item!r}, and got {self.name!r}.")

    def call(self, interface: str, member: str, signature: str = "", *body: object) -> list[object]:
        """Call a method on the bus and return the reply."""
        return self.bus.call(DBusAddress(self.path, self.owner, interface), member, signature, body)

    def _ask(self, interface: str, member: str, signature: str = "", *body: object) -> object:
        return self.call(f"org.a11y.atspi.{interface}", member, signature, *body)[0]

    def _get(self, interface: str, name: str) -> object:
        whole = f"org.a11y.atspi.{interface}"
        (variant,) = self.call("org.freedesktop.DBus.Properties", "Get", "ss", whole, name)
        return cast("tuple[str, object]", variant)[1]

    def _own(self, how: Callable[[str, str], object], what: str, *, gone: object) -> object:
        # Every node has this interface, so an error means that it has disappeared.
        with suppress(DBusErrorResponse):
            return how("Accessible", what)
        return gone

    def _has(self, interface: str) -> bool:
        names = cast("list[str]", self._own(self._ask, "GetInterfaces", gone=[]))
        return f"org.a11y.atspi.{interface}" in names

    def _node(self, reference: object) -> Node:
        owner, path = cast("tuple[str, str]", reference)
        return Node(self.bus, owner, path)

    def _nodes(self, references: object) -> list[Node]:
        return [self._node(reference) for reference in cast("list[object]", references)]

    def labelled(self) -> list[Node]:
        # On Linux, a combo box has only the relation to its label, and no name.
        relations = self._own(self._ask, "GetRelationSet", gone=[])
        pairs = cast("list[tuple[int, object]]", relations)
        labelled = (self._nodes(ends) for kind, ends in pairs if kind == _LABEL_FOR)
        return [node for nodes in labelled for node in nodes]

    def _fits(self, role: str | None) -> bool:
        own = self.role
        return role in (None, own) and (own == "menu item" or "visible" in self.states)

    def _is_at(self, row: int) -> bool:
        return "focused" in self.children[0].children[row].states

    def _is_closed_on(self, item: str) -> bool:
        return "expanded" not in self.states and self.name == item

    def _press_key(self, name: str) -> None:
        keyboard = Node(self.bus, _REGISTRY, "/org/a11y/atspi/registry/deviceeventcontroller")
        event = (_KEYSYMS[name], "", _SYNTHESIZE_KEYSYM)
        interface = "org.a11y.atspi.DeviceEventController"
        keyboard.call(interface, "GenerateKeyboardEvent", "isu", *event)


def _wait_for(look: Callable[[], T | None], timeout: float) -> T | None:
    deadline = time.monotonic() + timeout
    while not (found := look()) and time.monotonic() < deadline:
        time.sleep(_PAUSE)
    return found


def _missing(what: str, nodes: Iterable[Node]) -> ScreenReaderError:
    there = [f"{node.role} {name!r}" for node in nodes if (name := node.name)]
    return ScreenReaderError(f"There is no {what}, only {', '.join(there) or 'nothing'}.")
