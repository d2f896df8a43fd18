"""Times the search for a mistake and the reading of a page, each beside its baseline, in turn."""

import gc
import hmac
import time
from collections.abc import Callable

import tree_sitter_javascript
from selectolax.lexbor import LexborHTMLParser
from tree_sitter import Language, Parser

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.mistakes.search import Progress, Targets, search
from reamaze_gui.core.mistakes.sent import Sent
from reamaze_gui.core.mistakes.signed_texts import COMPLETE
from reamaze_gui.core.reader import read
from tests.benchmarks.big_page import big_page

ROUNDS = 9
SECRET = Secret("6f1d8a3b5c7e9f0a2b4c6d8e0f1a3b5c7d9e1f2a")
SENT = Sent("48151623", "Zoe.Quinn+vip@Example.org")
NOWHERE = Targets(frozenset([bytes(8)]))  # the search goes through to its end


def searching() -> tuple[float, float]:
    """Return how long a search takes through three slips, and as many bare HMACs, in ms."""
    tried = 0

    def search_through() -> None:
        nonlocal tried
        for each in search(SENT, {"acme": SECRET}, NOWHERE, COMPLETE):
            if isinstance(each, Progress):
                tried = each.tried

    def bare() -> None:
        key, text = SECRET.value.encode(), f"{SENT.id}:{SENT.email}".encode()
        for _ in range(tried):
            hmac.digest(key, text, "sha256")

    return _in_turn(search_through, bare)


def reading() -> tuple[float, float]:
    """Return how long a page takes to be read, and to be parsed alone, in ms."""
    page = big_page()

    def parse() -> None:
        parser = Parser(Language(tree_sitter_javascript.language()))
        for script in LexborHTMLParser(page).css("script"):
            parser.parse((script.text(deep=False) or "").encode())

    return _in_turn(lambda: read(page), parse)


def _in_turn(*calls: Callable[[], object]) -> tuple[float, float]:
    """Return the least processor time of each call, in ms: neighbours can only add to it."""
    gc.disable()  # as in the program, where it runs between events
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS):
        for call, taken in zip(calls, times, strict=True):
            started = time.process_time()
            call()
            taken.append((time.process_time() - started) * 1000)
    return min(times[0]), min(times[1])
