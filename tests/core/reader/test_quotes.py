"""A string in wrong quotes is read as its author meant it."""

import pytest

from reamaze_gui.core.reader.budget import Budget
from reamaze_gui.core.reader.evaluate.interpreter import interpreter
from reamaze_gui.core.reader.evaluate.values import Primitive
from reamaze_gui.core.reader.scripts.program import parse
from reamaze_gui.core.reader.scripts.quotes import repaired, separated, straightened
from reamaze_gui.core.reader.source_map import MappedText, on_line


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        *[("‘Zoë’", "Zoë"), ("‚Zoë‛", "Zoë"), ("′Zoë′", "Zoë"), ("“Zoë”", "Zoë"), ("„Zoë‟", "Zoë")],
        *[("«Zoë»", "Zoë"), ("″Zoë″", "Zoë"), ("‘’", ""), ("“”", "")],
        *[("’Zoë'", "Zoë"), ('“Zoë"', "Zoë")],
        *[("‘O’Neill’", "O’Neill"), ("‘O'Neill’", "O'Neill"), ("“O'Neill”", "O'Neill")],
        *[
            ('“say "hi"”', 'say "hi"'),
            ('‘say "hi"’', 'say "hi"'),
            ("“say “hi” now”", "say “hi” now"),
        ],
    ],
)
def test_typographic_quotes_stand_for_straight_ones(typed: str, meant: str) -> None:
    assert _value(straightened(_code(typed))) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        *[("'O'Neill'", "O'Neill"), ('"say "hi""', 'say "hi"'), ("'two\nlines'", "two\nlines")],
        *[("'O\\'Neill'", "O'Neill"), ("'Zoë'", "Zoë"), ("`a'b`", "a'b"), ("'a' /* it's */", "a")],
    ],
)
def test_a_quote_or_a_line_break_too_many_is_part_of_the_string(typed: str, meant: str) -> None:
    assert _value(repaired(_code(typed))) == meant


@pytest.mark.parametrize("text", ["'“Zoë” ‘Day’'", '"d’Or"', "`‘a’`", "7 // ‘a’", "7 /* “a” */"])
def test_typographic_quotes_in_a_string_or_a_comment_are_left_alone(text: str) -> None:
    assert straightened(_code(text)).text == _code(text).text


@pytest.mark.parametrize("gap", [" ", "\n", "\n  "])
@pytest.mark.parametrize("first", ["'7'", "7", "a", "f()", "[7]", "{}"])
def test_a_comma_is_put_where_one_is_missing_between_two_entries(first: str, gap: str) -> None:
    code = on_line(f"{{id: {first}{gap}'email': 'z'}}", 1)
    assert separated(code).text == f"{{id: {first},{gap}'email': 'z'}}"
    assert separated(separated(code)).text == separated(code).text


def _code(value: str) -> MappedText:
    return on_line(f"_support = {{value: {value}\n}}", 1)


def _value(code: MappedText) -> str:
    page = interpreter(Budget())
    program = parse(code, page.budget)
    assert program is not None
    assert not program.root.has_error
    page.run(program)
    assert page.support is not None
    value = page.support.get("value")
    assert isinstance(value, Primitive)
    return value.text
