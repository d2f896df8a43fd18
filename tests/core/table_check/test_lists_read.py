"""A list is read with any order of columns and in any format, and distinguished from a page."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reamaze_gui.core.table_check import check_table, failing_rows, is_table
from tests.core.table_check.lists import HEADING, SECRETS, Row, lines, listed, people, right


@pytest.mark.parametrize(
    "heading",
    [
        *(HEADING, ("Customer ID", "E-Mail", "Auth Key"), ("user_id", "user_email", "hmac")),
        *(("Kundennummer", "E-Mail-Adresse", "Signatur"), ("a", "b", "c")),
    ],
)
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_columns_are_found_in_any_order_and_naming(
    heading: Row, delimiter: str, order: tuple[int, ...]
) -> None:
    table = [[row[at] for at in order] for row in (heading, *people(3))]
    check = check_table(lines(table, delimiter), SECRETS)
    assert (check.total, check.right) == (3, 3)


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 1, 0, 2), (2, 3, 1, 0)])
def test_without_a_heading_columns_are_known_by_what_they_hold(order: tuple[int, ...]) -> None:
    rows = [(*row, str(at * 3)) for at, row in enumerate(people(4), start=1)]
    check = check_table(lines([[row[at] for at in order] for row in rows]), SECRETS)
    assert (check.total, check.right) == (4, 4)
    assert check.columns
    assert check.columns.title(check.columns.id) == f"column {order.index(0) + 1}"


BARS = ("| id | email | authkey |", "| {} | {} | {} |")
DRAWN = {
    "Markdown": (BARS[0], "|----|:---|---:|", BARS[1]),
    "MySQL": ("+----+----+----+", BARS[0], "+----+----+----+", BARS[1]),
    "PostgreSQL": (" id | email | authkey", "----+-------+----", " {} | {} | {}"),
    "spaces after commas": ("id, email, authkey", "{}, {}, {}"),
}


@pytest.mark.parametrize("name", DRAWN)
def test_lines_and_spaces_that_only_draw_a_list_are_no_part_of_its_values(name: str) -> None:
    *above, pattern = DRAWN[name]
    check = check_table([*above, *(pattern.format(*row) for row in people(3))], SECRETS)
    assert (check.total, check.right) == (3, 3)


def test_an_empty_first_cell_of_a_drawn_list_shifts_no_other() -> None:
    drawn = ["note\tid\temail\tauthkey", "----\t--\t-----\t-------"]
    check = check_table([*drawn, *lines((("", *row) for row in people(3)), "\t")], SECRETS)
    assert (check.total, check.right) == (3, 3)


def test_a_space_within_the_cells_alone_is_one_of_the_values() -> None:
    check = check_table(listed((f" {user}", email, key) for user, email, key in people(3)), SECRETS)
    assert check.wrong == 3


@pytest.mark.parametrize("title", ["Customers of 2026\r\n", "Customers,,\r\n"])
def test_titles_and_repeated_headings_are_no_customers(title: str) -> None:
    *right, (user, email, _) = people(3)
    table = [title, *listed([*right, HEADING, (user, email, "0" * 64)])]
    check = check_table(table, SECRETS)
    assert (check.right, check.wrong, check.unchecked) == (2, 1, 1)
    assert check.groups[0].rows == (4,)
    assert [*failing_rows(table, check)][1].startswith(f'"4","{user}","{email}",')


def test_columns_are_found_by_their_values_where_the_rows_have_more_than_the_heading() -> None:
    rows = lines((user, "Doe", " Jo", email, key) for user, email, key in people(3))
    check = check_table(["id,name,email,authkey", *rows], SECRETS)
    assert check.right == 3
    assert check.columns
    assert check.columns.title(check.columns.authkey) == "column 5"


def test_a_list_is_read_from_json_and_from_an_object_a_line() -> None:
    objects = [dict(zip(("id", "email", "hash"), row, strict=True)) for row in people(3)]
    for text in (json.dumps({"customers": objects}), "\n".join(map(json.dumps, objects))):
        for keepends in (True, False):
            check = check_table(text.splitlines(keepends=keepends), SECRETS)
            assert (check.total, check.right) == (3, 3)
        assert is_table(text)


def test_lines_may_come_without_their_ends() -> None:
    rows = [(*row, "a\nb") for row in people(3)]
    table = "".join(listed(rows, (*HEADING, "note"))).split("\r\n")
    assert check_table(table, SECRETS).right == 3


def test_a_line_of_empty_cells_beside_a_value_over_two_lines_is_no_row() -> None:
    rows = [(*row, "a\nb") for row in people(3)]
    table = [*listed(rows, (*HEADING, "note")), ",,,\r\n"]
    check = check_table(table, SECRETS)
    assert (check.total, check.right, check.remarks) == (3, 3, ())


def test_json_that_is_broken_or_no_list_is_refused() -> None:
    for text in ("[{", "[1, 2]", "{}", "[" * 100_000):
        check = check_table([text], SECRETS)
        assert check.total == 0
        assert "id,email,authkey" in check.remarks[0]
        assert not is_table(text)


def test_the_line_that_names_the_delimiter_and_a_byte_order_mark_are_no_rows() -> None:
    rows = lines([HEADING, *people(2)], "|")
    assert check_table(["\ufeffsep=|\r\n", *rows], SECRETS).right == 2


def test_marks_of_a_spreadsheet_are_removed() -> None:
    rows: list[Row] = [(f"'{row[0]}", *row[1:]) for row in people(2)]
    rows.append(('="7"', *right("7", "a@example.org")[1:]))
    assert check_table(listed(rows), SECRETS).right == 3


@pytest.mark.parametrize(
    ("row", "remark"),
    [
        (("", "a@example.org", "ab"), "Row 2 has no ID."),
        (("7", "", "ab"), "Row 2 has no email."),
        (("7", "a@example.org", ""), "Row 2 has no authkey."),
        (("7", "a@example.org"), "Row 2 has fewer cells than the others."),
        (("7", "a", "b", "c"), "Row 2 has more cells than the others"),
    ],
)
def test_a_row_that_cannot_be_checked_is_named(row: Row, remark: str) -> None:
    rows = [*people(1), row, *people(2, start=8000)]
    check = check_table(listed(rows), SECRETS)
    assert (check.total, check.right, check.unchecked) == (4, 3, 1)
    assert check.remarks[0].startswith(remark)


def test_empty_cells_at_the_end_of_a_row_may_be_there_or_not() -> None:
    rows = [(*people(1)[0], ""), people(1, 7100)[0], (*people(1, 7200)[0], "", "")]
    table = lines([(*HEADING, "note"), *rows])
    assert check_table(table, SECRETS).right == 3


def test_a_quotation_mark_that_is_not_closed_damages_its_own_row_alone() -> None:
    table = listed(people(3000))
    table[5] = table[5].replace("user", '"user')
    table[900] = '"' + table[900]
    table[2999] = table[2999].replace(",", ',"', 1)
    check = check_table(table, SECRETS)
    assert (check.total, check.right, check.unchecked) == (3000, 2997, 3)
    assert check.remarks == (
        "Rows 5, 900 and 2,999 have a quotation mark that is not closed or is within a value.",
    )


@pytest.mark.parametrize(
    "heading",
    ["id,email,name,authkey", "id,name,email,authkey", "id,email,authkey,name,account"],
)
def test_a_heading_may_name_columns_that_the_rows_lack(heading: str) -> None:
    check = check_table([f"{heading}\n", *lines(people(4))], SECRETS)
    assert (check.total, check.right) == (4, 4)


def test_two_damaged_lines_are_not_joined_to_a_row_of_another_width() -> None:
    table = [*listed(people(2)), '7,"a@example.org,ab\n', '8,b@example.org",c,d\n']
    check = check_table(table, SECRETS)
    assert (check.total, check.right, check.unchecked) == (4, 2, 2)


def test_a_value_over_several_lines_is_one_row() -> None:
    rows = [(*row, "a\r\nb\r\n\r\nc") for row in people(600)]
    check = check_table(listed(rows, (*HEADING, "note")), SECRETS)
    assert (check.total, check.right) == (600, 600)


def test_blank_lines_are_no_rows() -> None:
    table = listed(people(2))
    assert check_table([table[0], "\r\n", table[1], ",,\r\n", table[2], "\r\n"], SECRETS).total == 2


def test_a_list_without_a_column_for_the_id_is_none() -> None:
    rows = [("Ana Jansen", *row[1:]) for row in people(3)]
    assert check_table(listed(rows, ("name", "email", "authkey")), {}).columns is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("".join(listed(people(2))), True),
        ("".join(lines(people(3), ";")), True),
        ("".join(listed(people(1))), False),
        ("", False),
        ("id,email,authkey\n", False),
        ("<script>_support.user = {id: 7, email: 'a@b.org', authkey: 'ab'}</script>", False),
        ('{"id": 7, "email": "a@b.org", "authkey": "ab"}', False),
        ("Hello,\nplease, help, me\nAna, Ben, Li\n", False),
        ("id,email,name\n7,a@b.org,Ana\n8,b@b.org,Ben\n", False),
    ],
    ids=[
        "list",
        "no heading",
        "one row",
        "nothing",
        "heading",
        "page",
        "object",
        "prose",
        "no key",
    ],
)
def test_a_list_is_distinguished_from_a_page(text: str, *, expected: bool) -> None:
    assert is_table(text) is expected


@given(st.lists(st.text("7,;\"'\n\t@a.\u00eb", max_size=12).map(lambda line: f"{line}\n")))
def test_any_lines_can_be_checked_and_no_row_is_lost(damaged: list[str]) -> None:
    check = check_table(["id,email,authkey\n", *damaged], {})
    assert check.total == check.unchecked
    check_table(damaged, {})
