"""A script changes `_support` as in Node.js; unknown values are reported as computed."""

import json
import subprocess

import pytest

from reamaze_gui.core.page import Clue, Entry, Kind, Place
from reamaze_gui.core.reader import read
from reamaze_gui.core.reader.budget import Budget
from reamaze_gui.core.reader.evaluate.calls import finish
from reamaze_gui.core.reader.evaluate.conversions import to_json
from reamaze_gui.core.reader.evaluate.interpreter import interpreter
from reamaze_gui.core.reader.scripts.program import parse
from reamaze_gui.core.reader.source_map import on_line
from tests.core.reading import entry_in, user_in

BEFORE = "var window = globalThis, self = globalThis; var _support = {user: {id: 'A'}};\n"
SCRIPTS = (
    # Objects and lists
    "_support.a = {/* no */ b: 1}; var /* no */ c = (/* no */ 2); [c] = [3]; delete c; (c) = 4",
    "(function () { var a; var b = 1; var b; let c; _support.a = b; _support.b = c; var _support2 })()",
    "(function () { var _support; _support = {}; _support.user = 1; var _d = 2; _d = 3; [_d] = [4] })()",
    "_support.a = {id: 1, ...{id: 2, b: 3}, ...null, 'c-d': 4, [`e`]: 5, 6: 7, 0x10: 8, __proto__: {f: 9}}",
    "var id = 1; _support.a = {id, get b() { return 2 }, set b(x) {}, c() {}, d: () => 3}.id",
    "_support.a = [1, ...[2, 3], /* no */ 4].length; _support.b = [...[5]][0]; _support.c = [[], {}]",
    "_support.a = Object.assign({}, {b: 1}, null, {b: 2, c: 3}); Object.assign(_support, {d: 4})",
    "var u = _support.user; u.id = 'B'; u['email'] = 'C'; delete u.id; delete u.nothing; delete _support.b",
    "_support.a = {b: undefined, c: function () {}, d: null, e: [undefined, function () {}]}",
    "_support.a = Object.freeze({b: 1}); _support.b = JSON.stringify({a: [1, 'b', null, true]})",
    "_support.a = JSON.parse('[1, {\"b\": null}, true, false, 1.50, -0]')",
    "const {a, b: {c}, d = 4, e: f = 5, ...g} = {a: 1, b: {c: 2}}; _support.a = [a, c, d, f]",
    # Texts and numbers
    "_support.a = ['a', undefined, null, 1, [2, 3]].join('-') + [1, [null, 2]] + {} + [].join()",
    "_support.a = 'a'.concat('b', 1, null) + ' b '.trim() + ' c'.trimStart() + 'd '.trimEnd()",
    "_support.a = (255).toString() + true + null + undefined + NaN + -Infinity + 'x'.valueOf()",
    "_support.a = [1 + 2, '1' + 2, 5 - '2', '3' * 2, null + 1, true + true, undefined + 1, 1 - 'x']",
    "_support.a = [Number('0x1F'), Number(''), Number('0o8'), Number('1e3'), Number(null), Number(' 7 ')]",
    "_support.a = [Number('x'), Number(true), parseInt('12px'), parseInt('x'), parseFloat('1.5e1z'), +'Infinity']",
    "_support.a = [0.1 + 0.2, 1e21, 1e-7, 123456789012345680000, 5e-324, 1.7976931348623157e308, -1e-7, 100]",
    "_support.a = [1_000, 010, 0B11, 0O17, 0Xff, .5, 5., 08, 1E3, 9007199254740993]",
    "_support.a = [String(), String(12n), '' + -12n, '' + 0x1Fn, typeof 1n, String(-(-7))]",
    "_support.a = [btoa('a'), atob('YQ=='), encodeURIComponent(\"a b&é'\"), decodeURIComponent('%C3%A9')]",
    "_support.a = [unescape('%u00e9%41%'), String('\\u{1F98A}').toLowerCase(), 'ß'.toUpperCase()]",
    "_support.a = ['\\101\\0\\x41\\u{41}', '\\u2028', 'a\\\nb', '\\'', `\\``]",
    # Operators
    "_support.a = [typeof 1, typeof '', typeof null, typeof {}, typeof _support.b, typeof (() => 1), typeof true, typeof NaN]",
    "_support.a = [1 === 1, '1' === 1, NaN === NaN, null == undefined, null == 0, null === undefined, 1 != 2, [] === []]",
    "_support.a = [1 < 2, 2 <= 1, 2 > 1, 1 >= 1, 'a' == 'a', 'a' != 'b', _support === _support, true !== true]",
    "_support.a = [0 || 'a', '' || 0, 'a' && 'b', null ?? 1, 0 ?? 1, undefined && 1, 'false' || 2, NaN || 3, {} && 4]",
    "_support.a = 1; _support.a += 2; _support.a -= 1; _support.a *= 5; _support.b ||= 7; _support.c ??= 8; _support.a &&= 9",
    "_support.a = [!0, !'a', !null, !{}, void 1, -'5', +true, (1, 2), 1 ? 2 : 3, '' ? 4 : 5, -(-6), +7]",
    "_support.a = window._support.user?.id; _support.b = window['_support']['user'].id; _support.c = self.self === window",
    "_support.a = `${1}${'a'}-${`b${null}`}`; _support.b = ``; _support.c = typeof `x`",
    "var _x; _support.a = 1; _x && (_support.a = 2); _support.b = [_x && _support.a, _x || _support.a]",
    # Functions and statements
    "function f(a, /* no */ b = 2, {c} = {}) { return [a, b, c] } _support.a = f(1, undefined, {c: 3})",
    "_support.a = (function () { return this === undefined ? 1 : 2 }).call(window); _support.b = (a => a).apply(null, [])",
    "_support.a = (function (a) { return a }).call(null, 1); _support.b = (a => ({b: a}))(2); _support.c = (() => {})()",
    "!function (w) { w._support.a = 1 }(window); (() => { var _b = 2; _support.b = _b })(); (f => f())(() => _support.c = 3)",
    "var f = function () { return 1 }.bind(null); _support.a = f(); _support.b = g(); function g() { return 2 }",
    "function f() { if (true) { return 1 } return 2 } function g() { if (false) return 1; else return 2 } _support.a = [f(), g()]",
    "function f() { var a = 1; let b; const c = a; { b = 2 } a = 3; return [a, b, c] } _support.a = f()",
    "function* f() {} async function g() {} _support.a = [typeof f, typeof g]",
    "try { _support.a = 1 } catch (e) { _support.a = 2 } finally { _support.b = 3 } function t() { try { return 4 } finally { } } _support.c = t()",
    "for (var i = 0; i < 1; i++) { _support.a = 'x' } switch (1) { case 1: _support.b = 2 } x: { _support.c = 3 }",
    "[1].forEach(function () { _support.a = 1 }); var l = []; var m = l.length; _support.b = m",
    "_support.a = []; _support.a.push(1, 2); _support.b = [3].push(4); [5, 6].forEach((each, at) => { _support['c' + at] = each })",
    "var from = {a: 1, b: 2}; for (var key in from) { _support[key] = from[key] } for (const each of [3, 4]) _support.c = each",
    "function Chat(id) { this.user = {id: id}; } var chat = new Chat('7'); _support.a = chat.user; _support.b = new Chat(8)",
    "var shop = {id: '7', start: function () { _support.a = this.id; [1].forEach(() => { _support.b = this.id }) }}; shop.start()",
    "var shop = {id: '7', start: null}; shop.start = function () { _support.a = this.id }.bind(shop); var start = shop.start; start()",
    "var [a, , [b]] = [1, 2, [3]]; for (const [key, value] of Object.entries({c: 4})) _support[key] = [a, b, value]",
    "(function () { _support.a = 1; return; _support.a = 2 })(); try { throw 1; _support.b = 2 } catch (e) { _support.c = 3 }",
    "(function () { try { for (const each of [1, 2]) { if (each == 2) throw each; _support.a = each } } catch { _support.b = 4 } })()",
    "if (0) _support.a = 1; if (1) _support.b = 2; else _support.b = 3; if ('') {} else if (1) _support.c = 4",
    "_support.a = function* () {} && 1; var b = class {}, c = /x'/; _support.b = 2; _support.c = 3",
    "var x; var x = 1; var y = 2; var y; _support.a = [x, y]; let [z] = [3]; _support.b = 4",
    "(function () { 'use strict'; if (typeof _support === 'undefined') { var a = {} } else { _support.a = 1 } })()",
    "_support = _support || {}; _support.user = _support.user || {}; _support['a'] = 'b'; window._support.c = 'd'",
)  # fmt: skip
HARNESS = """
const vm = require('vm');
const scripts = JSON.parse(require('fs').readFileSync(0, 'utf8'));
console.log(JSON.stringify(scripts.map(script => {
    const page = vm.createContext({btoa, atob});
    vm.runInContext(script, page);
    return vm.runInContext('JSON.stringify(_support)', page);
})));
"""


