"""A table of customers is read back unchanged, even from a spreadsheet, and runs no formula."""

import csv
import io
import re
import subprocess
from dataclasses import astuple, replace
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reamaze_gui.core.attributes import Attribute
from reamaze_gui.core.customer import Customer
from reamaze_gui.core.customer_table import COLUMNS, read_table, write_table
from reamaze_gui.core.saved import MOST, Saved, renamed_apart, tidy_name

ZOE = Saved("Zoë", Customer("7", "zoe@example.org", "Zoë Quinn", "+14155552671"), "acme")
FORMULAS = ("=1+1", "+1-1", "-1+1", "@SUM(1)", "\t=1", "\r=1", "＝1+1", '="1"&"2"', "'=1+1")  # noqa: RUF001 - Excel takes the wide one too
STARTS = tuple("=+-@＝＋－＠")  # noqa: RUF001 - the same
DELICATE = ("007", "12345678901234567890", "1e5", "1/2", "May 1", "0170 12", "3.10", "TRUE", "5%")
HOSTILE = ("x;=1+1", "x\t=1+1", 'x;"=1+1', "x\n=1+1", "x;'=1+1", 'x"";=cmd')

values = st.text(st.characters(exclude_categories=["Cs"]), max_size=20) | st.sampled_from(
    (*FORMULAS, *DELICATE, *HOSTILE, "'tis", "''", "'", '"', ",", ";", "a\r\nb", " ", "\ufeff", "#")
)
customers = st.builds(
    Customer, id=values.map(lambda id: id or "7"), email=values, name=values, phone=values
)
names = values.map(tidy_name).map(lambda name: name or "somebody")
saved = st.lists(st.builds(Saved, names, customers, values.map(tidy_name))).map(
    lambda found: tuple(renamed_apart((), found))
)


@given(saved)
@example((Saved("'", Customer("'='")),))
def test_what_is_written_is_read_again(people: tuple[Saved, ...]) -> None:
    read = read_table(write_table(people))
    assert read.troubles == ()
    assert read.saved == people


@given(saved)
def test_it_is_csv_as_rfc_4180_has_it(people: tuple[Saved, ...]) -> None:
    text = write_table(people)
    outside_quotes = re.sub(r'"[^"]*"', "", text)
    assert outside_quotes.count("\r\n") == len(people) + 1
    assert not re.search(r"(?<!\r)\n|\r(?!\n)", outside_quotes)
    rows = [*csv.reader(io.StringIO(text, newline=""), strict=True)]
    assert {len(row) for row in rows} == {len(COLUMNS)}


@given(saved)
def test_no_cell_begins_a_formula_however_it_is_split(people: tuple[Saved, ...]) -> None:
    """Also where it takes a quotation mark within a cell, or a line break, for a character."""
    text = write_table(people)
    cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    pieces = [piece.strip('" ') for piece in re.split("[;\t\r\n]", text)]
    assert not [each for each in (*cells, *pieces) if each.startswith(STARTS)]


# What a real spreadsheet makes of it: Gnumeric, which writes another table from what it has read.

PEOPLE = tuple(
    Saved(f"Number {at}", Customer(f"{at}7", f"a{at}@example.org", value, value))
    for at, value in enumerate((*FORMULAS[:6], *DELICATE, "+14155552671", 'a"b', "a,b;c", "a\nb"))
)


def rewritten(directory: Path, text: str, between: str = "", separator: str = ",") -> str:
    """Return the table as a spreadsheet saves it, perhaps after saving it as its own file."""
    (directory / "in.csv").write_bytes(text.encode("utf-8-sig"))
    if between:
        converted = directory / f"between.{between}"
        convert(directory / "in.csv", converted)
    else:
        converted = directory / "in.csv"
    options = ("-O", f"separator={separator} eol=windows", "-T", "Gnumeric_stf:stf_assistant")
    convert(*options, converted, directory / "out.txt")
    return (directory / "out.txt").read_bytes().decode()


def convert(*arguments: str | Path) -> None:
    subprocess.run(["ssconvert", *arguments], check=True, capture_output=True)


@pytest.mark.parametrize(
    ("between", "separator"), [("", ","), ("", ";"), ("xlsx", ";"), ("ods", ",")]
)
def test_what_a_spreadsheet_opened_and_saved_is_read_unharmed(
    tmp_path: Path, between: str, separator: str
) -> None:
    read = read_table(rewritten(tmp_path, write_table(PEOPLE), between, separator))
    assert read.troubles == ()
    found = {each.saved_as: each.customer for each in read.saved}
    lost = [(found[each.saved_as], each) for each in PEOPLE if not is_alike(found, each)]
    assert lost == []


