"""Reads the customer of a page's snippet, as Diagnose does."""

import re

from reamaze_gui.core.page import Kind
from reamaze_gui.core.pasted.labelled import read_labelled
from reamaze_gui.core.pasted.paste import Paste, Piece
from reamaze_gui.core.reader import read

_PROGRAM = re.compile(r"_support|sso|[{}]")


def read_program(text: str) -> Paste:
    """Return the customer whom a page signs in, of values that are known without running it."""
    user = read(text).user if _PROGRAM.search(text) else None
    entries = user.entries if user else ()
    record = tuple(
        Piece(entry.text, entry.name) for entry in entries if entry.kind in {Kind.TEXT, Kind.NUMBER}
    )
    return Paste(tuple(filter(None, [read_labelled(record)])))