@pytest.fixture(scope="module")
def by_node() -> dict[str, str]:
    """Return what became of `_support`, as JSON, for every script."""
    given = json.dumps([BEFORE + script for script in SCRIPTS])
    answer = subprocess.run(
        ["node", "-e", HARNESS], input=given, capture_output=True, text=True, check=True
    )
    return dict(zip(SCRIPTS, json.loads(answer.stdout), strict=True))


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_script_does_what_it_does_in_node(script: str, by_node: dict[str, str]) -> None:
    page = interpreter(Budget())
    program = parse(on_line(BEFORE + script, 1), page.budget)
    assert program
    assert not program.root.has_error
    page.run(program)
    assert page.support
    assert json.loads(to_json(page.support, page.budget) or "") == json.loads(by_node[script])


@pytest.mark.parametrize(
    ("value", "text"),
    [
        *[("visitor", "visitor"), ("visitor.id", "visitor.id"), ("get()", "get()")],
        *[("'a' + b", "'a' + b"), ("`${b}`", "`${b}`"), ("1 + b", "1 + b"), ("-b", "-b")],
        *[("typeof b", "typeof b"), ("!b", "!b"), ("b == 1", "b == 1"), ("b < 1", "b < 1")],
        *[("new Date()", "new Date()"), ("1 ** b", "1 ** b"), ("~1", "~1"), ("[b].join()", "[b].join()")],
        *[("String(b)", "String(b)"), ("JSON.parse(b)", "JSON.parse(b)"), ("b.trim()", "b.trim()")],
        *[("JSON.parse('{')", "JSON.parse('{')"), ("JSON.parse('NaN')", "JSON.parse('NaN')")],
        *[("atob('%')", "atob('%')"), ("decodeURIComponent('%')", "decodeURIComponent('%')")],
        *[("parseInt('0x1F')", "parseInt('0x1F')"), ("parseInt('1', 2)", "parseInt('1', 2)")],
        *[("'a'.charAt(0)", "'a'.charAt(0)"), ("'a'.concat(b)", "'a'.concat(b)"), ("b[0]", "b[0]")],
        *[("'1' == 1", "'1' == 1"), ("b === {}", "b === {}"), ("b || c", "b || c"), ("b ?? c", "b ?? c")],
        *[("b ? c : d", "b ? c : d"), ("[1, b] + ''", "[1, b] + ''"), ("(() => b)()", "b"), ("window.b", "window.b")],
        *[("1n + 1n", "1n + 1n"), ("+1n", "+1n"), ("b += 1", "b += 1"), ("b -= 1", "b -= 1")],
        *[("0x" + "F" * 300, "0x" + "F" * 78), ("{}[b]", "{}[b]"), ("Boolean()", "Boolean()"), ("f`x`", "f`x`")],
    ],
)  # fmt: skip
def test_what_only_running_could_tell_is_said_to_be_computed(value: str, text: str) -> None:
    entry = entry_in(f"_support.user = {{email: 'zoe@example.org', id: {value}}};", "id")
    assert (entry.kind, entry.text) == (Kind.COMPUTED, text)


