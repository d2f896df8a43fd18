"""Times the check of a list of a million rows beside as many bare HMACs and csv.reader alone."""

import csv
import hmac
import resource
import sys
import time
from pathlib import Path

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.table_check import check_table

ROWS = 1_000_000
_SECRET = b"opensesame-12345"


def write(path: Path, rows: int = ROWS) -> None:
    """Write a list of about 120 MB; one row of a hundred signed the email in lower case."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write("Customer ID,Email,Name,Authkey,Created\r\n")
        for row in range(rows):
            email = f"{'U' if row % 100 == 7 else 'u'}ser.{row}@example.org"
            signed = f"69400{row:08}:{email.lower()}".encode()
            key = hmac.digest(_SECRET, signed, "sha256").hex()
            file.write(f"69400{row:08},{email},Ana Jansen,{key},2024-05-01\r\n")


def bare(path: Path, rows: int = ROWS) -> float:
    """Return the seconds of processor time for as many HMACs, and reading the cells."""
    started = time.process_time()
    with path.open(encoding="utf-8", newline="") as file:
        for _ in csv.reader(file):
            pass
    message = b"6940000000007:user.7@example.org"
    for _ in range(rows):
        hmac.digest(_SECRET, message, "sha256")
    return time.process_time() - started


def checked(path: Path, rows: int = ROWS) -> float:
    """Return the seconds of processor time that the check takes."""
    started = time.process_time()
    with path.open(encoding="utf-8", newline="") as file:
        found = check_table(file, {"acme": Secret(_SECRET.decode())})
    assert found.total == rows
    assert found.wrong == len(found.groups[0].rows) == rows // 100
    return time.process_time() - started


if __name__ == "__main__":
    print(checked(Path(sys.argv[1])), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
