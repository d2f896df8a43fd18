"""Reads the data that Next.js streams into a page: rows of text, which scripts push in pieces.

A row is `5:["$",…]` or `5:I[…]` with JSON, or `5:T1a,` with a text of that many bytes. A row may
begin and end anywhere in a piece.
"""

import json
import re
from collections.abc import Iterable, Iterator

from reamaze_gui.core.javascript import unescape
from reamaze_gui.core.reader.json_text import json_end
from reamaze_gui.core.reader.scripts.markup import Runs, Script
from reamaze_gui.core.reader.source_map import MappedText

_PUSH = re.compile(
    r"""__next_f\\?["']?\]?\)?(?:\s*\|\|\s*\[\])?\)?\s*\.push\(\s*\[\s*1\s*,\s*"((?:[^"\\]++|\\.)*+)"?""",
    re.DOTALL,
)
_ROW = re.compile(r"(?:^|(?<=\n))([0-9a-f]*):(?:T([0-9a-f]+),|[A-Z]{0,2}(?=[\[{\"]))")
_MENTIONED = "__next_f"


def without_flight(scripts: Iterable[Script]) -> list[Script]:
    """Return the scripts, with those that push rows replaced by the rows they begin, as data."""
    kept: list[Script] = []
    pieces: list[tuple[str, int]] = []
    for script in scripts:
        text = script.code.text
        pushes = [*_PUSH.finditer(text)] if _MENTIONED in text else ()
        if not pushes:
            kept.append(script)
        row = at = 0
        for push in pushes:
            row, at = row + text.count("\n", at, push.start()), push.start()
            pieces.append((unescape(push[1]), script.code.lines[row]))
    return [*kept, *_rows(pieces)]


def _rows(pieces: list[tuple[str, int]]) -> Iterator[Script]:
    stream = "".join(text for text, _ in pieces)
    lines = [line for text, line in pieces for _ in range(text.count("\n"))]
    lines.append(pieces[-1][1] if pieces else 1)
    at = row = counted = 0
    while found := _ROW.search(stream, at):
        row, counted = row + stream.count("\n", counted, found.start()), found.start()
        line = lines[min(row, len(lines) - 1)]
        if found[2]:
            size = min(int(found[2], 16), len(stream))
            text = stream[found.end() : found.end() + size].encode()[:size].decode(errors="ignore")
            code, at = json.dumps(text), found.end() + len(text)
        else:
            at = json_end(stream, found.end())
            if not at:
                at = found.end()
                continue
            code = stream[found.end() : at].replace('"$undefined"', "null")
        yield Script(MappedText(code, (line,) * (code.count("\n") + 1)), Runs.NEVER)