@pytest.mark.parametrize(
    "value",
    [
        *["b || '7'", "b ?? '7'", "b && '7'", "b ? c : '7'", "b ? '7' : c", "b ? '' : '7'"],
        *["b ? '' : c", "b.c || ''", "(b || '7')", "String(b || '7')", "`${b ?? '7'}`"],
        *["b?.c ?? d ?? '7'", "'' || b || '7'", "b ? '7' : '8'", "(() => b || '7')()"],
    ],
)
def test_what_stands_in_for_an_unknown_value_is_never_taken_for_it(value: str) -> None:
    entry = entry_in(f"_support.user = {{email: 'zoe@example.org', id: {value}}};", "id")
    assert entry.kind is Kind.COMPUTED


def test_an_unknown_value_that_is_assigned_with_a_fallback_is_unknown() -> None:
    user = user_in("_support.user = {email: 'a@b.c', id: b}; _support.user.id ||= '7'")
    assert user.get("id") == Entry("id", "_support.user.id ||= '7'", 1, Kind.COMPUTED)


@pytest.mark.parametrize(
    ("value", "text"),
    [("b ? '7' : '7'", "7"), ("(f(), '7')", "7"), ("'' || '7'", "7"), ("null ?? '7'", "7")],
)
def test_what_comes_to_the_same_either_way_is_known(value: str, text: str) -> None:
    user = user_in(f"_support.user = {{email: 'zoe@example.org', id: {value}}};")
    assert user.get("id") == Entry("id", text, 1)


