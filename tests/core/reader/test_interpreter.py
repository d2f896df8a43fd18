"""A script changes `_support` as in a JavaScript engine."""

import json
from collections.abc import Callable
from typing import cast

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication
from PySide6.QtQml import QJSEngine, QJSValue

from reamaze_gui.core.reader.budget import Budget
from reamaze_gui.core.reader.evaluate.conversions import to_json
from reamaze_gui.core.reader.evaluate.interpreter import interpreter
from reamaze_gui.core.reader.scripts.program import parse
from reamaze_gui.core.reader.source_map import on_line

NAMES = ("id", "email", "name", "authkey", "plan", "7")
STRINGS = (
    *("''", "'a'", '"zoe@example.org"', "'O\\'Neill'", '"\\"Z\\""', "'\\x41\\u00eb\\u{1F98A}'"),
    *("'\\uD83E\\uDD8A'", "'a\\\nb'", "'\\n\\t\\b\\0'", "'\\q\\\\'", "`x`", "`a\\`b${1}`", "'李'"),
    *("'  7 '", "'0x1F'", "'NaN'", "`\n`", "'</b>'", "'// no comment'", "'&amp;'"),
)
NUMBERS = (
    *("0", "7", "123.0", "1e21", "1e20", "1.5e-7", "0.000001", "12345678901234567890", "0x1F"),
    *("0b11", "0o17", ".5", "5.", "9007199254740993", "-7", "-0", "100000"),
)
OTHERS = (
    "null",
    "undefined",
    "true",
    "false",
    "NaN",
    "void 0",
    "!1",
    "!'a'",
    "1e400",
    "+'3'",
    "-'x'",
)

literals = st.sampled_from((*STRINGS, *NUMBERS, *OTHERS))
names = st.sampled_from(NAMES)
variables = st.sampled_from(("a", "b", "c"))


def _combined(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    objects = st.lists(st.tuples(names, inner), max_size=3)
    return st.one_of(
        st.builds("({} + {})".format, inner, inner),
        st.builds("({} {} {})".format, inner, st.sampled_from(["||", "&&"]), inner),
        st.builds("({} {} {})".format, inner, st.sampled_from(["===", "!=="]), inner),
        st.builds("({} ? {} : {})".format, inner, inner, inner),
        st.builds("String({})".format, inner),
        st.builds("`-${{{}}}-`".format, inner),
        st.builds("(typeof {})".format, inner),
        st.builds("[{}, {}].join(':')".format, inner, inner),
        st.builds("({} - {})".format, st.sampled_from(NUMBERS), st.sampled_from(NUMBERS)),
        st.builds("({} < {})".format, st.sampled_from(NUMBERS), st.sampled_from(NUMBERS)),
        st.builds("({}).{}()".format, st.sampled_from(STRINGS),
                  st.sampled_from(["trim", "toUpperCase", "toLowerCase", "toString"])),
        st.builds("{}({})".format, st.sampled_from(["encodeURIComponent", "unescape", "Number"]),
                  st.sampled_from(STRINGS)),
        objects.map(lambda all_: "{" + ", ".join(f'"{k}": {v}' for k, v in all_) + ",}"
                    if all_ else "{}").map("({})".format),
        objects.map(lambda all_: "({" + ",".join(f"['{k}']: {v}" for k, v in all_) + "})"),
        st.builds("Object.assign({{}}, {})".format, objects.map(
            lambda all_: "{" + ",".join(f"'{k}': {v}" for k, v in all_) + "}")),
        st.builds("JSON.parse('{}')".format, st.sampled_from(
            ['{"id": 7.0, "name": "\\\\u00eb"}', "[1, null, true]", '"a"', "12345678901234567890"]
        )),
        st.builds("(function (x) {{ return x }})({})".format, inner),
        st.builds("((x, y = {}) => y)({})".format, inner, inner),
    )  # fmt: skip


values = st.recursive(literals | variables, _combined, max_leaves=6)
targets = st.one_of(
    names.map("_support['{}']".format),
    names.map("_support.user['{}']".format),
    names.map("window._support['user'][`{}`]".format),
    st.sampled_from(["_support.user.id", "_support.user.email", "_support.ui", "u.id", "a", "b"]),
)
statements = st.one_of(
    st.builds("{} = {};".format, targets, values),
    st.builds("{} += {};".format, targets, literals),
    st.builds("if ({}) {{ {} = {} }} else {} = {};".format,
              values, targets, values, targets, values),
    st.builds("Object.assign(_support.user, {{id: {}, plan: {}}});".format, values, values),
    st.builds("_support.user = Object.assign({{}}, u, {{email: {}}});".format, values),
    names.map("delete _support.user['{}'];".format),
    st.builds("(function () {{ var a = {}; _support.user.name = a }})();".format, values),
    st.builds("set({});".format, values),
)  # fmt: skip
BEFORE = """var window = this, a = 'A', b = 7, c; var _support = {user: {}}; var u = _support.user;
function set(value) { _support.user.plan = value }\n"""


def _ours(script: str) -> object:
    page = interpreter(Budget())
    program = parse(on_line(script, 1), page.budget)
    assert program is not None
    assert not program.root.has_error
    page.run(program)
    assert page.support is not None
    return _loaded(to_json(page.support, page.budget) or "")


def _loaded(text: str) -> object:
    return json.loads(text.encode("utf-16", "surrogatepass").decode("utf-16"))


@pytest.fixture(scope="module")
def engine(qapp: QCoreApplication) -> Callable[[str], object]:
    """Return what runs a script from scratch, and tells what became of `_support`."""

    def run(script: str) -> object:
        value = cast("QJSValue", QJSEngine(qapp).evaluate(f"{script}\nJSON.stringify(_support)"))
        assert not value.isError(), f"{value.toString()} in {script}"
        return _loaded(value.toString())

    return run


@given(script=st.lists(statements, min_size=1, max_size=6).map("\n".join))
@example(script="_support.user = {id: 0x1F, ['email']: 'a' + 1, 'name': undefined + null}")
@example(script="_support.user.id = [1, [2, null], {}] + ''")
@example(script="_support.user.id = 0.1 + 0.2")
@example(script="_support['id'] = ('NaN' === 'NaN');")
def test_a_script_does_what_an_engine_does(engine: Callable[[str], object], script: str) -> None:
    assert _ours(BEFORE + script) == engine(BEFORE + script)
