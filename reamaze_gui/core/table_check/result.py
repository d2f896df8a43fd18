"""The result of checking a list, and its progress until then."""

from dataclasses import dataclass

from reamaze_gui.core.diagnosis import Explanation
from reamaze_gui.core.table_check.columns import Columns


@dataclass(frozen=True, slots=True)
class Group:
    """Rows whose authkeys are wrong in the same way.

    `rows` are their numbers, from 1, without the heading. `explanation` is that of the first row,
    and proven for each; None if none was found. `common` are sentences on what all of them have in
    common, unlike the right ones.
    """

    rows: tuple[int, ...]
    explanation: Explanation | None = None
    common: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TableCheck:
    """What is known about a list: how many of `total` rows are right, and why others are not.

    `groups` come largest first. `remarks` are sentences on rows that could not be checked
    (`unchecked`) or look wrong. `account` is the one whose secret the rows were checked with.
    `leaks` are rows that contain an entire SSO secret. `is_cut_short` means that the check was
    cancelled before the last row.
    """

    total: int = 0
    right: int = 0
    unchecked: int = 0
    groups: tuple[Group, ...] = ()
    remarks: tuple[str, ...] = ()
    account: str = ""
    columns: Columns | None = None
    is_cut_short: bool = False
    leaks: tuple[int, ...] = ()

    @property
    def wrong(self) -> int:
        """The number of rows that fail."""
        return self.total - self.right - self.unchecked


@dataclass(frozen=True, slots=True)
class TableProgress:
    """How far a check has come, in rows, and the explanations so far with their row counts."""

    rows: int
    right: int
    wrong: int
    found: tuple[tuple[Explanation, int], ...] = ()
