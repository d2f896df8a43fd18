"""Hostile texts are read in time and memory linear in their length."""

import subprocess
import sys
from pathlib import Path

import pytest

from reamaze_gui.core.page import Clue
from reamaze_gui.core.reader import LONGEST, read
from reamaze_gui.core.reader.budget import Budget
from tests.core.counting import grows_with_its_length, takes_time_by_its_length
from tests.core.forms import CODE, CUSTOMER, SNIPPET
from tests.core.reading import user_in

STARTS = {"alone": "", "in a script": "<script>_support.user = {", "in a string": "_support = '",
          "in a line": "email: '@"}  # fmt: skip
PIECES = (
    *("'", '"', "`", "\\", "a+", "[", "{", "(", "<div>", "<script>", "<a ", '<a b="', "&amp;", "%"),
    *("x", " ", "\n", "_support.user=", "_support['user']={id:'", "_support\n", "{{", "{%", "<%", "<?"),
    *("@(", "<!--", "authkey: ", "sso[id]=", "sso[id]\n\n", "> _support\n", "_support={{a}};"),
    *("<script>_support='", "```\n", "email: \n", "email,id\n", "/*", "//", "‘", "'’", "\u2028"),
    *("function(){", "<p onclick='_support'>", "a.b().c", '"a\\"', '{"sso":{', "curl -F 'sso[id]="),
    *("$'\\", "<style>", "@User.", "&#39;", "a:b\n", "f(g(", "`${", "md5(", "a=a+a;", "#{", "{$a"),
    *("<script>_support.user={email:'a@b.c',id:1}</script>", "_support.a.b.c.d=", "{a:", "-", "!"),
    *("function f(){f();f()}f();", "if(a)", "a?b:", "a||", "...", "\\u0041", "*|", "[[", "%%", "</"),
)  # fmt: skip
READ_ALL = """
import resource, sys
from reamaze_gui.core.reader import LONGEST, read
start, length, *pieces = sys.argv[1:]
read("<script>_support = {}</script>")
text = (start + pieces[0] * int(length))[:int(length)]
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
resource.setrlimit(resource.RLIMIT_CPU, (600, 600))  # a scan that is quadratic needs hours
for piece in pieces:
    read((start + piece * (int(length) // len(piece) + 1))[:int(length)])
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1000)
"""


@pytest.mark.parametrize("piece", PIECES, ids=ascii)
def test_twice_the_text_takes_about_twice_the_work(piece: str) -> None:
    for start in STARTS.values():
        assert grows_with_its_length(read, (start + piece * 4_000)[:4_000]), start


def test_many_empty_lines_take_no_time() -> None:
    assert takes_time_by_its_length(read, "_support = {}" + "\n" * 20_000)


@pytest.mark.skipif(sys.platform == "win32", reason="time and memory can't be limited there")
@pytest.mark.parametrize(
    ("start", "length"),
    [
        ("in a script", LONGEST // 500),
        *(pytest.param(start, LONGEST, marks=pytest.mark.slow) for start in STARTS),
    ],
)
def test_long_texts_take_seconds_and_less_than_300_mb(start: str, length: int) -> None:
    command = [sys.executable, "-c", READ_ALL, STARTS[start], str(length), *PIECES]
    answer = subprocess.run(
        command, cwd=Path(__file__).parents[3], capture_output=True, text=True, check=True
    )
    assert int(answer.stdout) < 300


def test_200_000_quotes_do_not_hide_a_customer_before_them() -> None:
    user = user_in(SNIPPET + "<script>_support.x = " + "'" * 200_000)
    assert {name: getattr(user.get(name), "text", None) for name in CUSTOMER} == CUSTOMER


def test_nesting_ends_somewhere() -> None:
    for opening, closing in ("()", "[]", ("{a:", "}"), ("!", ""), ("f(", ")"), ("if(1){", "}")):
        code = f"_support.user.x = {opening * 3_000}1{closing * 3_000};\n{CODE}"
        assert read(f"<script>{code}</script>").user


def test_an_object_in_itself_is_read() -> None:
    user = user_in(f"{CODE}; _support.user.me = _support.user; _support.me = _support; x = [[x]]")
    assert user.get("me")


def test_a_long_script_is_read_around_what_speaks_of_the_customer_and_says_so() -> None:
    filling = "var a = 'b';\n" * 40_000
    page = read(f"<script>{filling}{CODE}\n{filling}</script>")
    assert page.user
    assert {name: getattr(page.user.get(name), "text", None) for name in CUSTOMER} == CUSTOMER
    assert page.user.line == 40_001
    (sighting,) = page.sightings
    assert sighting.clue is Clue.SKIPPED


def test_what_is_beyond_the_budget_is_said_to_be_skipped() -> None:
    scripts = "<script>_support.user.x = 1</script>\n" * (Budget().parsing // 4)
    page = read(SNIPPET + scripts)
    assert page.user
    assert page.seen(Clue.SKIPPED)
