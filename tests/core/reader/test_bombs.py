"""A short page that would keep a browser busy for ever is read in a moment."""

import gc
import json
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from reamaze_gui.core.page import Clue, Kind
from reamaze_gui.core.reader import Stopped, read
from reamaze_gui.core.reader.budget import LONGEST_VALUE, Budget
from reamaze_gui.core.reader.evaluate.calls import finish
from reamaze_gui.core.reader.evaluate.interpreter import interpreter
from reamaze_gui.core.reader.scripts.program import parse
from reamaze_gui.core.reader.source_map import on_line
from tests.core.forms import PAGE
from tests.core.reading import entry_in

CIRCLE = "var a = {}; a.a = a; a.b = a; a.c = [a, a];"
# Each doubles what it starts from, in length, in depth or in members.
DOUBLED = {
    "a variable doubled": "a = a + a;",
    "a variable doubled in place": "a += a;",
    "a template": "a = `${a}${a}`;",
    "concat": "a = a.concat(a);",
    "join": "a = [a, a].join('');",
    "join with a long separator": "a = [1, 2, 3].join(a);",
    "a list as text": "a = String([a, a]);",
    "a list plus a text": "a = [a, a] + '';",
    "Base64": "a = btoa(a);",
    "percent signs": "a = encodeURIComponent('é' + a + a);",
    "JSON": "a = JSON.stringify([a, a]);",
    "JSON of an object": "a = JSON.stringify({a: a, b: a});",
    "JSON in JSON": "a = JSON.stringify(a);",
    "parsed JSON": "a = JSON.stringify(JSON.parse(JSON.stringify([a, a])));",
    "upper case": "a = a.toUpperCase() + a.trim() + 'ß';",
    "a function's text": "a = (function (x) { return x + x })(a);",
    "a getter of an object": "a = {a: a}.a + {a: a}['a'];",
    "a list of lists": "a = [a, a];",
    "an object of objects": "a = {a: a, b: a};",
    "a list spread": "a = [...a, ...a];",
    "an object spread": "a = {...a, [a]: a, b: {...a}};",
    "Object.assign": "a = Object.assign({}, a, {[a]: 1}, {b: a});",
    "arguments": "a = ((...x) => [x, x])(...a, ...a);",
    "apply": "a = [].concat.apply([], [a, a]); a = (function (x, y) { return [x, y] }).apply(null, [a, a]);",
    "a copy of a page": "a = structuredClone([a, a]);",
    "a text in the customer": "_support.user.name = a; a = a + a;",
    "a customer in a list": "_support.user = {id: a, email: a, x: [a, a]}; a = [a, a];",
    "an id overwritten": "_support.user.id = a; a = a + 'x'; _support.user.id = a + a;",
    "unescape": "a = unescape('%41' + a + a);",
    "decoded": "a = decodeURIComponent(a) + atob(btoa(a)) + a;",
}
LIST = "var a = [" + "1," * 15_000 + "];"
WIDE = {
    "a list spread 2,000 times": LIST + "b = [...a];" * 2_000,
    "a list in a list": LIST + "b = [" + "...a," * 2_000 + "];",
    "a list as an argument": LIST + "f(...a);" * 2_000,
    "a list copied": LIST + "b = Object.assign({}, a);" * 2_000,
    "a list joined": LIST + "b = a.join();" * 2_000,
    "a list as text": LIST + "b = a + '';" * 2_000,
    "a list as JSON": LIST + "b = JSON.stringify(a);" * 2_000,
    "a list as a name": LIST + "b = {[a]: 1}[a];" * 2_000,
    "a list parsed": LIST + "c = JSON.stringify(a);" + "b = JSON.parse(c);" * 2_000,
    "a list in every value": LIST
    + "_support.user = {email: 'a@b.c', id: 1,"
    + ",".join(f"a{n}: a" for n in range(3_000))
    + "}",
    "ids set one after the other": "_support.user = {email: 'a@b.c',"
    + ",".join(f"a{n}: 1" for n in range(3_000))
    + "};"
    + "".join(f"_support.user.id = '{n}';" for n in range(3_000)),
    "customers one after the other": "".join(
        f"_support.user = {{id: '{n}', email: 'a@b.c'}};" for n in range(8_000)
    ),
    "embedded scripts": "".join(f"eval(\"_support.user.id='{n}'\");" for n in range(5_000)),
    "a string of strings": "var a = '" + "x" * 40_000 + "';" + "b = a + 1;" * 10_000,
    "a string upper": "var a = '" + "x" * 40_000 + "';" + "b = a.toUpperCase();" * 10_000,
    "a string encoded": "var a = '" + "é" * 40_000 + "';" + "b = encodeURIComponent(a);" * 10_000,
}
CIRCLES = {
    "of objects": "var a={};a.a=a;a.b=a;_support.user=a;_support.user.email=a",
    "as JSON": CIRCLE + "_support.user = {id: JSON.stringify(a), email: 'a@b.c'}",
    "as text": CIRCLE
    + "var b = [a]; b[1] = b; b[2] = [b, b]; _support.user = {id: b + '', email: 'a@b.c'}",
    "copied": CIRCLE
    + "_support.user = Object.assign(a, a, {id: a, email: a}); _support.user = {...a, ...a}",
    "of the page": "window.a = window; _support = window; _support.user = _support; _support.email = _support.user",
    "of functions": "function f() { g(); g() } function g() { f(); f() } f(); _support.user = {id: f(), email: 'a@b.c'}",
    "of a default": "function f(a = f(f())) { return f(a) + f(a) } _support.user = {id: f(), email: 'a@b.c'}",
}

