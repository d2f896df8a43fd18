"""Reads customers from lines: labels and values, mailboxes, or a contact's details."""

import re
from collections.abc import Sequence
from dataclasses import asdict, replace

from reamaze_gui.core.headings import meaning, plain
from reamaze_gui.core.pasted.cells import pieces
from reamaze_gui.core.pasted.labelled import read_labelled
from reamaze_gui.core.pasted.labels import below, labelled
from reamaze_gui.core.pasted.looks import ADDRESS, Look, field_of, is_sentence, look_of
from reamaze_gui.core.pasted.paste import Paste, PastedCustomer, Piece, Record
from reamaze_gui.core.pasted.unlabelled import read_rows

_OF_CONTACTS = {Look.EMAIL, Look.PHONE}  # which need no label of ours
_MAILBOXES = re.compile(r"""(?:"[^"\n]*+"|[^",;\n])++""")
_BETWEEN = re.compile(r"\s+[·|•\u2013\u2014-]\s+")


def read_labels(text: str) -> Paste:
    """Return the customers of labelled values: one per line, or several separated by commas.

    A label may be on the line above its value. A label that comes again starts a new customer.
    """
    found: list[list[Piece]] = [[]]
    left_over = []
    lines = [line for line in text.splitlines() if line.strip()]
    for line, next_line, after in zip(lines, [*lines[1:], ""], [*lines[2:], "", ""], strict=False):
        known = labelled(line) or [*below(line, next_line, after)]
        for piece in known:
            if plain(piece.label) in {plain(each.label) for each in found[-1]}:
                found.append([])
            found[-1].append(piece)
        if not known and not (found[-1] and found[-1][-1].text in line):
            left_over.append(line.strip())
    readings = [reading for each in found if (reading := read_labelled(tuple(each)))]
    return _completed(Paste(tuple(readings), tuple(left_over)))


def read_mailboxes(text: str) -> Paste:
    """Return the customers of a list of addresses as in a mail header, and of nothing else.

    >>> [each.customer.name for each in read_mailboxes("Zoë Day <zoe@example.org>; b@c").readings]
    ['Zoë Day', '']
    """
    records = [tuple(pieces(part, "Email")) for part in _MAILBOXES.findall(text) if part.strip()]
    if not all(ADDRESS.fullmatch(record[-1].text) for record in records):
        return Paste()
    if all(len(record) == 1 for record in records):  # addresses alone may be part of something else
        return Paste()
    return Paste(tuple(filter(None, map(read_labelled, records))))


def read_contacts(text: str) -> Paste:
    """Return the customers of lines without labels: an address with, say, a name and a phone.

    An empty line starts a new customer; so does a repetition of the same sequence of lines.
    """
    readings: list[PastedCustomer] = []
    left_over: list[str] = []
    for block in re.split(r"\n\s*\n", text.strip()):
        lines = [line.strip() for line in block.splitlines() if line.strip()]
        values = [line for line in lines if not is_sentence(line) and not meaning(line)]
        records = _records([*map(_details, values)])
        readings += filter(None, read_rows(records) if records else ())
        left_over += [line for line in lines if not records or line not in values]
    return _completed(Paste(tuple(readings), tuple(left_over)))


def _completed(paste: Paste) -> Paste:
    """Return the paste with what the lines left over tell of its customer, if there is only one."""
    if len(paste.readings) != 1 or not paste.left_over:
        return paste
    [reading] = paste.readings
    customer = reading.customer
    missing = {name for name, value in asdict(customer).items() if not value}
    lines = [line for line in paste.left_over if line != customer.email and not is_sentence(line)]
    record = [piece for line in lines for piece in _details(line)]
    [beside] = read_rows([(*record, Piece(customer.email))])
    labels = (piece for line in paste.left_over for piece in labelled(line))
    found = [replace(piece, field=field_of(piece.label, piece.text)) for piece in labels]
    for piece in (*(beside.pieces if beside and beside.certain else ()), *found):
        if piece.field in missing:
            missing.remove(piece.field)
            customer = replace(customer, **{piece.field: piece.text})
            reading = replace(reading, customer=customer, pieces=(*reading.pieces, piece))
    used = {piece.text for piece in reading.pieces}
    return Paste((reading,), tuple(line for line in paste.left_over if line not in used))


def _details(line: str) -> Record:
    """Return the values of a line, each with its label if that is ours or short."""
    found: list[Piece] = []
    for part in _BETWEEN.split(line):
        labels = labelled(part)
        is_known = any(meaning(it.label) or look_of(it.text) in _OF_CONTACTS for it in labels)
        found += labels if is_known else pieces(part)
    return tuple(found)


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
