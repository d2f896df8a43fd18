"""Expressions in a page evaluate as in Node.js."""

import json
import subprocess

import pytest

from reamaze_gui.core.page import Entry, Kind
from reamaze_gui.core.reader import read
from reamaze_gui.core.reader.budget import Budget
from reamaze_gui.core.reader.evaluate.conversions import to_json
from reamaze_gui.core.reader.evaluate.interpreter import interpreter
from reamaze_gui.core.reader.evaluate.values import JSObject, Primitive
from reamaze_gui.core.reader.scripts.program import parse
from reamaze_gui.core.reader.source_map import on_line
from tests.core.reading import entry_in, user_in

EXPRESSIONS = (
    *("-7", "+7", "-'7'", "+'7'", "-0", "+''", "+' 7 '", "+'0x1F'", "+'0b101'", "+'0O17'"),
    *("+'0b12'", "+'1e3'", "+'.5'", "+'5.'", "'' + +'Infinity'", "'' + -'Infinity'", "+'7px'"),
    *("+true", "+false", "+null", "'' + +undefined", "'' + -12n", "typeof 7n", "`${7n}`"),
    *("1 + 2", "'1' + 2", "1 + '2'", "3 - '1'", "2 * 3.5", "'' + ('a' - 1)", "1 - -1", "0.1 + 0.2"),
    *("1 + 2 + '3' + 4", "'' + true + null", "[] + 'a'", "({}) + 'a'", "1e21", "1e-7", "0.000001"),
    *("123456789012345680000", "1.5e300", "0x1F", "1_000", "5.", ".5", "1e400 + ''", "-1e400 + ''"),
    *("1 < 2", "2 < 1", "2 < 2", "2 <= 2", "3 <= 2", "2 >= 3", "2 >= 2", "3 > 2", "2 > 2"),
    *("1 === 1", "1 === 2", "1 === '1'", "1 !== '1'", "'a' == 'a'", "'a' != 'a'", "'a' != 'b'"),
    *("null == undefined", "null === undefined", "null == 0", "null != 'a'", "null === null"),
    *("NaN === NaN", "NaN !== NaN", "({}) === ({})", "[] !== []", "({}) == null"),
    *("'' || 'b'", "'a' || 'b'", "'' && 'b'", "'a' && 'b'", "0 || 'b'", "'0' || 'b'", "NaN || 'b'"),
    *("null ?? 'b'", "undefined ?? 'b'", "'' ?? 'b'", "0 ?? 'b'", "false ?? 'b'", "[] && 'b'"),
    *("!0", "!1", "!''", "!'0'", "!null", "!{}", "!!'a'", "true ? 1 : 2", "'' ? 1 : 2", "Infinity ? 1 : 2"),
    *("typeof 'a'", "typeof 1", "typeof NaN", "typeof true", "typeof false", "typeof null"),
    *("typeof undefined", "typeof {}", "typeof []", "typeof (() => 1)", "(void 'a') + ''"),
    *("String()", "String(7)", "String(null)", "String([1, [2, null], undefined, 3])", "String({})"),
    *("Number('')", "Number('12')", "Number(' 12\\n')", "'' + Number('1 2')", "Number(true)"),
    *("parseInt('12px')", "parseInt(' -7.9')", "'' + parseInt('x')", "parseFloat('1.5e3x')"),
    *("parseFloat('.5.5')", "parseFloat('-2 ')", "Object('a')", "Object.freeze({a: 1})"),
    *("JSON.stringify({a: 1, b: [true, null, 'x'], c: undefined})", "JSON.parse('[1]')[0]"),
    *("JSON.parse('{\"a\": {\"b\": [1.50, \"c\", false]}}')", "Object.seal([1]).length"),
    *("atob('YWI=')", "atob(' YW I= ')", "btoa('ab')", "structuredClone({a: [1]})"),
    *("encodeURIComponent('a b/ü&!()*-._~')", "decodeURIComponent('%C3%BC+')"),
    *("unescape('%u00fc%FC%')", "'  a\\u00a0'.trim() + '|'", "' a '.trimStart() + '|'"),
    *("' a '.trimEnd() + '|'", "'aBß'.toUpperCase()", "'aB'.toLowerCase()", "'aB'.toLocaleUpperCase()"),
    *("'aB'.toLocaleLowerCase()", "'a'.concat('b', 1, null)", "(7).toString()", "'a'.valueOf()"),
    *("[1, 2].join()", "[1, null, undefined, 'a'].join('-')", "[1, [2, 3]].join(';')", "[].join()"),
    *("({a: 1, a: 2})", "({['a' + 1]: 2})", "({'x y': 1, 7: 2, get: 3})", "({a: 1}).a", "({a: {b: 1}}).a.b"),
    *("Object.assign({a: 1}, {b: 2}, {a: 3})", "({...{a: 1}, b: 2, ...{a: 3}})", "[...[1, 2], 3]"),
    *("[1, 2].length", "[].length", "'' + ({a: 1}).b", "({a: [1, {b: 2}]}).a[1]['b']", "(1, 2)"),
    *("(function (a, b) { return a + b })(1, 2)", "(a => a)(1)", "((a, b = 2) => b)(1)"),
    *["'' + (function () {})()"],
    *("(function (a) { return a }).call(null, 7)", "(function (a, b) { return b }).apply(null, [1, 2])"),
    *("(({a}) => a)({a: 7})", "(({a: b = 7}) => b)({})"),
    *("(function () { return 1; return 2 })()", "(function () { if (0) { return 1 } return 2 })()"),
    *("(function () { var x = 1; x += 2; return x })()", "(function () { var x = 5; x -= 2; return x })()"),
    *("(function () { var x = 5; x *= 2; return x })()", "(function () { var x; x ||= 2; return x })()"),
    *("(function () { var x = 5; x &&= 2; return x })()", "(function () { var x = 0; x ??= 2; return x })()"),
    *("(function () { var x = {a: 1, b: 2}; delete x.a; return x })()", "`a${1 + 1}b${'c'}`"),
    *("'a|b'.split('|')", "'a--b'.split('-').length", "'abc'.slice(1)", "'abc'.slice(0, 2)", "'abc'.substring(1, 2)"),
    *("'aba'.replace('a', 'c')", "'aba'.replaceAll('a', '')", "'abc'.slice(2, 1) + '|'", "Object.keys({a: 1, b: 2})"),
    *("Object.values({a: 1, b: 2})", "Object.entries({a: 1})", "Object.fromEntries([['a', 1], ['b', {c: 2}]])"),
    *("[1, 2].map(a => a + 1)", "['a', 'b'].map((each, at) => each + at)", "[[1, 2]].map(([a, b]) => b)"),
    *("({a: 7, b() { return this.a }}).b()", "(function () { return this.a }).call({a: 7})", "({a: [7]}).a.map(b => b)"),
    *("({a: 7, b: function () { return [1].map(() => this.a) }}).b()", "new (function (a) { this.b = a })(7)"),
    "(function () { var a = 1; return [a++, ++a, a--, --a, a] })()",
    "(function () { for (var i = 0, a = []; i < 3; i++) { if (i === 1) continue; a.push(i) } return a })()",
    "(function () { var a = 5; while (a > 0) { a -= 2; if (a === 1) break } return a })()",
    "(function () { for (var i = 0; i < 3; i += 1) { if (i === 2) return i } })()",
    "(function () { for (var a of [1, 2, 3]) { if (a === 2) break; var b = a } return b })()",
    "(function () { for (const a in {x: 1, y: 2}) { if (a === 'x') continue; return a } })()",
    "(function () { try { throw 'a'; return 1 } catch (e) { return 2 } })()",
    *("'\\x41\\u0041\\u{41}\\n\\0\\'\\q'", "`\\u0041\\``", "'a\\\nb'", "'\\uD83E\\uDD8A'"),
)  # fmt: skip
# Which nobody needs to know, but nobody may get wrong.
UNUSUAL = (
    *("['b', 'a'].reverse()[0]", "['a', 'b'].concat('c').join()", "['a', 'b'].at('-1')", "[2, 1].toString()"),
    *("({a: 1}).toString()", "({join: 7}).join", "'abc'.slice(1)", "'a'.repeat(2)", "'a-b'.split('-').join('+')"),
    *("'a'.at(0)", "'a'.length", "'ab'[1]", "'x'.replace('x', 'y')", "(7.25).toFixed(1)", "(255).toString(16)"),
    *("Math.max(1, 2)", "parseInt('11', 2)", "parseInt('0x1F')", "Number(null)", "'' + Number(undefined)"),
    *("JSON.stringify({a: 1}, null, 2)", "JSON.stringify('a')", "2 ** 3", "7 % 4", "7 / 2", "1 << 3", "~7", "5 & 3"),
    *("'b' > 'a'", "'10' < '9'", "'10' < 9", "null >= 0", "'a' in {a: 1}", "'' + [1, 2]", "Object.keys({a: 1})[0]"),
    *("'a-b'.split('-', 1)", "'ab'.split('')", "'abc'.slice(-1)", "'abc'.slice('1')", "'abc'.substring(2, 1)", "'é€'.slice(1)"),
    *("'ab'.replace('b', '$&')", "'ab'.replace(/b/, 'c')", "[1, 2, 3].filter(a => a > 1)", "[3, 1].sort().map(a => a)"),
    *("(a => { a.shift(); return a[0] })([1, 2])", "(a => a.pop() + a.length)([1, 2])", "Object.keys('ab')", "new Date(0)"),
    *("(() => { for (var i = 0, a = {}; i < 200; i++) { a[i] = 1 } return a[150] })()", "(() => { var a = {}; return a.b++ })()"),
    *("(() => { for (var i = 0, a = 'x'; ; i++) { if (i > 200) return a; a = i } })()", "(a => { while (a.pop()) {} return a.length })([1])"),
    *("(() => { var a = 'x'; for (var i = 0; i < 2; i++) { a += i } return a })()", "Object.values([1, 2])"),
    *("(() => { var a = 'x'; while (a.length < 3) { a += 'y' } return a })()", "Object.entries(new Map([[1, 2]]))"),
    "(a => { a[parseInt('1', 2)] = 3; return a.map(b => b) })([1, 2])",
    *("[...'ab'].join('-')", "((a, b) => a + b)(...'ab')", f"'' + Number('0x{'f' * 300}')"),
)  # fmt: skip
NODE = """
    const vm = require('vm'), expressions = JSON.parse(require('fs').readFileSync(0))
    const known = {atob, btoa, structuredClone}
    const valueOf = each => vm.runInNewContext(`JSON.stringify({value: (${each})})`, {...known})
    console.log(JSON.stringify(expressions.map(valueOf)))
"""


