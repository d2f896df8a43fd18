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
TAB = "a\tb"  # Calc 7.4 drops it when it opens an .ods or .fods, whatever wrote that; 25.2 keeps it
SHEET_WITH_A_TAB = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
  xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
  xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3"
  office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:body><office:spreadsheet><table:table table:name="1"><table:table-row>
<table:table-cell office:value-type="string"><text:p>a<text:tab/>b</text:p></table:table-cell>
</table:table-row></table:table></office:spreadsheet></office:body></office:document>
"""


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


@pytest.fixture(scope="module")
def tab(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, ...]:
    """The value with a tab, if this Calc can read one from its own format."""
    sheet = tmp_path_factory.mktemp("tab") / "tab.fods"
    sheet.write_text(SHEET_WITH_A_TAB)
    read = converted(sheet, EXPORT.format(44, 1033), 1033).read_text("utf-8-sig")
    return (TAB,) if TAB in read else ()


@pytest.mark.parametrize("between", ["ods", "xlsx"])
@pytest.mark.parametrize(("language", "delimiter"), [(1033, 44), (1031, 59)], ids=["en", "de"])
def test_what_calc_opened_and_saved_is_read_unharmed(
    tmp_path: Path, tab: tuple[str, ...], between: str, language: int, delimiter: int
) -> None:
    saved_before = people(*VALUES, *(tab if between == "ods" else (TAB,)))
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
