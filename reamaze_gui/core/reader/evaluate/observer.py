"""Collects the clues that a page's scripts give while they are evaluated."""

import re

from reamaze_gui.core.other_products import product_in
from reamaze_gui.core.page import Clue, Sighting, User
from reamaze_gui.core.reader.budget import Budget
from reamaze_gui.core.reader.evaluate.customers import user_of
from reamaze_gui.core.reader.evaluate.values import Function, JSObject, Value

_IDENTITY = {"user", "id", "email", "authkey"}
_CODE = re.compile(
    r"<script|_support['\"\]\w.\[]{0,40}\s*=(?!=)|_support['\"]?\s*:|authkey|\"email\"\s*:",
    re.IGNORECASE,
)
_SIGNS_IN = re.compile(r"sso(?:\[|%5B)authkey(?:\]|%5D)=", re.IGNORECASE)
_SHORTEST_CODE = len("_support.id=")


class Observer:
    """Records clues for the rules, and objects that may be a customer elsewhere."""

    def __init__(self, budget: Budget) -> None:
        self.sightings: dict[Sighting, None] = {}
        self.overwritten: list[User] = []
        self.created: list[JSObject] = []
        self.functions: list[Function] = []
        self.hidden: list[tuple[Sighting, JSObject]] = []  # each `_support` the widget can't see
        self.embedded: dict[tuple[str, int], None] = {}  # strings that hold a script, and lines
        self.data: list[JSObject] = []  # passed to scripts: props, a framework's state, JSON
        self.addresses: list[tuple[str, int]] = []  # URLs that sign somebody in, and their lines
        self.foreign: list[JSObject] = []  # passed to other products
        self.used_before: list[tuple[int, str]] = []  # uses of `_support` while undefined
        self.defined_late = False
        self.late = False  # whether the page has loaded by now
        self._budget = budget

    def text(self, text: str, line: int) -> None:
        """Note a string that contains a script or a page."""
        if len(text) > _SHORTEST_CODE and _CODE.search(text):
            self.embedded[text, line] = None
        if _SIGNS_IN.search(text):
            self.addresses.append((text, line))

    def given_to(self, code: str, *values: Value) -> None:
        """Note values passed to code of another product."""
        if any(isinstance(each, JSObject) for each in values) and product_in(code):
            self.foreign += [each for each in values if isinstance(each, JSObject)]

    def skipped(self, line: int, why: str) -> None:
        """Note that part of the page was not read."""
        self.sightings[Sighting(Clue.SKIPPED, line, why)] = None

    def variable_set(self, name: str, value: Value) -> None:
        """Note the value of a global variable."""
        if isinstance(value, JSObject) and name.startswith("__"):  # a framework's
            self.data.append(value)
        self.given_to(name, value)

    def support_set(self, before: JSObject | None, value: Value, line: int) -> None:
        """Note how setting `_support` changes the customer."""
        if before and before is not value:
            self._overwritten(before)
        if self.late and isinstance(value, JSObject) and user_of(value, self._budget):
            self._set_late(line)

    def member_set(
        self, support: JSObject, changed: JSObject, name: str, value: Value, line: int
    ) -> None:
        """Note how setting a member of an object changes the customer."""
        is_ours = changed is support.object("user") or (changed is support and name in _IDENTITY)
        if not is_ours:
            return
        before = changed.get(name)
        if name in _IDENTITY and before is not None and before != value:
            self._overwritten(support)
        if self.late:
            self._set_late(line)

    def _overwritten(self, support: JSObject) -> None:
        user = user_of(support, self._budget)
        if user and any(user.get(each) for each in ("id", "email")):
            self._budget.spend(len(user.entries))
            self.overwritten.append(user)

    def _set_late(self, line: int) -> None:
        self.sightings[Sighting(Clue.LATE, line)] = None
