"""However long an authkey is, the work of reading it grows with its length, and no more."""

import hashlib

import pytest

from reamaze_gui.core.mistakes.encodings import readings
from tests.core.counting import grows_with_its_length

HEX = hashlib.sha256(b"48151623:zoe@example.org").hexdigest()
PARTS = (
    *("a", "A", "0", "f", "ffffff", "ab:", "0x", "\\x", "-", " ", "1,", "9", "b'", "'", '"', "["),
    *("(", "%", "%25", "&amp;", "&", "=", "A=", "(stdin)= ", "a(", "sha256=", "{", '{"a":', "\n"),
    *("+/", "b'\\x00", "Zg", "61", "é", "\ud800", HEX, f"{HEX} "),
    pytest.param("3631", marks=pytest.mark.slow),  # hexadecimal of hexadecimal: many readings
)  # fmt: skip


ENDS = (("", ""), ("'", "'"), ("b'", "'"), ("", "!"), ("[", "]"))


def _long(part: str, ends: tuple[str, str], length: int) -> str:
    return ends[0] + (part * length)[:length] + ends[1]


@pytest.mark.parametrize("part", PARTS, ids=lambda part: ascii(part)[-20:])
def test_the_work_of_reading_an_authkey_grows_with_its_length(part: str) -> None:
    for ends in ENDS:
        assert grows_with_its_length(readings, _long(part, ends, 4_000)), ends
        readings(_long(part, ends, 100_000))  # a pattern that is quadratic takes minutes
