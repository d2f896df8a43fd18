"""A list of customers that is too long for the editor: of 20,000, some fail for two reasons."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from reamaze_gui.core.authkey import authkey

if TYPE_CHECKING:
    from pathlib import Path

    from reamaze_gui.core.authkey import Secret

ROWS = 20_000
_NAMES = ("Ana Jansen", "Ben Okri", "Cai Roberts", "Dee Zhao", "Eva Haas", "Finn Ek", "Gia Rossi")
_NOTE = "Asked to be called back about the second parcel, which had not arrived. " * 2


def write(path: Path, secret: Secret) -> None:
    """Write it; the shop signs addresses in lower case, and IDs without their zeros."""
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
