"""Masks secrets and authkeys in a text, however they are encoded or escaped."""

import base64
import codecs
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.escapes import Places, rounds, rounds_with_places

_SHORTEST = 4  # characters; masking shorter ones would blot out everything
_PIECE = 8  # characters of a secret that give too much of it away
_ENCODED_PIECE = 12  # the same for an encoded secret, and for an authkey
_ENDS = range(_SHORTEST, _PIECE)  # characters left of a secret that a shortened text cuts off

_FOR_SECRET = "[the secret]"  # noqa: S105 - what stands in its place
_FOR_AUTHKEY = "[the authkey]"


@dataclass(frozen=True, slots=True)
class Mask:
    """The pieces of secrets and authkeys to mask, by how they are looked for.

    `pieces` are looked for in any text; `words`, pieces that are plain words, only in values, since
    our own sentences may contain them. `bare` maps pieces, looked for in the letters and digits
    alone, to the label that replaces them; `whole` are entire secrets there, which must not end
    inside a word. `exact` matches to the letter, and `cut` beside an ellipsis. `distinctive` are
    parts of a secret that nobody types by chance: most of it, or eight characters that mix letters
    and digits.
    """

    pieces: frozenset[str] = field(repr=False)
    words: frozenset[str] = field(repr=False)
    bare: dict[str, str] = field(repr=False)
    whole: frozenset[str] = field(repr=False)
    exact: re.Pattern[str] | None = field(repr=False)
    cut: re.Pattern[str] | None = field(repr=False)
    distinctive: frozenset[str] = field(repr=False)

    def value(self, text: str) -> str:
        """Return a value from a page, masked down to any eight characters of a secret.

        >>> mask_of([Secret("opensesame-12345")]).value("open:opensesa, 6f70656e736573616d65")
        'open:[the secret], [the secret]'
        """
        return self._masked(text, words=True)

    def sentence(self, text: str) -> str:
        """Return a sentence of ours, masked except for plain words.

        >>> mask_of([Secret("customer-12345")]).sentence("The customer has customer-12345.")
        'The customer has [the secret].'
        """
        return self._masked(text, words=False)

    def holds(self, text: str) -> bool:
        """Return whether a typed text contains a secret, or a distinctive part of one.

        A word that also occurs in a passphrase doesn't count.

        >>> hide = mask_of([Secret("customer-support-desk-Winter7Kq")])
        >>> hide.holds("customer-support"), hide.holds("support-desk-winter7kq")
        (False, True)
        """
        readings = (reading.casefold() for reading in rounds(text))
        if any(part in reading for reading in readings for part in self.distinctive):
            return True
        return any(label == _FOR_SECRET for _, label in self._found(text, frozenset()))

    def _masked(self, text: str, *, words: bool) -> str:
        labels: dict[int, str] = {}  # by the index of each character to mask
        hidden = self.pieces | self.words if words else self.pieces
        for found, label in self._found(text, hidden):
            for at in range(*found):
                labels.setdefault(at, label)
        if not labels:
            return text
        pieces: list[str] = []
        for at, character in enumerate(text):
            if at not in labels:
                pieces.append(character)
            elif at - 1 not in labels:
                pieces.append(labels[at])
        return "".join(pieces)

    def _found(self, text: str, hidden: Collection[str]) -> Iterator[tuple[tuple[int, int], str]]:
        """Yield each span to mask, and the label that replaces it."""
        for pattern in filter(None, (self.exact, self.cut)):
            yield from ((match.span(), _FOR_SECRET) for match in pattern.finditer(text))
        if not self.bare and not self.pieces:
            return
        for reading, places in rounds_with_places(text):
            folded, where = _folded(reading, places)
            for at in range(len(folded) - _PIECE + 1):
                if folded[at : at + _PIECE] in hidden:
                    yield (where[at][0], where[at + _PIECE - 1][1]), _FOR_SECRET
            bare = [at for at, each in enumerate(folded) if each.isalnum()]
            letters = "".join(folded[at] for at in bare)
            for at in range(len(letters) - _ENCODED_PIECE + 1):
                if label := self.bare.get(letters[at : at + _ENCODED_PIECE]):
                    yield (where[bare[at]][0], where[bare[at + _ENCODED_PIECE - 1]][1]), label
            for each in self.whole:
                yield from _whole(each, letters, folded, bare, where)


