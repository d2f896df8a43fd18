"""Reads the rows of a table in a text: an export, a query's result, a console's output."""

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from reamaze_gui.core.headings import meaning
from reamaze_gui.core.page import Entry
from reamaze_gui.core.reader.source_map import MappedText
from reamaze_gui.core.spelling import NAMES

# Between the rows of a table; Polars and DuckDB write a column's type there.
_RULE = re.compile(
    r"(?:[\s|+:=\u2500-\u257f-]|\b(?:[iuf]\d+|u?(?:big)?int\d*|str|varchar|double|bool(?:ean)?)\b)*"
)
_BARS = str.maketrans("│┃║┆", "||||")
_EDGES = " \t|"
_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+")
_LONGEST = 5_000  # characters of a line
_NUMBERED = "(index)"  # the first column in the output of console.table, which quotes its texts
_INSERTED = re.compile(
    r"\((?P<names>[^()\n]{1,1000})\)\s*values\s*\((?P<values>[^\n]{1,5000}?)\)\s*(?:[;,]|$)",
    re.IGNORECASE | re.MULTILINE,
)
_SEPARATORS: tuple[Callable[[str], list[str]], ...] = (
    *(lambda line, by=by: _split(line, by) for by in "\t;,|"),
    *(lambda line, by=by: re.split(by, line) for by in (r"\s{2,}", r"\|+")),
    lambda line: [] if "\t" in line else line.split(),  # which are within cells, beside tabs
)


def rows(text: MappedText) -> Iterator[list[Entry]]:
    """Yield the first row below each heading that has an email, as entries."""
    for insert in _INSERTED.finditer(text.text):
        names, values = (_split(insert[each], ",", "'") for each in ("names", "values"))
        yield _row([name.strip('`"[]') for name in names], values, text.line_at(insert.start()))
    numbered = enumerate(line.translate(_BARS).strip(_EDGES) for line in text.text.split("\n"))
    lines = [(row, line) for row, line in numbered if not _RULE.fullmatch(line)]
    for (_, heading), (row, line) in pairwise(lines):
        if "mail" in heading.lower() and len(heading) + len(line) <= _LONGEST:
            for separated in _SEPARATORS:
                names, values = separated(heading), separated(line)
                if names[:1] == [_NUMBERED]:
                    values = [value.strip("'\"") for value in values]
                yield _row(names, values, text.lines[row])


def _row(names: Sequence[str], values: Sequence[str], line: int) -> list[Entry]:
    """Return the entries of a row; none if it doesn't fit the heading, or has no address."""
    if len(values) == len(names) + 1 and values[0].isdigit():  # the number of the row
        values = values[1:]
    if len(values) != len(names):
        return []
    keys = [_key_of(name, names) for name in names]
    if "email" not in keys or not _ADDRESS.fullmatch(values[keys.index("email")]):
        return []
    pairs = zip(keys, values, strict=True)
    return [Entry(name, value, line) for name, value in pairs if name]


def _key_of(name: str, names: Sequence[str]) -> str:
    """Return the key that a column means, if it is the best ranked one, else its own name."""
    found = meaning(name)
    if not found or found[0] not in NAMES:
        return name
    others = (meaning(each) for each in names)
    return (
        found[0] if found == min(each for each in others if each and each[0] == found[0]) else name
    )


def _split(line: str, separator: str, quote: str = '"') -> list[str]:
    table = csv.reader([line], delimiter=separator, quotechar=quote, skipinitialspace=True)
    return [cell.strip() for cell in next(table, [])]
