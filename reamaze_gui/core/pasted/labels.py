"""Reads labelled values from lines: beside their labels, below them, or in sentences."""

import re
from collections.abc import Iterator

from reamaze_gui.core.characters import LONGEST
from reamaze_gui.core.headings import FIRST, LAST, meaning
from reamaze_gui.core.pasted.cells import pieces
from reamaze_gui.core.pasted.looks import field_of, look_of
from reamaze_gui.core.pasted.paste import Piece

_SPEAKER = r"(?:\[[^\]\n]{1,30}\])?"  # the time of a message in a chat
_LABELLED = re.compile(
    rf"""{_SPEAKER}[\s>*+•·▿-]*["'_`]*(?P<label>[^\W\d](?:[^:\uff1a=\t"'*`@,;|()]|\([^()\n]*\)){{0,39}}?)
    ["'*_`]*[ ]*(?:(?:=>|[:\uff1a=|│])(?!//|:)[*_]*|\t+)\s*(?P<value>\S[^\t]*)""",
    re.VERBOSE,
)
_CLAUSE_ENDS = re.compile(r"[,;.!?)](?:\s+|$)|\s\(|\s(?:and|und|et|y|e|en|och|og)\s")
# Words before a label, and between it and its value.
_WHOSE = {
    *("my", "his", "her", "their", "your", "the", "mein", "meine", "mon", "ma", "mi", "il", "mio"),
    *("la", "mia", "meu", "minha", "mijn"),
}
_IS = {"is", "ist", "est", "es", "è", "é", "är", "er", "="}
_MOST_WORDS = 3  # of a label
_AROUND_LABEL = " \t:*_"  # characters around a label that is alone on its line
_QUOTED = re.compile(r"""(["'])(.*)\1""")


def labelled(line: str) -> list[Piece]:
    """Return the labelled values of a line: one, or several in sentences.

    >>> [piece.label for piece in labelled("Hi, my email is zoe@example.org and my ID is 7.")]
    ['email', 'ID']
    """
    if len(line) > LONGEST:
        return []
    match = _LABELLED.fullmatch(line)
    if match and _known(match["label"]):
        return [*_piece(match)]
    said = [piece for each in _CLAUSE_ENDS.split(line) for piece in _said(each)] or [*_said(line)]
    return said if said or not match else [*_piece(match)]


def below(label: str, value: str, after: str) -> Iterator[Piece]:
    """Yield the value on the line below its label.

    Another label or nothing follows, or the value looks like one, and is not the first of a column.
    """
    if not _known(label) or not value or _known(value) or labelled(value):
        return
    [field, _] = meaning(_known(label)) or ("", 0)
    fits = field_of("name" if field in {FIRST, LAST} else _known(label), value)
    is_alone = fits and look_of(value) is not look_of(after)
    if is_alone or not after or _known(after) or labelled(after):
        yield from pieces(value, _known(label))


def _known(text: str) -> str:
    """Return the label of ours at the end of a text, such as “Your email:”; empty for none.

    Up to three words, after a word that says whose they are.
    """
    text = text.strip(_AROUND_LABEL)
    words = text.split()
    labels = (
        " ".join(words[at:])
        for at in range(max(len(words) - _MOST_WORDS, 1), len(words))
        if words[at - 1].casefold() in _WHOSE or words[at - 1].endswith(":")
    )
    return next(filter(meaning, (text, *labels)), "")


def _said(clause: str) -> Iterator[Piece]:
    """Yield the value at the end of a clause, if it looks like what the label before it says."""
    words = clause.split()
    for at in range(1, len(words)):
        label = _known(" ".join(words[max(at - _MOST_WORDS - 1, 0) : at]))
        value = " ".join(words[at + (words[at] in _IS) :]).rstrip(".!?")
        if label and field_of(label, value):
            yield Piece(value, label)
            break


def _piece(match: re.Match[str]) -> Iterator[Piece]:
    value = match["value"].strip().removesuffix(",")
    quoted = _QUOTED.fullmatch(value)
    yield from pieces(
        quoted[2] if quoted else value, _known(match["label"]) or match["label"].strip()
    )