def mask_of(secrets: Iterable[Secret], authkeys: Iterable[str] = ()) -> Mask:
    """Return a mask for these secrets and authkeys."""
    values = {each.value.strip() for each in secrets} - {""}
    spelt = {reading.casefold() for value in values for reading in rounds(value)}
    windows = {piece for each in spelt for piece in _windows(each, _PIECE)}
    words = {each for each in windows if each.replace(" ", "").isalpha()}
    bare = dict.fromkeys(_encoded_pieces(authkeys, plain=True), _FOR_AUTHKEY)
    bare |= dict.fromkeys(_encoded_pieces(values, plain=False), _FOR_SECRET)
    return Mask(
        frozenset(windows - words),
        frozenset(words),
        bare,
        frozenset(each for each in map(_bare, spelt) if len(each) >= _PIECE),
        _alternatives(re.escape(each) for each in values if len(each) >= _SHORTEST),
        _alternatives(
            cut
            for each in values
            for length in _ENDS
            if len(each) >= _PIECE
            for cut in (
                rf"{re.escape(each[:length])}(?=\s?…)",
                rf"(?<=…){re.escape(each[-length:])}",
            )
        ),
        frozenset(part for each in spelt for part in _distinctive(each)),
    )


def spellings(secret: str) -> set[str]:
    """Return a secret as it may appear in a longer text: in hex, Base64, backwards or disguised.

    Of the Base64, only the digits that don't depend on the surrounding text.
    """
    digits = secret.encode("utf-8", "surrogatepass")
    found = {secret, secret[::-1], codecs.encode(secret, "rot13")}
    for data in (digits, secret.encode("utf-16-le", "surrogatepass")):
        base64s = [_base64(data, before) for before in range(3)]
        found |= {data.hex(), *base64s, _base64(base64s[0].encode(), 0)}
    return found | {each.replace("+", "-").replace("/", "_") for each in found}


def _base64(data: bytes, before: int) -> str:
    """Return the digits of data that so many bytes, modulo 3, precede."""
    padded = base64.b64encode(bytes(before) + data).decode().rstrip("=")
    return padded[-(-before * 8 // 6) : len(padded) - ((before + len(data)) % 3 > 0)]


def _encoded_pieces(values: Iterable[str], *, plain: bool) -> Iterator[str]:
    for value in values:
        for each in spellings(value):
            if plain or each != value:
                yield from _windows(_bare(each), _ENCODED_PIECE)


def _windows(text: str, size: int) -> Iterator[str]:
    return (text[at : at + size] for at in range(len(text) - size + 1))


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _distinctive(secret: str) -> Iterator[str]:
    """Yield the parts of a secret that nobody types by chance."""
    if len(secret) >= _PIECE:
        yield from _windows(secret, max(_PIECE, len(secret) * 3 // 4))
        yield from filter(_is_rare, _windows(secret, _PIECE))


def _is_rare(piece: str) -> bool:
    """Return whether letters and digits are mixed, as in no word or number."""
    return re.search(r"[^\W\d_]\d|\d[^\W\d_]", piece) is not None


def _alternatives(patterns: Iterable[str]) -> re.Pattern[str] | None:
    ordered = sorted({*patterns}, reverse=True)  # the longer first: abcde before abcd
    return re.compile("|".join(ordered)) if ordered else None


def _folded(text: str, places: Places) -> tuple[str, Places]:
    """Return the text case-folded, which may turn one letter into two."""
    folded = [each.casefold() for each in text]
    if all(len(each) == 1 for each in folded):
        return "".join(folded), places
    where = [place for each, place in zip(folded, places, strict=True) for _ in each]
    return "".join(folded), where


def _whole(
    needle: str, letters: str, folded: str, bare: list[int], where: Places
) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield the spans of a secret, even if split into groups, that don't end inside a word."""
    at = letters.find(needle)
    while at >= 0:
        first, last = bare[at], bare[at + len(needle) - 1]
        before, after = folded[max(0, first - 1) : first], folded[last + 1 : last + 2]
        is_joined = last - first + 1 == len(needle)
        if is_joined or not (before.isalnum() or after.isalnum()):
            yield (where[first][0], where[last][1]), _FOR_SECRET
        at = letters.find(needle, at + 1)
