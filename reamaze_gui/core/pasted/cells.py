"""Splits tables into cells, and strips the markup that programs put around values."""

import csv
import re
from collections.abc import Iterator
from html.parser import HTMLParser

from reamaze_gui.core.characters import LONGEST
from reamaze_gui.core.headings import meaning
from reamaze_gui.core.pasted.looks import ADDRESS
from reamaze_gui.core.pasted.paste import Piece

Row = list[str]

_RULE = re.compile(r"(?=.*[-=]{2})[\s|+:=-]+")  # between heading and rows in Markdown
_LINK = re.compile(r"\[([^\]\n]*)\]\((?:mailto:|tel:|https?:)[^)\s]*\)")
_SLACK_LINK = re.compile(r"<(?:mailto|tel|https?):[^|<>\n]*\|([^|<>\n]*)>")
_MARKED = re.compile(r"([*`]{1,3})(\S(?:.*\S)?)\1")
_TEXT_FORMULA = re.compile(r'="((?:[^"]|"")*)"')
_MAILBOX = re.compile(rf"(?P<name>[^<>@\t\n]*)[<(](?:mailto:)?(?P<email>{ADDRESS.pattern})[>)]")


def tidy(cell: str) -> str:
    """Return the value of a cell, without outer white space, links or a spreadsheet's marks.

    >>> [tidy(each) for each in (" a ", "'+1415", "'tis", '="007"', "[a@b.org](mailto:a@b.org)")]
    ['a', '+1415', "'tis", '007', 'a@b.org']
    """
    cell = _SLACK_LINK.sub(r"\1", _LINK.sub(r"\1", cell.strip()))
    if formula := _TEXT_FORMULA.fullmatch(cell):
        return formula[1].replace('""', '"')
    if marked := _MARKED.fullmatch(cell):
        cell = marked[2]
    return re.sub(r"^(?:'(?=[-+=@0-9])|mailto:|tel:)", "", cell)


def pieces(cell: str, label: str = "") -> Iterator[Piece]:
    """Yield the value of a cell, or the name and the address of Zoë <zoe@example.org>."""
    cell = tidy(cell) if len(cell) <= LONGEST else cell
    mailbox = _MAILBOX.fullmatch(cell) if len(cell) <= LONGEST else None
    if not mailbox:
        yield Piece(cell, label)
        return
    ours = meaning(label) is not None
    if name := mailbox["name"].strip("\"' "):
        yield Piece(name, "Name" if ours else label)
    yield Piece(mailbox["email"], "Email" if ours else label)


def split_rows(text: str, delimiter: str) -> list[Row]:
    """Return the rows of a text that are not empty, split at a delimiter.

    The rules and outer bars of a Markdown table are left out.
    """
    lines = [line for line in text.splitlines(keepends=True) if not _RULE.fullmatch(line)]
    table = csv.reader(lines, delimiter=delimiter, skipinitialspace=True)
    rows: list[Row] = []
    try:
        rows.extend([cell.strip() for cell in row] for row in table)
    except csv.Error:  # a quoted cell that never ends
        return []
    if delimiter == "|" and all(not row[0] and not row[-1] for row in rows if len(row) > 1):
        rows = [row[1:-1] if len(row) > 1 else row for row in rows]
    return [row for row in rows if any(row)]


def html_tables(text: str) -> list[list[Row]]:
    """Return the rows of each table in HTML, which spreadsheets also put on the clipboard."""
    parser = _Tables()
    parser.feed(text)
    parser.close()
    return [[row for row in table if any(row)] for table in parser.tables]


class _Tables(HTMLParser):
    """Collects the text of cells, by row and table."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[list[Row]] = []
        self._in_cell = False

    def handle_starttag(self, tag: str, _attributes: object) -> None:
        """Begin a table, a row, or a cell."""
        if tag == "table" or (tag in {"tr", "td", "th"} and not self.tables):
            self.tables.append([])
        if tag == "tr" or (tag in {"td", "th"} and not self.tables[-1]):
            self.tables[-1].append([])
        if tag in {"td", "th"}:
            self.tables[-1][-1].append("")
        self._in_cell = tag in {"td", "th"} or (self._in_cell and tag not in {"table", "tr"})
        if tag == "br":
            self.handle_data(" ")

    def handle_endtag(self, tag: str) -> None:
        """End a cell: text after it belongs to none."""
        self._in_cell = self._in_cell and tag not in {"td", "th", "tr", "table"}

    def handle_data(self, data: str) -> None:
        """Add text to the cell, with white space collapsed as in a browser."""
        if self._in_cell:
            cell = self.tables[-1][-1][-1] + data
            self.tables[-1][-1][-1] = re.sub(r"[ \t\r\n]+", " ", cell)
