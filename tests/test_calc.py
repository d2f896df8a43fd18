"""A table of customers comes back unharmed from LibreOffice Calc, in English and in German."""

import subprocess
from dataclasses import astuple
from pathlib import Path

import pytest

from reamaze_gui.core.customer import Customer
from reamaze_gui.core.customer_table import read_table, write_table
from reamaze_gui.core.saved import Saved

pytestmark = pytest.mark.slow

VALUES = (
    *("wahr", "TRUE", "12345678901234567890", "1e10", "=1+1", "+4915112345678", "007", "5%"),
    *("1/2", "May 1", "3.10", "3,10", "Anna; Bert", "Anna, Bert", 'a"b', "'tis", "@SUM(1)"),
)


def people(*values: str) -> list[Saved]:
    return [
        Saved(f"Number {at}", Customer(f"{at}7", f"a{at}@example.org", value, value))
        for at, value in enumerate(values)
    ]


# What parts cells (tab, comma and semicolon, as its import has them ticked), the quotation mark,
# UTF-8, from the first line, no formats; then the language, quoted cells as text or not, and
# whether dates and the like are looked for.
IMPORT = "CSV:9/44/59,34,76,1,,{},false,true"
EXPORT = "csv:Text - txt - csv (StarCalc):{},34,76,1,,{},false,true,false"


def converted(path: Path, to: str, language: int, *options: str) -> Path:
    """Return what Calc makes of a file, in a profile of its own."""
    profile = f"-env:UserInstallation=file://{path.parent}/profile"
    command = ["soffice", profile, "--headless", *options, "--convert-to", to]
    directory = path.parent / f"{path.suffix[1:]}-{language}"
    subprocess.run(
        [*command, "--outdir", directory, path], check=True, capture_output=True, timeout=250
    )
    return directory / f"{path.stem}.{to.partition(':')[0]}"


@pytest.mark.parametrize("between", ["ods", "xlsx"])
@pytest.mark.parametrize(("language", "delimiter"), [(1033, 44), (1031, 59)], ids=["en", "de"])
def test_what_calc_opened_and_saved_is_read_unharmed(
    tmp_path: Path, between: str, language: int, delimiter: int
) -> None:
    saved_before = people(*VALUES)
    table = tmp_path / "people.csv"
    table.write_bytes(write_table(saved_before).encode("utf-8-sig"))
    sheet = converted(table, between, language, f"--infilter={IMPORT.format(language)}")
    saved = converted(sheet, EXPORT.format(delimiter, language), language)
    read = read_table(saved.read_text("utf-8-sig"))
    assert read.troubles == ()
    assert [words(each) for each in read.saved] == [words(each) for each in saved_before]


def words(saved: Saved) -> list[list[str]]:
    """Return the values but for their white space: a cell may have another kind of it."""
    return [value.split() for value in (saved.saved_as, *astuple(saved.customer))]
