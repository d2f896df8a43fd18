"""Reads customers from lines: labels and values, mailboxes, or a contact's details."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from reamaze_gui.core.headings import FIRST, LAST, meaning, names_customer, plain
from reamaze_gui.core.pasted.cells import pieces
from reamaze_gui.core.pasted.labelled import read_labelled
from reamaze_gui.core.pasted.labels import below, labelled
from reamaze_gui.core.pasted.looks import (
    ADDRESS,
    ADDRESSES,
    Look,
    confirms_name,
    is_sentence,
    look_of,
)
from reamaze_gui.core.pasted.paste import Paste, PastedCustomer, Piece, Record
from reamaze_gui.core.pasted.tables import heading_at, is_below_words
from reamaze_gui.core.pasted.unlabelled import read_rows

_SHORT = 2  # characters of a label of a phone, such as T or M
_MAILBOXES = re.compile(r"""(?:"[^"\n]*+"|[^",;\n])++""")
_VALUES = {Look.EMAIL, Look.PHONE, Look.NAME, Look.NUMBER, Look.CODE}
_MARKS = " -·•\u2013\u2014"
_AROUND = re.compile(rf"\s*[,;|()<>\t]+\s*|\s{{2,}}|(?:^|\s+)({ADDRESS.pattern})(?:\s+|$)")
_BETWEEN = re.compile(r"\s+[·|•\u2013\u2014-]\s+")


def read_labels(text: str) -> Paste:
    """Return the customers of labelled values: one per line, or several separated by commas.

    A label may be on the line above its value. A label that comes again starts a new customer.
    """
    found: list[list[Piece]] = [[]]
    above = []
    lines = [line for line in text.splitlines() if line.strip()]
    for line, next_line, after in zip(lines, [*lines[1:], ""], [*lines[2:], "", ""], strict=False):
        known = labelled(line) or [*below(line, next_line, after)]
        for piece in known:
            label = plain(piece.label)
            if (meaning(label) or names_customer(label)) and label in {
                plain(each.label) for each in found[-1]
            }:
                found.append([])
            found[-1].append(piece)
        if not known and not found[-1]:
            above.append(line.strip())
    if len(found) == 1:
        found[0] += _name_above(above, found[0])
    return Paste(tuple(filter(None, map(read_labelled, map(tuple, found)))))


def _name_above(lines: Sequence[str], record: Sequence[Piece]) -> Iterator[Piece]:
    """Yield the line above the labels that is the name, as the address confirms, if none is."""
    meant = [found[0] for each in record if (found := meaning(each.label))]
    emails = [each.text for each in record if ADDRESS.fullmatch(each.text)]
    names = {line for line in lines if look_of(line) is Look.NAME}
    names = {name for name in names if any(confirms_name(name, each) for each in emails)}
    if len(names) == 1 and not {"name", FIRST, LAST} & {*meant}:
        yield Piece(names.pop(), "Name")


def read_mailboxes(text: str) -> Paste:
    """Return the customers of a list of addresses as in a mail header, and of nothing else.

    >>> [each.customer.name for each in read_mailboxes("Zoë Day <zoe@example.org>; b@c").readings]
    ['Zoë Day', '']
    """
    text = re.sub(r"^\s*[^\W\d][\w-]{0,15}:", "", text)
    records = [tuple(pieces(part, "Email")) for part in _MAILBOXES.findall(text) if part.strip()]
    is_more = not all(ADDRESS.fullmatch(record[-1].text) for record in records)
    if is_more or all(len(record) == 1 for record in records):  # may be part of something else
        return Paste()
    return Paste(tuple(filter(None, map(read_labelled, records))))


def read_contacts(text: str) -> Paste:
    """Return the customers of lines without labels: an address with, say, a name and a phone.

    An empty line starts a new customer; so does a repetition of the same sequence of lines.
    """
    readings: list[PastedCustomer] = []
    rows = [re.split("[,;|\t]", line) for line in text.splitlines() if line.strip()]
    if is_below_words(rows) or any(len(row) > 1 and heading_at([row]) == 0 for row in rows):
        return Paste()  # a table
    is_one = len({*ADDRESSES.findall(text)}) == 1
    for block in [text] if is_one else re.split(r"\n\s*\n", text.strip()):
        lines = [*dict.fromkeys(filter(None, map(str.strip, block.splitlines())))]
        details = [*map(_details, lines)]
        records = _records([*filter(None, details)]) if _is_one(details) else []
        found = filter(None, read_rows(records) if records else ())
        below = {*pairwise(lines)}
        readings += (_id_below_words(reading, below) for reading in found)
    return Paste(tuple(readings))


def _id_below_words(reading: PastedCustomer, below: Collection[tuple[str, str]]) -> PastedCustomer:
    """Return a reading in which an unused line above the ID, such as “Order”, is its label."""
    for at, (above, piece) in enumerate(pairwise(reading.pieces), 1):
        is_below = not above.field and (above.text, piece.text) in below
        if is_below and piece.field == "id" and not piece.label:
            record = (*reading.pieces[:at], replace(piece, label=above.text))
            [again] = read_rows([(*record, *reading.pieces[at + 1 :])])
            return again or reading
    return reading


def _is_one(details: Iterable[Record]) -> bool:
    """Return whether lines don't name two IDs or two names, which would be two customers'."""
    named = {
        (found[0], piece.text)
        for line in details
        for piece in line
        if (found := meaning(piece.label)) and found[0] in {"id", "name"}
    }
    return len(named) == len({field for field, _ in named})


def _details(line: str) -> Record:
    """Return the values of a line that have a label of ours or a short one, or none."""
    found: list[Piece] = []
    is_prose = is_sentence(line)
    for part in _parts(line):
        labels = labelled(part)
        known = [it for it in labels if meaning(it.label) or _is_contact(it)]
        if labels:
            found += known
        elif not meaning(part) and not is_prose:
            found += pieces(part)
    return tuple(found)


def _is_contact(piece: Piece) -> bool:
    """Return whether a value is an address or a phone number, whatever its label is."""
    look = look_of(piece.text)
    is_phone = piece.text.startswith("+") or len(piece.label) <= _SHORT
    return look is Look.EMAIL or (look is Look.PHONE and is_phone)


def _parts(line: str) -> list[str]:
    """Return the parts of a line, such as a name, an address in brackets, and an ID."""
    stripped = (part.strip(_MARKS) for part in _AROUND.split(line) if part)
    parts = [*filter(None, stripped)] if "@" in line else []
    are_values = all(look_of(part) in _VALUES or labelled(part) for part in parts)
    return parts if are_values and len(parts) > 1 else _BETWEEN.split(line)


def _records(lines: Sequence[Record]) -> list[Record]:
    """Return the records of a block of lines, each with an address."""
    addressed = [any(ADDRESS.fullmatch(each.text) for each in line) for line in lines]
    count = sum(addressed)
    length = len(lines) // max(count, 1)
    if not count or addressed != addressed[:length] * count:
        return []
    parts = [lines[at : at + length] for at in range(0, len(lines), length)]
    records = [tuple(piece for line in part for piece in line) for part in parts]
    return records if len({*map(len, records)}) == 1 else []
