"""What the check of a list finds, at its end and until then."""

from dataclasses import dataclass

from reamaze_gui.core.diagnosis import Explanation
from reamaze_gui.core.table_check.columns import Columns


@dataclass(frozen=True, slots=True)
class Group:
    """Rows whose authkeys are wrong in one way.

    `rows` are their numbers, from 1, without the heading. `explanation` is that of the first, and
    proven for each; None where none was found. `common` says in sentences what all of them have,
    and the right ones have not.
    """

    rows: tuple[int, ...]
    explanation: Explanation | None = None
    common: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TableCheck:
    """What is known about a list: of `total` rows, how many are right, and why others are not.

    `groups` come largest first. `remarks` are sentences on rows that could not be checked
    (`unchecked`), or are strange. `account` is the one whose secret the rows were checked with.
    `leaks` are rows in which an SSO secret stands, whole.
    `is_cut_short` tells that there are more rows below, which nobody has read.
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
        """How many rows fail."""
        return self.total - self.right - self.unchecked


@dataclass(frozen=True, slots=True)
class TableProgress:
    """How far a check has come, in rows, and what it has explained so far, with how many rows."""

    rows: int
    right: int
    wrong: int
    found: tuple[tuple[Explanation, int], ...] = ()
