"""Writes CSV cells that spreadsheets treat as text, and reads such cells back.

The format is RFC 4180 with every cell quoted, since LibreOffice also splits at semicolons and tabs.
A spreadsheet would run what looks like a formula, and convert what looks like a number, date or
boolean, losing the plus of a phone number or the leading zeros of an ID. So a cell that might be
converted begins with an apostrophe. Some spreadsheets treat that as a text marker; others keep it
as part of the value, and it is removed here.
"""

import csv
import io
import re
from collections.abc import Iterable

# Safe in every spreadsheet: an address, a number short enough to be shown as typed, and whatever
# begins with a letter, unless it may be a date (May 1).
_PLAIN = re.compile(
    r"(?![^\W\d_]+[\s.,/-]*\d[\d\s.,/:-]*$)[^\W\d_].*|[^\W_][\w.+-]*@.*|0|[1-9][0-9]{0,8}",
    re.DOTALL,
)
# The booleans of Calc and Excel, in their languages.
_BOOLEAN = re.compile(
    "true|false|wahr|falsch|vrai|faux|verdadero|falso|verdadeiro|vero|waar|onwaar|sand|falsk|sann"
    "|usann|sant|falskt|tosi|epätosi|prawda|fałsz|pravda|nepravda|igaz|hamis|adevărat|fals|doğru"
    "|yanl\u0131ş|αληθής|ψευδής|истина|ложь|істина|хибність|真|偽|假|참|거짓",
    re.IGNORECASE,
)

# In a spreadsheet that splits at semicolons or tabs, a formula may begin inside a cell.
_INNER = re.compile(r"""([;\t\r\n]["\s]*)('*)(?=[=+@\-＝＋＠－])""")  # noqa: RUF001 - full-width signs run too
_INNER_GUARDED = re.compile(_INNER.pattern.replace("('*)", "'('*)"))

_TEXT_FORMULA = re.compile(r'="((?:[^"]|"")*)"')  # some programs write ="007" to keep the zeros


def csv_line(values: Iterable[str], computed: Iterable[str] = ()) -> str:
    r"""Return a line of CSV for a spreadsheet.

    The values are followed by `computed` ones, which can't be formulas and are written as they are.

    >>> csv_line(["Zoë", "007"])
    '"Zoë","\'007"\r\n'
    >>> csv_line(["Zoë"], ["<script>"])
    '"Zoë","<script>"\r\n'
    """
    line = io.StringIO(newline="")
    csv.writer(line, quoting=csv.QUOTE_ALL).writerow([*map(guarded, values), *computed])
    return line.getvalue()


def guarded(value: str) -> str:
    """Return a value as a cell that every spreadsheet treats as text.

    >>> [guarded(each) for each in ("Zoë", "7", "0170 123", "=1+1", "zoe@example.org", "'tis")]
    ['Zoë', '7', "'0170 123", "'=1+1", 'zoe@example.org', "''tis"]
    """
    value = _INNER.sub(r"\1'\2", value)
    return value if _is_plain(value) else f"'{value}"


def unguarded(cell: str) -> str:
    """Return the value of a cell, whichever program wrote it.

    >>> [unguarded(each) for each in ("'+49", "'007", '="007"', "'tis", "7")]
    ['+49', '007', '007', "'tis", '7']
    """
    if formula := _TEXT_FORMULA.fullmatch(cell):
        return formula[1].replace('""', '"')
    if cell.startswith("'") and not _is_plain(cell[1:]):
        cell = cell[1:]
    return _INNER_GUARDED.sub(r"\1\2", cell)


def _is_plain(value: str) -> bool:
    return not value or bool(_PLAIN.fullmatch(value) and not _BOOLEAN.fullmatch(value))