@pytest.fixture(scope="module")
def by_node() -> dict[str, str]:
    """Return what each expression comes to, as JSON."""
    answer = subprocess.run(
        ["node", "-e", NODE],
        input=json.dumps(EXPRESSIONS + UNUSUAL),
        capture_output=True,
        text=True,
        check=True,
    )
    return dict(zip(EXPRESSIONS + UNUSUAL, json.loads(answer.stdout), strict=True))


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_an_expression_comes_to_what_node_says(by_node: dict[str, str], expression: str) -> None:
    assert json.loads(to_json(_support(expression), Budget()) or "") == json.loads(
        by_node[expression]
    )


@pytest.mark.parametrize("expression", UNUSUAL)
def test_what_an_unusual_expression_comes_to_is_not_known_or_right(
    by_node: dict[str, str], expression: str
) -> None:
    support = _support(expression)
    value = support.get("value")
    if isinstance(value, JSObject) or (
        isinstance(value, Primitive) and value.kind is not Kind.COMPUTED
    ):
        assert json.loads(to_json(support, Budget()) or "") == json.loads(by_node[expression])


@pytest.mark.parametrize(
    "expression",
    [
        *["'{{ id }}'", "String('{{ id }}')", "'{{ id }}'.trim()", "'{{ id }}' + ''", "{{ id }}"],
        *["['{{ id }}'].join()", "'' || '{{ id }}'", "`{{ id }}`", "'{{ id }}'.concat('')"],
    ],
)
def test_a_templates_tag_is_one_whatever_is_done_with_it(expression: str) -> None:
    value = _support(expression).get("value")
    assert isinstance(value, Primitive)
    assert (value.kind, "{{ id }}" in value.text) == (Kind.TEMPLATE, True)


