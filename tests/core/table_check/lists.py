"""Lists of customers with their authkeys, for the tests."""

import csv
import io
from collections.abc import Callable, Iterable

from reamaze_gui.core.authkey import Secret, authkey

SECRET = Secret("opensesame-12345")
SECRETS = {"acme": SECRET}
HEADING = ("id", "email", "authkey")

Row = tuple[str, ...]


def right(id: str, email: str) -> Row:
    return id, email, authkey(SECRET, id, email)


def wrong(id: str, email: str, make: Callable[[str, str], tuple[str, str]]) -> Row:
    return id, email, authkey(SECRET, *make(id, email))


def lower_cased(id: str, email: str) -> Row:
    return wrong(id, email, lambda id, email: (id, email.lower()))


def people(count: int, start: int = 7000) -> list[Row]:
    return [right(str(at), f"user.{at}@example.org") for at in range(start, start + count)]


def lines(rows: Iterable[Iterable[str]], delimiter: str = ",") -> list[str]:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue().splitlines(keepends=True)


def listed(rows: Iterable[Iterable[str]], heading: Iterable[str] = HEADING) -> list[str]:
    return lines([heading, *rows])
