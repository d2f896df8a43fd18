"""Splits tables into cells, and strips the markup that programs put around values."""

import csv
import re
from collections.abc import Iterator
from email.errors import HeaderParseError
from email.header import decode_header

from reamaze_gui.core.characters import LONGEST
from reamaze_gui.core.headings import meaning
from reamaze_gui.core.pasted.looks import ADDRESS
from reamaze_gui.core.pasted.paste import Piece

Row = list[str]

# Between heading and rows in Markdown, or below the rows of a database.
RULE = re.compile(
    r"(?=.*[-=\u2500-\u257f]{2})[\s|+:=\u2500-\u257f-]+|\(\d+ rows?\b.*\)\s*|Name: .*dtype: \w+\s*"
)
QUERY = re.compile(r"=[^\s&=]*+&\w+=")  # of an address or a form
_LINK = re.compile(  # of Markdown, or of Slack
    r"\[([^\]\n]*)\]\((mailto:|tel:|https?:)([^)\s?]*)[^)\s]*\)"
    r"|<(?:mailto|tel|https?):[^|<>\n]*\|([^|<>\n]*)>"
)
_MARKED = re.compile(r"([*`']{1,3})(\S(?:.*\S)?)\1")
# A word of RFC 2047, with the space before the next one or before a header's next line.
_ENCODED = re.compile(
    r"(=\?[\w-]{1,40}\?[BQ]\?[^?\s]{0,99}+\?=)(?:(?:\r?\n)?[ \t]+(?==\?))?", re.IGNORECASE
)
_TEXT_FORMULA = re.compile(r'="((?:[^"]|"")*)"')
_MAILBOX = re.compile(rf"(?P<name>[^<>@:\t\n]*)[<(](?:mailto:)?(?P<email>{ADDRESS.pattern})[>)]")


def decoded(text: str) -> str:
    r"""Return a text with the encoded words of a mail's header as they are shown to its reader.

    >>> decoded("=?utf-8?Q?Zo=C3=AB_?=\n =?utf-8?Q?Day?= <zoe@example.org>")
    'Zoë Day <zoe@example.org>'
    >>> decoded("=?utf-8?Q?Zo=C3=AB?=\n=?utf-8?Q?Ana?=")
    'Zoë\nAna'
    """
    return _ENCODED.sub(_decoded, text)


def _decoded(word: re.Match[str]) -> str:
    try:
        [(value, charset)] = decode_header(word[1])
        return str(value, charset or "ascii")
    except (HeaderParseError, LookupError, UnicodeError):
        return word[0]


def tidy(cell: str) -> str:
    """Return the value of a cell, without outer white space, links or a spreadsheet's marks.

    >>> [tidy(each) for each in (" a ", "'+1415", "'tis", '="007"', "[a@b.org](mailto:a@b.org)")]
    ['a', '+1415', "'tis", '007', 'a@b.org']
    """
    cell = _LINK.sub(_linked, cell.strip())
    if formula := _TEXT_FORMULA.fullmatch(cell):
        return formula[1].replace('""', '"')
    if marked := _MARKED.fullmatch(cell):
        cell = marked[2]
    return re.sub(
        r"^(?:'(?=[-+=@0-9])|mailto:|tel:|(?:[•·▪\u2013-]|\d{1,3}[.)]) +(?=[^\W\d])"
        r"|[\u2190-\u2bff\U0001f000-\U0001faff]\ufe0f? *)",
        "",
        cell,
    )


def _linked(link: re.Match[str]) -> str:
    """Return the text of a link, with the address that it writes to."""
    name, scheme, address, slack = link.groups("")
    is_name = scheme == "mailto:" and name and "@" not in name
    return f"{name} <{address}>" if is_name else name + slack


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
    lines = [line for line in text.splitlines(keepends=True) if not RULE.fullmatch(line)]
    table = csv.reader(lines, delimiter=delimiter, skipinitialspace=True)
    rows: list[Row] = []
    try:
        rows.extend([cell.strip() for cell in row] for row in table)
    except csv.Error:  # a quoted cell that never ends
        return []
    if delimiter == "|" and all(not row[0] and not row[-1] for row in rows if len(row) > 1):
        rows = [row[1:-1] if len(row) > 1 else row for row in rows]
    return [row for row in rows if any(row)]