@pytest.mark.parametrize("parameter", ["user", "{user}", "[user]"])
def test_what_a_callback_is_given_is_not_known(parameter: str) -> None:
    entry = read(
        f"<script>whenReady(function ({parameter}) {{ _support.user = "
        "{id: '7', email: user} })</script>"
    ).user
    assert entry is not None
    assert [(each.name, each.kind) for each in entry.entries] == [
        ("id", Kind.TEXT),
        ("email", Kind.COMPUTED),
    ]


def _support(expression: str) -> JSObject:
    page = interpreter(Budget())
    program = parse(on_line(f"_support = {{value: ({expression})}}", 1), page.budget)
    assert program is not None
    page.run(program)
    assert page.support is not None
    return page.support


UNKNOWN = {
    "spread over it": "var u = {id: '7', email: 'a@b.c', authkey: 'known', ...window.user};",
    "assigned over it": "var u = Object.assign({id: '7', email: 'a@b.c', authkey: 'known'}, x);",
    "returned before": "function key() { if (x) return x.key; return 'known' }"
    "var u = {id: '7', email: 'a@b.c', authkey: key()};",
    "returned if": "function key() { if (x) { return 'known' } return x.key }"
    "var u = {id: '7', email: 'a@b.c', authkey: key()};",
    "deleted if": "var u = {id: '7', email: 'a@b.c', authkey: 'known'}; if (x) delete u.authkey;",
}


@pytest.mark.parametrize("name", UNKNOWN)
def test_what_an_unknown_value_may_have_replaced_is_not_known(name: str) -> None:
    assert entry_in(f"{UNKNOWN[name]} _support = {{user: u}}", "authkey").kind is Kind.COMPUTED


def test_an_object_under_an_unknown_value_stays() -> None:
    user = user_in("var u = {id: {a: 1}, email: 'a@b.c', ...x}; _support = {user: u}")
    kinds = {entry.name: entry.kind for entry in user.entries}
    assert (kinds["id"], kinds["email"]) == (Kind.NOTHING, Kind.COMPUTED)


def test_what_each_way_through_a_function_returns_is_known() -> None:
    code = "function key() { if (x) return 'known'; return 'known' }"
    user = user_in(f"{code} _support = {{user: {{id: '7', email: 'a@b.c', authkey: key()}}}}")
    assert user.get("authkey") == Entry("authkey", "known", 1)