USER = "_support.user = {id: '7', email: 'a@b.c'}"
BEFORE = "var a = 'xxxxxxxx'; _support.user = {id: 1, email: 'a@b.c'};"
AFTER = "_support.user.name = a; _support.user.x = JSON.stringify(a); _support.user.y = a + a;"
ALL = "".join(DOUBLED.values())
BOMBS = {
    **{f"{name}, {depth} times": BEFORE + code * depth + AFTER
       for name, code in DOUBLED.items() for depth in (34, 500)},
    **{name: f"{code}; _support.user.z = b" for name, code in WIDE.items()},
    **{f"a circle {name}": code for name, code in CIRCLES.items()},
    "a mixture": f"{BEFORE}{ALL * 20}{AFTER}",
    "a mixture that calls itself": f"{BEFORE}function f() {{ {ALL} f(); f() }} f();{AFTER}",
}  # fmt: skip
READ_ALL = """
import json, resource, sys
from reamaze_gui.core.reader import read
read("<script>_support = {}</script>")
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
resource.setrlimit(resource.RLIMIT_CPU, (300, 300))  # a bomb that goes off takes hours
for code in json.load(sys.stdin):
    read(code)
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1000)
"""


@pytest.mark.parametrize("name", BOMBS)
def test_what_a_script_makes_is_counted_and_never_grows_beyond_the_budget(name: str) -> None:
    page = interpreter(Budget(running=5_000))
    program = parse(on_line("var _support = {user: {}};" + BOMBS[name], 1), page.budget)
    assert program
    page.run(program)
    finish(page)
    assert page.budget.running > -(LONGEST_VALUE // 10)  # the last step counts, and ends it
    for user in page.observer.overwritten[-1:]:
        assert all(len(entry.text) <= LONGEST_VALUE for entry in user.entries)


@pytest.mark.skipif(sys.platform == "win32", reason="time and memory can't be limited there")
@pytest.mark.parametrize("step", [8, pytest.param(1, marks=pytest.mark.slow)])
def test_bombs_are_read_in_seconds_and_300_mb_suffice_for_all(step: int) -> None:
    answer = subprocess.run(
        [sys.executable, "-c", READ_ALL],
        input=json.dumps([*BOMBS.values()][::step]),
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=True,
    )
    assert int(answer.stdout) < 300


@pytest.mark.parametrize(
    "code", ["a = a + a;", "a = `${a}${a}`;", "a = a.concat(a);", "a = btoa(a);"]
)
def test_a_value_longer_than_any_pages_is_left_to_the_browser(code: str) -> None:
    entry = entry_in(
        f"var a = 'xxxxxxxx';{code * 60}_support.user = {{id: a, email: 'a@b.c'}}", "id"
    )
    assert entry.kind is Kind.COMPUTED


@pytest.mark.parametrize(
    "how", ["JSON.stringify(a)", "JSON.stringify({b: [a]})", "JSON.stringify([c])"]
)
def test_the_json_of_a_circle_or_of_an_unknown_value_is_not_known(how: str) -> None:
    entry = entry_in(f"var a = {{}}; a.a = a; _support.user = {{id: {how}, email: 'a@b.c'}}", "id")
    assert entry.kind is Kind.COMPUTED


def test_a_customer_before_a_bomb_is_found_and_one_after_it_said_to_be_skipped() -> None:
    bomb = f"var a = [1]; {DOUBLED['a list spread'] * 60}"
    assert read(f"<script>{USER}; {bomb}</script>").user
    assert read(f"<script>{bomb}</script><script>{USER}</script>").seen(Clue.SKIPPED)


@pytest.mark.parametrize("after", [1, 2, 5])
def test_reading_stops_when_it_is_told_to(after: int) -> None:
    asked = iter(range(10_000))
    with pytest.raises(Stopped):
        read(f"<script>{BOMBS['a mixture']}</script>", lambda: next(asked) >= after)
    assert next(asked) <= after + 2


def test_a_page_is_read_to_its_end_while_nobody_wants_to_stop() -> None:
    assert read(PAGE, lambda: False) == read(PAGE)


def test_what_was_read_leaves_nothing_behind() -> None:
    def blocks() -> int:
        for number in range(100):
            read(f"{PAGE}<!-- {number} -->")
        gc.collect()
        return sys.getallocatedblocks()

    # Caches grow at first; a leak of one block a page would be a hundred in every round.
    rounds = [blocks() for _ in range(6)]
    assert min(after - before for before, after in pairwise(rounds)) < 50


@pytest.mark.parametrize(
    "text", ["`\\\u3000<_support", "`é", "x = `a${1}é", "`${", "`", "_support = `é"]
)
def test_a_template_literal_that_never_ends_is_read(text: str) -> None:
    read(text)
    read(f"<script>_support.user = {{id: {text}")
