"""Reads customers from lines: labels and values, mailboxes, or a contact's details."""

import re
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import unquote_plus

from reamaze_gui.core.characters import LONGEST
from reamaze_gui.core.headings import meaning, plain
from reamaze_gui.core.pasted.cells import pieces
from reamaze_gui.core.pasted.labelled import read_labelled
from reamaze_gui.core.pasted.looks import ADDRESS, is_sentence
from reamaze_gui.core.pasted.paste import Paste, PastedCustomer, Piece, Record
from reamaze_gui.core.pasted.unlabelled import read_rows

_LABELLED = re.compile(
    r"""[\s>*+•·-]*["'_`]*(?P<label>[^\W\d](?:[^:=\t"'*`@,;|()]|\([^()\n]*\)){0,39}?)["'*_`]*[ ]*
    (?:[:=|│](?!//)[*_]*|\t+)\s*(?P<value>\S[^\t]*)""",
    re.VERBOSE,
)
# `id=7 email=zoe@example.org name="Zoë Day"`, or with & between.
_ASSIGNED = re.compile(
    r"""(?:^|(?<=[\s?&{,]))(?P<label>[^\W\d][\w.-]{0,39})=(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s&",;]+))"""
)
_AROUND_LABEL = " \t:*_"  # characters around a label that is alone on its line
_QUOTED = re.compile(r"""(["'])(.*)\1,?""")
_MAILBOX = re.compile(
    rf"""\s*+(?:"(?P<quoted>[^"\n]*+)"\s*+|(?P<name>[^<>@,;"\t\n]*+))
    <(?P<email>{ADDRESS.pattern})>[ ]*+(?:[,;\n]|\Z)\s*+
    |\s*+(?P<bare>{ADDRESS.pattern})[ ]*+(?:[,;\n]|\Z)\s*+""",
    re.VERBOSE,
)


def read_labels(text: str) -> Paste:
    """Return the customers of labelled values: one per line, or several separated by commas.

    A label may be on the line above its value. A label that comes again starts a new customer.
    """
    found: list[list[Piece]] = [[]]
    left_over = []
    lines = [line for line in text.splitlines() if line.strip()]
    for line, below, after in zip(lines, [*lines[1:], ""], [*lines[2:], "", ""], strict=False):
        labelled = [*_labelled(line)] or [*_below(line, below, after)]
        for piece in labelled:
            if plain(piece.label) in {plain(each.label) for each in found[-1]}:
                found.append([])
            found[-1].append(piece)
        if not labelled and not (found[-1] and found[-1][-1].text in line):
            left_over.append(line.strip())
    readings = [reading for each in found if (reading := read_labelled(tuple(each)))]
    return Paste(tuple(readings), tuple(left_over))


def read_mailboxes(text: str) -> Paste:
    """Return the customers of a list of addresses as in a mail header, and of nothing else.

    >>> [each.customer.name for each in read_mailboxes("Zoë Day <zoe@example.org>; b@c").readings]
    ['Zoë Day', '']
    """
    records = []
    at = 0
    while at < len(text):
        mailbox = _MAILBOX.match(text, at)
        if not mailbox:
            return Paste()
        name = Piece((mailbox["quoted"] or mailbox["name"] or "").strip(), "Name")
        records.append((name, Piece(mailbox["email"] or mailbox["bare"], "Email")))
        at = mailbox.end()
    if not any(name.text for name, _ in records):
        return Paste()  # addresses alone may be part of something else
    return Paste(tuple(filter(None, map(read_labelled, records))))


def read_contacts(text: str) -> Paste:
    """Return the customers of lines without labels: an address with, say, a name and a phone.

    An empty line starts a new customer; so does a repetition of the same sequence of lines.
    """
    readings: list[PastedCustomer] = []
    left_over: list[str] = []
    for block in re.split(r"\n\s*\n", text.strip()):
        lines = [line.strip() for line in block.splitlines() if line.strip()]
        found = [*read_rows(_records(lines))] if _records(lines) else []
        readings += filter(None, found)
        left_over += lines if not found else []
    return Paste(tuple(readings), tuple(left_over))


def _records(lines: Sequence[str]) -> list[Record]:
    """Return the records of a block of lines, each with an address; none for running text."""
    addressed = [any(ADDRESS.fullmatch(each.text) for each in pieces(line)) for line in lines]
    count = sum(addressed)
    if not count or any(map(is_sentence, lines)) or len(lines) % count:
        return []
    length = len(lines) // count
    if addressed != addressed[:length] * count:
        return []
    parts = [lines[at : at + length] for at in range(0, len(lines), length)]
    records = [tuple(piece for line in part for piece in pieces(line)) for part in parts]
    return records if len({*map(len, records)}) == 1 else []


def _labelled(line: str) -> Iterator[Piece]:
    """Yield the labelled values of a line: one, or several, as in a CSV line, a log or a URL."""
    if len(line) > LONGEST:
        return
    assigned = [*_ASSIGNED.finditer(line)]
    if sum(meaning(each["label"]) is not None for each in assigned) > 1:
        read = unquote_plus if "&" in line else str
        for each in assigned:
            yield from pieces(read(each["quoted"] or each["bare"]), each["label"])
        return
    parts = [_LABELLED.fullmatch(part) for part in re.split(r"[,;|]", line)]
    several = [each for each in parts if each and meaning(each["label"])]
    if len(parts) > 1 and len(several) == len(parts):
        yield from _values(several)
    elif match := _LABELLED.fullmatch(line):
        yield from _values([match])


def _values(matches: Iterable[re.Match[str]]) -> Iterator[Piece]:
    for match in matches:
        quoted = _QUOTED.fullmatch(match["value"].strip())
        yield from pieces(quoted[2] if quoted else match["value"], match["label"].strip())


def _below(label: str, value: str, after: str) -> Iterator[Piece]:
    """Yield the value on the line below its label, if another label or nothing follows."""
    if _is_label(label) and value and not _is_label(value) and (not after or _is_label(after)):
        yield from pieces(value, label.strip(_AROUND_LABEL))


def _is_label(line: str) -> bool:
    return meaning(line.strip(_AROUND_LABEL)) is not None or any(_labelled(line))