def is_alike(found: dict[str, Customer], expected: Saved) -> bool:
    """Tell whether the values are the same, but for their white space: it may have other ends."""
    both = (found[expected.saved_as], expected.customer)
    read, written = ([value.split() for value in astuple(each)] for each in both)
    return read == written


# What others write


ENGLISH = "Saved as,Account,Customer ID,Email,Name,Phone\n"
ROW = "Zoë,acme,7,zoe@example.org,Zoë Quinn,+14155552671\n"
WRITTEN = {
    "commas": f"{ENGLISH}{ROW}",
    "semicolons": f"{ENGLISH}{ROW}".replace(",", ";").replace("\n", "\r\n"),
    "tabs, old Mac": f"{ENGLISH}{ROW}".replace(",", "\t").replace("\n", "\r"),
    "mark of UTF-8": f"\ufeff{ENGLISH}{ROW}",
    "other names": f"saved_as,ACCOUNT, id ,E-Mail,name,phone number\n{ROW.rstrip()}",
    "sep=": f"sep=|\n{ENGLISH}{ROW}".replace(",", "|"),
    "blank lines": f"\n\n{ENGLISH},,,,,\n\n{ROW}\n",
    "marks of text": f'{ENGLISH}Zoë,acme,="7",zoe@example.org,"=""Zoë Quinn""",\'+14155552671',
    "another order": "Phone,Email,ID,Name,Account,Saved as,Avatar URL\n"
    "+14155552671,zoe@example.org,7,Zoë Quinn,acme,Zoë,\n",
}


@pytest.mark.parametrize("text", WRITTEN.values(), ids=WRITTEN)
def test_a_table_is_read_as_others_write_it(text: str) -> None:
    read = read_table(text)
    assert read.troubles == ()
    assert read.saved == (ZOE,)


@pytest.mark.parametrize(
    ("heading", "row"),
    {
        "First Name,Last Name,Email,Phone": "Zoë,Quinn,zoe@example.org,",
        "Kundennummer;Vorname;Name;E-Mail-Adresse": "7;Zoë;Quinn;zoe@example.org",
        "E-mail;Nom complet;Prénom": "zoe@example.org;Zoë Quinn;Zoë",
        "id;Customer ID;Correo electrónico;Nombre completo": "1001;7;zoe@example.org;Zoë Quinn",
    }.items(),
)
def test_a_table_of_a_shop_has_headings_of_its_own(heading: str, row: str) -> None:
    table = read_table(f"{heading}\n{row}\n")
    [zoe] = table.saved
    assert (zoe.customer.email, zoe.customer.name) == ("zoe@example.org", "Zoë Quinn")
    assert zoe.customer.id == ("7" if "7" in row else "")
    assert {*table.left_out} <= {"id"}


def test_an_account_is_not_what_a_shop_calls_a_brand() -> None:
    table = read_table("id,email,Brand,key\n7,zoe@example.org,Nike,ab\n")
    assert [each.account for each in table.saved] == [""]
    assert table.left_out == ("Brand", "key")


def test_cells_without_a_heading_are_counted_and_told() -> None:
    read = read_table(
        "id,email,,name\n7,zoe@example.org,VIP,Zoë\n8,bo@example.org,,Bo\n9,li@b,x,\n"
    )
    assert [each.customer.name for each in read.saved] == ["Zoë", "Bo", ""]
    assert read.troubles == ("Left out 2 cells without a heading: see line 2, 4.",)
    read = read_table("id,email,\n7,zoe@example.org,VIP\n")
    assert read.troubles == ("Left out 1 cell without a heading: see line 2.",)


def test_a_row_whose_cells_a_spreadsheet_has_shifted_is_not_read() -> None:
    shifted = (
        "saved_as,account,id,email,name,phone,avatar,\nAnna, Bert,acme,7,zoe@example.org,Zoë,,\n"
    )
    read = read_table(shifted.replace("Zoë,,", "Zoë,,,x"))
    assert read.saved == ()
    read = read_table("id,email,name,\nAnna,7,zoe@example.org,Zoë\n")
    assert read.saved == ()
    assert read.troubles == (
        "Line 2 was not read: the Email is not an address. Are the cells shifted?",
    )


@pytest.mark.parametrize("word", ["wahr", "FALSCH", "vrai", "Verdadero", "истина", "真"])
def test_a_truth_value_in_another_language_is_kept_as_text(word: str) -> None:
    [line] = write_table([Saved("Zoë", Customer("7", "z@b.org", word))]).splitlines()[1:]
    assert f'"\'{word}"' in line


