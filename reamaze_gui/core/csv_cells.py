"""Writes cells that spreadsheets leave as they are, and reads those that they have marked.

The table is CSV by RFC 4180, each cell in quotation marks: LibreOffice also splits at semicolons
and tabs. A spreadsheet takes what looks like a formula for one, and what looks like a number, date
or truth value for that: it would run the one, and drop the plus of a phone number and the zeros of
an ID. So a cell that it might not take for text begins with an apostrophe. Some spreadsheets keep
that, and it is taken off here; others take it for the mark of a text.
"""

import csv
import io
import re
from collections.abc import Iterable

# What every spreadsheet takes for the text that it is: what begins with a letter, unless it may be
# a date (May 1), an address, and a number that is short enough to be shown as it was typed.
_PLAIN = re.compile(
    r"(?![^\W\d_]+[\s.,/-]*\d[\d\s.,/:-]*$)[^\W\d_].*|[^\W_][\w.+-]*@.*|0|[1-9][0-9]{0,8}",
    re.DOTALL,
)
# The truth values of Calc and Excel, in the languages that they speak.
_TRUTH = re.compile(
    "true|false|wahr|falsch|vrai|faux|verdadero|falso|verdadeiro|vero|waar|onwaar|sand|falsk|sann"
    "|usann|sant|falskt|tosi|epätosi|prawda|fałsz|pravda|nepravda|igaz|hamis|adevărat|fals|doğru"
    "|yanl\u0131ş|αληθής|ψευδής|истина|ложь|істина|хибність|真|偽|假|참|거짓",
    re.IGNORECASE,
)

# Where a spreadsheet splits at semicolons or tabs, a formula may begin within a cell.
_WITHIN = re.compile(r"""([;\t\r\n]["\s]*)('*)(?=[=+@\-＝＋＠－])""")  # noqa: RUF001 - wide ones count too
_WITHIN_GUARDED = re.compile(_WITHIN.pattern.replace("('*)", "'('*)"))

_TEXT_FORMULA = re.compile(r'="((?:[^"]|"")*)"')  # others write ="007" to keep the zeros


def csv_line(values: Iterable[str], ours: Iterable[str] = ()) -> str:
    r"""Return a line of a table for a spreadsheet.

    After the values come what is `ours`, which can be no formula and is written as it is.

    >>> csv_line(["Zoë", "007"])
    '"Zoë","\'007"\r\n'
    >>> csv_line(["Zoë"], ["<script>"])
    '"Zoë","<script>"\r\n'
    """
    line = io.StringIO(newline="")
    csv.writer(line, quoting=csv.QUOTE_ALL).writerow([*map(guarded, values), *ours])
    return line.getvalue()


def guarded(value: str) -> str:
    """Return a value as a cell that every spreadsheet takes for text.

    >>> [guarded(each) for each in ("Zoë", "7", "0170 123", "=1+1", "zoe@example.org", "'tis")]
    ['Zoë', '7', "'0170 123", "'=1+1", 'zoe@example.org', "''tis"]
    """
    value = _WITHIN.sub(r"\1'\2", value)
    return value if _is_plain(value) else f"'{value}"


def unguarded(cell: str) -> str:
    """Return the value of a cell, whoever wrote it.

    >>> [unguarded(each) for each in ("'+49", "'007", '="007"', "'tis", "7")]
    ['+49', '007', '007', "'tis", '7']
    """
    if formula := _TEXT_FORMULA.fullmatch(cell):
        return formula[1].replace('""', '"')
    if cell.startswith("'") and not _is_plain(cell[1:]):
        cell = cell[1:]
    return _WITHIN_GUARDED.sub(r"\1\2", cell)


def _is_plain(value: str) -> bool:
    return not value or bool(_PLAIN.fullmatch(value) and not _TRUTH.fullmatch(value))
