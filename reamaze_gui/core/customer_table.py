"""Writes saved customers as a table for a spreadsheet, and reads what comes back from one."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass

from reamaze_gui.core.attributes import IN_TABLES, Attribute, data_of, text_of
from reamaze_gui.core.characters import LONGEST
from reamaze_gui.core.csv_cells import csv_line, unguarded
from reamaze_gui.core.customer import FIELDS, Customer
from reamaze_gui.core.headings import FIRST, LAST, columns_by_meaning, full_name, plain
from reamaze_gui.core.saved import MOST, Saved, name_for, renamed_apart, tidy_name

_MOST_NAMED = 5  # lines that a sentence names
_MOST_TROUBLES = 1_000  # with more, this is no table of customers

COLUMNS = ("saved_as", "account", *(field.name for field in FIELDS))

_OWN_COLUMNS = {plain(name): name for name in ("saved_as", "account")}
_SHOP_COLUMNS = {*(field.name for field in FIELDS), FIRST, LAST}  # found in any shop's export

_ROUNDED = re.compile(r"[0-9][.,]?[0-9]*E\+[0-9]+")  # a long number in scientific notation


@dataclass(frozen=True, slots=True)
class Table:
    """The customers of a table, each under a unique name, and a sentence on each bad line.

    `left_out` are the headings of columns that are no value of a customer.
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
    """Return the customers in a table with a heading, delimited by comma, semicolon or tab.

    A customer without a saved name gets one. Cells are unchanged but for a spreadsheet's marks.
    """
    text = text.removeprefix("\ufeff")
    first = next((line for line in io.StringIO(text, newline="") if line.strip()), "")
    named = re.match(r"sep=(.)\s*$", first)
    reader = _TableReader(text, named[1] if named else max(",;\t", key=first.count))
    found = [*reader.customers()]
    saved = tuple(renamed_apart((), found))
    return Table(saved, tuple(reader.troubles), tuple(reader.left_out))


class _TableReader:
    """Reads the lines of a table once, and collects the troubles."""

    def __init__(self, text: str, separator: str) -> None:
        self.troubles: list[str] = []
        self.left_out: list[str] = []
        self._rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
        self._line = 1
        self._heading: list[str] = []
        self._unplaced: list[int] = []  # line of each cell without a heading

    def customers(self) -> Iterator[Saved]:
        """Yield the customers, up to `MOST`."""
        columns = self._columns()
        if not columns:
            return
        for at, row in enumerate(self._filled_rows()):
            if at == MOST:
                self._note(f"is beyond the limit: a table may hold {MOST:,} customers.")
                return
            if customer := self._customer(columns, row):
                yield customer
        if self._unplaced:
            lines = ", ".join(map(str, [*dict.fromkeys(self._unplaced)][:_MOST_NAMED]))
            cells = "1 cell" if len(self._unplaced) == 1 else f"{len(self._unplaced):,} cells"
            self.troubles.append(f"Left out {cells} without a heading: see line {lines}.")

    def _columns(self) -> tuple[str, ...]:
        """Return the value that each column holds, empty where it is not known."""
        heading = self._heading = next(self._filled_rows(), [])
        cells = [unguarded(cell).strip() for cell in heading]
        found = columns_by_meaning(cells).items()
        shop = {at: meaning for meaning, at in found if meaning in _SHOP_COLUMNS}
        columns = [_own_column(cell) or shop.get(at, "") for at, cell in enumerate(cells)]
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
        """Return the customer of a row, or None if something is wrong with it."""
        if any(row[len(columns) :]):
            self._note("has more cells than the heading. Put values with a comma in quotes.")
            return None
        heads = zip(self._heading, columns, row, strict=False)
        unplaced = sum(bool(cell.strip()) for head, _, cell in heads if not head.strip())
        cells = dict(zip(columns, row, strict=False))
        if unplaced and "@" not in cells.get("email", "@"):
            self._note("was not read: the Email is not an address. Are the cells shifted?")
            return None
        self._unplaced += [self._line] * unplaced
        for field in FIELDS:
            if wrong := _wrong(cells.get(field.name, "")):
                self._note(f"was not read: the {field.label} {wrong}")
                return None
        cells = {column: unguarded(cell) for column, cell in cells.items()}
        parts = (cells.get(part, "") for part in (FIRST, "name", LAST))
        cells["name"] = full_name(*parts)
        customer = Customer(**{field.name: cells.get(field.name, "") for field in FIELDS})
        if not customer.id and not customer.email:
            self._note("has neither a Customer ID nor an Email.")
            return None
        name = tidy_name(cells.get("saved_as", "")) or name_for(customer)
        data = ((key, cell) for key, cell in cells.items() if key.startswith(IN_TABLES) and cell)
        attributes = tuple(Attribute(key.removeprefix(IN_TABLES), cell) for key, cell in data)
        return Saved(name, customer, tidy_name(cells.get("account", "")), attributes)

    def _filled_rows(self) -> Iterator[list[str]]:
        """Yield the rows that are not empty, without the one in which Excel names the separator."""
        while len(self.troubles) < _MOST_TROUBLES:
            self._line = self._rows.line_num + 1
            try:
                row = next(self._rows)
            except StopIteration:
                return
            except csv.Error:
                self._note("has a quotation mark that is not closed or is within a value.")
                continue
            if "".join(row).strip() not in {"", "sep="}:
                yield row
        self.troubles.append("There are too many problems: the rest was not read.")

    def _note(self, says: str) -> None:
        self.troubles.append(f"Line {self._line} {says}")


def _own_column(heading: str) -> str:
    """Return the value meant by a heading that only this program writes, empty for any other.

    >>> _own_column("Saved as"), _own_column("data.Total spent"), _own_column("Tier")
    ('saved_as', 'data.Total spent', '')
    """
    if heading.startswith(IN_TABLES) and heading != IN_TABLES:
        return heading
    return _OWN_COLUMNS.get(plain(heading), "")


def _wrong(cell: str) -> str:
    if len(cell) > 2 * LONGEST:  # leaves room for a spreadsheet's marks
        return f"is longer than {LONGEST:,} characters."
    if _ROUNDED.fullmatch(cell):
        return f"was shortened to {cell} by a spreadsheet. Make the cell Text, and type it again."
    return ""
