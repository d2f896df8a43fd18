"""Writes a table of customers with their authkeys and snippets: each row signs somebody in."""

from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass, field

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.csv_cells import csv_line
from reamaze_gui.core.customer import FIELDS
from reamaze_gui.core.preview import compose
from reamaze_gui.core.saved import Saved

COLUMNS = (*(each.name for each in FIELDS), "authkey", "snippet", "to_correct")


@dataclass(frozen=True, slots=True)
class AuthkeyTable:
    """The table as CSV (RFC 4180), and a sentence on how many customers have an authkey.

    The sentence names the first row without one, and why; rows count from 1, below the header.
    """

    text: str = field(repr=False)
    says: str


def write_authkeys(people: Iterable[Saved], secret: Secret | None) -> AuthkeyTable:
    """Return a table of customers; one who can't be signed in has the reason in the last column.

    >>> from reamaze_gui.core.customer import Customer
    >>> write_authkeys([Saved("Bo", Customer("8"))], Secret("s")).text.splitlines()[1]
    '"8","","","","","","","Still missing: Email."'
    """
    lines, obstacles = [csv_line(COLUMNS)], []
    for each in people:
        preview = compose(each.customer, secret, data=each.attributes)
        authkey = preview.authkey if preview.snippet else ""
        computed = (authkey, preview.snippet, preview.obstacle)
        lines.append(csv_line(astuple(each.customer), computed))
        obstacles.append(preview.obstacle)
    return AuthkeyTable("".join(lines), _outcome(obstacles))


def _outcome(obstacles: Sequence[str]) -> str:
    without = [f"row {row}: {each}" for row, each in enumerate(obstacles, 1) if each]
    total = f"{len(obstacles):,} customers"
    if not without:
        return total
    more = f"; {len(without) - 1:,} more without" if without[1:] else ""
    return f"{len(obstacles) - len(without):,} of {total} ({without[0].rstrip('.')}{more})"
