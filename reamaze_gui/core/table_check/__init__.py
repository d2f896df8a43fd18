"""Checks a whole list of ids, emails and authkeys: which rows fail, and why.

The rows are streamed. The first that fails is explained as in Diagnose, and the recipe found is
tried on all others; then the search goes on with one of those left.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from heapq import merge
from itertools import chain, islice, repeat

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.csv_cells import csv_line
from reamaze_gui.core.pasted.cells import Row, tidy
from reamaze_gui.core.pasted.objects import customer_records, parsed
from reamaze_gui.core.pasted.tables import heading_at
from reamaze_gui.core.reader.budget import never
from reamaze_gui.core.table_check.answer import table_details
from reamaze_gui.core.table_check.check import TableChecker
from reamaze_gui.core.table_check.columns import (
    SAMPLE,
    SEPARATOR_LINE,
    Columns,
    csv_rows,
    find_columns,
    find_delimiter,
    is_drawn,
    right_authkey,
    undrawn,
    width_of,
)
from reamaze_gui.core.table_check.result import Group, TableCheck, TableProgress
from reamaze_gui.core.table_check.rows import BATCH, Batch, Damaged, batches
from reamaze_gui.core.table_check.wording import (
    advice,
    reason,
    summary,
    table_headline,
    table_reply,
)

__all__ = [
    "Group",
    "TableCheck",
    "TableProgress",
    "advice",
    "check_table",
    "check_table_stepwise",
    "failing_rows",
    "is_table",
    "reason",
    "summary",
    "table_details",
    "table_headline",
    "table_reply",
]

_NO_TABLE = (
    "No list was found. It needs columns with the ID, the email and the authkey of each customer; "
    "name them in the first line: id,email,authkey."
)
_BEGINNING = 100_000  # characters that are enough to tell a list from a page
_LEAST_ROWS = 2  # a single row is read as a page


def check_table(lines: Iterable[str], secrets: Mapping[str, Secret]) -> TableCheck:
    """Return which rows of a list have the right authkey, and why the others don't.

    `lines` are those of a CSV file, with any delimiter, or of JSON. The first of `secrets` is that
    of the account in question, unless another one is right for more of the first rows.

    >>> check_table(["id,email,authkey", "7,zoe@example.org,0"], {}).unchecked
    1
    """
    *_, last = check_table_stepwise(lines, secrets)
    assert isinstance(last, TableCheck)  # noqa: S101 - what the last step always is
    return last


def check_table_stepwise(
    lines: Iterable[str],
    secrets: Mapping[str, Secret],
    stopped: Callable[[], bool] = never,
    former: Iterable[Secret] = (),
) -> Iterator[TableProgress | TableCheck]:
    """Yield progress every few milliseconds, and finally the result.

    Once `stopped` is true, the result covers the rows checked until then. `former` are secrets to
    look for in the list.
    """
    lines = iter(lines)
    first = [*islice(lines, SAMPLE)]
    sample, table = _as_json(first, lines) or _as_csv(first, lines, secrets)
    columns = find_columns(sample, secrets)
    if columns is None:
        yield TableCheck(remarks=(_NO_TABLE,))
        return
    account = _account(sample, columns, secrets)
    check = TableChecker(columns, secrets, account, stopped, former)
    yield from check.run(_below(bool(columns.heading), table))
    yield check.result()


def failing_rows(lines: Iterable[str], check: TableCheck) -> Iterator[str]:
    """Yield the lines of a CSV file with the failing rows and the reasons, for a spreadsheet.

    `lines` are those that were checked. Their authkeys are left out.
    """
    lines = iter(lines)
    first = [*islice(lines, SAMPLE)]
    _, table = _as_json(first, lines) or _as_csv(first, lines, {})
    yield csv_line(("row", "id", "email", "why"))
    columns = check.columns
    if columns is None:
        return
    rows = enumerate(chain.from_iterable(_below(bool(columns.heading), table)), start=1)
    failing = (zip(group.rows, repeat(reason(group))) for group in check.groups)
    for number, why in merge(*failing):
        row = next(row for at, row in rows if at == number and not isinstance(row, Damaged))
        yield csv_line((str(number), *map(tidy, columns.values(row)[:2]), why))


def is_table(text: str) -> bool:
    """Return whether a text is a list of customers with authkeys, rather than a page."""
    first = text[:_BEGINNING].splitlines(keepends=True)[:SAMPLE]
    sample, _ = _as_json([text], iter(())) or _as_csv(first, iter(()), {})
    columns = find_columns(sample, {})
    return columns is not None and len(sample) >= _LEAST_ROWS + bool(columns.heading)


def _as_csv(
    first: Sequence[str], rest: Iterator[str], secrets: Mapping[str, Secret]
) -> tuple[Sequence[Row], Iterator[Batch]]:
    """Return the first rows of a CSV file, and a stream of all rows, without titles above them."""
    first = [line.removeprefix("\ufeff") for line in first]
    delimiter = find_delimiter(first, secrets) or ","
    first = first[any(map(SEPARATOR_LINE.fullmatch, first[:1])) :]
    if is_drawn(first, delimiter):
        first = [*undrawn(first, delimiter)]
        rest = undrawn(rest, delimiter)
    width = width_of(csv_rows(first, delimiter))
    found = chain.from_iterable(batches(first, delimiter, width))
    sample = [row for row in found if not isinstance(row, Damaged)]
    above = heading_at(sample) or 0
    return sample[above:], _below(above, batches(chain(first, rest), delimiter, width))


def _below(above: int, table: Iterable[Batch]) -> Iterator[Batch]:
    """Yield the rows below the first ones, such as the heading."""
    for batch in table:
        yield batch[above:]
        above = 0


def _as_json(
    first: Sequence[str], rest: Iterator[str]
) -> tuple[Sequence[Row], Iterator[Batch]] | None:
    """Return the objects in JSON as rows below a heading of all their keys; None for other text."""
    if not first or first[0].lstrip("\ufeff \r\n\t")[:1] not in {"[", "{"}:
        return None
    try:
        records = customer_records(parsed("\n".join(chain(first, rest)).removeprefix("\ufeff")))
    except (ValueError, RecursionError):
        return [], iter(())
    found = [{piece.label: piece.text for piece in record} for record in records]
    heading = [*dict.fromkeys(name for each in found for name in each)]
    table = [heading, *([each.get(name, "") for name in heading] for each in found)]
    return table[:SAMPLE], (table[at : at + BATCH] for at in range(0, len(table), BATCH))


def _account(sample: Sequence[Row], columns: Columns, secrets: Mapping[str, Secret]) -> str:
    """Return the account whose secret is right for most of the first rows, or the first account."""
    found = [columns.values(row) for row in sample if len(row) == columns.width]

    def count(account: str) -> int:
        return sum(right_authkey(secrets[account], *signed) == key for *signed, key in found)

    return max(secrets, key=count, default="")
