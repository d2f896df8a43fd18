"""A list of 20,000 customers, too long for the editor, of whom some fail for two reasons."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from reamaze_gui.core.authkey import authkey
from reamaze_gui.core.table_check import TableProgress, check_table
from reamaze_gui.core.table_check.answer import table_answer_so_far

if TYPE_CHECKING:
    from pathlib import Path

    from reamaze_gui.core.authkey import Secret
    from reamaze_gui.core.report.wording import Answer

ROWS = 20_000
_NAMES = ("Ana Jansen", "Ben Okri", "Cai Roberts", "Dee Zhao", "Eva Haas", "Finn Ek", "Gia Rossi")
_NOTE = "Asked to be called back about the second parcel, which had not arrived. " * 2


def write(path: Path, secret: Secret) -> None:
    """Write it; the shop signs lower-case emails, and IDs without leading zeros."""
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(("Customer ID", "Email", "Authkey", "Name", "Since", "Note"))
        for at in range(ROWS):
            name = _NAMES[at % len(_NAMES)]
            zeros = at % 1_429 == 4  # of these, none is among the others
            user = f"00{70_000 + at}" if zeros else f"{48_100_000 + at}"
            local = f"{name.replace(' ', '.')}.{at}"
            email = f"{local if at % 50 == 8 and at > 100 else local.lower()}@example.org"
            key = authkey(secret, user.lstrip("0"), email.lower())
            table.writerow((user, email, key, name, f"2025-{at % 12 + 1:02}-11", _NOTE))


def short(secret: Secret) -> str:
    """Return a list for the editor in which every row fails."""
    rows = ((f"{at}", f"Ana{at}@Example.org") for at in range(20))
    return "".join(f"{at},{email},{authkey(secret, at, email.lower())}\n" for at, email in rows)


def so_far(secret: Secret) -> Answer:
    """Return the result at one moment while a long list is being read."""
    [group] = check_table(short(secret).splitlines(), {"acme": secret}).groups
    assert group.explanation
    found = ((group.explanation, 148),)
    return table_answer_so_far(TableProgress(rows=7_500, right=7_347, wrong=153, found=found))