@pytest.mark.parametrize(
    "code",
    [
        *["var k = ''; if (b) { k = '7' }", "var k; if (b) { k = '7' } else { k = '8' }", "var k = c; if (!k) k = '7'"],
        *["var k; switch (b) { case 1: k = '7'; break; default: k = '8' }", "var k = '7'; if (b) { if (c) { k = '8' } }"],
        *["const {k = '7'} = b", "var k = (function ({k = '7'}) { return k })(b)", "var k = (function (k = '7') { return k })(b)"],
        *["var k = '8'; function f() { k = '7' } if (b) f()", "var o = {k: '7'}; if (b) { o.k = '8' } var k = o.k"],
        *["var k = '7'; b ? k = '8' : 0; k = b ? k : '7'", "let k = '1'; if (b) k = '2'; else if (c) k = '3'"],
    ],
)  # fmt: skip
def test_what_one_of_two_branches_sets_is_not_known(code: str) -> None:
    entry = entry_in(f"{code}; _support.user = {{email: 'zoe@example.org', id: k}};", "id")
    assert entry.kind is Kind.COMPUTED


@pytest.mark.parametrize(
    "code",
    [
        *["me ? {a} : {b}", "(() => { if (c) return {a}; return {b} })()"],
        *["c ? {a} : d ? {b} : {}", "c ? {} : d ? {a} : {b}"],
    ],
)
def test_of_two_customers_none_is_taken_for_the_one_that_is_sent(code: str) -> None:
    for name, number in {"a": 7, "b": 8}.items():
        code = code.replace(f"{{{name}}}", f"{{id: {number}, email: 'a@b.c', authkey: 'x'}}")
    user = user_in(f"_support.user = {code}")
    assert [each.kind for each in user.entries] == [Kind.COMPUTED, Kind.TEXT, Kind.TEXT]


@pytest.mark.parametrize(
    "code",
    [
        "let k = '7'; { let k = '8' }",
        "const k = '7'; if (b) { const k = '8'; f(k) }",
        "(function () { let k = '7'; { let k = '8'; } window.k = k })()",
        "let k = '8', o = {}; { let k = '7'; o.k = k } k = o.k",
    ],
)
def test_a_variable_of_a_block_leaves_the_one_around_it_alone(code: str) -> None:
    user = user_in(f"{code}; _support.user = {{email: 'zoe@example.org', id: k}};")
    assert user.get("id") == Entry("id", "7", 1)


@pytest.mark.parametrize(
    "code",
    [
        *[
            "var k; if (b) { k = '7' }",
            "var k = '7'; if (b) { k = '7' }",
            "var k = null; if (b) k = '7'",
        ],
        *["var k = '8'; if (true) { k = '7' }", "var k = '7'; if (b) { var o = {}; o.k = '8' }"],
        *[
            "const {k = '7'} = {}",
            "const {k = '8'} = {k: '7'}",
            "var k = '7'; try { b() } catch (e) { k = '8' }",
        ],
    ],
)
def test_what_a_branch_does_not_change_is_known(code: str) -> None:
    user = user_in(f"{code}; _support.user = {{email: 'zoe@example.org', id: k}};")
    assert user.get("id") == Entry("id", "7", 1)