def test_who_has_no_name_is_given_one_and_the_same_name_is_numbered() -> None:
    read = read_table("id,email,name\n7,zoe@example.org,Zoë\n8,,Zoë\n9,bo@example.org,\n")
    assert [each.saved_as for each in read.saved] == ["Zoë", "Zoë (2)", "bo@example.org"]


HEADING = "id,email,name\n"
GOOD = "7,zoe@example.org,Zoë\n"


@pytest.mark.parametrize(
    ("text", "line", "part"),
    [
        (f"{HEADING},,Zoë\n{GOOD}", 2, "neither"),
        (f'{HEADING}"1\n2",a@b,\n,,Zoë\n{GOOD}', 4, "neither"),
        (f"sep=,\n{HEADING},,Zoë\n{GOOD}", 3, "neither"),
        (f"{HEADING}{GOOD}8,bo@example.org,Li,Bo\n", 3, "more cells"),
        (f"{HEADING}4.81516E+11,bo@example.org,Bo\n{GOOD}", 2, "shortened to 4.81516E+11"),
        (f"{HEADING}{GOOD}8,bo@example.org,{'x' * 9_000}\n", 3, "longer than 2,000"),
        (f'{HEADING}8,"bo"@example.org,Bo\n{GOOD}', 2, "quotation mark"),
        (f'{HEADING}{GOOD}8,"bo@example.org,Bo\n9,,\n', 3, "quotation mark"),
        (f'{HEADING}{GOOD}8,"{"x" * 200_000}",Bo\n', 3, "quotation mark"),
    ],
    ids=[
        *("nobody", "after two lines in one", "below sep=", "too many cells", "rounded", "long"),
        *("quote within", "open quote", "endless cell"),
    ],
)
def test_a_bad_line_is_reported_and_the_others_are_read(text: str, line: int, part: str) -> None:
    read = read_table(text)
    [trouble] = read.troubles
    assert trouble.startswith(f"Line {line} ")
    assert part in trouble
    assert ZOE.customer.email in {each.customer.email for each in read.saved}


@pytest.mark.parametrize(
    ("heading", "left_out"),
    [
        ("id,email,id,name", ("id",)),
        ("id,email,authkey,name", ("authkey",)),
    ],
    ids=["twice the column", "an unknown one"],
)
def test_a_column_that_is_left_out_is_reported(heading: str, left_out: tuple[str, ...]) -> None:
    read = read_table(f"{heading}\n7,zoe@example.org,8,Zoë\n")
    assert (read.left_out, read.troubles) == (left_out, ())
    assert read.saved[0].customer == Customer("7", "zoe@example.org", "Zoë")


def test_attributes_have_columns_of_their_own_and_come_back() -> None:
    spent, town = Attribute("Total spent", "€ 412"), Attribute("=Town", "=Oslo")
    first = replace(ZOE, attributes=(spent, town))
    second = Saved("Bo", Customer("9", "bo@example.org"), attributes=(Attribute("Orders", "007"),))
    text = write_table([first, second, Saved("Al", Customer("1"))])
    assert text.splitlines()[0].endswith(',"data.Total spent","data.=Town","data.Orders"')
    read = read_table(text)
    assert [each.attributes for each in read.saved] == [
        first.attributes,
        second.attributes,
        (),
    ]
    assert (read.left_out, read.troubles) == ((), ())


@pytest.mark.parametrize("text", ["", "\n \n", "Zoë,Bo\n", "\0", "sep=;", "sep=;\n", '"id'])
def test_what_is_no_table_says_what_one_begins_with(text: str) -> None:
    read = read_table(text)
    assert read.saved == ()
    assert "saved_as, account, id, email, name, phone, avatar" in read.troubles[-1]


def test_a_table_has_room_for_so_many_and_no_more() -> None:
    lines = [f"{number},a@b\n" for number in range(MOST + 2)]
    read = read_table("id,email\n" + "".join(lines))
    assert len(read.saved) == MOST
    assert read.troubles == (
        f"Line {MOST + 2} is beyond the limit: a table may hold 10,000 customers.",
    )


def test_a_thousand_bad_lines_are_reported_and_no_more() -> None:
    read = read_table("id,email,name\n" + ",,x\n" * 5_000)
    assert len(read.troubles) == 1_001
    assert "the rest was not read" in read.troubles[-1]


@given(st.text())
def test_no_text_makes_reading_fail(text: str) -> None:
    read_table(text)
    read_table(f"id,email\n{text}")
