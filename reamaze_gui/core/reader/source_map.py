"""A source map: keeps track of the pasted text's lines while parts are cut out or rewritten."""

import re
from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

# Lone surrogates, and noncharacters, which we use as marks.
_STRANGE = re.compile("[\ud800-\udfff\ufdd0-\ufdef]")
_STRANGE_INSIDE = re.compile("[\ud800-\udfff\ufdd0-\ufdd7\ufdda-\ufdef]")  # not of `long_values`


@dataclass(frozen=True, slots=True)
class MappedText:
    """A text, and the line of the paste for each of its lines."""

    text: str
    lines: Sequence[int]

    def line_at(self, offset: int) -> int:
        """Return the line of the paste for the character at an offset."""
        return self.lines[self.text.count("\n", 0, offset)]

    def cut(self, start: int, end: int, row: int | None = None) -> "MappedText":
        """Return a part; `row` saves counting the lines before it."""
        row = self.text.count("\n", 0, start) if row is None else row
        text = self.text[start:end]
        return MappedText(text, self.lines[row : row + text.count("\n") + 1])

    def replaced(
        self, pattern: re.Pattern[str], replacement: Callable[[re.Match[str]], str]
    ) -> "MappedText":
        """Return it with every match replaced; the text after it keeps its lines."""
        pieces: list[str] = []
        lines = array("L", self.lines[:1])
        row = at = 0
        for match in pattern.finditer(self.text):
            new = replacement(match)
            before = self.text.count("\n", at, match.start())
            lines.extend(self.lines[row + 1 : row + before + 1])
            row += before
            inside = match[0].count("\n")
            added = range(1, new.count("\n") + 1)
            lines.extend(self.lines[row + min(each, inside)] for each in added)
            row += inside
            pieces += (self.text[at : match.start()], new)
            at = match.end()
        pieces.append(self.text[at:])
        lines.extend(self.lines[row + 1 :])
        return MappedText("".join(pieces), lines)


def pasted(source: str) -> MappedText:
    r"""Return the pasted text with line breaks normalised as in a browser, without marks and NULs.

    >>> pasted("\ufeffa\r\nb\rc").text
    'a\nb\nc'
    """
    text = source.removeprefix("\ufeff").replace("\0", "")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text if text.isascii() else _STRANGE.sub("\ufffd", text)
    return MappedText(text, range(1, text.count("\n") + 2))


def on_line(text: str, line: int) -> MappedText:
    """Return a text that comes from a single line of the paste, such as a string in a script."""
    text = text if text.isascii() else _STRANGE_INSIDE.sub("\ufffd", text)
    return MappedText(text, (line,) * (text.count("\n") + 1))


def around(passage: MappedText, pattern: re.Pattern[str], most: int) -> Iterator[MappedText]:
    """Yield the text around the matches, cut at line breaks and `most` characters long in all.

    A passage that is no longer than that is yielded whole.
    """
    text = passage.text
    if len(text) <= most:
        yield passage
        return
    reach, left, end = most // 10, most, 0
    while left > 0 and (match := pattern.search(text, end)):
        start = max(text.rfind("\n", end, match.start() - reach) + 1, end, match.start() - reach)
        end = match.end() + min(reach, left)
        while end - start < left and (following := pattern.search(text, match.end(), end)):
            match, end = following, following.end() + reach
        end = min(end, len(text))
        yield passage.cut(start, end)
        left -= end - start
