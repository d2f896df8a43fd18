"""Recognises objects that stand for themselves: what a console prints, what an endpoint answers."""

import json
import re
from collections.abc import Iterator
from itertools import islice

from reamaze_gui.core.reader.page_state import PageState, printed_state
from reamaze_gui.core.reader.recognise.paste import Paste, excerpt
from reamaze_gui.core.reader.scripts.markup import Runs, Script, is_markup

_PRINTED = re.compile(r"\s*+(?:[▶▼▾▸]\s*+)?(?:Object|Proxy\(Object\))?\s*+(?=[{\[('\"])")
_BARE = re.compile(r"^(?=[ \t]*\{\s*['\"]?\w+['\"]?\s*:)", re.MULTILINE)
_CLOSING = re.compile(r"\}[ \t]*[;,.]?[ \t]*$", re.MULTILINE)
_OPENING = re.compile(r"(?:^|[\s:=>'\",(])([{\[])(?=\s*[\"{\[])", re.MULTILINE)
_CUSTOMER = re.compile(r"auth|hmac|hash|signature", re.IGNORECASE)
_MOST = 20  # beginnings that are tried


def printed(paste: Paste) -> Iterator[PageState]:
    """Yield the state of a text that is an object from its beginning to its end."""
    for part in excerpt(paste.text):
        if found := _PRINTED.match(part.text):
            source = part.cut(found.end(), len(part.text.rstrip(" \n\t;,")))
            yield printed_state(Script(source, Runs.NEVER), paste.budget)


def between_sentences(paste: Paste) -> Iterator[PageState]:
    """Yield the states of objects that stand for themselves on lines of a text without code."""
    for part in () if is_markup(paste.text.text) else excerpt(paste.text):
        bare = None if "_support" in part.text else _BARE.search(part.text)
        if not bare:
            continue
        for closing in islice(_CLOSING.finditer(part.text, bare.end()), _MOST):
            source = part.cut(bare.start(), closing.start() + 1)
            state = printed_state(Script(source, Runs.NEVER), paste.budget)
            yield state
            if state.user:
                return


def json_inside(paste: Paste) -> Iterator[PageState]:
    """Yield the states of the JSON that stands in a text; that in a page is its scripts' affair."""
    for part in () if is_markup(paste.text.text) else excerpt(paste.text):
        at = tried = 0
        while tried < _MOST and (opening := _OPENING.search(part.text, at)):
            tried += 1
            try:
                _, at = json.JSONDecoder().raw_decode(part.text, opening.start(1))
            except (ValueError, RecursionError):
                at = opening.end()
                continue
            if _CUSTOMER.search(part.text, opening.start(1), at):
                source = part.cut(opening.start(1), at)
                yield printed_state(Script(source, Runs.NEVER), paste.budget)