@pytest.mark.parametrize(
    "user", ["window.nobody || {}", "window.nobody ?? {}", "me && {}", "me ? {} : null"]
)
def test_a_customer_whom_the_script_may_set_is_read(user: str) -> None:
    page = read("_support.user = " + user.replace("{}", "{id: 7, email: 'a@b.c'}"))
    assert page.user
    assert page.user.get("email") == Entry("email", "a@b.c", 1)


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("if (window._support) {\n_support.user = {id: '7', email: 'a@b.c'} }", 2),
        ("if (typeof _support !== 'undefined')\n_support.user = {id: '7', email: 'a@b.c'}", 2),
        (("(function () { if (!window._support) return;\n"
         "_support.user = {id: '7', email: 'a@b.c'} })()"), 2),
        ("window._support && (\n_support.user = {id: '7', email: 'a@b.c'})", 2),
        ("parent._support.user =\n {id: '7', email: 'a@b.c'}", 1),
        ("window.top._support.user =\n {id: '7', email: 'a@b.c'}", 1),
        (("(function () {\nvar _support = window._support || {}; "
         "_support.user = {id: '7', email: 'a@b.c'} })()"), 2),
        ("visitor._support.user =\n {id: '7', email: 'a@b.c'}", 1),
        ("this._support = {user: {id: '7', email: 'a@b.c'}}", 1),
        ("visitor._support = {user: {id: '7', email: 'a@b.c'}}", 1),
        ("if (visitor) {\n_support.user = {id: '7', email: 'a@b.c'} }", 2),
        ("if (!visitor) {} else {\n_support.user = {id: '7', email: 'a@b.c'} }", 2),
        ("for (var x in y) {\n_support.user = {id: '7', email: 'a@b.c'} }", 2),
        ("function never() {\n_support.user = {id: '7', email: 'a@b.c'} }", 2),
        ("var a = {b: function () {\n_support.user = {id: '7', email: 'a@b.c'} }}", 2),
        ("el.onclick = () =>\n_support.user = {id: '7', email: 'a@b.c'}", 2),
        ("el.addEventListener('click', () => {\n_support.user = {id: '7', email: 'a@b.c'} })", 2),
        ("button.on('click', function () {\n_support.user = {id: '7', email: 'a@b.c'} })", 2),
        ("ids.forEach(id => {\n_support.user = {id: '7', email: 'a@b.c'} })", 2),
        ("async function me() { await x;\n_support.user = {id: '7', email: 'a@b.c'} } me()", 2),
        ("class A { static me() {\n_support.user = {id: '7', email: 'a@b.c'} } }", 2),
        ("function* me() {\n_support.user = {id: '7', email: 'a@b.c'} }", 2),
        ("function one({id}) {\n_support.user = {id: '7', email: 'a@b.c'} } one()", 2),
        ("export default\n(_support.user = {id: '7', email: 'a@b.c'})", 2),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_a_customer_is_found_wherever_the_script_sets_it(code: str, line: int) -> None:
    user = user_in(f"<script>{code}</script>")
    assert [(entry.name, entry.text, entry.line) for entry in user.entries] == [
        ("id", "7", 2 if user.entries[0].line == 2 else line),
        ("email", "a@b.c", 2 if user.entries[0].line == 2 else line),
    ]


def test_what_takes_too_long_to_run_is_said_to_be_skipped() -> None:
    late = f"$(function () {{ {'a = 1;' * 20} }})"
    for running, code, line in ((20, "a = 1;" * 20, 3), (40, late, 1)):
        page = interpreter(Budget(running=running))
        program = parse(on_line(code, 3), page.budget)
        assert program
        page.run(program)
        finish(page)
        assert [(sighting.clue, sighting.line) for sighting in page.observer.sightings] == [
            (Clue.SKIPPED, line)
        ]


@pytest.mark.parametrize("code", ["'" * 20_000, "/*" * 20_000, "a", "a + " * 5_000])
def test_what_takes_too_long_to_parse_is_given_up(code: str) -> None:
    assert parse(on_line(code, 1), Budget()) is not None
    for parsing in (5, 6, 7, 8):
        budget = Budget(parsing=parsing)
        while parse(on_line(code, 1), budget):
            pass
        assert budget.is_spent


def test_a_branch_for_visitors_who_are_not_signed_in_does_not_hide_the_customer() -> None:
    code = "if (me) { _support.user = {id: '7', email: 'a@b.c', authkey: 'x'} } else {\n"
    for other in ("_support.user = {};", "_support.user = {email: 'guest@b.c'};"):
        user = user_in(f"<script>{code}{other} }}</script>")
        assert user.get("authkey") == Entry("authkey", "x", 1)


def test_an_unknown_member_may_be_any_of_those_that_matter() -> None:
    user = user_in(
        "<script>_support.user = {email: 'a@b.c', [key]: 'x'}; a.b.c = 1; a[b] = 2</script>"
    )
    assert user.get("email") == Entry("email", "a@b.c", 1)
    assert {entry.kind for entry in user.entries if entry.name != "email"} == {Kind.COMPUTED}


@pytest.mark.parametrize("export", ["export function Chat()", "export default function Chat()"])
def test_a_component_that_is_exported_is_run_with_what_it_leaves_for_later(export: str) -> None:
    effect = "useEffect(() => { window._support.user = {id: '7', email: 'a@b.c'}; }, []);"
    page = read(f"import x from 'x';\n{export} {{\n  {effect}\n  return null;\n}}")
    assert page.user
    assert page.user.place is Place.USER
    assert [each.clue for each in page.sightings] == [Clue.LATE]
