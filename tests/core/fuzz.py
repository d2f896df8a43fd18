"""Reads a number of mutated pages, from a seed, and prints how many had a customer.

`python -m tests.core.fuzz SEED COUNT`: in bounded memory, and each page in bounded time. A page that
can't be read is printed with its error.
"""

import random
import signal
import sys

from reamaze_gui.core.reader import read
from tests.core.forms import FORMS

MEMORY = 500_000_000  # bytes, of all that the process has
SECONDS = 20  # of processor time for a single page, on the slowest machine
TOKENS = (
    *("'", '"', "`", "\\", "\n", "\r", "\0", "\u2028", "{", "}", "(", ")", "[", "]", ";", ",", ":"),
    *("_support", "_support.user = ", "window.", "var ", "user", "email", "authkey", "= ", "=>"),
    *("<script>", "</script>", "<!--", "-->", "<p ", ">", "&amp;", "&#39;", "&lt;", "{{", "}}"),
    *("{%", "%}", "<?php ", "?>", "<%=", "%>", "${", "//", "/*", "*/", "‘", "’", "”", "\ufdd0", "\ufdd1"),
    *("0x", "1e999", "-", "+", "null", "...", "function(){", "return ", "delete ", "if(", "JSON.parse("),
    *("sso[id]=", "sso%5Bemail%5D", "curl -F ", "$'", "^", "%", "\ud800", "\U0001f98a", "> ", "```\n"),
    *("for(var i=0;i<9;i++){", "for(a of [1,2]){", "while(1)", "new ", "throw ", "break;", ".map(", ".push("),
    *("/*\ufdd00\ufdd1*/", "\ufdd07\ufdd1", "@(", "\u200b", "...[", "this", "Object.assign(", "=", ""),
)  # fmt: skip


def mutated(chance: random.Random, corpus: list[str]) -> str:
    """Return a page of the corpus after random mutations: cut, doubled, swapped, flipped, extended."""
    text = chance.choice(corpus)
    for _ in range(chance.randint(1, 5)):
        start, end = sorted(chance.randint(0, len(text)) for _ in range(2))
        end = min(end, start + 200)
        before, part, after = text[:start], text[start:end], text[end:]
        match chance.randint(0, 6):
            case 0:
                text = before + after
            case 1:
                text = before + part + part + after
            case 2:
                text = before + after[: len(part)] + part + after[len(part) :]
            case 3:
                text = (
                    before + chr(ord(part[0]) ^ 1 << chance.randint(0, 6)) + part[1:] + after
                    if part
                    else text
                )
            case 4:
                other = chance.choice(corpus)
                at = chance.randint(0, len(other))
                text = before + other[at : at + 200] + after
            case _:
                text = before + chance.choice(TOKENS) + part + after
    return text[:1_500]


def main(seed: int, count: int) -> int:
    """Return how many of the pages had a customer."""
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    corpus = [text for text in FORMS.values() if len(text) < 800]
    import resource  # which Windows has not: the tests look into this module there, too

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    found = 0
    for _ in range(count):
        text = mutated(chance, corpus)
        signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)  # whose signal ends the process
        try:
            found += read(text).user is not None
        except BaseException:
            print(ascii(text), file=sys.stderr)
            raise
    return found


if __name__ == "__main__":
    print(main(int(sys.argv[1]), int(sys.argv[2])))
