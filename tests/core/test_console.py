"""The console command copies the customer out of whatever page it is run in."""

import json
import subprocess
from typing import NamedTuple

import pytest

from reamaze_gui.core.console import COMMAND
from reamaze_gui.core.reader import read
from reamaze_gui.core.rules import judge

CUSTOMER = {
    "id": "48151623",
    "email": "zoe@example.org",
    "name": "Zoë “O'Neill” \u2028 \U0001f600 </script>",
    "authkey": "e5069590ea0eb07db1e69086223f10a7b1035c8545655ae88fcc3aeb571afb8d",
}
# What stands in for the browser: a console that collects, and helpers only where asked for.
CONSOLE = """
var printed = [], copied = [];
var console = { log: function (text) { printed.push(text); } };
"""
COPY = "function copy(text) { copied.push(text); }"
ANSWER = "JSON.stringify({ said: said, printed: printed, copied: copied })"


class Answer(NamedTuple):
    """What the console shows, prints, and has copied."""

    said: str
    printed: list[str]
    copied: list[str]


def console(page: str) -> Answer:
    """Run the command in a page that was set up by a script."""
    # A script of its own, where var makes globals as in a browser.
    script = json.dumps(f"{CONSOLE}\n{page}\nvar said = {COMMAND}\n;{ANSWER}")
    run = f"process.stdout.write(String(require('vm').runInNewContext({script})))"
    ended = subprocess.run(["node", "-e", run], capture_output=True, check=True, text=True)
    return Answer(**json.loads(ended.stdout))


def test_it_is_one_line_of_ascii() -> None:
    assert COMMAND.isascii()
    assert COMMAND.isprintable()


def test_it_copies_the_customer_as_json() -> None:
    support = {"account": "acme", "ui": {"enabled": True, "n": [1, None]}, "user": CUSTOMER}
    answer = console(f"{COPY}\nvar _support = {json.dumps(support)};")
    assert [json.loads(text) for text in answer.copied] == [support]
    assert answer.said.startswith("Copied")


def test_what_it_copies_can_be_pasted_for_the_diagnosis() -> None:
    support = {"account": "acme", "ui": {"contactMode": "mixed"}, "user": CUSTOMER}
    (text,) = console(f"{COPY}\nvar _support = {json.dumps(support)};").copied
    page = read(text)
    assert page.account
    assert page.account.text == "acme"
    assert page.user
    assert {entry.name: entry.text for entry in page.user.entries} == CUSTOMER
    assert [finding.id for finding in judge(page, {})] == ["name"]  # of the line separator


@pytest.mark.parametrize("declared", ["var", "let", "const"])
def test_it_prints_the_customer_where_the_console_cannot_copy(declared: str) -> None:
    answer = console(f"{declared} _support = {json.dumps({'user': CUSTOMER})};")
    assert [json.loads(text) for text in answer.printed] == [{"user": CUSTOMER}]
    assert answer.copied == []
    assert "Copy the text" in answer.said


@pytest.mark.parametrize(
    "page", ["", "var _support;", "var _support = null;", "var _support = 'acme';"]
)
def test_a_page_without_re_amaze_is_reported(page: str) -> None:
    answer = console(f"{COPY}\n{page}")
    assert "There is no _support" in answer.said
    assert answer.printed == answer.copied == []


@pytest.mark.parametrize(
    ("member", "expected"),
    [
        ("function () {}", None),
        ("undefined", None),
        ("NaN", "null"),
        ("_support", '"[circular]"'),
        ("(function () { var w = {}; return (w.window = w); })()", '"[object Object]"'),
        ("Object.defineProperty({}, 'x', { enumerable: true, get: fail })", None),
        ("{ toString: fail, get [Symbol.toStringTag]() { return 'Div'; } }", '"[unreadable]"'),
        ("{ toJSON: function () { fail(); }, x: 1 }", '{"x":1}'),
        ("new (class Div { get [Symbol.toStringTag]() { return 'HTMLDivElement'; } })()", None),
        ("new String('7')", '"7"'),
        (
            "{ a: { b: { c: { d: { e: { f: { g: 1 } } } } } } }",
            '{"a":{"b":{"c":{"d":{"e":"[left out]"}}}}}',
        ),
    ],
)
def test_what_json_cannot_hold_leaves_the_customer_whole(member: str, expected: str | None) -> None:
    page = f"{COPY}\nfunction fail() {{ throw new Error('no'); }}\nvar _support = {{}};"
    setup = f"_support.user = {json.dumps(CUSTOMER)}; _support.odd = {member};"
    (text,) = console(f"{page}\n{setup}").copied
    copied = json.loads(text)
    assert copied["user"] == CUSTOMER
    assert expected is None or json.dumps(copied["odd"], separators=(",", ":")) == expected


def test_a_huge_web_of_objects_ends() -> None:
    levels = "var web = 1; for (var depth = 0; depth < 6; depth++) {"
    level = "var wider = {}; for (var i = 0; i < 60; i++) wider[i] = web; web = wider; }"
    support = "var _support = { web: web, user: { id: '7' } };"
    (text,) = console(f"{COPY}\n{levels} {level}\n{support}").copied
    assert json.loads(text)["user"] == {"id": "7"}
    assert len(text) < 10_000_000


def test_the_page_stays_as_it_was() -> None:
    page = (
        f"{COPY}\nvar _support = Object.freeze({{ user: Object.freeze({json.dumps(CUSTOMER)}) }});"
    )
    assert len(console(page).copied) == 1
