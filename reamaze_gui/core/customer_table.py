"""Writes saved customers as a table for a spreadsheet, and reads what comes back from one."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass
from itertools import chain

from reamaze_gui.core.attributes import IN_TABLES, Attribute, data_of, text_of
from reamaze_gui.core.characters import LONGEST
from reamaze_gui.core.csv_cells import csv_line, unguarded
from reamaze_gui.core.customer import FIELDS, Customer
from reamaze_gui.core.headings import FIRST, LAST, most_telling, plain, whole_name
from reamaze_gui.core.saved import MOST, Saved, kept_apart, name_for, tidy_name

_NAMED = 5  # lines that a sentence names
_MOST_TROUBLES = 1_000  # after which it is something else

COLUMNS = ("saved_as", "account", *(field.name for field in FIELDS))

_OURS = {plain(name): name for name in ("saved_as", "account")}
_THEIRS = {*(field.name for field in FIELDS), FIRST, LAST}  # as any shop's export calls them

_ROUNDED = re.compile(r"[0-9][.,]?[0-9]*E\+[0-9]+")  # what is left of a long number


@dataclass(frozen=True, slots=True)
class Table:
    """The customers of a table, under names of their own, and a sentence on each bad line.

    `left_out` are the headings of the columns that no customer has.
    """

    saved: tuple[Saved, ...] = ()
    troubles: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


def write_table(saved: Iterable[Saved]) -> str:
    r"""Return a table of customers, with a heading.

    >>> write_table([Saved("Zoë", Customer("007", "zoe@example.org"))]).splitlines()[1][:34]
    '"Zoë","","\'007","zoe@example.org",'
    """
    saved = tuple(saved)
    labels = dict.fromkeys(each.label for one in saved for each in one.attributes)
    lines = [csv_line((*COLUMNS, *(f"{IN_TABLES}{label}" for label in labels)))]
    for one in saved:
        data = data_of(one.attributes)
        attributes = (text_of(data.get(label, "")) for label in labels)
        lines.append(csv_line((one.saved_as, one.account, *astuple(one.customer), *attributes)))
    return "".join(lines)


def read_table(text: str) -> Table:
    """Return the customers in a table, split by comma, semicolon or tab, below its heading.

    A customer without a name gets one. Cells come as they stand, except for a spreadsheet's marks.
    """
    lines = enumerate(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    start, first = next((each for each in lines if each[1].strip()), (0, ""))
    separator = max(",;\t", key=first.count)
    if named := re.match(r"sep=(.)\s*$", first):  # as Excel writes it
        separator, start, first = named[1], start + 1, ""
    rest = (line for _, line in lines)
    reading = _Reading(chain([first] if first else [], rest), start, separator)
    found = [*reading.customers()]
    saved = tuple(kept_apart((), found))
    return Table(saved, tuple(reading.troubles), tuple(reading.left_out))


class _Reading:
    """One way through the lines of a table, in which the troubles are noted."""

    def __init__(self, lines: Iterable[str], start: int, separator: str) -> None:
        self.troubles: list[str] = []
        self.left_out: list[str] = []
        self._start = start
        self._rows = csv.reader(lines, delimiter=separator, strict=True)
        self._line = start + 1
        self._heading: list[str] = []
        self._unplaced: list[int] = []  # the lines of cells below no heading

    def customers(self) -> Iterator[Saved]:
        """Yield each customer, as far as the table has room for them."""
        columns = self._columns()
        if not columns:
            return
        for at, row in enumerate(self._filled_rows()):
            if at == MOST:
                self._note(f"is one too many: a table may hold {MOST:,} customers.")
                return
            if customer := self._customer(columns, row):
                yield customer
        if self._unplaced:
            lines = ", ".join(map(str, [*dict.fromkeys(self._unplaced)][:_NAMED]))
            count = f"{len(self._unplaced):,} cell{'s' * (len(self._unplaced) > 1)}"
            self.troubles.append(f"{count} without a heading, left out: see line {lines}.")

    def _columns(self) -> tuple[str, ...]:
        """Return which value each column has, empty for one that is not known."""
        heading = self._heading = next(self._filled_rows(), [])
        cells = [unguarded(cell).strip() for cell in heading]
        theirs = {at: meant for meant, at in most_telling(cells).items() if meant in _THEIRS}
        columns = [_own_column(cell) or theirs.get(at, "") for at, cell in enumerate(cells)]
        if not {"id", "email"} & set(columns):
            names = ", ".join(COLUMNS)
            self.troubles = [f"The first line must name the columns, like this: {names}"]
            return ()
        for at, column in enumerate(columns):
            if column in columns[:at]:
                columns[at] = ""
            if not columns[at] and heading[at].strip():
                self.left_out.append(tidy_name(heading[at]))
        return tuple(columns)

    def _customer(self, columns: Sequence[str], row: Sequence[str]) -> Saved | None:
        """Return the customer of a row, or None where something is wrong with it."""
        if any(row[len(columns) :]):
            self._note("has more cells than the heading. Put quotes round a value with a comma.")
            return None
        heads = zip(self._heading, columns, row, strict=False)
        unplaced = sum(bool(cell.strip()) for head, _, cell in heads if not head.strip())
        cells = dict(zip(columns, row, strict=False))
        if unplaced and "@" not in cells.get("email", "@"):
            self._note("was not read: the Email is no address. Are cells shifted?")
            return None
        self._unplaced += [self._line] * unplaced
        for field in FIELDS:
            if wrong := _wrong(cells.get(field.name, "")):
                self._note(f"was not read: the {field.label} {wrong}")
                return None
        cells = {column: unguarded(cell) for column, cell in cells.items()}
        parts = (cells.get(part, "") for part in (FIRST, "name", LAST))
        cells["name"] = whole_name(*parts)
        customer = Customer(**{field.name: cells.get(field.name, "") for field in FIELDS})
        if not customer.id and not customer.email:
            self._note("has neither a Customer ID nor an Email.")
            return None
        name = tidy_name(cells.get("saved_as", "")) or name_for(customer)
        data = ((key, cell) for key, cell in cells.items() if key.startswith(IN_TABLES) and cell)
        attributes = tuple(Attribute(key.removeprefix(IN_TABLES), cell) for key, cell in data)
        return Saved(name, customer, tidy_name(cells.get("account", "")), attributes)

    def _filled_rows(self) -> Iterator[list[str]]:
        """Yield the rows that have something in them."""
        while len(self.troubles) < _MOST_TROUBLES:
            self._line = self._start + self._rows.line_num + 1
            try:
                row = next(self._rows)
            except StopIteration:
                return
            except csv.Error:
                self._note("has a quotation mark that is not closed, or stands within a value.")
                continue
            if "".join(row).strip():
                yield row
        self.troubles.append("There is more of that: the rest was not read.")

    def _note(self, says: str) -> None:
        self.troubles.append(f"Line {self._line} {says}")


def _own_column(heading: str) -> str:
    """Return which value stands below a heading that only we write, empty for any other.

    >>> _own_column("Saved as"), _own_column("data.Total spent"), _own_column("Tier")
    ('saved_as', 'data.Total spent', '')
    """
    if heading.startswith(IN_TABLES) and heading != IN_TABLES:
        return heading
    return _OURS.get(plain(heading), "")


def _wrong(cell: str) -> str:
    if len(cell) > 2 * LONGEST:  # it may have marks in it
        return f"is longer than {LONGEST:,} characters."
    if _ROUNDED.fullmatch(cell):
        return f"was cut to {cell} by a spreadsheet. Make it Text there, and type it again."
    return ""
