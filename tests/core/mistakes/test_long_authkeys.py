"""However long an authkey is, it is read in no more time than many hashes take."""

import hashlib
import time
from collections.abc import Callable

import pytest

from reamaze_gui.core.mistakes.encodings import readings

HEX = hashlib.sha256(b"48151623:zoe@example.org").hexdigest()
PARTS = (
    *("a", "A", "0", "f", "ffffff", "ab:", "0x", "\\x", "-", " ", "1,", "9", "b'", "'", '"', "["),
    *("(", "%", "%25", "&amp;", "&", "=", "A=", "(stdin)= ", "a(", "sha256=", "{", '{"a":', "\n"),
    *("+/", "b'\\x00", "Zg", "61", "3631", "é", "\ud800", HEX, f"{HEX} "),
)  # fmt: skip


@pytest.mark.parametrize("part", PARTS, ids=lambda part: ascii(part)[-20:])
@pytest.mark.parametrize(
    "ends", [("", ""), ("'", "'"), ("b'", "'"), ("", "!"), ("[", "]")], ids=str
)
def test_a_long_text_takes_no_longer_than_many_hashes(part: str, ends: tuple[str, str]) -> None:
    text = ends[0] + (part * 100_000)[:100_000] + ends[1]
    assert any(seconds(lambda: readings(text)) < 5 * seconds(hash_much) for _ in range(3))


def hash_much() -> None:
    for _ in range(100_000):
        hashlib.sha256(HEX.encode()).digest()


def seconds(work: Callable[[], object]) -> float:
    """Return the processor time that it takes, of this thread."""
    start = time.thread_time()
    work()
    return time.thread_time() - start
