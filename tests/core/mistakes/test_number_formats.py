"""A number is printed as languages print it."""

import json
import subprocess

import pytest

from reamaze_gui.core.mistakes.number_formats import numbers

WAYS = {how: change for how, _, change in numbers()}
READING = "as a number formatted for display, with {} between its digits"
IDS = ("7", "123", "1234", "48151623", "100000", "4815162342108")


@pytest.mark.parametrize(
    ("how", "expression"),
    [
        (READING.format("commas"), "(+id).toLocaleString('en-US')"),
        (READING.format("dots"), "(+id).toLocaleString('de-DE')"),
        (f"{READING.format('commas')}, in twos as in India", "(+id).toLocaleString('en-IN')"),
        (READING.format("curly apostrophes"), "(+id).toLocaleString('de-CH').replace(/'/g, '’')"),
        ("as a hexadecimal number", "(+id).toString(16)"),
        ("as a number of 32 bits, for which it is too large", "String(+id | 0)"),
        ("as an unsigned number of 32 bits, for which it is too large", "String(+id >>> 0)"),
        ("as a number with an exponent, like 1.2e+7", "(+id).toExponential()"),
        ("as a number with an exponent, like 1.2e+7, with 6 digits", "SIX"),
    ],
)
def test_a_number_is_written_as_javascript_does(how: str, expression: str) -> None:
    six = "(+id).toExponential(5).replace(/\\.?0+e/, 'e')"
    code = f"console.log(JSON.stringify({json.dumps(IDS)}.map(id => {expression})))"
    code = code.replace("SIX", six)
    answer = subprocess.run(["node", "-e", code], capture_output=True, check=True).stdout
    assert [WAYS[how](each) for each in IDS] == json.loads(answer)


@pytest.mark.parametrize(
    ("how", "id", "written"),
    [  # as Java's, Go's, C's, .NET's and spreadsheets' documents say
        ("as a number with an exponent, like 1.2E7", "48151623", "4.8151623E7"),
        ("as a number with an exponent, like 1.2E7", "100000000", "1.0E8"),
        ("as a number with an exponent, like 1.2e+07", "48151623", "4.8151623e+07"),
        ("as a number with an exponent, like 1.2e+07", "100000000", "1e+08"),
        ("as a number with an exponent, like 1.2e+07, with 6 digits", "48151623", "4.81516e+07"),
        ("as a number with an exponent, like 1.2E+07, with 3 digits", "48151623", "4.82E+07"),
        ("as a number with an exponent, like 1,2E+07, with 6 digits", "48151623", "4,81516E+07"),
        ("as a number with an exponent, like 1.2E+7", "48151623", "4.8151623E+7"),
        (f"{READING.format('dots')}, and with ,00 at its end", "1234567", "1.234.567,00"),
        ("as an octal number, which zeros at the start mean", "00123", "83"),
        ("as an octal number, which zeros at the start mean", "00129", "00129"),
        ("as an octal number, which zeros at the start mean", "123", "123"),
        ("as the largest number of 32 bits", "4815162342108", "2147483647"),
        ("as the largest number of 64 bits", "9" * 20, "9223372036854775807"),
    ],
)
def test_a_number_is_written_as_the_documents_say(how: str, id: str, written: str) -> None:
    assert WAYS[how](id) == written


def test_zeros_at_the_start_are_not_taken_for_signs_between_the_digits() -> None:
    ways = [how for how in WAYS if "formatted for display" in how or "exponent, like" in how]
    assert len(ways) > 100
    assert {WAYS[how]("00123") for how in ways} == {"00123"}


def test_a_decimal_number_has_no_zeros_at_its_start() -> None:
    decimal = WAYS["as a decimal number (123.0)"]
    assert [*map(decimal, ("123", "00123", "A7"))] == ["123.0", "123.0", "A7.0"]
